import type { ComponentChild } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

interface VirtualListProps {
  readonly label: string;
  readonly count: number;
  /** Height of a row in CSS pixels. */
  readonly rowHeight: number;
  /** The row that is kept in view; -1 for none. */
  readonly active: number;
  readonly row: (index: number) => ComponentChild;
  /** Told which rows are in view, both included. */
  readonly onRange?: (first: number, last: number) => void;
}

/** Rows beyond the edges that are drawn, too. */
const SPARE = 8;

/** A list of any length: only the rows in view are in the document. Browsers end at some 16 million pixels, 300,000 rows. */
export function VirtualList({ label, count, rowHeight, active, row, onRange }: VirtualListProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  const first = Math.max(0, Math.floor(top / rowHeight) - SPARE);
  const last = Math.min(count - 1, Math.ceil((top + height) / rowHeight) + SPARE);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const element = frame.current;
    if (!element || active < 0) return;
    const at = active * rowHeight;
    if (at < element.scrollTop) element.scrollTop = at - rowHeight;
    else if (at + rowHeight > element.scrollTop + element.clientHeight) element.scrollTop = at + 2 * rowHeight - element.clientHeight;
  }, [active, rowHeight]);
  useEffect(() => {
    if (last >= first) onRange?.(first, last);
  }, [first, last, onRange]);
  const rows: ComponentChild[] = [];
  for (let index = first; index <= last; index++) {
    rows.push(
      <div
        key={index}
        class="virtual-row"
        role="listitem"
        aria-setsize={count}
        aria-posinset={index + 1}
        style={{ height: `${rowHeight}px`, transform: `translateY(${index * rowHeight}px)` }}
      >
        {row(index)}
      </div>,
    );
  }
  return (
    <div
      class="virtual-frame"
      ref={frame}
      tabIndex={0}
      role="region"
      aria-label={label}
      onScroll={() => setTop(frame.current?.scrollTop ?? 0)}
    >
      <div class="virtual-space" role="list" style={{ height: `${count * rowHeight}px` }}>
        {rows}
      </div>
    </div>
  );
}
