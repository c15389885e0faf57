/**
 * Fits the confidence of casualty figures on the half of the labelled sets whose errors nobody looked at, and writes
 * `lexicons/casualty-confidence.tsv`. The other half measures it.
 *
 *   npm run train:casualties
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { calibrationError } from "../src/training/calibrate-confidence.js";
import { fitConfidence, judgeExamples } from "../src/training/fit-confidence.js";
import { confidenceExamples } from "./casualties/confidence-examples.js";
import { loadReadText } from "./casualties/read-text.js";

const HEAD = `# Confidence of casualty figures: log-odds that outcome and numbers are right, added over the features of a figure.
# Source: \`npm run train:casualties\`, a logistic regression on the labelled figures. Do not edit. Licence: MIT, as the project.
# Columns: feature (as src/recognize/casualties/confidence.ts names them; bias counts always; doubted is given, not fitted), weight
feature\tweight
`;

const read = await loadReadText();
const [seen, held] = [confidenceExamples(read, 0), confidenceExamples(read, 1)];
if (!seen || !held) throw new Error("The labelled sets are not beside this checkout: they are needed to fit.");
const crossed = [
  [seen, held],
  [held, seen],
] as const;
for (const [fit, test] of crossed) {
  const judged = judgeExamples(test, fitConfidence(fit));
  console.log(
    `fitted on ${fit.length} figures, expected calibration error ${calibrationError(judged)?.toFixed(3)} on the other ${test.length}`,
  );
}
const rows = [...fitConfidence(held)].map(([feature, weight]) => `${feature}\t${weight}`);
writeFileSync(fileURLToPath(new URL("../lexicons/casualty-confidence.tsv", import.meta.url)), `${HEAD}${rows.join("\n")}\n`);
