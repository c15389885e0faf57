import { OUTCOMES } from "../model/casualty.js";
import { type BootstrapOptions, type SampleSums, drawSamples, percentileInterval, pooledRatios, sampleRatios } from "./bootstrap.js";
import { type LabelledKinds, SCORED_KINDS, UNSCORED_KINDS } from "./labelled-kinds.js";
import {
  ATTRIBUTES,
  type Attribute,
  FIGURE_SETS,
  type FigureSet,
  attributeRow,
  figureOutcomeRow,
  figureRow,
  outcomeOnlyRow,
} from "./score-casualties.js";
import { DATE_MEASURES, type DateMeasure, dateRow } from "./score-dates.js";
import { ENTITY_ROWS } from "./score-entities.js";
import { schemeRow } from "./score-mentions.js";
import { tokenRow } from "./score-tokens.js";
import { SCHEMES, type Scheme } from "./schemes.js";
import {
  type Counts,
  type Ratios,
  type Score,
  type TallyTable,
  addAll,
  countsOf,
  f1Of,
  meanOf,
  ratio,
  ratiosOf,
  sumTable,
} from "./tally.js";

/** Scores of one scheme: every kind, and `micro` and `macro` over the scored kinds. */
export type SchemeScores = Readonly<Record<string, Score>>;

export interface FigureScores {
  /** Outcome and numbers equal, spans overlapping. */
  readonly figures: Score;
  /** Outcome equal, spans overlapping. */
  readonly outcomeOnly: Score;
  readonly byOutcome: Readonly<Record<string, Score>>;
}

/** B-cubed and CEAF; see `score-entities.ts`. */
export interface EntityScores {
  readonly bCubed: Pick<Score, "precision" | "recall" | "f1">;
  readonly ceafMention: Score;
  readonly ceafEntity: Score;
}

/** Which parts of a table were filled. */
export interface Filled {
  readonly tokens: boolean;
  readonly entities: boolean;
}

export interface ScoreTables {
  readonly scores: Readonly<Record<Scheme, SchemeScores>>;
  /** Words that both sides label alike, by kind; null where no text is known. */
  readonly tokens: SchemeScores | null;
  /** How names are grouped into entities; null where one side says no entities. */
  readonly entities: EntityScores | null;
  /** TempEval-3; null where gold labels no dates. */
  readonly dates: Readonly<Record<DateMeasure, Score>> | null;
  /** Null where gold labels no casualty figures. `attributes` are shares of matched explicit figures. */
  readonly casualties:
    (Readonly<Record<FigureSet, FigureScores>> & { readonly attributes: Readonly<Record<Attribute, number | null>> }) | null;
}

/** One row of the output: which table rows it pools, or whose mean it is. */
interface Wanted {
  readonly rows: readonly number[];
  readonly mean: boolean;
}

/** Turns per-article counts into scores with bootstrap intervals. */
export function readScores(table: TallyTable, kinds: LabelledKinds, bootstrap: BootstrapOptions, filled: Filled): ScoreTables {
  const wanted = new Map<string, Wanted>();
  const want = (name: string, rows: readonly string[], mean = false): void => {
    wanted.set(name, { rows: rows.map((row) => table.rowIndex.get(row) ?? -1), mean });
  };
  for (const row of table.rows) want(row, [row]);
  for (const scheme of SCHEMES) {
    const rows = kinds.scored.map((kind) => schemeRow(scheme, kind));
    want(schemeRow(scheme, "micro"), rows);
    want(schemeRow(scheme, "macro"), rows, true);
  }
  want(tokenRow("micro"), kinds.scored.map(tokenRow));
  want(tokenRow("macro"), kinds.scored.map(tokenRow), true);
  const scores = scoreAll(table, wanted, bootstrap);
  const get = (name: string): Score => scores.get(name) ?? EMPTY_SCORE;
  const shown = [...new Set([...SCORED_KINDS, ...kinds.scored, ...UNSCORED_KINDS]), "micro", "macro"];
  return {
    scores: record(SCHEMES, (scheme) => record(shown, (kind) => get(schemeRow(scheme, kind)))),
    tokens: filled.tokens ? record(shown, (kind) => get(tokenRow(kind))) : null,
    entities: filled.entities ? readEntities(get) : null,
    dates: kinds.scored.includes("date") ? record(DATE_MEASURES, (measure) => get(dateRow(measure))) : null,
    casualties: kinds.scored.includes("casualty")
      ? {
          ...record(FIGURE_SETS, (set) => ({
            figures: get(figureRow(set)),
            outcomeOnly: get(outcomeOnlyRow(set)),
            byOutcome: record(OUTCOMES, (outcome) => get(figureOutcomeRow(set, outcome))),
          })),
          attributes: record(ATTRIBUTES, (attribute) => get(attributeRow(attribute)).recall),
        }
      : null,
  };
}

