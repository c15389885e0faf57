import type { Confusion } from "../../score/confusion.js";
import { kindName } from "../format-score-summary.js";
import { escapeHtml } from "./escape-html.js";

/** Sizes of the drawing, in its own units: of a cell, and what stands left of and above all. */
interface Frame {
  readonly cell: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
}

/** The drawing for a screen, and the one for a phone; the page shows one of them. */
export const drawConfusion = (confusion: Confusion): string =>
  `<div class="on-wide">${drawIn({ cell: 62, left: 140, top: 92, right: 60 }, confusion)}</div><div ` +
  `class="on-phone">${drawIn({ cell: 40, left: 124, top: 84, right: 44 }, confusion)}</div>`;

/** Gold kinds down, predicted kinds across; the darker a cell, the larger its share of the row. */
function drawIn({ cell: CELL, left: LEFT, top: TOP, right }: Frame, { kinds, counts }: Confusion): string {
  const used = kinds
    .map((kind, i) => ({ kind, i }))
    .filter(({ i }) => counts.some((row, g) => (g === i ? row : [row[i] ?? 0]).some((n) => n > 0)));
  const rows = [...used.map(({ kind, i }) => ({ name: kindName(kind), i })), { name: "spurious", i: kinds.length }];
  const columns = [...used.map(({ kind, i }) => ({ name: kindName(kind), i })), { name: "missed", i: kinds.length }];
  const cells = rows
    .map((row, y) => {
      const total = columns.reduce((sum, column) => sum + (counts[row.i]?.[column.i] ?? 0), 0);
      return columns
        .map((column, x) => {
          const n = counts[row.i]?.[column.i] ?? 0;
          if (row.i === kinds.length && column.i === kinds.length) return "";
          const share = total > 0 ? n / total : 0;
          const right = row.i === column.i;
          return (
            `<g><rect class="${right ? "cell right" : "cell wrong"}" x="${LEFT + x * CELL}" y="` +
            `${TOP + y * CELL}" width="${CELL - 3}" height="${CELL - 3}" rx="5" style="--share:` +
            `${n === 0 ? 0 : Math.max(0.06, share).toFixed(3)}"/>` +
            `<text class="${n === 0 ? "cell-none" : share > 0.55 ? "cell-count on" : "cell-count"}" x="` +
            `${LEFT + x * CELL + (CELL - 3) / 2}" y="${TOP + y * CELL + CELL / 2 + 3}" text-anchor="middle">` +
            `${n === 0 ? "·" : n}</text>` +
            `<title>gold ${escapeHtml(row.name)}, found ${escapeHtml(column.name)}: ${n}</title></g>`
          );
        })
        .join("");
    })
    .join("");
  const down = rows
    .map(
      ({ name }, y) =>
        `<text class="row-name" x="${LEFT - 12}" y="${TOP + y * CELL + CELL / 2 + 3}" text-anchor="end">${escapeHtml(name)}</text>`,
    )
    .join("");
  const across = columns
    .map(
      ({ name }, x) =>
        `<text class="row-name" transform="translate(${LEFT + x * CELL + CELL / 2} ${TOP - 12}) rotate(-32)">${escapeHtml(name)}</text>`,
    )
    .join("");
  return (
    `<svg class="confusion" viewBox="0 0 ${LEFT + columns.length * CELL + right} ` +
    `${TOP + rows.length * CELL + 4}" role="img" aria-label="Confusion of kinds">` +
    `${down}${across}${cells}</svg>`
  );
}
