import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import { VICTIM_CLASSES, type VictimClass } from "../../model/toll.js";

/** Says who the victims are that some words name. */
export type ClassOfVictims = (wording: string) => VictimClass;

/** Of several nouns in one phrase ("two female soldiers") the first of these counts. */
const ORDER: readonly VictimClass[] = [
  "perpetrator",
  "police",
  "combatant",
  "journalist",
  "aid-worker",
  "detainee",
  "child",
  "woman",
  "man",
  "civilian",
];

/** Reads `lexicons/victim-classes.tsv`. */
export function createVictimClasses(lexicons: Lexicons): ClassOfVictims {
  const classes = new Map<string, VictimClass>();
  for (const row of lexicons.get("victim-classes") ?? []) {
    const found = VICTIM_CLASSES.find((one) => one === row["class"]);
    if (found) classes.set(row["noun"] ?? "", found);
  }
  return (wording) => {
    const found = new Set((wording.toLowerCase().match(/\p{L}+/gu) ?? []).map((word) => classes.get(word)));
    return ORDER.find((one) => found.has(one)) ?? "unknown";
  };
}
