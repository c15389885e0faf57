import type { Chunk, NounPhrase, VerbGroup } from "./chunk.js";

/** Words that open a clause or a phrase: "after two people were killed", "after the attack". */
const CLAUSAL_PREPOSITION = new Set(["after", "before", "since", "until", "as", "than", "following"]);
const NOT_PEOPLE = new Set(["time", "measure", "money", "event", "thing", "animal"]);

export const nounPhraseAt = (chunks: readonly Chunk[], i: number): NounPhrase | null => {
  const chunk = chunks[i];
  return chunk?.kind === "np" ? chunk : null;
};
export const verbAt = (chunks: readonly Chunk[], i: number): VerbGroup | null => {
  const chunk = chunks[i];
  return chunk?.kind === "verb" ? chunk : null;
};
const kindAt = (chunks: readonly Chunk[], i: number): Chunk["kind"] | null => chunks[i]?.kind ?? null;
const isAdverbial = (chunk: Chunk | undefined): boolean =>
  chunk?.kind === "adv" || (chunk?.kind === "np" && chunk.cls === "time" && chunk.quantity === null);

/** True for a noun phrase that may count or name people. */
export const mayBePeople = (np: NounPhrase): boolean => !NOT_PEOPLE.has(np.cls) && np.cls !== "pron";
const looksLikePeople = (np: NounPhrase): boolean => np.cls === "person" || np.cls === "household" || (np.quantity !== null && mayBePeople(np));

/** The index of the chunk before `i` that governs it, adverbs skipped; -1 at the start. */
function before(chunks: readonly Chunk[], i: number): number {
  let j = i - 1;
  while (j >= 0 && isAdverbial(chunks[j])) j--;
  return j;
}

