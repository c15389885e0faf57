import type { Outcome } from "../../model/casualty.js";
import type { CasualtyMention } from "../../model/mention.js";
import type { NamedVictim } from "../../model/toll.js";
import { admits, isNegated } from "./admit-rows.js";
import { sourceFor, sourcesOf, type Source } from "./attribution.js";
import type { Chunk, NounPhrase } from "./chunk.js";
import { isIncrement, type Claim } from "./claim.js";
import type { CompileWording } from "./compile-pattern.js";
import { nounPhraseAt } from "./clause.js";
import { isPartOfKnown } from "./continuation-rows.js";
import { continueClaims } from "./continuations.js";
import { agentAfter, captorAt } from "./custody-rules.js";
import { modalityOf } from "./modality.js";
import { boundByVerb } from "./bound-by-verb.js";
import type { PronounDeath } from "./pronouns.js";
import type { RulesAt } from "./rules.js";
import { withoutComparisons } from "./scope.js";
import { isCumulative } from "./scope-rows.js";

type NamedClaim = Claim & { readonly rule: string };

/** The figures of one clause list, and those whom it names without a number. */
export interface SettledFigures {
  readonly figures: readonly CasualtyMention[];
  readonly named: readonly NamedVictim[];
  /** Deaths told of a pronoun. */
  readonly pronouns: readonly PronounDeath[];
}

/** All figures of one clause list: rules make claims, claims go on in lists, and each surviving claim becomes a mention. */
export function settleFigures(chunks: readonly Chunk[], text: string, rulesAt: RulesAt, compile: CompileWording): SettledFigures {
  const { claims, names, pronouns: told } = claimsOf(chunks, text, rulesAt);
  const pronouns = told
    .filter((claim) => modalityOf(chunks, claim.np, claim.trigger, text) === "reported" && !isNegated(chunks, claim.trigger))
    .map(({ np }): PronounDeath => ({ start: np.start, end: np.end, sex: np.head === "she" ? "female" : "male" }));
  const named = names.flatMap((claim): readonly NamedVictim[] => {
    const modality = modalityOf(chunks, claim.np, claim.trigger, text);
    if (modality !== "reported" && modality !== "feared") return [];
    const { start, end } = claim.np;
    return [{ start, end, text: text.slice(start, end), outcome: claim.outcome, modality }];
  });
  if (claims.length === 0) return { figures: [], named, pronouns };
  const continued = continueClaims(chunks, claims) as readonly NamedClaim[];
  const settled = onePerOutcome(continued.filter((claim) => admits(claim, chunks)));
  if (settled.length === 0) return { figures: [], named, pronouns };
  const sources = sourcesOf(chunks, chunks.at(-1)?.end ?? 0, text);
  const figures = settled
    .map((claim) => mentionOf(claim, settled, { chunks, text, sources, compile }))
    // A single victim without a number of a thing that has not happened is nobody yet.
    .filter((mention) => !(mention.implicit && mention.modality === "hypothetical"));
  return { figures, named, pronouns };
}

interface ClaimsOfClause {
  readonly claims: readonly NamedClaim[];
  readonly names: readonly NamedClaim[];
  readonly pronouns: readonly NamedClaim[];
}

/** What the rules claim in a clause list: of people counted or described, of people named, and the deaths of pronouns. */
function claimsOf(chunks: readonly Chunk[], text: string, rulesAt: RulesAt): ClaimsOfClause {
  const claims: NamedClaim[] = [];
  const names: NamedClaim[] = [];
  const pronouns: NamedClaim[] = [];
  for (const [at, chunk] of chunks.entries()) {
    for (const rule of rulesAt(chunk)) {
      for (const claim of rule.find(chunks, at)) {
        if (admits(claim, chunks)) claims.push({ ...claim, rule: rule.name });
        else if (isNamed(claim.np, text)) names.push({ ...claim, rule: rule.name });
        else if (claim.outcome === "killed" && /^(?:he|she)$/.test(claim.np.head)) pronouns.push({ ...claim, rule: rule.name });
      }
    }
  }
  return { claims, names, pronouns };
}

/** "Ana Ruiz", "presenter Luis Vega": a person whom the text names. */
function isNamed(np: NounPhrase, text: string): boolean {
  if (np.quantity !== null || np.nominal !== null) return false;
  if (np.proper) return np.cls !== "time";
  return np.det === null && np.cls === "person" && !np.plural && /^\s*\p{Lu}/u.test(text.slice(np.headEnd, np.end));
}

