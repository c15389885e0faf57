import type { ReviewRow } from "../../src/model/review.js";

/** A line of the text without its line end, in UTF-16 units of the whole text. */
export interface TextLine {
  readonly start: number;
  readonly end: number;
}

/** A mark within a line. */
export interface LineMark {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly status: string;
  readonly doubted: boolean;
  readonly active: boolean;
  /** Marks that overlap have levels of their own, from 0. */
  readonly level: number;
}

/** A stretch of a line that the same marks cover. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly LineMark[];
}

/** Longest piece of a line: browsers lay out endless ones badly. */
const LONGEST = 6000;

/** Cuts a text into lines at `\n`, `\r\n` and `\r`; what is longer than a page is cut at a space. */
export function cutLines(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  const ends = /\r\n|\n|\r/g;
  let start = 0;
  for (;;) {
    const found = ends.exec(text);
    const end = found?.index ?? text.length;
    while (end - start > LONGEST) {
      const space = text.lastIndexOf(" ", start + LONGEST);
      const cut = space > start ? space + 1 : start + LONGEST;
      lines.push({ start, end: cut });
      start = cut;
    }
    lines.push({ start, end });
    if (!found) return lines;
    start = ends.lastIndex;
  }
}

/** The marks of each line, by its number. A mark that runs over a line's end stands in both. */
export function marksByLine(
  lines: readonly TextLine[],
  rows: readonly ReviewRow[],
  active: string | null,
): ReadonlyMap<number, readonly LineMark[]> {
  const byLine = new Map<number, LineMark[]>();
  for (const { key, label, status, doubt } of rows) {
    for (let line = lineAt(lines, label.start); line < lines.length; line++) {
      const { start, end } = lines[line] as TextLine;
      if (start >= label.end) break;
      const from = Math.max(start, label.start);
      const to = Math.min(end, label.end);
      if (from >= to) continue;
      const mark = { key, start: from, end: to, kind: label.kind, status, doubted: doubt !== null, active: key === active, level: 0 };
      const marks = byLine.get(line);
      if (marks) marks.push(mark);
      else byLine.set(line, [mark]);
    }
  }
  for (const [line, marks] of byLine) byLine.set(line, giveLevels(marks));
  return byLine;
}

/** The number of the line that a place stands in. */
function lineAt(lines: readonly TextLine[], at: number): number {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Gives each mark the lowest level that is free over its whole length. */
function giveLevels(marks: readonly LineMark[]): LineMark[] {
  const free: number[] = [];
  return [...marks]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((mark) => {
      const found = free.findIndex((end) => end <= mark.start);
      const level = found < 0 ? free.length : found;
      free[level] = mark.end;
      return { ...mark, level };
    });
}

/** Cuts a line where a mark begins or ends. */
export function cutPieces({ start, end }: TextLine, marks: readonly LineMark[]): readonly Piece[] {
  const edges = [...new Set([start, end, ...marks.flatMap((mark) => [mark.start, mark.end])])].sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? end;
    return { start: from, end: to, marks: marks.filter((mark) => mark.start <= from && mark.end >= to) };
  });
}
