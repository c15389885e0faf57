import { useState } from "preact/hooks";
import { VirtualList } from "../shell/virtual-list.js";
import { TEXTS } from "../texts.js";

/** An incident or entity as a line of a list. */
export interface FindingLine {
  readonly id: string;
  readonly name: string;
  readonly beside: string;
  readonly under: string;
  readonly agreed: boolean;
}

interface FindingListProps {
  readonly label: string;
  readonly lines: readonly FindingLine[];
  readonly active: string;
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (id: string) => void;
  readonly onChoose: (id: string) => void;
  /** One line was dragged onto another. */
  readonly onDrop: (dragged: string, onto: string) => void;
}

const ROW_HEIGHT = 56;

/** Findings of the corpus: ticked for merging, or dragged onto one another. */
export function FindingList({ label, lines, active, ticked, onTick, onChoose, onDrop }: FindingListProps) {
  const [over, setOver] = useState<string | null>(null);
  return (
    <VirtualList
      label={label}
      count={lines.length}
      rowHeight={ROW_HEIGHT}
      active={lines.findIndex(({ id }) => id === active)}
      row={(index) => {
        const line = lines[index];
        if (!line) return null;
        const { id, name, beside, under, agreed } = line;
        return (
          <div
            class={`finding ${id === active ? "active" : ""} ${over === id ? "over" : ""}`}
            draggable
            onDragStart={(event) => event.dataTransfer?.setData("text/plain", id)}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(id);
            }}
            onDragLeave={() => setOver(null)}
            onDrop={(event) => {
              event.preventDefault();
              setOver(null);
              const dragged = event.dataTransfer?.getData("text/plain") ?? "";
              if (dragged !== "" && dragged !== id) onDrop(dragged, id);
            }}
          >
            <input type="checkbox" checked={ticked.has(id)} onChange={() => onTick(id)} aria-label={TEXTS.corpus.tick(name)} />
            <button class="finding-link" onClick={() => onChoose(id)} aria-current={id === active ? "true" : undefined}>
              <span class="line-top">
                <bdi class="wording">{name}</bdi>
                {agreed && <span class="status accepted">✓</span>}
                <span class="confidence">{beside}</span>
              </span>
              <span class="line-under">
                <bdi class="says">{under}</bdi>
              </span>
            </button>
          </div>
        );
      }}
    />
  );
}
