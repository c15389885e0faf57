import { nounPhraseAt, verbAt } from "./clause.js";
import { coordinatedAfter } from "./coordination.js";
import type { Chunk, NounPhrase } from "./chunk.js";
import type { Claim } from "./claim.js";

/** Heads that refer back to people already counted: "two of the victims", "one of them". */
const BACK_REFERENCE = /^(?:them|whom|those|these|victims|bodies|dead|wounded|injured|casualties|deceased|deaths|fatalities|survivors|detainees|hostages|killed|arrested|missing|total|which)$/;

/** True for "two of them", "one of the victims", "six of the eight": part of people counted elsewhere. */
export function isPartOfKnown(chunks: readonly Chunk[], np: NounPhrase): boolean {
  const at = chunks.indexOf(np);
  if (chunks[at + 1]?.kind !== "of" || np.quantity?.read.kind === "zero") return false;
  const inner = nounPhraseAt(chunks, at + 2);
  if (!inner) return chunks[at + 2]?.kind === "rel";
  return BACK_REFERENCE.test(inner.head) && (inner.cls === "pron" || inner.det !== null) || inner.nominal !== null || (inner.quantity !== null && inner.quantity.read.kind === "number" && inner.det !== "a" && inner.det !== null);
}

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
  const lastBefore = (start: number): Claim | null => {
    let best: Claim | null = null;
    for (const claim of all) {
      if (claim.np.start >= start || claim.subset && best && !best.subset) continue;
      if (!best || claim.np.start > best.np.start || best.subset && !claim.subset) best = claim;
    }
    return best;
  };
  for (const [i, chunk] of chunks.entries()) {
    if (chunk.kind === "include" || opensList(chunks, i)) {
      const model = lastBefore(chunk.start);
      if (!model) continue;
      for (const member of listAfter(chunks, i)) {
        const own = all.filter((claim) => claim.np === member);
        if (own.length > 0) for (const claim of own) all[all.indexOf(claim)] = { ...claim, subset: true };
        else if (member.quantity ? member.cls !== "unknown" || member.plural : true) {
          all.push({ ...model, np: member, trigger: model.trigger, subset: true, victims: member.quantity ? "any" : "people", toll: false });
          owned.add(member);
        }
      }
      continue;
    }
    if (chunk.kind !== "np" || !chunk.quantity || owned.has(chunk) || chunk.quantity.read.kind === "zero") continue;
    if (chunk.cls !== "bare" && chunk.cls !== "person" && chunk.cls !== "household") continue;
    const previous = chunks[i - 1];
    const model = lastBefore(chunk.start);
    if (!model || model.np.quantity?.read.kind === "zero") continue;
    const next = chunks[i + 1];
    if (next?.kind === "adv" && /^(?:seriously|badly|severely|slightly|lightly|gravely|grievously)$/.test(next.lower) && model.outcome === "injured" && chunk.cls === "bare" && previous?.kind !== "prep") {
      all.push({ ...model, np: chunk, subset: true, toll: false, victims: "any" });
      owned.add(chunk);
      continue;
    }
    const turn = chunks[i - 2];
    if (chunk.cls === "bare" && previous?.kind === "prep" && previous.lower === "from" && (turn?.kind === "adv" && /^(?:up|down)$/.test(turn.lower) || turn?.kind === "prep" && /^(?:up|down)$/.test(turn.lower))) {
      // "428 people were abducted, up from 361": the number before, of the same outcome.
      for (const claim of all.filter((c) => c.np === model.np)) all.push({ ...claim, np: chunk, subset: false, toll: false, victims: "any" });
      owned.add(chunk);
      continue;
    }
    if (chunk.cls === "bare" && previous?.kind === "prep" && /^(?:against|versus)$/.test(previous.lower) && (!next || next.kind === "stop" || next.kind === "comma" || next.kind === "np" && next.cls === "time" || next.kind === "prep" && next.lower === "in")) {
      // "412 murders last year, against 388 the year before".
      all.push({ ...model, np: chunk, subset: false, toll: false, victims: "any" });
      owned.add(chunk);
      continue;
    }
    if (chunk.cls === "household" && model.outcome === "displaced" && model.np.cls !== "household" && previous?.kind === "comma" && (!next || next.kind === "stop" || next.kind === "comma") && size(chunk) < size(model.np)) {
      // "1,912 displaced people, 407 households".
      all.push({ ...model, np: chunk, subset: false, toll: false, victims: "any" });
      owned.add(chunk);
      continue;
    }
    if (chunk.cls === "bare" && previous?.kind === "rel" && chunks[i - 2]?.kind === "of" && chunks[i - 3]?.kind === "comma" && next?.kind === "verb" && next.copula) {
      // "Twelve were arrested, of whom three were minors".
      all.push({ ...model, np: chunk, subset: true, toll: false, victims: "any" });
      owned.add(chunk);
      continue;
    }
    const partitive = isPartOfKnown(chunks, chunk);
    const separated = previous?.kind === "comma" || previous?.kind === "and" || previous?.kind === "stop" || previous?.kind === "colon" || previous?.kind === "include";
    const afterVerb = next?.kind === "verb" && !(next.form === "ing" && next.bare);
    if (partitive && separated && next?.kind === "of" && chunks[i + 2]?.kind === "rel") {
      // "Nine of whom were students": the clause after it says who, not what happened.
      all.push({ ...model, np: chunk, subset: true, toll: false, victims: "any" });
      owned.add(chunk);
      continue;
    }
    if (separated && previous?.kind !== "stop" && chunk.cls === "bare" && next?.kind === "verb" && next.copula && chunks[i + 2]?.kind === "np" && nounPhraseAt(chunks, i + 2)?.quantity === null && model.subset && isCopular(chunks, model.np)) {
      // "Three of those killed were policemen and six were cooks".
      all.push({ ...model, np: chunk, subset: true, toll: false, victims: "any" });
      owned.add(chunk);
      continue;
    }
    if (!separated || afterVerb || next?.kind === "pred") continue;
    // "Seven in jail and two in exile": where the state is a place, another place is another state.
    const place = chunks[model.trigger];
    const localized = !(place?.kind === "pred" && /^(?:in|under|behind|on)$/.test(place.words[0] ?? "")) && (next?.kind === "prep" && /^(?:in|at|near|inside|aboard|on|by|outside|along)\b/.test(next.lower) || next?.kind === "prep" && next.lower === "from" && chunk.cls === "bare" ||
      next?.kind === "adv" && /^(?:offshore|elsewhere|there|overseas|abroad|onboard|inside|outside)$/.test(next.lower) && chunk.cls === "bare");
    const more = /\b(?:another|more|others?)\b/.test(chunk.modifiers.join(" ")) || chunk.head === "others";
    const gapped = chunk.cls === "bare" && localized || chunk.cls === "person" && localized && gapAllowed(chunks, i, model);
    if (partitive || gapped || more && chunk.cls === "bare" && (!next || next.kind === "stop" || next.kind === "comma")) {
      const scopeSubset = partitive || !more && sumsBelow(all, model, chunk);
      all.push({ ...model, np: chunk, subset: scopeSubset, toll: false, victims: "any" });
      owned.add(chunk);
    }
  }
  for (const claim of claims) all.push(...breakdownOf(chunks, claim).filter((part) => !owned.has(part.np)));
  return all.map((claim) => (isDeathAmong(chunks, claim, all) ? { ...claim, subset: true } : isManner(chunks, claim, all) ? { ...claim, outcome: "killed" as const, weak: false, subset: true } : claim));
}