/** Up from "12 people" over "of" to "the bodies of 12 people": the index of the outermost noun phrase. */
function outermost(chunks: readonly Chunk[], i: number): number {
  let at = i;
  while (kindAt(chunks, at - 1) === "of" && kindAt(chunks, at - 2) === "np") at -= 2;
  return at;
}

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
        if (finite && i !== at - 1 && chunk.bare && chunk.finite && !chunk.reporting && kindAt(chunks, i + 1) === "prep" && kindAt(chunks, i - 1) === "np") {
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
    const listed = openingInclude(chunks, i);
    if (listed >= 0) {
      i = kindAt(chunks, listed - 1) === "comma" ? listed - 2 : listed - 1;
      continue;
    }
    const outer = outermost(chunks, i);
    const g = before(chunks, outer);
    const governor = chunks[g];
    if (!finite && outer !== i && looksLikePeople(np)) {
      const head = nounPhraseAt(chunks, outer);
      return gather(chunks, head && looksLikePeople(head) && head.quantity !== null && np.quantity === null ? outer : i, finite);
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
    if (!finite && !mayBePeople(np) && !np.quantity && governor?.kind !== undefined && governor.kind !== "comma") {
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
    if (kind === "include") return kindAt(chunks, j - 1) === "np" || kindAt(chunks, j - 1) === "comma" ? j : -1;
    if (kind !== "np" && kind !== "and" && kind !== "comma" && kind !== "of" && kind !== "prep" && kind !== "adv") return -1;
  }
  return -1;
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

/** The comma that opens what the comma at `closing` closes: an apposition, a participle, a relative clause; -1 for none. */
function openingComma(chunks: readonly Chunk[], closing: number): number {
  for (let m = closing - 1; m >= 1 && closing - m < 24; m--) {
    if (kindAt(chunks, m) === "stop" || kindAt(chunks, m) === "sub" && kindAt(chunks, m - 1) !== "np") return -1;
    if (kindAt(chunks, m) !== "comma") continue;
    const first = chunks[m + 1];
    if (!first) return -1;
    const left = kindAt(chunks, m - 1);
    const opens = first.kind === "rel" || first.kind === "include" || first.kind === "np" || first.kind === "prep" || first.kind === "adv" ||
      (first.kind === "verb" && (first.bare || first.infinitive)) || first.kind === "other" || first.kind === "pred";
    if (opens && (left === "np" || left === "other")) return m;
    if (opens && (left === "adv" || left === "pred")) return m;
  }
  return -1;
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
      if (looksLikePeople(chunk)) return gather(chunks, i, false);
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

/** Adds the noun phrases that are coordinated with the one at `i` on its left, where they too stand as subjects. */
export function gather(chunks: readonly Chunk[], i: number, finite: boolean): readonly number[] {
  const list = [i];
  let at = outermost(chunks, i);
  for (;;) {
    let j = before(chunks, at);
    const joint = chunks[j];
    if (joint?.kind !== "and" && joint?.kind !== "or" && joint?.kind !== "comma") break;
    if (kindAt(chunks, j - 1) === "comma") j--;
    const member = memberLeftOf(chunks, j, finite);
    if (member < 0) break;
    list.unshift(member);
    at = outermost(chunks, member);
  }
  return list;
}

/** The noun phrase before a coordinator, across its own prepositional phrases; -1 where a clause of its own stands there. */
function memberLeftOf(chunks: readonly Chunk[], joint: number, finite: boolean): number {
  let j = joint - 1;
  let candidate = -1;
  while (j >= 0) {
    const chunk = chunks[j];
    if (!chunk) return -1;
    if (isAdverbial(chunk)) {
      j--;
      continue;
    }
    if (chunk.kind === "comma" && candidate < 0) {
      const opening = openingComma(chunks, j);
      if (opening < 0) return -1;
      j = opening - 1;
      continue;
    }
    if (chunk.kind !== "np") return -1;
    const outer = outermost(chunks, j);
    const g = before(chunks, outer);
    const governor = chunks[g];
    if (governor?.kind === "prep" && !(governor.lower === "with" && !finite)) {
      if (!finite && CLAUSAL_PREPOSITION.has(governor.lower) && looksLikePeople(chunk)) return outer;
      j = g - 1;
      continue;
    }
    candidate = outer;
    if (nounPhraseAt(chunks, outer)?.noun) return -1;
    if (governor?.kind === "verb") {
      if (governor.reporting || governor.form === null && !governor.copula) return candidate;
      return !finite && !governor.states ? candidate : -1;
    }
    if (governor?.kind === "include") return -1;
    if (!mayBePeople(chunk) && chunk.cls !== "pron" && nounPhraseAt(chunks, outer)?.quantity === null && chunk.cls !== "event") return -1;
    if (chunk.cls === "event" || chunk.cls === "thing") return -1;
    return candidate;
  }
  return candidate;
}

/**
 * The objects of the active verb at `at`: indexes of its coordinated noun phrases. A noun phrase after "and" that is
 * the subject of a verb of its own ("killed two and three were hurt") is left to that verb.
 */
export function objectsOf(chunks: readonly Chunk[], at: number): readonly number[] {
  let i = at + 1;
  while (chunks[i]?.kind === "adv" || chunks[i]?.kind === "other") i++;
  const first = nounPhraseAt(chunks, i);
  if (!first || first.cls === "time" && !first.quantity) return [];
  return [i, ...coordinatedAfter(chunks, i)];
}

/** The noun phrases that a list goes on with after the one at `first`. */
export function coordinatedAfter(chunks: readonly Chunk[], first: number): readonly number[] {
  const list: number[] = [];
  let pending: number[] = [];
  let i = skipTail(chunks, first);
  for (let guard = 0; guard < 24; guard++) {
    let j = i;
    let joined = false;
    if (kindAt(chunks, j) === "comma") j++;
    if (kindAt(chunks, j) === "and" || kindAt(chunks, j) === "or") {
      j++;
      joined = true;
    } else if (j === i) break;
    while (chunks[j]?.kind === "adv" && j < i + 4) j++;
    const np = nounPhraseAt(chunks, j);
    if (!np || !(mayBePeople(np) && np.cls !== "pron")) break;
    if (isSubjectAhead(chunks, j)) break;
    // After a comma alone an unnumbered phrase is an apposition until an "and" shows that it stands in a list.
    pending.push(j);
    if (joined || np.quantity !== null) {
      list.push(...pending);
      pending = [];
    }
    i = skipTail(chunks, j);
  }
  return list;
}

/** The index after a noun phrase, its of-phrases and its prepositional phrases. */
function skipTail(chunks: readonly Chunk[], np: number): number {
  let i = np + 1;
  for (;;) {
    if (isAdverbial(chunks[i]) && kindAt(chunks, i) !== null) i++;
    else if ((kindAt(chunks, i) === "of" || kindAt(chunks, i) === "prep") && kindAt(chunks, i + 1) === "np") i += 2;
    else if (kindAt(chunks, i) === "comma" && kindAt(chunks, i + 1) === "np" && kindAt(chunks, i + 2) === "comma" && nounPhraseAt(chunks, i + 1)?.quantity !== null && nounPhraseAt(chunks, i + 1)?.cls === "bare" && kindAt(chunks, i + 3) === "and") i += 2;
    else break;
  }
  return i;
}

/** True where the noun phrase at `np` is followed by a verb or phrase of its own: it opens the next clause. */
export function isSubjectAhead(chunks: readonly Chunk[], np: number): boolean {
  let i = skipTail(chunks, np);
  const next = chunks[i];
  if (next?.kind === "comma" && kindAt(chunks, i + 1) === "rel") return false;
  // "Killed nine farmers, a worker and a resident said": the list is who said it.
  for (let j = i; kindAt(chunks, j) === "and" && kindAt(chunks, j + 1) === "np" && j < i + 8; ) {
    j = skipTail(chunks, j + 1);
    const later = chunks[j];
    if (later?.kind === "verb" && later.reporting && later.finite && !later.passive) return true;
  }
  while (chunks[i]?.kind === "adv") i++;
  const verb = chunks[i];
  if (verb?.kind === "pred") return true;
  if (verb?.kind !== "verb") return false;
  if (verb.form === "ing" && verb.bare && !verb.states || verb.infinitive) return false;
  if (verb.bare && verb.form === "ing") return false;
  return !verb.bare || verb.states !== null || verb.finite && kindAt(chunks, i + 1) !== "prep" && !verb.infinitive;
}
