import type { QueueRow } from "../../src/model/review.js";
import type { Filter } from "../api.js";
import { KindChip, StatusSign } from "../shell/signs.js";
import { VirtualList } from "../shell/virtual-list.js";
import { TEXTS } from "../texts.js";
import { FilterBar } from "./filter-bar.js";
import type { Queue } from "./use-queue.js";

interface QueuePaneProps {
  readonly queue: Queue;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  /** The row that is looked at; -1 for none. */
  readonly active: number;
  readonly onChoose: (index: number) => void;
}

const ROW_HEIGHT = 56;
const number = new Intl.NumberFormat("en-US");

/** What to look at, the most urgent first. */
export function QueuePane({ queue, filter, onFilter, active, onChoose }: QueuePaneProps) {
  const { numbers } = queue;
  return (
    <section class="pane queue" aria-label={TEXTS.queue.title}>
      <FilterBar filter={filter} onFilter={onFilter} />
      <p class="count">
        <span role="status">
          {numbers === null ? TEXTS.loading : numbers.length === 0 ? TEXTS.queue.empty : TEXTS.queue.count(number.format(numbers.length))}
        </span>
        <button class="link" onClick={queue.again}>
          {TEXTS.queue.refresh}
        </button>
      </p>
      {numbers !== null && numbers.length > 0 && (
        <VirtualList
          label={TEXTS.queue.rows}
          count={numbers.length}
          rowHeight={ROW_HEIGHT}
          active={active}
          onRange={queue.want}
          row={(index) => <QueueLine row={queue.row(index)} active={index === active} onChoose={() => onChoose(index)} />}
        />
      )}
    </section>
  );
}

interface QueueLineProps {
  readonly row: QueueRow | undefined;
  readonly active: boolean;
  readonly onChoose: () => void;
}

function QueueLine({ row, active, onChoose }: QueueLineProps) {
  if (!row) return <div class="queue-line waiting" />;
  const { kind, text, says, confidence, doubt, status, title, article } = row;
  return (
    <button
      class={`queue-line ${active ? "active" : ""} ${status === "unseen" ? "" : "seen"}`}
      aria-current={active ? "true" : undefined}
      onClick={onChoose}
      tabIndex={-1}
    >
      <span class="line-top">
        <StatusSign status={status} />
        <KindChip kind={kind} />
        <bdi class="wording">{text}</bdi>
        {doubt !== null && (
          <span class="doubt-sign" title={`${TEXTS.record.doubt}: ${doubt}`} aria-label={TEXTS.record.doubt} role="img">
            !
          </span>
        )}
        <span class="confidence">{Math.round(confidence * 100)}</span>
      </span>
      <span class="line-under">
        <span class="says">{says}</span>
        <bdi class="from">{title ?? article}</bdi>
      </span>
    </button>
  );
}
