import { nounPhraseAt, outermost, verbAt } from "./clause.js";
import { coordinatedAfter } from "./coordination.js";
import type { Chunk, NounPhrase } from "./chunk.js";
import type { Claim } from "./claim.js";
import { CONTINUATION_ROWS, size } from "./continuation-rows.js";
import { decide } from "./decide.js";

/** True for "two of them", "one of the victims", "six of the eight": part of people counted elsewhere. */
/**
 * Quantities that have no outcome of their own and take it from a figure before them in the sentence.
 *
 * ```
 *  killed seven, including two soldiers · fourteen fatalities, six in Veracruz · 12 dead, two of them children
 *                          ^^^                                 ^^^                        ^^^
 * ```
 */
export function continueClaims(chunks: readonly Chunk[], claims: readonly Claim[]): readonly Claim[] {
  const all = [...claims];
  const owned = new Set(claims.map((claim) => claim.np));
  const add = (more: readonly Claim[]): void => {
    all.push(...more);
    for (const claim of more) owned.add(claim.np);
  };
  for (const [i, chunk] of chunks.entries()) {
    if (chunk.kind === "include" || opensList(chunks, i)) {
      add(includeList(chunks, i, all));
      continue;
    }
    if (chunk.kind !== "np" || !chunk.quantity || owned.has(chunk) || chunk.quantity.read.kind === "zero") continue;
    if (chunk.cls !== "bare" && chunk.cls !== "person" && chunk.cls !== "household") continue;
    const model = lastBefore(all, chunk.start);
    if (!model || model.np.quantity?.read.kind === "zero") continue;
    add(decide(CONTINUATION_ROWS, { chunks, i, np: chunk, previous: chunks[i - 1], next: chunks[i + 1], model, all }) ?? []);
  }
  for (const claim of claims) all.push(...breakdownOf(chunks, claim).filter((part) => !owned.has(part.np)));
  return all.map((claim) =>
    isDeathAmong(chunks, claim, all) || isConditionAmong(chunks, claim, all)
      ? { ...claim, subset: true }
      : isManner(chunks, claim, all)
        ? { ...claim, outcome: "killed" as const, weak: false, subset: true }
        : claim,
  );
}

/** The claim that a quantity at `start` goes on with: the nearest total before it, else the nearest part. */
function lastBefore(all: readonly Claim[], start: number): Claim | null {
  let best: Claim | null = null;
  for (const claim of all) {
    if (claim.np.start >= start || (claim.subset && best && !best.subset)) continue;
    if (!best || claim.np.start > best.np.start || (best.subset && !claim.subset)) best = claim;
  }
  return best;
}

/** The members of a list that "including" opens at `i`, as parts of the figure before it; those with claims become parts. */
function includeList(chunks: readonly Chunk[], i: number, all: Claim[]): readonly Claim[] {
  const model = lastBefore(all, chunks[i]?.start ?? 0);
  if (!model || belongsToOthers(chunks, i, all)) return [];
  const added: Claim[] = [];
  for (const member of listAfter(chunks, i)) {
    const own = all.filter((claim) => claim.np === member);
    if (own.length > 0) for (const claim of own) all[all.indexOf(claim)] = { ...claim, subset: true };
    else if (member.quantity === null || member.cls !== "unknown" || member.plural) {
      added.push({ ...model, np: member, trigger: model.trigger, subset: true, victims: member.quantity ? "any" : "people", toll: false });
    }
  }
  return added;
}

/** "Nine died and six others, among them two boys, were rescued": the list belongs to people whom no figure counts. */
function belongsToOthers(chunks: readonly Chunk[], i: number, all: readonly Claim[]): boolean {
  const owner = nounPhraseAt(chunks, chunks[i - 1]?.kind === "comma" ? i - 2 : i - 1);
  return (
    owner?.quantity != null &&
    owner.quantity.read.kind === "number" &&
    owner.cls === "person" &&
    !all.some((claim) => claim.np === owner) &&
    chunks[chunks.indexOf(owner) - 1]?.kind === "and" &&
    verbAt(chunks, chunks.indexOf(owner) - 2) !== null
  );
}

/** "They included two men", "the victims include three children": the verb opens a list of parts. */
function opensList(chunks: readonly Chunk[], at: number): boolean {
  const verb = verbAt(chunks, at);
  const subject = nounPhraseAt(chunks, at - 1);
  if (verb === null || verb.lemma !== "include" || verb.passive || !subject) return false;
  // "The toll of 31 includes 20 women".
  if (subject.quantity !== null) return nounPhraseAt(chunks, outermost(chunks, at - 1))?.tags.has("sum-noun") === true;
  return LISTED.has(subject.head);
}

