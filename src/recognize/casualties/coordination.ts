import type { Chunk, NounPhrase, VerbGroup } from "./chunk.js";
import {
  before,
  CLAUSAL_PREPOSITION,
  isAdverbial,
  kindAt,
  looksLikePeople,
  mayBePeople,
  nounPhraseAt,
  openingComma,
  outermost,
  verbAt,
} from "./clause.js";

/** Adds the noun phrases that are coordinated with the one at `i` on its left, where they too stand as subjects. */
export function gather(chunks: readonly Chunk[], i: number, finite: boolean): readonly number[] {
  const list = [i];
  let at = outermost(chunks, i);
  for (;;) {
    let j = before(chunks, at);
    const joint = chunks[j];
    if (joint?.kind !== "and" && joint?.kind !== "or" && joint?.kind !== "comma") break;
    // "Multiple victims, one suffering burns": what a participle says of a number after a comma it says of that alone.
    if (joint.kind === "comma" && list.length === 1 && verbAt(chunks, i + 1)?.form === "ing" && nounPhraseAt(chunks, i)?.cls === "bare")
      break;
    if (kindAt(chunks, j - 1) === "comma") j--;
    const member = memberLeftOf(chunks, j, finite);
    if (member < 0 || (joint.kind === "and" && kindAt(chunks, j) === "comma" && isListed(chunks, member))) break;
    list.unshift(member);
    at = outermost(chunks, member);
  }
  return list;
}

/** True inside a list that "including" opened, which a comma before "and" closes: "including 10 in A and 4 in B, and 11 more". */
function isListed(chunks: readonly Chunk[], member: number): boolean {
  for (let i = member - 1; i >= 0 && i > member - 12; i--) {
    const kind = kindAt(chunks, i);
    if (kind === "include") return true;
    if (kind !== "np" && kind !== "and" && kind !== "prep" && kind !== "of") return false;
  }
  return false;
}

/** The noun phrase before a coordinator, across its own prepositional phrases; -1 where a clause of its own stands there. */
function memberLeftOf(chunks: readonly Chunk[], joint: number, finite: boolean): number {
  for (let j = joint - 1; j >= 0;) {
    const chunk = chunks[j];
    if (isAdverbial(chunk)) {
      j--;
      continue;
    }
    if (chunk?.kind === "comma") {
      const opening = openingComma(chunks, j);
      if (opening < 0) return -1;
      j = opening - 1;
      continue;
    }
    if (chunk?.kind !== "np") return -1;
    const outer = outermost(chunks, j);
    const governor = before(chunks, outer);
    const role = roleOf(chunks, j, outer, governor, finite);
    if (role === "member") return outer;
    // "Three women, including Eva Kane, and two men": beyond a list that commas close.
    if (
      role === "none" &&
      kindAt(chunks, governor) === "include" &&
      kindAt(chunks, governor - 1) === "comma" &&
      kindAt(chunks, joint) === "comma"
    ) {
      j = governor - 2;
      continue;
    }
    if (role === "none") return -1;
    j = governor - 1;
  }
  return -1;
}

/** Whether the noun phrase at `j` (its outermost at `outer`) is a member of the list, none, or stands under a preposition of one. */
function roleOf(chunks: readonly Chunk[], j: number, outer: number, at: number, finite: boolean): "member" | "none" | "beyond" {
  const np = nounPhraseAt(chunks, j);
  const whole = nounPhraseAt(chunks, outer);
  const governor = chunks[at];
  if (!np) return "none";
  if (governor?.kind === "prep" && (governor.lower !== "with" || finite)) {
    // "Resulted in 40 rebels and 12 soldiers killed": both counted phrases stand under the preposition.
    const resulting =
      !finite && governor.lower === "in" && verbAt(chunks, at - 1)?.lemma === "result" && np.cls === "person" && np.quantity !== null;
    return resulting || (CLAUSAL_PREPOSITION.has(governor.lower) && looksLikePeople(whole ?? np)) ? "member" : "beyond";
  }
  // "Of the 40 passengers, 12 were killed": the whole is no member of the list.
  if ((governor?.kind === "of" && outer - 1 === at) || whole?.noun || governor?.kind === "include") return "none";
  return governor?.kind === "verb" ? roleUnderVerb(governor, finite) : isListable(np, whole) ? "member" : "none";
}

/** A list that a verb opens has its first member there, unless the verb is the clause's own. */
const roleUnderVerb = (verb: VerbGroup, finite: boolean): "member" | "none" =>
  verb.reporting || (verb.form === null && !verb.copula) || (!finite && !verb.states) ? "member" : "none";

const isListable = (np: NounPhrase, whole: NounPhrase | null): boolean =>
  np.cls !== "event" && np.cls !== "thing" && (mayBePeople(np) || np.cls === "pron" || whole?.quantity !== null);

