import type { Score } from "../../score/tally.js";
import { percent } from "../format-score-summary.js";
import { escapeHtml, kindClass } from "./escape-html.js";

export interface DrawnScore {
  readonly name: string;
  readonly kind: string;
  readonly score: Score;
}

const LEFT = 190;
const WIDTH = 460;
const RIGHT = 150;
const ROW = 40;
const TOP = 26;

/** F1 of each row as a dot on a scale that ends at 100 and starts at a quarter below all of them, its 95% interval as a bar, precision and recall as ticks. */
export function drawScores(rows: readonly DrawnScore[]): string {
  const height = TOP + rows.length * ROW + 8;
  const least = Math.min(0.75, ...rows.flatMap(({ score }) => [score.precision ?? 1, score.recall ?? 1, score.interval?.[0] ?? 1]));
  const from = Math.floor(least * 4) / 4;
  const x = (ratio: number): number => LEFT + ((ratio - from) / (1 - from)) * WIDTH;
  const grid = [0, 0.25, 0.5, 0.75, 0.8, 0.85, 0.9, 0.95, 1]
    .filter((at) => at >= from && (from === 0.75 || at % 0.25 === 0))
    .map(
      (at) =>
        `<line class="grid" x1="${x(at)}" x2="${x(at)}" y1="${TOP - 6}" y2="${height - 4}"/><text class="axis" x="${x(at)}" y="14" text-anchor="middle">${Math.round(at * 100)}</text>`,
    )
    .join("");
  const drawn = rows
    .map(({ name, kind, score }, i) => {
      const y = TOP + i * ROW + ROW / 2;
      const { f1, interval, precision, recall } = score;
      const label = `<text class="row-name" x="${LEFT - 14}" y="${y + 5}" text-anchor="end">${escapeHtml(name)}</text>`;
      if (f1 === null) return `${label}<text class="axis" x="${LEFT + 8}" y="${y + 4}">nothing to score</text>`;
      const bar = interval
        ? `<rect class="interval" x="${x(interval[0])}" y="${y - 5}" width="${Math.max(2, x(interval[1]) - x(interval[0]))}" height="10" rx="5"/>`
        : "";
      const tick = (ratio: number | null, letter: string): string =>
        ratio === null
          ? ""
          : `<line class="tick" x1="${x(ratio)}" x2="${x(ratio)}" y1="${y - 9}" y2="${y + 9}"/><text class="tick-name" x="${x(ratio)}" y="${letter === "P" ? y - 11 : y + 18}" text-anchor="middle">${letter}</text>`;
      const figures = `<text class="figure" x="${LEFT + WIDTH + 22}" y="${y + 6}">${percent(f1)}</text>${interval ? `<text class="axis" x="${LEFT + WIDTH + 74}" y="${y + 5}">${percent(interval[0])}–${percent(interval[1])}</text>` : ""}`;
      return `<g class="${kindClass(kind)}">${label}${bar}${tick(precision, "P")}${tick(recall, "R")}<circle class="dot" cx="${x(f1)}" cy="${y}" r="6"><title>${escapeHtml(name)}: precision ${percent(precision)}, recall ${percent(recall)}, F1 ${percent(f1)}</title></circle>${figures}</g>`;
    })
    .join("");
  return `<svg viewBox="0 0 ${LEFT + WIDTH + RIGHT} ${height}" role="img" aria-label="F1 by kind with 95% intervals">${grid}${drawn}</svg>`;
}
