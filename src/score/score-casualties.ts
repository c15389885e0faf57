import { OUTCOMES } from "../model/casualty.js";
import type { Label } from "./label.js";
import { type Matching, type PairWorth, matchLabels } from "./match.js";
import { overlapRatio } from "./schemes.js";
import { type TallyTable, addCounts } from "./tally.js";

/** Explicit figures are the main score; `all` adds the implicit ones ("a woman was shot dead"). */
export const FIGURE_SETS = ["explicit", "all"] as const;
export type FigureSet = (typeof FIGURE_SETS)[number];

/** Compared on explicit figures whose outcome and numbers are right. */
export const ATTRIBUTES = ["qualifier", "modality", "scope", "attribution", "victims"] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

export const figureRow = (set: FigureSet): string => `casualties/${set}`;
export const figureOutcomeRow = (set: FigureSet, outcome: string): string => `casualties/${set}/${outcome}`;
export const outcomeOnlyRow = (set: FigureSet): string => `casualties/${set}-outcome-only`;
export const attributeRow = (attribute: Attribute): string => `casualties/attribute/${attribute}`;

/** The rows that {@link tallyCasualties} fills. */
export const CASUALTY_ROWS: readonly string[] = [
  ...FIGURE_SETS.flatMap((set) => [figureRow(set), outcomeOnlyRow(set), ...OUTCOMES.map((outcome) => figureOutcomeRow(set, outcome))]),
  ...ATTRIBUTES.map(attributeRow),
];

export const sameOutcome = (a: Label, b: Label): boolean => a.outcome === b.outcome;
export const sameNumbers = (a: Label, b: Label): boolean =>
  (a.value ?? null) === (b.value ?? null) && (a.low ?? null) === (b.low ?? null) && (a.high ?? null) === (b.high ?? null);

/** Figures pair by an equal outcome and overlapping spans; equal numbers come first. */
const WORTH: PairWorth = (g, p) => (sameOutcome(g, p) ? [sameNumbers(g, p) ? 2 : 1, 1 + agreeing(g, p), overlapRatio(g, p)] : [0, 0, 0]);

const agreeing = (g: Label, p: Label): number => ATTRIBUTES.filter((attribute) => sameAttribute(attribute, g, p)).length;

/** Attribution and victims count as right when both name somebody or neither does: their wording is not fixed by the guide. */
export function sameAttribute(attribute: Attribute, gold: Label, predicted: Label): boolean {
  return attribute === "attribution" || attribute === "victims"
    ? Boolean(gold[attribute]) === Boolean(predicted[attribute])
    : gold[attribute] === predicted[attribute];
}

/** Counts the figures of one article. Returns the matching over all figures, explicit and implicit. */
export function tallyCasualties(table: TallyTable, article: number, gold: readonly Label[], predicted: readonly Label[]): Matching {
  let all: Matching = { pairs: [], missed: [], spurious: [] };
  for (const set of FIGURE_SETS) {
    const golds = set === "all" ? gold : gold.filter((label) => label.implicit !== true);
    const predictions = set === "all" ? predicted : predicted.filter((label) => label.implicit !== true);
    const matching = matchLabels(golds, predictions, WORTH);
    all = matching;
    for (const label of golds) countFigure(table, article, set, label, { gold: 1 });
    for (const label of predictions) countFigure(table, article, set, label, { predicted: 1 });
    for (const g of matching.missed) countFigure(table, article, set, golds[g], { missing: 1 });
    for (const p of matching.spurious) countFigure(table, article, set, predictions[p], { spurious: 1 });
    for (const [g, p] of matching.pairs) {
      const a = golds[g];
      const b = predictions[p];
      if (!a || !b) continue;
      const right = sameNumbers(a, b);
      addCounts(table, article, figureRow(set), { [right ? "correct" : "incorrect"]: 1 });
      addCounts(table, article, figureOutcomeRow(set, a.outcome ?? ""), { [right ? "correct" : "incorrect"]: 1 });
      addCounts(table, article, outcomeOnlyRow(set), { correct: 1 });
      if (!right || set === "all") continue;
      for (const attribute of ATTRIBUTES) {
        if (a[attribute] === undefined) continue;
        const same = sameAttribute(attribute, a, b);
        addCounts(table, article, attributeRow(attribute), { [same ? "correct" : "incorrect"]: 1, predicted: 1, gold: 1 });
      }
    }
  }
  return all;
}

function countFigure(
  table: TallyTable,
  article: number,
  set: FigureSet,
  label: Label | undefined,
  counts: Parameters<typeof addCounts>[3],
): void {
  for (const row of ROWS_OF[set].get(label?.outcome ?? "") ?? ROWS_WITHOUT_OUTCOME[set]) addCounts(table, article, row, counts);
}

const ROWS_WITHOUT_OUTCOME = {
  explicit: [figureRow("explicit"), outcomeOnlyRow("explicit")],
  all: [figureRow("all"), outcomeOnlyRow("all")],
} as const;
const rowsByOutcome = (set: FigureSet): ReadonlyMap<string, readonly string[]> =>
  new Map(OUTCOMES.map((outcome) => [outcome, [...ROWS_WITHOUT_OUTCOME[set], figureOutcomeRow(set, outcome)]]));
const ROWS_OF = { explicit: rowsByOutcome("explicit"), all: rowsByOutcome("all") } as const;