/** Drops repeated claims on one noun phrase, and the wound where the same clause also states the death. */
function onePerOutcome(claims: readonly NamedClaim[]): readonly NamedClaim[] {
  const byPhrase = new Map<NounPhrase, NamedClaim[]>();
  // "No one was killed or injured" is a zero for each outcome.
  const single = claims.flatMap((claim) =>
    claim.outcome === "killed-or-injured" && claim.np.quantity?.read.kind === "zero"
      ? [
          { ...claim, outcome: "killed" as const },
          { ...claim, outcome: "injured" as const, weak: false },
        ]
      : [claim],
  );
  for (const claim of single) {
    const list = byPhrase.get(claim.np) ?? [];
    const same = list.findIndex((c) => c.outcome === claim.outcome);
    if (same < 0) list.push(claim);
    else if (claim.subset && !list[same]?.subset) list[same] = { ...(list[same] as NamedClaim), subset: true };
    byPhrase.set(claim.np, list);
  }
  return [...byPhrase.values()].flatMap((list) => list.filter((claim) => !givesWay(claim, list))).sort((a, b) => a.np.start - b.np.start);
}

/** Outcomes that say less than another of the same people. */
function givesWay(claim: NamedClaim, list: readonly NamedClaim[]): boolean {
  const has = (outcome: Outcome): boolean => list.some((c) => c.outcome === outcome);
  if (claim.outcome === "injured" && claim.weak && has("killed") && claim.np.quantity?.read.kind !== "zero") return true;
  if (claim.outcome === "detained" && has("abducted")) return true;
  if ((claim.outcome === "killed" || claim.outcome === "missing") && has("killed-or-missing")) return true;
  return (claim.outcome === "killed" || claim.outcome === "injured") && has("killed-or-injured");
}

/** "Attacked a group of traders, killing five of them": a part of people whom no figure counts is the figure itself. */
function standsForUncounted(chunks: readonly Chunk[], np: NounPhrase, claims: readonly Claim[]): boolean {
  const at = chunks.indexOf(np);
  const inner = nounPhraseAt(chunks, at + 2);
  return (
    inner?.cls === "pron" && at > 2 && !claims.some((claim) => claim.np !== np && claim.np.start < np.start && claim.np.quantity !== null)
  );
}

/** A clause list with the text that it comes from and the sources that it names. */
interface Clause {
  readonly chunks: readonly Chunk[];
  readonly text: string;
  readonly sources: readonly Source[];
  readonly compile: CompileWording;
}

function mentionOf(claim: NamedClaim, claims: readonly NamedClaim[], { chunks, text, sources, compile }: Clause): CasualtyMention {
  const { np } = claim;
  const at = chunks.indexOf(np);
  const cue = chunks[claim.trigger];
  const read = boundByVerb(chunks, at, np.quantity?.read ?? null);
  const implicit = np.quantity === null;
  const start = np.quantity?.start ?? np.start;
  const end = np.quantity?.end ?? np.headEnd;
  const source = sourceFor(sources, start);
  return {
    kind: "casualty",
    start,
    end,
    text: text.slice(start, end),
    by: `casualty:${claim.rule}`,
    confidence: 1,
    outcome: outcomeOf(claim, chunks, text),
    value: read ? read.value : 1,
    low: read ? read.low : 1,
    high: read ? read.high : 1,
    qualifier: read ? read.qualifier : "exact",
    victims: victimsOf(chunks, at, np, text),
    modality: modalityOf(chunks, np, claim.trigger, text),
    scope: isSubset(claim, claims, chunks) ? "subset" : !implicit && runsOver(claim, chunks, text, compile) ? "cumulative" : "incident",
    attribution: source ? text.slice(source.span.start, source.span.end) : null,
    implicit,
    cue: { start: cue?.start ?? start, end: cue?.end ?? end },
    ...(isIncrement(np) ? { increment: true } : {}),
  };
}

function isSubset(claim: NamedClaim, claims: readonly NamedClaim[], chunks: readonly Chunk[]): boolean {
  const { np } = claim;
  if (np.quantity?.read.kind === "zero") return false;
  return (
    claim.subset === true ||
    (np.modifiers.includes("remaining") && claims.some((c) => c.np.start < np.start)) ||
    (isPartOfKnown(chunks, np) && !standsForUncounted(chunks, np, claims)) ||
    followsOfThose(chunks, chunks.indexOf(np))
  );
}

/** The clause of a claim as the rows of scope see it. */
function runsOver(claim: NamedClaim, chunks: readonly Chunk[], text: string, compile: CompileWording): boolean {
  const at = chunks.indexOf(claim.np);
  const clause = clauseAround(chunks, at < 0 ? claim.trigger : at, claim.trigger, text);
  // "Jailed for 12 years" tells how long, not over what time.
  const wording = claim.outcome === "detained" ? clause.replace(/\bfor [^,;]*\b(?:years?|months?|weeks?|days?)\b/gi, "") : clause;
  return isCumulative({ claim, chunks, clause: withoutComparisons(wording, compile), perfect: isPerfect(chunks[claim.trigger]), compile });
}

