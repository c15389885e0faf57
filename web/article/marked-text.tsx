import { memo } from "preact/compat";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { ReviewRow } from "../../src/model/review.js";
import { cutLines, cutPieces, marksByLine, type LineMark, type Piece, type TextLine } from "./cut-lines.js";

interface MarkedTextProps {
  readonly text: string;
  readonly rows: readonly ReviewRow[];
  /** The key of the row that is looked at. */
  readonly active: string | null;
  readonly onChoose: (key: string) => void;
}

const NO_MARKS: readonly LineMark[] = [];

/** A text as it is, every finding marked. Text is only ever text: nothing in it becomes HTML. */
export function MarkedText({ text, rows, active, onChoose }: MarkedTextProps) {
  const frame = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => cutLines(text), [text]);
  const marks = useMemo(() => marksByLine(lines, rows, active), [lines, rows, active]);
  useEffect(() => {
    if (active === null) return;
    frame.current?.querySelector(".piece.active")?.scrollIntoView({ block: "center", behavior: "instant" });
  }, [active, text]);
  return (
    <div
      class="marked"
      ref={frame}
      onClick={(event) => {
        const piece = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-key]") : null;
        const key = piece?.dataset["key"];
        if (key !== undefined && document.getSelection()?.isCollapsed !== false) onChoose(key);
      }}
    >
      {lines.map((line, index) => (
        <Line key={line.start} line={line} text={text} marks={marks.get(index) ?? NO_MARKS} />
      ))}
    </div>
  );
}

interface LineProps {
  readonly line: TextLine;
  readonly text: string;
  readonly marks: readonly LineMark[];
}

/** Drawn anew only when its own marks change: an article of a megabyte has thousands of lines. */
const Line = memo(
  ({ line, text, marks }: LineProps) => (
    <p class={line.start === line.end ? "line blank" : "line"} dir="auto">
      {cutPieces(line, marks).map((piece) => (
        <PieceOfLine key={piece.start} piece={piece} text={text} />
      ))}
    </p>
  ),
  (before, after) => before.text === after.text && before.line === after.line && sameMarks(before.marks, after.marks),
);

function sameMarks(a: readonly LineMark[], b: readonly LineMark[]): boolean {
  return a.length === b.length && a.every((mark, index) => JSON.stringify(mark) === JSON.stringify(b[index]));
}

function PieceOfLine({ piece: { start, end, marks }, text }: { readonly piece: Piece; readonly text: string }) {
  const [first] = marks;
  if (!first) return <span data-at={start}>{text.slice(start, end)}</span>;
  // The shortest mark is what a click means: a longer one can be reached beside it.
  const top = marks.reduce((best, mark) => (mark.end - mark.start < best.end - best.start ? mark : best));
  const names = marks.map(
    ({ kind, status, active, doubted }) => `kind-${kind} ${status} ${active ? "active" : ""} ${doubted ? "doubted" : ""}`,
  );
  const deepest = Math.max(...marks.map(({ level }) => level));
  return (
    <mark class={`piece ${names.join(" ")}`} data-at={start} data-key={top.key} style={underlines(marks, deepest)}>
      {text.slice(start, end)}
    </mark>
  );
}

/** One line under the words for each mark, each at its level, so that overlapping ones stay apart. */
function underlines(marks: readonly LineMark[], deepest: number): Record<string, string> {
  return {
    backgroundImage: marks.map(({ kind }) => `linear-gradient(var(--line-${kind}), var(--line-${kind}))`).join(", "),
    backgroundSize: marks.map(({ active }) => `100% ${active ? 4 : 2}px`).join(", "),
    backgroundPosition: marks.map(({ level }) => `0 calc(100% - ${(deepest - level) * 5}px)`).join(", "),
    paddingBottom: `${2 + deepest * 5}px`,
  };
}

/** Where a selection stands in the text that was drawn; null where it does not. */
export function selectedSpan(frame: Element | null): { readonly from: number; readonly to: number } | null {
  const selection = document.getSelection();
  if (!frame || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!frame.contains(range.startContainer) || !frame.contains(range.endContainer)) return null;
  const [from, to] = [placeOf(range.startContainer, range.startOffset), placeOf(range.endContainer, range.endOffset)];
  return from === null || to === null ? null : { from, to };
}

/** The place in the text of a point in the document: text nodes count in UTF-16 units, as the text does. */
function placeOf(node: Node, offset: number): number | null {
  if (node instanceof Text) {
    const at = node.parentElement?.closest<HTMLElement>("[data-at]")?.dataset["at"];
    return at === undefined ? null : Number(at) + offset;
  }
  const child = node.childNodes[Math.min(offset, node.childNodes.length - 1)];
  const element =
    child instanceof HTMLElement ? (child.matches("[data-at]") ? child : child.querySelector<HTMLElement>("[data-at]")) : null;
  const own = element ?? (node instanceof HTMLElement ? node.closest<HTMLElement>("[data-at]") : null);
  const at = own?.dataset["at"];
  if (at === undefined) return null;
  return Number(at) + (offset >= node.childNodes.length ? (own?.textContent?.length ?? 0) : 0);
}
