import { calibrationError } from "../../src/training/calibrate-confidence.js";
import { confidenceExamples } from "./confidence-examples.js";
import type { ReadText } from "./read-text.js";

/** Prints the calibration of confidence on the half of the labelled sets that it was not fitted on. */
export function benchConfidence(read: ReadText): void {
  const examples = confidenceExamples(read, 0);
  if (!examples) return;
  const error = calibrationError(examples);
  console.log(
    `\nconfidence: expected calibration error ${error?.toFixed(3)} on ${examples.length} figures of half 0 (fitted on half 1, \`npm run train:casualties\`)`,
  );
}