/** "They included two men", "the victims include three children": the verb opens a list of parts. */
function opensList(chunks: readonly Chunk[], at: number): boolean {
  const verb = verbAt(chunks, at);
  const subject = nounPhraseAt(chunks, at - 1);
  return verb !== null && /^includ/.test(verb.main) && !verb.passive && subject?.quantity === null && /^(?:they|these|those|victims|casualties|others)$/.test(subject.head);
}

/** True where the clause of a noun phrase only says who the people were: "three of those killed were policemen". */
function isCopular(chunks: readonly Chunk[], np: NounPhrase): boolean {
  const at = chunks.indexOf(np);
  return chunks.slice(at + 1, at + 5).some((chunk) => chunk.kind === "verb" && chunk.copula);
}

/** "Three others, two women and a man, also died": an apposition whose numbers add up to the figure before it. */
function breakdownOf(chunks: readonly Chunk[], claim: Claim): readonly Claim[] {
  const at = chunks.indexOf(claim.np);
  if (at < 0 || !claim.np.quantity) return [];
  // The sum proves the breakdown: it may come after the verb, behind a dash, a colon or a comma.
  const from = Math.max(at, claim.trigger);
  const openings = [at + 1, ...chunks.keys()].filter((i) => (i === at + 1 || i > at && i <= from + 12) && /^(?:comma|colon|stop)$/.test(chunks[i]?.kind ?? ""));
  for (const opening of new Set(openings)) {
    const parts = partsAt(chunks, claim, opening);
    if (parts.length > 0) return parts;
  }
  return [];
}