const LISTED = new Set(["they", "these", "those", "victims", "casualties", "others"]);

/** "Three others, two women and a man, also died": an apposition whose numbers add up to the figure before it. */
function breakdownOf(chunks: readonly Chunk[], claim: Claim): readonly Claim[] {
  const at = chunks.indexOf(claim.np);
  if (at < 0 || !claim.np.quantity) return [];
  // The sum proves the breakdown: it may come after the verb, behind a dash, a colon or a comma.
  const from = Math.max(at, claim.trigger);
  const openings = [at + 1, ...chunks.keys()].filter(
    (i) => (i === at + 1 || (i > at && i <= from + 12)) && /^(?:comma|colon|stop)$/.test(chunks[i]?.kind ?? ""),
  );
  for (const opening of new Set(openings)) {
    const parts = partsAt(chunks, claim, opening);
    if (parts.length > 0) return parts;
  }
  return [];
}

function partsAt(chunks: readonly Chunk[], claim: Claim, opening: number): readonly Claim[] {
  const first = nounPhraseAt(chunks, opening + 1);
  if (!first || (first.cls !== "person" && first.cls !== "bare")) return [];
  const parts = [
    first,
    ...coordinatedAfter(chunks, opening + 1)
      .map((i) => nounPhraseAt(chunks, i))
      .filter((np) => np !== null),
  ];
  // The list ends where it has added up: "twelve, eight fighters and four cooks, and the wounded at 51".
  let total = 0;
  for (const [k, np] of parts.entries()) {
    if (!np.quantity && np.plural) return [];
    total += np.quantity ? size(np) : 1;
    if (k > 0 && total === size(claim.np)) return parts.slice(0, k + 1).map((part) => ({ ...claim, np: part, subset: true, toll: false }));
  }
  return [];
}

/** "Killed 11 officers, two of whom were shot": the wound says how some of the dead died. */
function isManner(chunks: readonly Chunk[], claim: Claim, all: readonly Claim[]): boolean {
  const at = chunks.indexOf(claim.np);
  if (
    claim.outcome !== "injured" ||
    claim.weak !== true ||
    chunks[at - 1]?.kind !== "comma" ||
    chunks[at + 1]?.kind !== "of" ||
    chunks[at + 2]?.kind !== "rel"
  )
    return false;
  const whole = all.filter((other) => other.np.start < claim.np.start && other.np.quantity !== null).at(-1);
  return (
    whole?.outcome === "killed" &&
    size(whole.np) >= size(claim.np) &&
    !all.some((other) => other.np === claim.np && other.outcome === "killed")
  );
}

/** "Four men were shot, one fatally": a smaller bare number of dead after a number of wounded in one clause. */
function isDeathAmong(chunks: readonly Chunk[], claim: Claim, all: readonly Claim[]): boolean {
  if (
    claim.outcome !== "killed" ||
    claim.np.cls !== "bare" ||
    claim.np.quantity?.read.value == null ||
    /\b(?:another|others?|more)\b/.test(claim.np.modifiers.join(" "))
  )
    return false;
  const before = chunks[chunks.indexOf(claim.np) - 1]?.kind;
  // "Six were shot and two died of their wounds"; but "six were shot and two were killed" are eight.
  const dies = before === "and" && /^(?:die|succumb)$/.test(verbAt(chunks, claim.trigger)?.lemma ?? "");
  if (before !== "comma" && !dies) return false;
  return all.some(
    (other) => other.outcome === "injured" && other.weak === true && other.np.start < claim.np.start && size(other.np) > size(claim.np),
  );
}

/** "96 injured, 22 in critical condition": how some of those counted fare. */
function isConditionAmong(chunks: readonly Chunk[], claim: Claim, all: readonly Claim[]): boolean {
  const state = chunks[claim.trigger];
  if (
    claim.outcome !== "injured" ||
    claim.np.cls !== "bare" ||
    state?.kind !== "pred" ||
    state.words[0] !== "in" ||
    !/^(?:comma|stop)$/.test(chunks[chunks.indexOf(claim.np) - 1]?.kind ?? "")
  )
    return false;
  return all.some(
    (other) => other.outcome === "injured" && other.np !== claim.np && other.np.start < claim.np.start && size(other.np) > size(claim.np),
  );
}

/** The noun phrases listed after "including" and its kin. */
function listAfter(chunks: readonly Chunk[], at: number): readonly NounPhrase[] {
  let first = at + 1;
  while (chunks[first]?.kind === "adv") first++;
  const head = nounPhraseAt(chunks, first);
  if (!head) return [];
  return [
    head,
    ...coordinatedAfter(chunks, first, true)
      .map((i) => nounPhraseAt(chunks, i))
      .filter((np) => np !== null),
  ];
}
