import type { Chunk, NounPhrase } from "./chunk.js";
import { before, CLAUSAL_PREPOSITION, isAdverbial, kindAt, looksLikePeople, mayBePeople, nounPhraseAt, openingComma, outermost, verbAt } from "./clause.js";
import { coordinatedAfter, gather } from "./coordination.js";

/** True where a verb group stands in a relative clause: "who shot two people". */
function isRelative(chunks: readonly Chunk[], verb: number): number {
  let j = before(chunks, verb);
  const mark = chunks[j];
  if (mark?.kind === "rel") return j;
  if (mark?.kind === "verb") return isRelative(chunks, j);
  if (mark?.kind === "sub" && mark.lower === "that" && kindAt(chunks, j - 1) === "np") return j;
  // "who police said was killed"
  if (mark?.kind === "np" && kindAt(chunks, j - 1) === "rel") return j - 1;
  if (mark?.kind === "np" && mark.modifiers[0] === "whose") return j;
  j = -1;
  return j;
}

/**
 * The subject of the verb or phrase at `at`: indexes of its coordinated noun phrases, in text order; empty where the
 * clause gives none. It is the nearest noun phrase to the left that no preposition and no other verb governs; relative
 * clauses, participles and appositions between commas are stepped over.
 */
export function subjectOf(chunks: readonly Chunk[], at: number, finite: boolean, depth = 0): readonly number[] {
  if (depth > 6) return [];
  let i = at - 1;
  let fallback = -1;
  while (i >= 0) {
    const chunk = chunks[i];
    if (!chunk) break;
    if (isAdverbial(chunk)) {
      i--;
      const governor = chunks[i];
      if (chunk.kind === "np" && governor?.kind === "prep") i--;
      continue;
    }
    switch (chunk.kind) {
      case "comma": {
        const opening = openingComma(chunks, i);
        if (opening >= 0) {
          // "Passengers and crew, totaling 24 people, were killed".
          const sum = verbAt(chunks, opening + 1);
          if (sum && /^(?:total|number)l?ing$/.test(sum.main) && nounPhraseAt(chunks, opening + 2)?.quantity) return [opening + 2];
          const inside = nounPhraseAt(chunks, opening + 1);
          const whole = nounPhraseAt(chunks, opening - 1);
          // "The monks, five Thais and one Lao, were killed": the apposition counts where its noun does not.
          if (inside?.quantity && inside.cls === "person" && whole && whole.quantity === null && whole.plural) {
            return [opening + 1, ...coordinatedAfter(chunks, opening + 1)];
          }
          i = opening - 1;
          continue;
        }
        if (!finite && i !== at - 1) return [];
        i--;
        continue;
      }
      case "and": case "or": {
        // Coordinated verbs share a subject: "was shot and died".
        for (let j = i - 1; j >= 0; j--) {
          const other = chunks[j];
          if (other?.kind === "sub" || other?.kind === "stop" || other?.kind === "colon") return [];
          if (other?.kind === "verb" && !(other.form === "ing" && other.bare && finite)) return subjectOf(chunks, j, finite || other.finite && !other.bare, depth + 1);
          if (other?.kind === "pred") return subjectOf(chunks, j, false, depth + 1);
        }
        return [];
      }
      case "sub": {
        if (chunk.lower === "that" && kindAt(chunks, i - 1) === "np") return antecedent(chunks, i);
        return fallback >= 0 ? gather(chunks, fallback, finite) : [];
      }
      case "stop": case "colon":
        return fallback >= 0 ? gather(chunks, fallback, finite) : [];
      case "rel":
        return antecedent(chunks, i);
      case "verb":
        // A chain: "were confirmed to have perished", "are believed to be missing".
        if (chunk.form === "ing" && chunk.bare && !chunk.reporting) {
          if (!finite || i === at - 1 && kindAt(chunks, i - 1) !== "np") return [];
          i--;
          continue;
        }
        if (finite && chunk.finite && chunk !== chunks[at - 1] || finite && chunk.finite && !chunk.bare && verbAt(chunks, at)?.bare === false) {
          const relative = isRelative(chunks, i);
          if (relative >= 0) {
            i = kindAt(chunks, relative - 1) === "comma" ? relative - 2 : relative - 1;
            continue;
          }
        }
        if (finite && i !== at - 1 && chunk.bare && chunk.finite && !chunk.reporting && (kindAt(chunks, i + 1) === "prep" || kindAt(chunks, i + 1) === "of") && kindAt(chunks, i - 1) === "np") {
          // "Cases related to cartels": a participle behind its noun, not the verb of the clause.
          i--;
          continue;
        }
        return subjectOf(chunks, i, chunk.finite && !(chunk.bare && finite === false), depth + 1);
      case "pred":
        return subjectOf(chunks, i, false, depth + 1);
      case "there": case "other": case "prep": case "of": case "include":
        i--;
        continue;
      case "np":
        break;
    }
    const np = chunk as NounPhrase;
    if (np.cls === "pron" && /^(?:all|each|most|both)$/.test(np.head) && kindAt(chunks, i - 1) === "comma") {
      // "Four men, all suffering burns": the pronoun stands for the phrase before it.
      i -= 2;
      continue;
    }
    const listed = openingInclude(chunks, i);
    if (listed >= 0 && (finite || verbAt(chunks, at) === null)) {
      i = kindAt(chunks, listed - 1) === "comma" ? listed - 2 : listed - 1;
      continue;
    }
    const outer = outermost(chunks, i);
    const g = before(chunks, outer);
    const governor = chunks[g];
    if (!finite && outer !== i && looksLikePeople(np)) {
      const head = nounPhraseAt(chunks, outer);
      return gather(chunks, head && (head.cls === "bare" || head.cls === "person") && head.quantity !== null && np.quantity === null ? outer : i, finite);
    }
    if (np.cls === "time" || np.cls === "measure" || np.cls === "money") {
      i = governor?.kind === "prep" ? g - 1 : outer - 1;
      continue;
    }
    if (governor?.kind === "include") {
      i = g - 1;
      if (kindAt(chunks, i) === "comma") i--;
      continue;
    }
    if (governor?.kind === "prep") {
      const people = looksLikePeople(nounPhraseAt(chunks, outer) ?? np) || np.quantity !== null && mayBePeople(np);
      if (people && (!finite || CLAUSAL_PREPOSITION.has(governor.lower)) && !(governor.lower === "by" && !finite)) {
        if (!finite || !subjectBeyond(chunks, g)) return gather(chunks, outer, finite);
      }
      if (people && fallback < 0) fallback = outer;
      i = g - 1;
      continue;
    }
    if (governor?.kind === "verb") {
      const relative = isRelative(chunks, g);
      if (governor.bare && /^(?:named|called|nicknamed|dubbed|surnamed|aged|identified|known)$/.test(governor.main)) {
        i = g - 1;
        continue;
      }
      if (finite && relative >= 0) {
        i = kindAt(chunks, relative) === "np" ? relative - 1 : relative;
        continue;
      }
      if (!governor.reporting) {
        if (finite && (governor.form === "ing" && governor.bare || governor.infinitive)) {
          i = g - 1;
          continue;
        }
      }
      return gather(chunks, outer, finite);
    }
    // "Officers assigned to the port and its customs branch were shot": both conjuncts stand in the prepositional phrase.
    const whole = nounPhraseAt(chunks, outer) ?? np;
    if (finite && (governor?.kind === "and" || governor?.kind === "or") && !looksLikePeople(whole) && whole.quantity === null && whole.cls !== "pron") {
      const beyond = prepositionOf(chunks, g);
      if (beyond > 0) {
        i = beyond - 1;
        continue;
      }
    }
    if (!finite && !mayBePeople(nounPhraseAt(chunks, outer) ?? np) && !np.quantity && governor?.kind !== undefined && governor.kind !== "comma") {
      i = outer - 1;
      continue;
    }
    return gather(chunks, outer, finite);
  }
  return fallback >= 0 ? gather(chunks, fallback, finite) : [];
}