function partsAt(chunks: readonly Chunk[], claim: Claim, opening: number): readonly Claim[] {
  const first = nounPhraseAt(chunks, opening + 1);
  if (!first || first.cls !== "person" && first.cls !== "bare") return [];
  const parts = [first, ...coordinatedAfter(chunks, opening + 1).map((i) => nounPhraseAt(chunks, i)).filter((np) => np !== null)];
  const total = parts.reduce((sum, np) => sum + (np.quantity ? size(np) : 1), 0);
  if (parts.length < 2 || total !== size(claim.np) || parts.some((np) => !np.quantity && np.plural)) return [];
  return parts.map((np) => ({ ...claim, np, subset: true, toll: false }));
}

/** "Killed 11 officers, two of whom were shot": the wound says how some of the dead died. */
function isManner(chunks: readonly Chunk[], claim: Claim, all: readonly Claim[]): boolean {
  const at = chunks.indexOf(claim.np);
  if (claim.outcome !== "injured" || claim.weak !== true || chunks[at - 1]?.kind !== "comma" || chunks[at + 1]?.kind !== "of" || chunks[at + 2]?.kind !== "rel") return false;
  const whole = all.filter((other) => other.np.start < claim.np.start && other.np.quantity !== null).at(-1);
  return whole?.outcome === "killed" && size(whole.np) >= size(claim.np) && !all.some((other) => other.np === claim.np && other.outcome === "killed");
}

/** "Four men were shot, one fatally": a smaller bare number of dead after a number of wounded in one clause. */
function isDeathAmong(chunks: readonly Chunk[], claim: Claim, all: readonly Claim[]): boolean {
  if (claim.outcome !== "killed" || claim.np.cls !== "bare" || claim.np.quantity?.read.value == null || /\b(?:another|others?|more)\b/.test(claim.np.modifiers.join(" "))) return false;
  if (chunks[chunks.indexOf(claim.np) - 1]?.kind !== "comma") return false;
  return all.some((other) => other.outcome === "injured" && other.weak === true && other.np.start < claim.np.start && size(other.np) > size(claim.np));
}

/** A person phrase takes over an outcome only where the list it stands in has no verb of its own after the figure. */
function gapAllowed(chunks: readonly Chunk[], at: number, model: Claim): boolean {
  const from = Math.max(chunks.indexOf(model.np), model.trigger);
  for (let i = from + 1; i < at; i++) if (verbAt(chunks, i) && !verbAt(chunks, i)?.states) return false;
  return true;
}

const size = (np: NounPhrase): number => np.quantity?.read.value ?? np.quantity?.read.low ?? 1;

/** True where the numbers that hang on a total do not add up to more than it. */
function sumsBelow(claims: readonly Claim[], model: Claim, np: NounPhrase): boolean {
  const parts = claims.filter((claim) => claim.subset && claim.outcome === model.outcome && claim.np.start > model.np.start);
  return parts.reduce((sum, claim) => sum + size(claim.np), size(np)) <= size(model.np);
}

/** The noun phrases listed after "including" and its kin. */
function listAfter(chunks: readonly Chunk[], at: number): readonly NounPhrase[] {
  let first = at + 1;
  while (chunks[first]?.kind === "adv") first++;
  const head = nounPhraseAt(chunks, first);
  if (!head) return [];
  return [head, ...coordinatedAfter(chunks, first).map((i) => nounPhraseAt(chunks, i)).filter((np) => np !== null)];
}
