import type { Chunk, VerbGroup } from "./chunk.js";
import { before, isAdverbial, kindAt, looksLikePeople, nounPhraseAt, outermost, verbAt } from "./clause.js";
import { gather } from "./coordination.js";

/** "Everyone on board", "the monks": more than one, and no number. */
export function isUncountedCrowd(chunks: readonly Chunk[], at: number): boolean {
  const whole = nounPhraseAt(chunks, at);
  if (!whole || whole.quantity !== null) return false;
  if (whole.plural && whole.cls !== "pron") return true;
  const first = kindAt(chunks, at - 1) === "prep" || kindAt(chunks, at - 1) === "of" ? nounPhraseAt(chunks, at - 2) : whole;
  return first !== null && first.quantity === null && /^(?:everyone|everybody|all|those)$/.test(first.head || first.modifiers.at(-1) || "");
}

/** True where a verb group stands in a relative clause: "who shot two people". */
export function isRelative(chunks: readonly Chunk[], verb: number): number {
  const j = before(chunks, verb);
  const mark = chunks[j];
  if (mark?.kind === "rel") return j;
  if (mark?.kind === "verb") return speaksForItself(chunks, verb, mark) ? -1 : isRelative(chunks, j);
  if (mark?.kind === "sub" && mark.lower === "that" && kindAt(chunks, j - 1) === "np") return j;
  // "who police said was killed"
  if (mark?.kind === "np" && kindAt(chunks, j - 1) === "rel") return j - 1;
  return mark?.kind === "np" && mark.modifiers[0] === "whose" ? j : -1;
}

/** "An official who asked not to be named said": the relative clause is over, and the saying is the clause's own. */
const speaksForItself = (chunks: readonly Chunk[], verb: number, before: VerbGroup): boolean => {
  const own = verbAt(chunks, verb);
  return own !== null && own.attributes && own.bare && own.form !== "ing" && before.infinitive;
};

/** "Died": a past form that can be no participle of the verb before it. */
export const isPlainPast = (verb: VerbGroup | null): boolean =>
  verb !== null && verb.form === "past" && (verb.outcome?.frame === "intransitive" || verb.tags.has("suffer"));

/** True where people stand before a word that opens a list: the list tells of them. */
export function hasPeopleBefore(chunks: readonly Chunk[], include: number): boolean {
  for (let i = include - 1; i >= 0 && i > include - 24 && kindAt(chunks, i) !== "stop"; i--) {
    const np = nounPhraseAt(chunks, i);
    if (np && (looksLikePeople(np) || np.cls === "pron" || np.noun !== null)) return true;
  }
  return false;
}

/** "Three people including an elder and his two guards": the "including" whose list ends with the phrase at `i`; -1 for none. */
export function openingInclude(chunks: readonly Chunk[], i: number): number {
  // "Including Ashkelon, 25 people were killed": after a comma alone the list is over.
  if (kindAt(chunks, i - 1) === "comma") return -1;
  for (let j = i - 1; j >= 0 && j > i - 16; j--) {
    const kind = kindAt(chunks, j);
    if (kind === "include") {
      // "Four were killed, including a boy, and 35 others were hurt": the list ends before a clause of its own.
      const apart = kindAt(chunks, i - 1) === "and" && kindAt(chunks, i - 2) === "comma";
      // "Three women, including Eva Kane, and two men": the commas close it.
      if (apart && kindAt(chunks, j - 1) === "comma" && nounPhraseAt(chunks, j - 2)?.quantity != null) return -1;
      const closed = apart && verbAt(chunks, kindAt(chunks, j - 1) === "comma" ? j - 2 : j - 1)?.states != null;
      return !closed && (kindAt(chunks, j - 1) === "np" || kindAt(chunks, j - 1) === "comma") ? j : -1;
    }
    if (!/^(?:np|and|comma|of|prep|adv)$/.test(kind ?? "")) return -1;
  }
  return -1;
}

/** True where the clause has a subject of its own to the left of a prepositional phrase. */
export function subjectBeyond(chunks: readonly Chunk[], preposition: number): boolean {
  for (let i = preposition - 1; i >= 0; i--) {
    const chunk = chunks[i];
    if (/^(?:verb|sub|stop|comma|pred)$/.test(chunk?.kind ?? "")) return false;
    if (chunk?.kind === "np") {
      const governor = kindAt(chunks, before(chunks, outermost(chunks, i)));
      if (governor === "verb") return false;
      if (governor !== "prep") return looksLikePeople(chunk);
    }
  }
  return false;
}

/** The noun phrase that a relative pronoun at `rel` stands for. */
export function antecedent(chunks: readonly Chunk[], rel: number): readonly number[] {
  let i = rel - 1;
  if (kindAt(chunks, i) === "comma") i--;
  if (kindAt(chunks, i) === "of" || kindAt(chunks, i) === "prep") {
    // "two of whom have died": the quantity is the subject.
    const part = nounPhraseAt(chunks, i - 1);
    if (part?.cls === "pron" && part.quantity === null && kindAt(chunks, i - 2) === "comma") return antecedent(chunks, i - 1);
    return part ? [i - 1] : [];
  }
  let nearest = -1;
  while (i >= 0) {
    const chunk = chunks[i];
    if (chunk?.kind === "np") {
      if (nearest < 0 && chunk.cls !== "time") nearest = i;
      if (looksLikePeople(chunk)) {
        // "Hundreds of peasants who were killed": the number is the antecedent.
        const whole = outermost(chunks, i);
        const outer = nounPhraseAt(chunks, whole);
        const counts = outer?.quantity != null && (outer.cls === "bare" || (outer.cls === "person" && chunk.cls !== "person"));
        return gather(chunks, chunk.quantity === null && counts ? whole : i, false);
      }
      const g = kindAt(chunks, before(chunks, i));
      if (g !== "prep" && g !== "of") break;
      i = before(chunks, i) - 1;
      continue;
    }
    if (!isAdverbial(chunk)) break;
    i--;
  }
  return nearest >= 0 ? [nearest] : [];
}
