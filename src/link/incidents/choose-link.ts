import type { CasualtyMention } from "../../model/mention.js";
import { inOneClause, type Anchor, type Told } from "./describe-relation.js";
import { extentOf, type Placed, type Scene } from "./read-scene.js";
import { weighEvidence, type EvidenceWeights } from "./weigh-evidence.js";

/** The mention chosen, where it stands, and how likely it is right. */
export interface Choice<P extends Placed = Placed> {
  readonly chosen: P;
  readonly reason: LinkReason;
  readonly confidence: number;
  /** Rivals that are likely enough to be told, the likeliest first. */
  readonly rivals: readonly Rival<P>[];
}

/** A mention that was not chosen, and how likely it is right. */
export interface Rival<P extends Placed = Placed> {
  readonly rival: P;
  readonly confidence: number;
}

/** A rival is told where it is this likely at least; how many are told at most. */
const TOLD = { least: 0.04, most: 3 } as const;

/** From where an incident is told: its figures with the words of their outcome, in order of the text. */
export const anchorsOf = (figures: readonly Placed<CasualtyMention>[], scene: Scene): readonly Anchor[] =>
  figures.map((figure) => ({ ...extentOf(figure, scene.tokenAt), sentence: figure.sentence }));

/** The features of "none of these". */
export function describeNone(
  figures: readonly CasualtyMention[],
  { anchors, others, aggregate }: Told,
  candidates: readonly Placed[],
): readonly string[] {
  const features = ["none"];
  if (aggregate) features.push("none:aggregate");
  if (!candidates.some((one) => anchors.some(({ sentence }) => sentence === one.sentence))) features.push("none:none-in-sentence");
  const first = anchors[0]?.first ?? 0;
  if (others.length > 0) features.push(others.some((other) => other.first < first) ? "none:later-incident" : "none:first-incident");
  if (anchors.length === 1) features.push("none:one-figure");
  if (figures.every(({ scope }) => scope === "cumulative")) features.push("none:cumulative");
  if (figures.every(({ value }) => value === 0)) features.push("none:zero");
  if (figures.every(({ outcome }) => outcome === "detained")) features.push("none:detained");
  if (figures.every(({ modality }) => modality === "hypothetical")) features.push("none:hypothetical");
  if (figures.every(({ implicit }) => implicit)) features.push("none:implicit");
  return features;
}

/**
 * Chooses among the candidates. Mentions of one key count together; of the likeliest key the likeliest mention is
 * given, or nothing where none is likelier.
 */
export function chooseLink<P extends Placed>(
  candidates: readonly P[],
  describe: (candidate: P) => readonly string[],
  none: readonly string[],
  weights: EvidenceWeights,
  reasonOf: (chosen: P) => LinkReason,
): Choice<P> | null {
  const described = candidates.map(describe);
  const weighed = weighEvidence(described, none, weights);
  const keys = new Map<string, number>();
  candidates.forEach(({ key }, i) => keys.set(key, (keys.get(key) ?? 0) + (weighed.candidates[i] ?? 0)));
  let best = -1;
  candidates.forEach(({ key }, i) => {
    const [sum, own] = [keys.get(key) ?? 0, weighed.candidates[i] ?? 0];
    const [bestSum, bestOwn] = best < 0 ? [0, 0] : [keys.get(candidates[best]?.key ?? "") ?? 0, weighed.candidates[best] ?? 0];
    if (sum > bestSum || (sum === bestSum && own > bestOwn)) best = i;
  });
  const chosen = candidates[best];
  const confidence = chosen ? (keys.get(chosen.key) ?? 0) : 0;
  if (!chosen || weighed.none >= confidence) return null;
  return { chosen, reason: reasonOf(chosen), confidence: rounded(confidence), rivals: rivalsOf(chosen, candidates, keys) };
}

const rounded = (share: number): number => Math.round(share * 1000) / 1000;

/** The first mention of each further key that is likely enough. */
function rivalsOf<P extends Placed>(chosen: P, candidates: readonly P[], keys: ReadonlyMap<string, number>): readonly Rival<P>[] {
  const likely = [...keys]
    .filter(([key, share]) => key !== chosen.key && share >= TOLD.least)
    .sort((a, b) => b[1] - a[1])
    .slice(0, TOLD.most);
  return likely.flatMap(([key, share]) => {
    const rival = candidates.find((candidate) => candidate.key === key);
    return rival ? [{ rival, confidence: rounded(share) }] : [];
  });
}

/**
 * Where a chosen mention stands, as seen from the nearest figure: in its clause, its sentence, the sentence before or
 * after, its paragraph; else in the title, in the lead (the first three sentences), or elsewhere.
 */
export const LINK_REASONS = ["clause", "sentence", "sentence-before", "sentence-after", "paragraph", "title", "lead", "elsewhere"] as const;
export type LinkReason = (typeof LINK_REASONS)[number];

const LEAD_SENTENCES = 3;

/** Says why a mention was chosen for what the anchors tell. */
export function explainChoice(chosen: Placed, anchors: readonly Anchor[], scene: Scene): LinkReason {
  const found = new Set(anchors.map((anchor) => relationTo(chosen, anchor, scene)));
  return LINK_REASONS.find((reason) => found.has(reason)) ?? "elsewhere";
}

function relationTo(chosen: Placed, anchor: Anchor, scene: Scene): LinkReason {
  const apart = chosen.sentence - anchor.sentence;
  if (apart === 0) return inOneClause(chosen, anchor, scene) ? "clause" : "sentence";
  if (apart === -1) return "sentence-before";
  if (apart === 1) return "sentence-after";
  if (scene.paragraphs[chosen.sentence] === scene.paragraphs[anchor.sentence]) return "paragraph";
  if (chosen.sentence < scene.titleSentences) return "title";
  return chosen.sentence < scene.titleSentences + LEAD_SENTENCES ? "lead" : "elsewhere";
}
