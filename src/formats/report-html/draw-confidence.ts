import type { Calibration } from "../../score/calibration.js";
import { percent } from "../format-score-summary.js";

const SIZE = 300;
const LEFT = 46;
const TOP = 14;
const x = (ratio: number): number => LEFT + ratio * SIZE;
const y = (ratio: number): number => TOP + (1 - ratio) * SIZE;
const point = (a: number, b: number): string => `${x(a).toFixed(1)},${y(b).toFixed(1)}`;

function frame(across: string, up: string, inside: string, label: string): string {
  const grid = [0, 0.25, 0.5, 0.75, 1]
    .map(
      (at) =>
        `<line class="grid" x1="${x(at)}" x2="${x(at)}" y1="${y(1)}" y2="${y(0)}"/><line class="grid" x1="` +
        `${x(0)}" x2="${x(1)}" y1="${y(at)}" y2="${y(at)}"/>` +
        `<text class="axis" x="${x(at)}" y="${y(0) + 16}" text-anchor="middle">${at * 100}</text><text ` +
        `class="axis" x="${x(0) - 7}" y="${y(at) + 4}" text-anchor="end">${at * 100}</text>`,
    )
    .join("");
  return (
    `<svg viewBox="0 0 ${LEFT + SIZE + 14} ${TOP + SIZE + 42}" role="img" aria-label="${label}">${grid}${inside}` +
    `<text class="axis-name" x="${x(0.5)}" y="${y(0) + 36}" text-anchor="middle">${across}</text><text ` +
    `class="axis-name" transform="translate(12 ${y(0.5)}) rotate(-90)" text-anchor="middle">${up}</text>` +
    `</svg>`
  );
}

/** Precision over recall as the threshold falls; the dot is the best F1, the diamond the wanted precision. */
export function drawCurve({ curve, best, wanted }: Calibration): string {
  const known = curve.filter((p) => p.recall !== null);
  const line = known.map((p) => point(p.recall ?? 0, p.precision)).join(" ");
  const area =
    known.length > 1
      ? `<polygon class="area" points="${point(known[0]?.recall ?? 0, 0)} ${line} ${point(known.at(-1)?.recall ?? 0, 0)}"/>`
      : "";
  const dot = best?.recall
    ? `<circle class="dot" cx="${x(best.recall)}" cy="${y(best.precision)}" r="5.5"><title>best F1 ` +
      `${percent(best.f1)} at confidence ≥ ${best.threshold}</title></circle>`
    : "";
  const target = wanted?.thresholds["all"];
  const mark = target?.recall
    ? `<path class="target" d="M${x(target.recall)} ${y(target.precision) - 8} l8 8 l-8 8 l-8 -8 z">` +
      `<title>precision ${percent(target.precision)} at confidence ≥ ${target.threshold}</title></path>`
    : "";
  return frame("recall", "precision", `${area}<polyline class="curve" points="${line}"/>${dot}${mark}`, "Precision over recall");
}

/** Precision of predictions by their confidence; on the diagonal confidence says what it means. */
export function drawReliability({ reliability }: Calibration): string {
  const most = Math.max(...reliability.map((bin) => bin.count));
  const bars = reliability
    .map(
      ({ from, to, count, precision, confidence }) =>
        `<rect class="bar" x="${x(from) + 2}" y="${y(precision)}" width="${x(to) - x(from) - 4}" height="` +
        `${Math.max(1, y(0) - y(precision))}" style="--share:${(0.25 + (0.75 * count) / most).toFixed(3)}">` +
        `<title>${count} predictions of confidence ${from}–${to}: mean ${confidence.toFixed(2)}, precision ` +
        `${percent(precision)}</title></rect>`,
    )
    .join("");
  const dots = reliability
    .map(({ confidence, precision }) => `<circle class="dot small" cx="${x(confidence)}" cy="${y(precision)}" r="3.5"/>`)
    .join("");
  return frame(
    "confidence",
    "precision",
    `${bars}<line class="diagonal" x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}"/>${dots}`,
    "Reliability of confidence",
  );
}
