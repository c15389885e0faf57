import { recordOf } from "../../model/kinds.js";
import type { CausedFinding } from "../../score/findings.js";
import type { Label } from "../../score/label.js";
import { compareLabels } from "../../score/label.js";
import { describe, describeLabel } from "../format-findings.js";
import { kindName } from "../format-score-summary.js";
import { escapeHtml, kindClass } from "./escape-html.js";

export type MarkStatus = "right" | "missed" | "spurious" | "mismatch" | "content";

/** A stretch of an article that gold, predictions or both speak of. */
export interface ArticleMark {
  readonly start: number;
  readonly end: number;
  readonly status: MarkStatus;
  readonly kind: string;
  readonly cause: string;
  readonly tip: string;
  readonly gold: Label | null;
  readonly predicted: Label | null;
}

const letterOf = (kind: string): string => recordOf(kind)?.letter ?? escapeHtml(kind.slice(0, 3));
const SAYS: Readonly<Record<MarkStatus, string>> = {
  right: "right",
  missed: "missed",
  spurious: "spurious",
  mismatch: "differs",
  content: "wrong value",
};

/** The marks of one article: what is wrong after the findings, and the rest of gold as right. */
export function marksOf(gold: readonly Label[], findings: readonly CausedFinding[]): readonly ArticleMark[] {
  const marks = findings.map((f): ArticleMark => ({
    start: Math.min(f.gold?.start ?? Infinity, f.predicted?.start ?? Infinity),
    end: Math.max(f.gold?.end ?? 0, f.predicted?.end ?? 0),
    status: f.type,
    kind: f.kind,
    cause: f.cause,
    tip: `${SAYS[f.type]}: ${describe(f)}`,
    gold: f.gold,
    predicted: f.predicted,
  }));
  const wrong = new Set(findings.flatMap((f) => (f.gold ? [keyOf(f.gold)] : [])));
  const right = gold
    .filter((label) => !wrong.has(keyOf(label)))
    .map((label): ArticleMark => ({
      start: label.start,
      end: label.end,
      status: "right",
      kind: label.kind,
      cause: "right",
      tip: `right: ${describeLabel(label)}`,
      gold: label,
      predicted: label,
    }));
  return [...marks, ...right].sort((a, b) => a.start - b.start || b.end - a.end);
}

const keyOf = (label: Label): string => `${label.kind} ${label.start} ${label.end} ${label.outcome ?? ""}`;

/** The text with its marks, as HTML. Where marks overlap, the innermost decorates and all are told. */
export function markText(text: string, marks: readonly ArticleMark[]): string {
  const edges = new Set([0, text.length]);
  for (const mark of marks)
    for (const span of [mark, mark.gold, mark.predicted])
      if (span) edges.add(Math.min(span.start, text.length)).add(Math.min(span.end, text.length));
  const cuts = [...edges].sort((a, b) => a - b);
  let html = "";
  let open: readonly ArticleMark[] = [];
  let next = 0;
  for (let i = 0; i + 1 < cuts.length; i++) {
    const start = cuts[i] ?? 0;
    const end = cuts[i + 1] ?? 0;
    while ((marks[next]?.start ?? Infinity) <= start) open = [...open, marks[next++] as ArticleMark];
    open = open.filter((mark) => mark.end > start);
    const piece = escapeHtml(text.slice(start, end));
    const inner = [...open].sort(
      (a, b) => Number(a.status === "right") - Number(b.status === "right") || a.end - a.start - (b.end - b.start),
    )[0];
    html += inner ? markPiece(piece, inner, open, start, end) : piece;
  }
  return html;
}

function markPiece(piece: string, mark: ArticleMark, all: readonly ArticleMark[], start: number, end: number): string {
  const side =
    mark.status !== "mismatch" ? "" : covers(mark.gold, start) ? (covers(mark.predicted, start) ? " both" : " gold-only") : " found-only";
  const ending = all.filter((m) => m.end === end).sort(byKind);
  const badges = ending
    .map(
      (m) =>
        `<sup class="badge ${kindClass(m.kind)}">` +
        `${letterOf(m.kind)}${m.gold && m.predicted && m.predicted.kind !== m.kind ? `→${letterOf(m.predicted.kind)}` : ""}</sup>`,
    )
    .join("");
  const tips = [...new Set(all.map((m) => m.tip))].join("\n");
  return (
    `<mark class="s-${mark.status}${side} ${kindClass(mark.kind)}" data-kinds="` +
    `${escapeHtml(all.map((m) => m.kind).join(" "))}" data-causes="${all.map((m) => m.cause).join(" ")}" ` +
    `title="${escapeHtml(tips)}">${piece}${badges}</mark>`
  );
}

const covers = (label: Label | null, at: number): boolean => label !== null && label.start <= at && at < label.end;
const byKind = (a: ArticleMark, b: ArticleMark): number => compareLabels({ ...a, kind: a.kind }, { ...b, kind: b.kind });

/** The errors of an article as a list, for reading without a pointer and on paper. */
export function listErrors(marks: readonly ArticleMark[], titleOf: (cause: string) => string): string {
  const errors = marks.filter((mark) => mark.status !== "right");
  if (errors.length === 0) return "";
  const items = errors.map(
    ({ kind, cause, tip }) =>
      `<li data-kinds="${escapeHtml(kind)}" data-causes="${cause}"><span class="chip ${kindClass(kind)}">` +
      `${escapeHtml(kindName(kind))}</span> <span class="cause">${escapeHtml(titleOf(cause))}</span> ` +
      `${escapeHtml(tip.slice(tip.indexOf(": ") + 2))}</li>`,
  );
  return `<ul class="errors">${items.join("")}</ul>`;
}