/** "Three people including an elder and his two guards": the "including" whose list ends with the phrase at `i`; -1 for none. */
function openingInclude(chunks: readonly Chunk[], i: number): number {
  // "Including Ashkelon, 25 people were killed": after a comma alone the list is over.
  if (kindAt(chunks, i - 1) === "comma") return -1;
  for (let j = i - 1; j >= 0 && j > i - 16; j--) {
    const kind = kindAt(chunks, j);
    if (kind === "include") {
      // "Four were killed, including a boy, and 35 others were hurt": the list ends before a clause of its own.
      const closed = kindAt(chunks, i - 1) === "and" && kindAt(chunks, i - 2) === "comma" && verbAt(chunks, kindAt(chunks, j - 1) === "comma" ? j - 2 : j - 1)?.states != null;
      return !closed && (kindAt(chunks, j - 1) === "np" || kindAt(chunks, j - 1) === "comma") ? j : -1;
    }
    if (kind !== "np" && kind !== "and" && kind !== "comma" && kind !== "of" && kind !== "prep" && kind !== "adv") return -1;
  }
  return -1;
}

/** The preposition that governs the conjunct before the coordinator at `joint`; -1 where none does. */
function prepositionOf(chunks: readonly Chunk[], joint: number): number {
  const first = joint - 1;
  const conjunct = nounPhraseAt(chunks, first);
  if (!conjunct || looksLikePeople(conjunct)) return -1;
  const governor = before(chunks, outermost(chunks, first));
  return kindAt(chunks, governor) === "prep" ? governor : -1;
}

/** True where the clause has a subject of its own to the left of a prepositional phrase. */
function subjectBeyond(chunks: readonly Chunk[], preposition: number): boolean {
  for (let i = preposition - 1; i >= 0; i--) {
    const chunk = chunks[i];
    if (chunk?.kind === "verb" || chunk?.kind === "sub" || chunk?.kind === "stop" || chunk?.kind === "comma" || chunk?.kind === "pred") return false;
    if (chunk?.kind === "np") {
      const governor = kindAt(chunks, before(chunks, outermost(chunks, i)));
      if (governor === "verb") return false;
      if (governor !== "prep") return looksLikePeople(chunk);
    }
  }
  return false;
}

/** The noun phrase that a relative pronoun at `rel` stands for. */
function antecedent(chunks: readonly Chunk[], rel: number): readonly number[] {
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
        return gather(chunks, chunk.quantity === null && outer?.quantity && outer.cls === "bare" ? whole : i, false);
      }
      const g = kindAt(chunks, before(chunks, i));
      if (g !== "prep" && g !== "of") break;
      i = before(chunks, i) - 1;
      continue;
    }
    if (isAdverbial(chunk)) {
      i--;
      continue;
    }
    break;
  }
  return nearest >= 0 ? [nearest] : [];
}
