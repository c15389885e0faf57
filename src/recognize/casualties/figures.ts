import type { CasualtyMention } from "../../model/mention.js";
import type { Outcome } from "../../model/casualty.js";
import type { NamedVictim } from "../../model/toll.js";
import { mayBePeople, nounPhraseAt } from "./clause.js";
import { sourceFor, sourcesOf } from "./attribution.js";
import type { Chunk, NounPhrase } from "./chunk.js";
import { agentAfter, captorAt } from "./custody-rules.js";
import { continueClaims, isPartOfKnown } from "./continuations.js";
import { modalityOf } from "./modality.js";
import type { Claim } from "./claim.js";
import { rulesAt } from "./rules.js";
import { soundsCumulative } from "./scope.js";

type NamedClaim = Claim & { readonly rule: string };

/** The figures of one clause list, and those whom it names without a number. */
export interface SettledFigures {
  readonly figures: readonly CasualtyMention[];
  readonly named: readonly NamedVictim[];
}

/** All figures of one clause list: rules make claims, claims go on in lists, and each surviving claim becomes a mention. */
export function settleFigures(chunks: readonly Chunk[], text: string): SettledFigures {
  const claims: NamedClaim[] = [];
  const names: NamedClaim[] = [];
  for (let at = 0; at < chunks.length; at++) {
    for (const rule of rulesAt(chunks[at]?.kind ?? "other")) {
      for (const claim of rule.find(chunks, at)) {
        if (admits(claim, chunks)) claims.push({ ...claim, rule: rule.name });
        else if (claim.np.quantity === null && claim.np.nominal === null && (claim.np.proper && claim.np.cls !== "time" || claim.np.det === null && claim.np.cls === "person" && !claim.np.plural && /^\s*\p{Lu}/u.test(text.slice(claim.np.headEnd, claim.np.end)))) names.push({ ...claim, rule: rule.name });
      }
    }
  }
  const named = names.flatMap((claim): readonly NamedVictim[] => {
    const modality = modalityOf(chunks, claim.np, claim.trigger, text);
    if (modality !== "reported" && modality !== "feared") return [];
    const { start, end } = claim.np;
    return [{ start, end, text: text.slice(start, end), outcome: claim.outcome, modality }];
  });
  if (claims.length === 0) return { figures: [], named };
  const continued = continueClaims(chunks, claims) as readonly NamedClaim[];
  const settled = onePerOutcome(continued.filter((claim) => admits(claim, chunks)));
  const sources = sourcesOf(chunks, chunks.at(-1)?.end ?? 0);
  const figures = settled.map((claim) => mentionOf(claim, settled, chunks, text, sources))
    // A single victim without a number of a thing that has not happened is nobody yet.
    .filter((mention) => !(mention.implicit && mention.modality === "hypothetical"));
  return { figures, named };
}

/** True where the noun phrase can be the people that an outcome befell. */
function admits(claim: Claim, chunks: readonly Chunk[]): boolean {
  const { np } = claim;
  if (claim.indirect) return true;
  if (np.cls === "animal" || np.cls === "pron" && !np.quantity || np.noun && !np.noun.counts && !np.noun.life && claim.np.quantity === null) return false;
  if (!mayBePeople(np) && !np.noun) return false;
  const inner = chunks[chunks.indexOf(np) + 1]?.kind === "of" ? nounPhraseAt(chunks, chunks.indexOf(np) + 2) : null;
  if (np.quantity) {
    if (inner && np.cls === "bare" && !mayBePeople(inner) && inner.cls !== "pron" && !inner.noun) return false;
    if (inner && np.cls === "bare" && inner.cls === "unknown" && claim.victims === "people" && !inner.plural) return false;
    if (np.noun?.counts || np.noun?.life) return true;
    if (np.cls === "name" && !np.plural) return false;
    // "No mention of anybody dying", "held without bond".
    if (np.quantity.read.kind === "zero" && (!np.noun && /^(?:without|no$)/.test(np.modifiers.join(" ") || np.head) && (np.head === "" || np.modifiers[0]?.startsWith("without") === true) || /^(?:estimates?|mention|signs?|evidence|indications?|idea|word|record|hint|talk|question|chance|risk|threat|plans?|intention|attempt|reason|excuse|trace)$/.test(np.head))) return false;
    if (np.cls === "unknown" && claim.victims === "people") return false;
    if (np.cls === "household" && /^(?:homes?|properties)$/.test(np.head) && claim.outcome !== "displaced") return false;
    if (np.cls === "group" && !(inner && mayBePeople(inner)) && !/^(?:crew|family|couple)$/.test(np.head)) return false;
    return true;
  }
  return claim.implicit !== false && isSingleVictim(np);
}

