import type { ComponentChildren } from "preact";
import { TEXTS } from "../texts.js";
import { FindingList, type FindingLine } from "./finding-list.js";

interface ListPaneProps {
  readonly label: string;
  /** The fields that narrow the list. */
  readonly children: ComponentChildren;
  /** Null while the corpus is loaded. */
  readonly lines: readonly FindingLine[] | null;
  readonly active: string;
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (id: string) => void;
  readonly onChoose: (id: string) => void;
  readonly onMerge: (ids: readonly string[]) => void;
}

const T = TEXTS.corpus;

/** Incidents or entities of the corpus with the fields that narrow them, how many there are, and what merges those ticked. */
export function ListPane({ label, children, lines, active, ticked, onTick, onChoose, onMerge }: ListPaneProps) {
  return (
    <section class="pane list" aria-label={label}>
      <div class="filters" role="search" aria-label={TEXTS.queue.filters}>
        {children}
      </div>
      <p class="count">
        <span role="status">{lines === null ? TEXTS.loading : lines.length}</span>
        {ticked.size > 1 ? (
          <button onClick={() => onMerge([...ticked])}>{T.merge(ticked.size)}</button>
        ) : (
          <span class="meta">{T.mergeHint}</span>
        )}
      </p>
      <FindingList
        label={TEXTS.queue.rows}
        lines={lines ?? []}
        active={active}
        ticked={ticked}
        onTick={onTick}
        onChoose={onChoose}
        onDrop={(dragged, onto) => onMerge([dragged, onto])}
      />
    </section>
  );
}
