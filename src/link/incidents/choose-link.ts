import type { CasualtyMention } from "../../model/mention.js";
import type { Anchor } from "./describe-relation.js";
import { extentOf, type Placed, type Scene } from "./read-scene.js";
import { weighEvidence, type EvidenceWeights } from "./weigh-evidence.js";

/** The mention chosen, the evidence that weighed most for it, and how likely it is right. */
export interface Choice<P extends Placed = Placed> {
  readonly chosen: P;
  readonly reason: string;
  readonly confidence: number;
}

/** From where an incident is told: its figures with the words of their outcome, in order of the text. */
export const anchorsOf = (figures: readonly Placed<CasualtyMention>[], scene: Scene): readonly Anchor[] =>
  figures.map((figure) => ({ ...extentOf(figure, scene.tokenAt), sentence: figure.sentence }));

/** The features of "none of these". */
export function describeNone(figures: readonly CasualtyMention[], aggregate: boolean): readonly string[] {
  const features = ["none"];
  if (aggregate) features.push("none:aggregate");
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
  candidates: readonly P[], describe: (candidate: P) => readonly string[], none: readonly string[], weights: EvidenceWeights,
): Choice<P> | null {
  const described = candidates.map(describe);
  const weighed = weighEvidence(described, none, weights);
  const keys = new Map<string, number>();
  candidates.forEach(({ key }, i) => keys.set(key, (keys.get(key) ?? 0) + (weighed.candidates[i] ?? 0)));
  let best = -1;
  candidates.forEach(({ key }, i) => {
    const [sum, own] = [keys.get(key) ?? 0, weighed.candidates[i] ?? 0];
    const [bestSum, bestOwn] = best < 0 ? [0, 0] : [keys.get(candidates[best]?.key ?? "") ?? 0, weighed.candidates[best] ?? 0];
    if (sum > bestSum || sum === bestSum && own > bestOwn) best = i;
  });
  const chosen = candidates[best];
  const confidence = chosen ? keys.get(chosen.key) ?? 0 : 0;
  if (!chosen || weighed.none >= confidence) return null;
  return { chosen, reason: reasonOf(described[best] ?? [], weights), confidence: Math.round(confidence * 1000) / 1000 };
}

/** The feature that speaks most for a choice. */
function reasonOf(features: readonly string[], weights: EvidenceWeights): string {
  let best = "";
  for (const feature of features) if (best === "" || (weights[feature] ?? 0) > (weights[best] ?? 0)) best = feature;
  return best;
}