/** "Of those, 40 were children": the sentence opens by naming the whole. */
function followsOfThose(chunks: readonly Chunk[], at: number): boolean {
  // "1,107 were injured, of whom 44 are in intensive care".
  if (at > 2 && chunks[at - 1]?.kind === "rel" && chunks[at - 2]?.kind === "of") return true;
  const opener = chunks[0];
  const opens = opener?.kind === "of" || (opener?.kind === "prep" && /^(?:among|amongst)$/.test(opener.lower));
  return at > 1 && at <= 5 && opens && chunks[1]?.kind === "np" && chunks[1].quantity === null && chunks[2]?.kind === "comma";
}

/** Soldiers who are captured are captives, not detainees; people held where the sentence speaks of hostages likewise. */
function outcomeOf(claim: NamedClaim, chunks: readonly Chunk[], text: string): Outcome {
  const cue = chunks[claim.trigger];
  // "Taken away by police": whom officials take away they arrest.
  if (
    claim.outcome === "abducted" &&
    cue?.kind === "verb" &&
    /^(?:away|off)$/.test(cue.outcome?.particle ?? "") &&
    (captorAt(chunks, claim.trigger) === "official" || isByPolice(chunks, claim.trigger))
  )
    return "detained";
  if (claim.outcome !== "detained") return claim.outcome;
  const held = (cue?.kind === "pred" && cue.words.includes("held")) || (cue?.kind === "verb" && cue.outcome?.base === "hold");
  // "Are still being held by the group".
  if (held && agentAfter(chunks, claim.trigger) === "armed") return "abducted";
  if (cue?.kind !== "verb") return claim.outcome;
  if (cue.outcome?.base === "capture" && isCaptive(claim.np, chunks)) return "abducted";
  const sentence = text.slice(chunks[0]?.start ?? 0, chunks.at(-1)?.end ?? 0);
  return cue.outcome?.base === "hold" && /\b(?:hostages?|captives?|kidnap\w*|abduct\w*)\b/i.test(sentence) ? "abducted" : claim.outcome;
}

/** "Taken away in police vans". */
const isByPolice = (chunks: readonly Chunk[], trigger: number): boolean =>
  chunks
    .slice(trigger + 1, trigger + 4)
    .some((chunk) => chunk.kind === "np" && (chunk.modifiers.includes("police") || chunk.head === "police"));

/** Soldiers, sailors, guards; "killed 60 soldiers and captured 14". */
function isCaptive(np: NounPhrase, chunks: readonly Chunk[]): boolean {
  if (np.tags.has("captive")) return true;
  if (np.cls !== "bare") return false;
  const inner = nounPhraseAt(chunks, chunks.indexOf(np) + 2);
  return (inner ?? countedBefore(chunks, np))?.tags.has("captive") === true;
}

/** The counted noun phrase before another in its clause. */
const countedBefore = (chunks: readonly Chunk[], np: NounPhrase): NounPhrase | null =>
  chunks
    .slice(0, Math.max(0, chunks.indexOf(np)))
    .filter((chunk) => chunk.kind === "np")
    .filter((chunk) => chunk.quantity !== null)
    .at(-1) ?? null;

const isPerfect = (chunk: Chunk | undefined): boolean =>
  chunk?.kind === "verb" && (chunk.words.includes("have") || chunk.words.includes("has"));

const isClauseOpener = (chunk: Chunk | undefined): boolean =>
  chunk?.kind === "sub" && /^(?:when|while|where|but|although|though|because|after|as)$/.test(chunk.lower);

/** The stretch of the sentence that may say over what a figure runs. */
function clauseAround(chunks: readonly Chunk[], a: number, b: number, text: string): string {
  let first = Math.min(a, b);
  let last = Math.max(a, b);
  while (first > 0 && chunks[first - 1]?.kind !== "stop" && chunks[first - 1]?.kind !== "rel" && !isClauseOpener(chunks[first - 1]))
    first--;
  const closes = (chunk: Chunk | undefined): boolean => chunk?.kind === "stop" || (chunk?.kind === "sub" && chunk.lower !== "since");
  while (last < chunks.length - 1 && !closes(chunks[last + 1])) last++;
  const from = Math.max(chunks[first]?.start ?? 0, (chunks[Math.min(a, b)]?.start ?? 0) - REACH);
  return text.slice(from, Math.min(chunks[last]?.end ?? 0, (chunks[Math.max(a, b)]?.end ?? 0) + REACH));
}

/** So much of a clause on each side says over what a figure runs (UTF-16 units): a list without an end is read in linear time. */
const REACH = 300;

/** The noun phrase that says who: after the quantity, or after its "of"; null for a number that stands alone. */
function victimsOf(chunks: readonly Chunk[], at: number, np: NounPhrase, text: string): string | null {
  if (np.noun) return null;
  if (np.nounStart < np.end && np.head !== "") return text.slice(np.nounStart, np.end);
  const inner = chunks[at + 1]?.kind === "of" ? nounPhraseAt(chunks, at + 2) : null;
  if (!inner || inner.cls === "pron") return null;
  const whole = inner.quantity === null && (inner.det === "poss" || inner.det === null);
  return text.slice(whole ? inner.start : inner.nounStart, inner.end) || null;
}