/**
 * The objects of the active verb at `at`: indexes of its coordinated noun phrases. A noun phrase after "and" that is
 * the subject of a verb of its own ("killed two and three were hurt") is left to that verb.
 */
export function objectsOf(chunks: readonly Chunk[], at: number): readonly number[] {
  let i = at + 1;
  while (chunks[i]?.kind === "adv" || chunks[i]?.kind === "other") i++;
  const first = nounPhraseAt(chunks, i);
  if (!first || (first.cls === "time" && !first.quantity)) return [];
  return [i, ...coordinatedAfter(chunks, i)];
}

/**
 * The noun phrases that a list goes on with after the one at `first`. `inside` another noun phrase ("three people including
 * a boy and his two sisters were killed") a verb right after the list is that noun phrase's, not the last member's.
 */
export function coordinatedAfter(chunks: readonly Chunk[], first: number, inside = false): readonly number[] {
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
    if (isSubjectAhead(chunks, j) && !(inside && joined && kindAt(chunks, i) !== "comma")) break;
    // "The death of a teenager and the wounding of three": an act of its own.
    if (np.noun?.takesOf === true && np.quantity === null && kindAt(chunks, j + 1) === "of") break;
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

/** "A vendor named Jonas": a participle that only names. */
const isNaming = (chunk: Chunk | undefined): boolean =>
  chunk?.kind === "verb" && chunk.bare && /^(?:named|called|nicknamed|dubbed|surnamed)$/.test(chunk.main);

/** "A judge allied with the rebels and two guards": a participle that tells of the noun before it, in a list that goes on. */
function isReducedRelative(chunks: readonly Chunk[], i: number): boolean {
  const verb = verbAt(chunks, i);
  return (
    verb !== null &&
    verb.bare &&
    verb.states === null &&
    !verb.reporting &&
    /ed$/.test(verb.main) &&
    nounPhraseAt(chunks, i - 1)?.cls === "person" &&
    kindAt(chunks, i + 1) === "prep" &&
    kindAt(chunks, i + 2) === "np" &&
    kindAt(chunks, i + 3) === "and" &&
    nounPhraseAt(chunks, i + 4)?.quantity != null
  );
}

/** "A woman he had dated, her husband and six children": a relative clause without its pronoun. */
const isContactClause = (chunks: readonly Chunk[], i: number): boolean =>
  nounPhraseAt(chunks, i)?.cls === "pron" &&
  /^(?:he|she|they|i|we|you)$/.test(nounPhraseAt(chunks, i)?.head ?? "") &&
  nounPhraseAt(chunks, i - 1)?.cls === "person" &&
  verbAt(chunks, i + 1)?.states === null &&
  kindAt(chunks, i + 2) === "comma";

/** "Before police came", "as he fled": a preposition over a clause of its own. */
function opensClause(chunks: readonly Chunk[], i: number): boolean {
  const mark = chunks[i];
  const verb = verbAt(chunks, i + 2);
  return mark?.kind === "prep" && CLAUSAL_PREPOSITION.has(mark.lower) && verb !== null && verb.finite && verb.states === null;
}

/** The index after a noun phrase, its of-phrases and its prepositional phrases. */
function skipTail(chunks: readonly Chunk[], np: number): number {
  let i = np + 1;
  for (;;) {
    if (isAdverbial(chunks[i]) && kindAt(chunks, i) !== null) i++;
    else if ((kindAt(chunks, i) === "of" || kindAt(chunks, i) === "prep") && kindAt(chunks, i + 1) === "np" && !opensClause(chunks, i))
      i += 2;
    else if (isNaming(chunks[i]) && kindAt(chunks, i + 1) === "np") i += 2;
    else if (isReducedRelative(chunks, i)) i += 3;
    else if (isContactClause(chunks, i)) i += 2;
    else if (
      kindAt(chunks, i) === "comma" &&
      kindAt(chunks, i + 1) === "np" &&
      kindAt(chunks, i + 2) === "comma" &&
      nounPhraseAt(chunks, i + 1)?.quantity !== null &&
      nounPhraseAt(chunks, i + 1)?.cls === "bare" &&
      kindAt(chunks, i + 3) === "and"
    )
      i += 2;
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
  for (let j = i; kindAt(chunks, j) === "and" && kindAt(chunks, j + 1) === "np" && j < i + 8;) {
    j = skipTail(chunks, j + 1);
    const later = chunks[j];
    if (later?.kind === "verb" && later.reporting && later.finite && !later.passive) return true;
  }
  while (chunks[i]?.kind === "adv") i++;
  const verb = chunks[i];
  if (verb?.kind === "pred") return true;
  if (verb?.kind !== "verb") return false;
  if ((verb.form === "ing" && verb.bare && !verb.states) || verb.infinitive) return false;
  if (verb.bare && verb.form === "ing") return false;
  return !verb.bare || verb.states !== null || (verb.finite && kindAt(chunks, i + 1) !== "prep" && !verb.infinitive);
}
