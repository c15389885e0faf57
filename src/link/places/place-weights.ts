import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import { FEATURES } from "./candidate-features.js";

/** What turns features into probabilities, read from `lexicons/place-weights.tsv`. */
export interface PlaceWeights {
  /** One weight a feature, in the order of `FEATURES`. */
  readonly features: Float64Array;
  /** Weights of the logistic curve that makes a probability of being right: see {@link CONFIDENCE_TERMS}. */
  readonly confidence: Float64Array;
}

/** What the confidence of a placement rests on. */
export const CONFIDENCE_TERMS = [
  "bias",
  "margin",
  "single",
  "listed",
  "population",
  "area",
  "container",
  "country",
  "kindClashes",
  "support",
] as const;

export function readPlaceWeights(lexicons: Lexicons): PlaceWeights {
  const weights = new Map((lexicons.get("place-weights") ?? []).map(({ name = "", weight }) => [name, Number(weight)] as const));
  const read = (names: readonly string[]): Float64Array => Float64Array.from(names, (name) => weights.get(name) ?? 0);
  return { features: read(FEATURES), confidence: read(CONFIDENCE_TERMS.map((term) => `confidence.${term}`)) };
}
