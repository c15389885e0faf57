import { useEffect, useState } from "preact/hooks";
import type { IncidentEdit, ReviewArticle, ReviewLayer, ReviewRow } from "../../src/model/review.js";
import type { Family } from "../../src/model/kinds.js";
import { familyOf, isName } from "../kinds.js";
import { KindChip, StatusSign } from "../shell/signs.js";
import { VirtualList } from "../shell/virtual-list.js";
import { TEXTS } from "../texts.js";
import { IncidentEditor } from "./incident-editor.js";
import { LayersBox } from "./layers-box.js";
import { sayLabel } from "./say-label.js";

interface ArticleTableProps {
  readonly article: ReviewArticle;
  readonly active: string | null;
  readonly onChoose: (key: string) => void;
  readonly onIncident: (incident: string, edit: IncidentEdit) => void;
  readonly onComplete: (layer: ReviewLayer) => void;
  readonly onReopen: (layer: ReviewLayer) => void;
}

const GROUPS = ["casualties", "dates", "names", "incidents", "layers"] as const satisfies readonly (Family | "incidents" | "layers")[];
type Group = (typeof GROUPS)[number];

/** What the article holds, kind by kind, beside its text. */
export function ArticleTable({ article, active, onChoose, onIncident, onComplete, onReopen }: ArticleTableProps) {
  const [group, setGroup] = useState<Group>("casualties");
  const activeKind = article.rows.find(({ key }) => key === active)?.label.kind;
  // A row that is chosen elsewhere brings its own table to the front.
  useEffect(() => {
    if (activeKind !== undefined) setGroup(familyOf(activeKind));
  }, [activeKind, active]);
  const rows = article.rows.filter(({ label }) => familyOf(label.kind) === group);
  const countOf = (name: Group): number | null =>
    name === "layers"
      ? null
      : name === "incidents"
        ? article.incidents.length
        : article.rows.filter(({ label }) => familyOf(label.kind) === name).length;
  return (
    <section class="article-table" aria-label={TEXTS.table.title}>
      <div class="tabs" role="tablist" aria-label={TEXTS.table.title}>
        {GROUPS.map((name) => (
          <button
            key={name}
            role="tab"
            id={`tab-${name}`}
            aria-selected={name === group}
            aria-controls="tab-panel"
            onClick={() => setGroup(name)}
          >
            {TEXTS.table.groups[name]}
            {countOf(name) === null ? "" : <span class="tab-count"> {countOf(name)}</span>}
          </button>
        ))}
      </div>
      <div id="tab-panel" role="tabpanel" aria-labelledby={`tab-${group}`} class="tab-panel">
        {group === "incidents" ? (
          <IncidentEditor article={article} onIncident={onIncident} onChoose={onChoose} />
        ) : group === "layers" ? (
          <LayersBox article={article} onComplete={onComplete} onReopen={onReopen} />
        ) : rows.length === 0 ? (
          <p class="empty">{TEXTS.table.empty}</p>
        ) : (
          <RowTable rows={rows} active={active} onChoose={onChoose} />
        )}
      </div>
    </section>
  );
}

interface RowTableProps {
  readonly rows: readonly ReviewRow[];
  readonly active: string | null;
  readonly onChoose: (key: string) => void;
}

const ROW_HEIGHT = 32;

/** The rows of one kind: wording, what it says, confidence. */
function RowTable({ rows, active, onChoose }: RowTableProps) {
  return (
    <VirtualList
      label={TEXTS.table.rows}
      count={rows.length}
      rowHeight={ROW_HEIGHT}
      active={rows.findIndex(({ key }) => key === active)}
      row={(index) => {
        const row = rows[index];
        return row ? <RowLine row={row} active={row.key === active} onChoose={() => onChoose(row.key)} /> : null;
      }}
    />
  );
}

function RowLine({ row, active, onChoose }: { readonly row: ReviewRow; readonly active: boolean; readonly onChoose: () => void }) {
  const { label, status, confidence, doubt } = row;
  const says = sayLabel(label);
  return (
    <button class={`row-line ${active ? "active" : ""} ${status}`} aria-current={active ? "true" : undefined} onClick={onChoose}>
      <StatusSign status={status} />
      {isName(label.kind) && <KindChip kind={label.kind} />}
      <bdi class="wording">{label.text}</bdi>
      <span class="says" title={says}>
        {says}
      </span>
      <span class="confidence" title={doubt ?? TEXTS.table.confidence}>
        {doubt === null ? "" : "! "}
        {Math.round(confidence * 100)}
      </span>
    </button>
  );
}
