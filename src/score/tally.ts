/** A range that holds the true value in 95 of 100 samples of articles; from low to high. */
export type Interval = readonly [low: number, high: number];

/** Counts and ratios of one row of a score table. Ratios are from 0 to 1, null over nothing. */
export interface Score {
  /** Pairs that the scheme calls correct. */
  readonly correct: number;
  /** Pairs that overlap but are wrong under the scheme. */
  readonly incorrect: number;
  /** Pairs worth half a point (partial scheme only). */
  readonly partial: number;
  /** Gold labels without a partner. */
  readonly missing: number;
  /** Predicted labels without a partner. */
  readonly spurious: number;
  readonly predicted: number;
  readonly gold: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  /** 95% bootstrap interval of F1 over articles; null where F1 is, or where no resamples were asked for. */
  readonly interval: Interval | null;
  readonly precisionInterval: Interval | null;
  readonly recallInterval: Interval | null;
}

/** The counts of {@link Score} without ratios. */
export type Counts = Pick<Score, "correct" | "incorrect" | "partial" | "missing" | "spurious" | "predicted" | "gold">;

export const NO_COUNTS: Counts = { correct: 0, incorrect: 0, partial: 0, missing: 0, spurious: 0, predicted: 0, gold: 0 };

export const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** The harmonic mean of precision and recall, as 2 × credit / (predicted + gold); null where both are empty. */
export const f1Of = (credit: number, predicted: number, gold: number): number | null => ratio(2 * credit, predicted + gold);

/** Mean of what is known; null where nothing is. */
export function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((v) => v !== null);
  return known.length > 0 ? known.reduce((a, b) => a + b, 0) / known.length : null;
}

/**
 * Per-article counts of a fixed set of rows. Each cell holds seven counts; sums of any articles' cells are the counts
 * of that sample, which is what the bootstrap needs.
 */
export interface TallyTable {
  readonly rows: readonly string[];
  readonly articles: number;
  /** articles × rows × `FIELDS`. */
  readonly cells: Float64Array;
  readonly rowIndex: ReadonlyMap<string, number>;
}

export const FIELDS = ["correct", "incorrect", "partial", "missing", "spurious", "predicted", "gold"] as const;
export const WIDTH = FIELDS.length;
export const [CORRECT, INCORRECT, PARTIAL, MISSING, SPURIOUS, PREDICTED, GOLD] = [0, 1, 2, 3, 4, 5, 6] as const;

export function createTallyTable(rows: readonly string[], articles: number): TallyTable {
  return {
    rows,
    articles,
    cells: new Float64Array(articles * rows.length * WIDTH),
    rowIndex: new Map(rows.map((row, index) => [row, index])),
  };
}

/** Adds counts to the cell of one article and row while a table is being filled. A row that the table lacks is left out. */
export function addCounts(table: TallyTable, article: number, row: string, counts: Partial<Counts>): void {
  const index = table.rowIndex.get(row);
  if (index === undefined) return;
  for (let f = 0; f < WIDTH; f++) {
    const count = counts[FIELDS[f] as keyof Counts];
    if (count) addCount(table, article, index, f, count);
  }
}

/** The same for one field, by its place in `FIELDS`. */
export function addCount(table: TallyTable, article: number, row: number, field: number, count = 1): void {
  const cell = (article * table.rows.length + row) * WIDTH + field;
  table.cells[cell] = (table.cells[cell] ?? 0) + count;
}

/** Sums over all articles: rows × fields. */
export function sumTable(table: TallyTable): Float64Array {
  const width = table.rows.length * WIDTH;
  const sums = new Float64Array(width);
  for (let a = 0; a < table.articles; a++) {
    const base = a * width;
    for (let i = 0; i < width; i++) sums[i] = (sums[i] ?? 0) + (table.cells[base + i] ?? 0);
  }
  return sums;
}

/** Precision, recall and F1 of one row of sums. */
export type Ratios = readonly [precision: number | null, recall: number | null, f1: number | null];

export function ratiosOf(sums: Float64Array, row: number): Ratios {
  const base = row * WIDTH;
  const credit = (sums[base + CORRECT] ?? 0) + (sums[base + PARTIAL] ?? 0) / 2;
  const predicted = sums[base + PREDICTED] ?? 0;
  const gold = sums[base + GOLD] ?? 0;
  return [ratio(credit, predicted), ratio(credit, gold), f1Of(credit, predicted, gold)];
}

export function countsOf(sums: Float64Array, row: number): Counts {
  const [correct = 0, incorrect = 0, partial = 0, missing = 0, spurious = 0, predicted = 0, gold = 0] = sums.subarray(
    row * WIDTH,
    (row + 1) * WIDTH,
  );
  return { correct, incorrect, partial, missing, spurious, predicted, gold };
}

export function addAll(counts: readonly Counts[]): Counts {
  const total = { ...NO_COUNTS } as Record<keyof Counts, number>;
  for (const c of counts) for (const field of FIELDS) total[field] += c[field];
  return total;
}
