/**
 * How well casualty figures and the tolls of articles are read, on the data sets beside the checkout.
 *
 *   npm run bench:casualties [-- --errors]     --errors lists what is missed and spurious in half 0 of the labelled sets
 */
import { benchLabelled } from "./casualties/labelled.js";
import { loadReadText } from "./casualties/read-text.js";
import { benchWeak } from "./casualties/weak.js";

const read = await loadReadText();
const showErrors = process.argv.includes("--errors");
for (const set of ["labelled/dev", "labelled/rare"]) benchLabelled(set, read, showErrors);
for (const set of ["wad", "gva", "muc34", "wikipedia-disasters"]) benchWeak(set, read);
