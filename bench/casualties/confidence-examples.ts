import { confidenceFeatures } from "../../src/recognize/casualties/confidence.js";
import type { ConfidenceExample } from "../../src/training/fit-confidence.js";
import { pairFigures, sameNumbers, type LabelledRow } from "./labelled.js";
import { halfOf, readSet } from "./read-sets.js";
import type { ReadText } from "./read-text.js";

/** Every figure that is read in one half of the labelled sets, with its features and whether it is right; null without the sets. */
export function confidenceExamples(read: ReadText, half: 0 | 1): readonly (ConfidenceExample & { readonly confidence: number })[] | null {
  const sets = ["labelled/dev", "labelled/rare"].map((name) => readSet<LabelledRow>(name));
  if (sets.some((rows) => rows === null)) return null;
  return sets
    .flatMap((rows) => rows ?? [])
    .filter((row) => halfOf(row.id) === half)
    .flatMap((row) => {
      const { figures, analyzed } = read(row.text);
      const right = new Set(
        pairFigures(row.figures, figures)
          .filter(([gold, found]) => sameNumbers(gold, found))
          .map(([, found]) => found),
      );
      return figures.map((figure) => {
        const sentence = analyzed.sentences.find(({ start, end }) => start <= figure.start && figure.start < end);
        return {
          features: confidenceFeatures(figure, sentence, figures, analyzed),
          right: right.has(figure),
          confidence: figure.confidence,
        };
      });
    });
}
