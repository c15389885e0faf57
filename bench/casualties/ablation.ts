import { ADMIT_ROWS } from "../../src/recognize/casualties/admit-rows.js";
import { CONTINUATION_ROWS } from "../../src/recognize/casualties/continuation-rows.js";
import { COUNT_ROWS } from "../../src/recognize/casualties/count-rows.js";
import { AGE_ROWS } from "../../src/recognize/casualties/drop-ages.js";
import { MODALITY_ROWS } from "../../src/recognize/casualties/modality.js";
import { RETAG_ROWS } from "../../src/recognize/casualties/retag-rows.js";
import { SCOPE_ROWS } from "../../src/recognize/casualties/scope-rows.js";
import { SUBJECT_ROWS } from "../../src/recognize/casualties/subjects.js";
import { ATTRIBUTES, f1, share, tallyLabelled } from "./labelled.js";
import type { ReadText } from "./read-text.js";

type Rows = { name: string; when: unknown }[];

/** The lists of rows, and of each what stays when it is taken away: the last resort that decides where nothing else does. */
const LAYERS: readonly (readonly [string, readonly (readonly unknown[])[], readonly string[]])[] = [
  ["count", [COUNT_ROWS], []],
  ["retag", [RETAG_ROWS], []],
  ["ages", [AGE_ROWS], []],
  [
    "subject",
    [...new Set(Object.values(SUBJECT_ROWS))],
    ["nearest-phrase", "chained-verb", "chained-phrase", "relative-pronoun", "clause-border", "shared-subject"],
  ],
  ["admit", [ADMIT_ROWS], ["number", "single-victim"]],
  ["continuation", [CONTINUATION_ROWS], []],
  ["modality", [MODALITY_ROWS], []],
  ["scope", [SCOPE_ROWS], []],
];

/** Prints what the figures of the labelled sets come to without one list of rows after the other. */
export function benchAblation(read: ReadText): void {
  console.log("\nwithout one layer: F1 of explicit figures on labelled/dev and labelled/rare; on what is right of dev, its attributes");
  console.log(`| without | dev | rare | ${ATTRIBUTES.join(" | ")} |`);
  console.log(`|---|---|---|${"---|".repeat(ATTRIBUTES.length)}`);
  line("nothing", read);
  for (const [name, lists, keep] of LAYERS) {
    const removed = lists.map((list) => (list as Rows).splice(0));
    lists.forEach((list, i) => (list as Rows).push(...(removed[i] ?? []).filter((row) => keep.includes(row.name))));
    line(name, read);
    lists.forEach((list, i) => (list as Rows).splice(0, Infinity, ...(removed[i] ?? [])));
  }
}

function line(name: string, read: ReadText): void {
  const [dev, rare] = [tallyLabelled("labelled/dev", read), tallyLabelled("labelled/rare", read)];
  if (!dev || !rare) return;
  console.log(
    `| ${[name, f1(dev.counts.get("explicit")), f1(rare.counts.get("explicit")), ...ATTRIBUTES.map((a) => share(dev, a))].join(" | ")} |`,
  );
}
