import { memo } from "preact/compat";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
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
/** Lines that are drawn together. */
const BLOCK = 50;
/** Lines up to which a text is drawn whole. */
const SHORT = 300;

/** A text as it is, every finding marked. Text is only ever text: nothing in it becomes HTML. */
export function MarkedText({ text, rows, active, onChoose }: MarkedTextProps) {
  const frame = useRef<HTMLDivElement>(null);
  const before = useRef<ReadonlyMap<number, readonly LineMark[]>>(new Map());
  const blocks = useMemo(() => cutBlocks(cutLines(text)), [text]);
  const marks = useMemo(() => {
    before.current = keepSame(before.current, marksByLine(blocks.flat(), rows, active));
    return before.current;
  }, [blocks, rows, active]);
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
      {blocks.map((lines, index) => (
        <TextBlock
          key={lines[0]?.start ?? 0}
          lines={lines}
          text={text}
          marks={lines.map((_, line) => marks.get(index * BLOCK + line) ?? NO_MARKS)}
          always={blocks.length * BLOCK <= SHORT}
        />
      ))}
    </div>
  );
}

function cutBlocks(lines: readonly TextLine[]): readonly (readonly TextLine[])[] {
  return Array.from({ length: Math.ceil(lines.length / BLOCK) }, (_, block) => lines.slice(block * BLOCK, (block + 1) * BLOCK));
}

/** The marks of now, with the very lists of before for lines where nothing changed: those are not drawn again. */
function keepSame(
  before: ReadonlyMap<number, readonly LineMark[]>,
  now: ReadonlyMap<number, readonly LineMark[]>,
): ReadonlyMap<number, readonly LineMark[]> {
  return new Map(
    [...now].map(([line, marks]) => {
      const earlier = before.get(line);
      return [line, earlier && sameMarks(earlier, marks) ? earlier : marks];
    }),
  );
}

const sameMarks = (a: readonly LineMark[], b: readonly LineMark[]): boolean =>
  a.length === b.length && a.every((mark, index) => sameMark(mark, b[index]));

const sameMark = (a: LineMark, b: LineMark | undefined): boolean =>
  a.key === b?.key &&
  a.start === b.start &&
  a.end === b.end &&
  a.kind === b.kind &&
  a.status === b.status &&
  a.doubted === b.doubted &&
  a.active === b.active &&
  a.level === b.level;

interface TextBlockProps {
  readonly lines: readonly TextLine[];
  readonly text: string;
  /** The marks of each line. */
  readonly marks: readonly (readonly LineMark[])[];
  /** Draws marks wherever the block is. */
  readonly always: boolean;
}

/**
 * Some lines of the text. Their marks are drawn while they are near what is in view: an article of a megabyte has
 * thousands, and a document with all of them answers no key in time. The words themselves are always there, to be found.
 */
const TextBlock = memo(
  ({ lines, text, marks, always }: TextBlockProps) => {
    const frame = useRef<HTMLDivElement>(null);
    const [near, setNear] = useState(always);
    useEffect(() => {
      const element = frame.current;
      if (always || !element) return;
      const root = element.closest(".article-text");
      const observer = new IntersectionObserver(([seen]) => setNear(seen?.isIntersecting === true), { root, rootMargin: "1200px" });
      observer.observe(element);
      return () => observer.disconnect();
    }, [always]);
    const drawn = near || marks.some((line) => line.some(({ active }) => active));
    return (
      <div ref={frame}>
        {lines.map((line, index) => (
          <Line key={line.start} line={line} text={text} marks={drawn ? (marks[index] ?? NO_MARKS) : NO_MARKS} />
        ))}
      </div>
    );
  },
  (before, after) =>
    before.text === after.text &&
    before.lines === after.lines &&
    before.always === after.always &&
    before.marks.every((marks, index) => marks === after.marks[index]),
);

interface LineProps {
  readonly line: TextLine;
  readonly text: string;
  readonly marks: readonly LineMark[];
}

const Line = memo(({ line, text, marks }: LineProps) => (
  <p class={line.start === line.end ? "line blank" : "line"} dir="auto">
    {cutPieces(line, marks).map((piece) => (
      <PieceOfLine key={piece.start} piece={piece} text={text} />
    ))}
  </p>
));

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
