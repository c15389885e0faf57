import type { CasualtyMention } from "../../model/mention.js";
import type { AnalyzedText } from "../../model/token.js";
import { confidenceFeatures, confidenceOf, type ConfidenceWeights } from "./confidence.js";
import { doubtOf } from "./self-check.js";
import type { Vocabulary } from "./vocabulary.js";

/** So many figures before and after one are its rivals: a text of figures alone is weighed in linear time. */
const WINDOW = 40;

/** Gives every figure its confidence, and the reason for doubt to those that can hardly be. Figures come in text order. */
export function weighFigures(
  figures: readonly CasualtyMention[],
  analyzed: AnalyzedText,
  vocabulary: Vocabulary,
  weights: ConfidenceWeights,
): readonly CasualtyMention[] {
  let s = 0;
  return figures.map((figure, i) => {
    while (s < analyzed.sentences.length - 1 && (analyzed.sentences[s]?.end ?? 0) <= figure.start) s++;
    const near = figures.slice(Math.max(0, i - WINDOW), i + WINDOW);
    const doubt = doubtOf({ figure, figures: near, analyzed, vocabulary });
    const checked = doubt === null ? figure : { ...figure, doubt };
    return { ...checked, confidence: confidenceOf(confidenceFeatures(checked, analyzed.sentences[s], near, analyzed), weights) };
  });
}