function readEntities(get: (name: string) => Score): EntityScores {
  const [b3Precision, b3Recall, mention, entity] = ENTITY_ROWS;
  const precision = get(b3Precision).precision;
  const recall = get(b3Recall).recall;
  const known = precision !== null && recall !== null;
  return {
    bCubed: { precision, recall, f1: known ? (precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0) : null },
    ceafMention: get(mention),
    ceafEntity: get(entity),
  };
}

function scoreAll(table: TallyTable, wanted: ReadonlyMap<string, Wanted>, bootstrap: BootstrapOptions): ReadonlyMap<string, Score> {
  const sums = sumTable(table);
  const samples = new Map<string, readonly [number[], number[], number[]]>([...wanted.keys()].map((name) => [name, [[], [], []]]));
  drawSamples([table], bootstrap, ([sample]) => {
    if (!sample) return;
    for (const [name, { rows, mean }] of wanted) {
      const ratios = mean ? meanRatios(rows.map((row) => sampleRatios(sample, row))) : sampleOf(sample, rows);
      ratios.forEach((value, i) => {
        if (value !== null) samples.get(name)?.[i]?.push(value);
      });
    }
  });
  return new Map(
    [...wanted].map(([name, { rows, mean }]) => {
      const counts = addAll(rows.map((row) => countsOf(sums, row)));
      const [precision, recall, f1] = mean ? meanRatios(rows.map((row) => ratiosOf(sums, row))) : ratiosOfCounts(counts);
      const [p = [], r = [], f = []] = samples.get(name) ?? [];
      return [
        name,
        {
          ...counts,
          precision,
          recall,
          f1,
          interval: f1 === null ? null : percentileInterval(f),
          precisionInterval: precision === null ? null : percentileInterval(p),
          recallInterval: recall === null ? null : percentileInterval(r),
        },
      ];
    }),
  );
}

const sampleOf = (sample: SampleSums, rows: readonly number[]): Ratios =>
  rows.length === 1 ? sampleRatios(sample, rows[0] ?? 0) : pooledRatios(sample, rows);

const meanRatios = (ratios: readonly Ratios[]): Ratios => [
  meanOf(ratios.map((r) => r[0])),
  meanOf(ratios.map((r) => r[1])),
  meanOf(ratios.map((r) => r[2])),
];

function ratiosOfCounts({ correct, partial, predicted, gold }: Counts): Ratios {
  const credit = correct + partial / 2;
  return [ratio(credit, predicted), ratio(credit, gold), f1Of(credit, predicted, gold)];
}

const EMPTY_SCORE: Score = {
  correct: 0,
  incorrect: 0,
  partial: 0,
  missing: 0,
  spurious: 0,
  predicted: 0,
  gold: 0,
  precision: null,
  recall: null,
  f1: null,
  interval: null,
  precisionInterval: null,
  recallInterval: null,
};

function record<K extends string, V>(keys: readonly K[], valueOf: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<K, V>;
}
