import type { Score } from "../../score/tally.js";
import { percent } from "../format-score-summary.js";
import { escapeHtml, kindClass } from "./escape-html.js";

export interface DrawnScore {
  readonly name: string;
  readonly kind: string;
  readonly score: Score;
}

/** Sizes of the drawing, in its own units. */
interface Frame {
  /** Where the scale starts and how wide it is. */
  readonly left: number;
  readonly width: number;
  readonly right: number;
  readonly row: number;
  readonly top: number;
  /** Where the middle of a row's dot lies below the row's upper edge. */
  readonly middle: number;
}
const WIDE: Frame = { left: 190, width: 460, right: 150, row: 40, top: 26, middle: 20 };
/** For a phone: names and figures stand above their dots. */
const NARROW: Frame = { left: 10, width: 320, right: 10, row: 62, top: 26, middle: 42 };

/** The drawing for a screen, and the one for a phone; the page shows one of them. */
export const drawScores = (rows: readonly DrawnScore[]): string =>
  `<div class="on-wide">${drawIn(WIDE, rows)}</div><div class="on-phone">${drawIn(NARROW, rows)}</div>`;

/**
 * F1 of each row as a dot on a scale that ends at 100 and starts at a quarter below all of them, its 95% interval as a bar,
 * precision and recall as ticks.
 */
function drawIn(frame: Frame, rows: readonly DrawnScore[]): string {
  const { left: LEFT, width: WIDTH, right: RIGHT, row: ROW, top: TOP, middle } = frame;
  const isNarrow = frame === NARROW;
  const height = TOP + rows.length * ROW + 8;
  const least = Math.min(0.75, ...rows.flatMap(({ score }) => [score.precision ?? 1, score.recall ?? 1, score.interval?.[0] ?? 1]));
  const from = Math.floor(least * 4) / 4;
  const x = (ratio: number): number => LEFT + ((ratio - from) / (1 - from)) * WIDTH;
  const grid = [0, 0.25, 0.5, 0.75, 0.8, 0.85, 0.9, 0.95, 1]
    .filter((at) => at >= from && (from === 0.75 || at % 0.25 === 0))
    .map(
      (at) =>
        `<line class="grid" x1="${x(at)}" x2="${x(at)}" y1="${TOP - 6}" y2="${height - 4}"/><text ` +
        `class="axis" x="${x(at)}" y="14" text-anchor="middle">${Math.round(at * 100)}</text>`,
    )
    .join("");
  const drawn = rows
    .map(({ name, kind, score }, i) => {
      const y = TOP + i * ROW + middle;
      const { f1, interval, precision, recall } = score;
      const label = isNarrow
        ? `<text class="row-name" x="${LEFT}" y="${y - 22}">${escapeHtml(name)}</text>`
        : `<text class="row-name" x="${LEFT - 14}" y="${y + 5}" text-anchor="end">${escapeHtml(name)}</text>`;
      if (f1 === null) return `${label}<text class="axis" x="${LEFT + 8}" y="${y + 4}">nothing to score</text>`;
      const bar = interval
        ? `<rect class="interval" x="${x(interval[0])}" y="${y - 5}" width="` +
          `${Math.max(2, x(interval[1]) - x(interval[0]))}" height="10" rx="5"/>`
        : "";
      const tick = (ratio: number | null, letter: string): string =>
        ratio === null
          ? ""
          : `<line class="tick" x1="${x(ratio)}" x2="${x(ratio)}" y1="${y - 9}" y2="${y + 9}"/><text ` +
            `class="tick-name" x="${x(ratio)}" y="${letter === "P" ? y - 11 : y + 18}" text-anchor="middle">` +
            `${letter}</text>`;
      const figures = isNarrow
        ? `<text class="figure" x="${LEFT + WIDTH}" y="${y - 22}" text-anchor="end">${percent(f1)}<tspan ` +
          `class="axis" dx="6">${interval ? `${percent(interval[0])}–${percent(interval[1])}` : ""}</tspan>` +
          `</text>`
        : `<text class="figure" x="${LEFT + WIDTH + 22}" y="${y + 6}">${percent(f1)}</text>` +
          (interval
            ? `<text class="axis" x="${LEFT + WIDTH + 74}" y="${y + 5}">${percent(interval[0])}–${percent(interval[1])}</text>`
            : "");
      return (
        `<g class="${kindClass(kind)}">${label}${bar}${tick(precision, "P")}${tick(recall, "R")}<circle ` +
        `class="dot" cx="${x(f1)}" cy="${y}" r="6"><title>${escapeHtml(name)}: precision ` +
        `${percent(precision)}, recall ${percent(recall)}, F1 ${percent(f1)}</title></circle>${figures}</g>`
      );
    })
    .join("");
  return `<svg viewBox="0 0 ${LEFT + WIDTH + RIGHT} ${height}" role="img" aria-label="F1 by kind with 95% intervals">${grid}${drawn}</svg>`;
}
