import { createRandom } from "./random.js";
import { type Interval, type Ratios, type TallyTable, WIDTH, f1Of, ratio } from "./tally.js";

export interface BootstrapOptions {
  /** How many samples of articles to draw; 0 for none. */
  readonly resamples: number;
  /** Any whole number; the same seed gives the same intervals. */
  readonly seed: number;
}

export const DEFAULT_BOOTSTRAP: BootstrapOptions = { resamples: 1000, seed: 1 };

/** The credit, predicted and gold counts of every row in one drawn sample: rows × 3. */
export type SampleSums = Float64Array;

/**
 * Draws samples of the articles with replacement (Efron's percentile bootstrap, articles as units because the labels
 * of one article are not independent) and hands the sums of each sample to `visit`, one array per table. Several
 * tables over the same articles get the same draws, which is what a paired bootstrap is.
 */
export function drawSamples(tables: readonly TallyTable[], options: BootstrapOptions, visit: (sums: readonly SampleSums[]) => void): void {
  const articles = tables[0]?.articles ?? 0;
  if (articles === 0) return;
  const compact = tables.map(compactCells);
  const random = createRandom(options.seed);
  const times = new Int32Array(articles);
  for (let sample = 0; sample < options.resamples; sample++) {
    times.fill(0);
    for (let i = 0; i < articles; i++) {
      const drawn = random(articles);
      times[drawn] = (times[drawn] ?? 0) + 1;
    }
    visit(compact.map((cells) => weightedSums(cells, times)));
  }
}

/** The columns of a table that differ from one another and from nothing; `source` says which one stands for each. */
interface CompactCells {
  readonly cells: Float64Array;
  readonly width: number;
  /** rows × 3 → column, or -1 for a column of zeros. */
  readonly source: Int32Array;
}

function compactCells(table: TallyTable): CompactCells {
  const columns = table.rows.length * 3;
  const source = new Int32Array(columns).fill(-1);
  const kept: Float64Array[] = [];
  for (let c = 0; c < columns; c++) {
    const column = readColumn(table, Math.floor(c / 3), c % 3);
    if (column.every((n) => n === 0)) continue;
    let same = kept.findIndex((other) => other.every((n, i) => n === column[i]));
    if (same < 0) same = kept.push(column) - 1;
    source[c] = same;
  }
  const cells = new Float64Array(table.articles * kept.length);
  kept.forEach((column, c) =>
    column.forEach((n, a) => {
      cells[a * kept.length + c] = n;
    }),
  );
  return { cells, width: kept.length, source };
}

/** Credit (0), predicted (1) or gold (2) of one row, article by article. */
function readColumn(table: TallyTable, row: number, what: number): Float64Array {
  return Float64Array.from({ length: table.articles }, (_, article) => {
    const base = (article * table.rows.length + row) * WIDTH;
    if (what === 0) return (table.cells[base] ?? 0) + (table.cells[base + 2] ?? 0) / 2;
    return table.cells[base + (what === 1 ? 5 : 6)] ?? 0;
  });
}

function weightedSums({ cells, width, source }: CompactCells, times: Int32Array): Float64Array {
  const sums = new Float64Array(width);
  for (let a = 0; a < times.length; a++) {
    const n = times[a] ?? 0;
    if (n === 0) continue;
    const base = a * width;
    for (let i = 0; i < width; i++) sums[i] = (sums[i] as number) + n * (cells[base + i] as number);
  }
  return Float64Array.from(source, (column) => (column < 0 ? 0 : (sums[column] as number)));
}

/** Precision, recall and F1 of one row of a sample. */
export function sampleRatios(sums: SampleSums, row: number): Ratios {
  const credit = sums[row * 3] ?? 0;
  const predicted = sums[row * 3 + 1] ?? 0;
  const gold = sums[row * 3 + 2] ?? 0;
  return [ratio(credit, predicted), ratio(credit, gold), f1Of(credit, predicted, gold)];
}

/** Precision, recall and F1 of several rows taken together. */
export function pooledRatios(sums: SampleSums, rows: readonly number[]): Ratios {
  let credit = 0;
  let predicted = 0;
  let gold = 0;
  for (const row of rows) {
    credit += sums[row * 3] ?? 0;
    predicted += sums[row * 3 + 1] ?? 0;
    gold += sums[row * 3 + 2] ?? 0;
  }
  return [ratio(credit, predicted), ratio(credit, gold), f1Of(credit, predicted, gold)];
}

/** The middle 95% of the values; null where there are none. */
export function percentileInterval(values: readonly number[]): Interval | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const at = (q: number): number => sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(q * (sorted.length - 1))))] ?? 0;
  return [at(0.025), at(0.975)];
}
