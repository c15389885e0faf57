/**
 * How well casualty figures and the tolls of articles are read, on the data sets beside the checkout.
 *
 *   npm run bench:casualties [-- --errors] [-- --ablation] [-- --learnt] [-- --labelled]
 *
 * --errors lists what is missed and spurious in half 0 of the labelled sets; --ablation tells what each list of rows is
 * worth; --learnt what a small model reaches beside them; --labelled leaves out the sets with one label a document
 * and the shares of the stages, which take minutes.
 */
import { benchAblation } from "./casualties/ablation.js";
import { benchConfidence } from "./casualties/confidence.js";
import { benchFarNumbers } from "./casualties/far-numbers.js";
import { benchLabelled } from "./casualties/labelled.js";
import { benchLearnt } from "./casualties/learnt.js";
import { loadReadText } from "./casualties/read-text.js";
import { benchShare } from "./casualties/share.js";
import { benchWeak } from "./casualties/weak.js";

const read = await loadReadText();
const wants = (option: string): boolean => process.argv.includes(option);
for (const set of ["labelled/dev", "labelled/rare"]) benchLabelled(set, read, wants("--errors"));
benchConfidence(read);
if (wants("--ablation")) benchAblation(read);
if (wants("--learnt")) benchLearnt(read);
if (!wants("--labelled")) {
  benchShare();
  for (const set of ["wad", "gva"]) benchFarNumbers(set, read);
  for (const set of ["wad", "gva", "muc34", "wikipedia-disasters"]) benchWeak(set, read);
}