/** "A woman", "the village chief", "his brother": a determiner, a common noun for one person. */
function isSingleVictim(np: NounPhrase): boolean {
  return np.det !== null && np.det !== "other" && np.cls === "person" && !np.plural && !np.proper && np.nominal === null && np.noun === null &&
    !/^(?:victim's|public|other|youth|others|police|deceased)$/.test(np.head);
}

/** Drops repeated claims on one noun phrase, and the wound where the same clause also states the death. */
function onePerOutcome(claims: readonly NamedClaim[]): readonly NamedClaim[] {
  const byPhrase = new Map<NounPhrase, NamedClaim[]>();
  // "No one was killed or injured" is a zero for each outcome.
  const single = claims.flatMap((claim) => claim.outcome === "killed-or-injured" && claim.np.quantity?.read.kind === "zero"
    ? [{ ...claim, outcome: "killed" as const }, { ...claim, outcome: "injured" as const, weak: false }] : [claim]);
  for (const claim of single) {
    const list = byPhrase.get(claim.np) ?? [];
    const same = list.findIndex((c) => c.outcome === claim.outcome);
    if (same < 0) list.push(claim);
    else if (claim.subset && !list[same]?.subset) list[same] = { ...(list[same] as NamedClaim), subset: true };
    byPhrase.set(claim.np, list);
  }
  const kept: NamedClaim[] = [];
  for (const list of byPhrase.values()) {
    const has = (outcome: Outcome): boolean => list.some((c) => c.outcome === outcome);
    kept.push(...list.filter((c) => {
      if (c.outcome === "injured" && c.weak && has("killed") && c.np.quantity?.read.kind !== "zero") return false;
      if (c.outcome === "detained" && has("abducted")) return false;
      if ((c.outcome === "killed" || c.outcome === "injured") && has("killed-or-injured")) return false;
      return true;
    }));
  }
  return kept.sort((a, b) => a.np.start - b.np.start);
}

/** "Attacked a group of traders, killing five of them": a part of people whom no figure counts is the figure itself. */
function standsForUncounted(chunks: readonly Chunk[], np: NounPhrase, claims: readonly Claim[]): boolean {
  const at = chunks.indexOf(np);
  const inner = nounPhraseAt(chunks, at + 2);
  return inner?.cls === "pron" && at > 2 && !claims.some((claim) => claim.np !== np && claim.np.start < np.start && claim.np.quantity !== null);
}

function mentionOf(claim: NamedClaim, claims: readonly NamedClaim[], chunks: readonly Chunk[], text: string, sources: ReturnType<typeof sourcesOf>): CasualtyMention {
  const { np } = claim;
  const at = chunks.indexOf(np);
  const cue = chunks[claim.trigger];
  const implicit = np.quantity === null;
  const start = implicit ? np.start : (np.quantity?.start ?? np.start);
  const end = implicit ? np.headEnd : (np.quantity?.end ?? np.end);
  const source = sourceFor(sources, start);
  const read = np.quantity?.read;
  const subset = read?.kind !== "zero" && (claim.subset === true || np.modifiers.includes("remaining") && claims.some((c) => c.np.start < np.start) || (isPartOfKnown(chunks, np) && !standsForUncounted(chunks, np, claims)) || followsOfThose(chunks, at));
  const clause = clauseAround(chunks, at < 0 ? claim.trigger : at, claim.trigger, text);
  return {
    kind: "casualty", start, end, text: text.slice(start, end), by: `casualty:${claim.rule}`, confidence: 1,
    outcome: outcomeOf(claim, chunks, text), value: read ? read.value : 1, low: read ? read.low : 1, high: read ? read.high : 1,
    qualifier: read ? read.qualifier : "exact", victims: victimsOf(chunks, at, np, text),
    modality: modalityOf(chunks, np, claim.trigger, text),
    scope: subset ? "subset" : soundsCumulative(claim.outcome === "detained" ? clause.replace(/\bfor [^,;]*\b(?:years?|months?|weeks?|days?)\b/gi, "") : clause, isPerfect(chunks[claim.trigger])) ? "cumulative" : "incident",
    attribution: source ? text.slice(source.span.start, source.span.end) : null, implicit,
    cue: { start: cue?.start ?? start, end: cue?.end ?? end },
    ...(/\b(?:another|more|additional|further)\b/.test(np.modifiers.join(" ")) || /^others?$/.test(np.head) || /\bothers?\b/.test(np.modifiers.join(" ")) ? { increment: true } : {}),
  };
}

/** "Of those, 40 were children": the sentence opens by naming the whole. */
function followsOfThose(chunks: readonly Chunk[], at: number): boolean {
  // "1,107 were injured, of whom 44 are in intensive care".
  if (at > 2 && chunks[at - 1]?.kind === "rel" && chunks[at - 2]?.kind === "of") return true;
  return at > 1 && (chunks[0]?.kind === "of" || chunks[0]?.kind === "prep" && /^(?:among|amongst)$/.test(chunks[0].lower)) && chunks[1]?.kind === "np" && chunks[1].quantity === null && chunks[2]?.kind === "comma" && at <= 5;
}

const CAPTIVES = /\b(?:soldiers?|troops|airm[ae]n|sailors?|pilots?|marines|policem[ae]n|servicem[ae]n|officers?|guards?|crew(?:m[ae]n)?)\b/i;

/** Soldiers who are captured are captives, not detainees; people held where the sentence speaks of hostages likewise. */
function outcomeOf(claim: NamedClaim, chunks: readonly Chunk[], text: string): Outcome {
  const cue = chunks[claim.trigger];
  // "Taken away by police": whom officials take away they arrest.
  if (claim.outcome === "abducted" && cue?.kind === "verb" && /^(?:away|off)$/.test(cue.outcome?.particle ?? "") && captorAt(chunks, claim.trigger) === "official") return "detained";
  // "Are still being held by the group".
  if (claim.outcome === "detained" && (cue?.kind === "pred" && cue.words.includes("held") || cue?.kind === "verb" && cue.outcome?.base === "hold") && agentAfter(chunks, claim.trigger) === "armed") return "abducted";
  if (claim.outcome !== "detained" || cue?.kind !== "verb") return claim.outcome;
  const inner = nounPhraseAt(chunks, chunks.indexOf(claim.np) + 2);
  if (cue.outcome?.base === "capture" && (CAPTIVES.test(claim.np.head) || claim.np.cls === "bare" && inner !== null && CAPTIVES.test(inner.head) ||
    // "Killed 60 soldiers and captured 14".
    claim.np.cls === "bare" && inner === null && CAPTIVES.test(countedBefore(chunks, claim.np)?.head ?? ""))) return "abducted";
  if (cue.outcome?.base === "hold" && /\b(?:hostages?|captives?|kidnap\w*|abduct\w*)\b/i.test(text.slice(chunks[0]?.start ?? 0, chunks.at(-1)?.end ?? 0))) return "abducted";
  return claim.outcome;
}

/** The counted noun phrase before another in its clause. */
const countedBefore = (chunks: readonly Chunk[], np: NounPhrase): NounPhrase | null =>
  chunks.slice(0, Math.max(0, chunks.indexOf(np))).filter((chunk) => chunk.kind === "np").filter((chunk) => chunk.quantity !== null).at(-1) ?? null;

const isPerfect = (chunk: Chunk | undefined): boolean => chunk?.kind === "verb" && (chunk.words.includes("have") || chunk.words.includes("has"));

const isClauseOpener = (chunk: Chunk | undefined): boolean => chunk?.kind === "sub" && /^(?:when|while|where|but|although|though|because|after|as)$/.test(chunk.lower);

/** The stretch of the sentence that may say over what a figure runs. */
function clauseAround(chunks: readonly Chunk[], a: number, b: number, text: string): string {
  let first = Math.min(a, b);
  let last = Math.max(a, b);
  while (first > 0 && chunks[first - 1]?.kind !== "stop" && chunks[first - 1]?.kind !== "rel" && !isClauseOpener(chunks[first - 1])) first--;
  while (last < chunks.length - 1 && chunks[last + 1]?.kind !== "stop" && !(chunks[last + 1]?.kind === "sub" && chunks[last + 1]?.kind !== undefined && (chunks[last + 1] as { lower?: string }).lower !== "since")) last++;
  return text.slice(chunks[first]?.start ?? 0, chunks[last]?.end ?? 0);
}

/** The noun phrase that says who: after the quantity, or after its "of"; null for a number that stands alone. */
function victimsOf(chunks: readonly Chunk[], at: number, np: NounPhrase, text: string): string | null {
  if (np.noun) return null;
  if (np.nounStart < np.end && np.head !== "") return text.slice(np.nounStart, np.end);
  if (chunks[at + 1]?.kind === "of") {
    const inner = nounPhraseAt(chunks, at + 2);
    if (inner && inner.cls !== "pron") return text.slice(inner.quantity ? inner.nounStart : inner.det === "poss" || inner.det === null ? inner.start : inner.nounStart, inner.end) || null;
  }
  return null;
}
