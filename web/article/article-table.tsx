import { useEffect, useRef, useState } from "preact/hooks";
import type { IncidentEdit, ReviewArticle, ReviewLayer, ReviewRow } from "../../src/model/review.js";
import { KindChip, StatusSign } from "../shell/signs.js";
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

const GROUPS = ["casualty", "date", "name", "incidents", "layers"] as const;
type Group = (typeof GROUPS)[number];

const groupOf = (kind: string): Group => (kind === "casualty" || kind === "date" ? kind : "name");

/** What the article holds, kind by kind, beside its text. */
export function ArticleTable({ article, active, onChoose, onIncident, onComplete, onReopen }: ArticleTableProps) {
  const [group, setGroup] = useState<Group>("casualty");
  const activeKind = article.rows.find(({ key }) => key === active)?.label.kind;
  // A row that is chosen elsewhere brings its own table to the front.
  useEffect(() => {
    if (activeKind !== undefined) setGroup(groupOf(activeKind));
  }, [activeKind, active]);
  const rows = article.rows.filter(({ label }) => groupOf(label.kind) === group);
  const countOf = (name: Group): number | null =>
    name === "layers"
      ? null
      : name === "incidents"
        ? article.incidents.length
        : article.rows.filter(({ label }) => groupOf(label.kind) === name).length;
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
      <div id="tab-panel" role="tabpanel" aria-labelledby={`tab-${group}`} class="tab-panel" tabIndex={0}>
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

function RowTable({ rows, active, onChoose }: RowTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => body.current?.querySelector("tr.active")?.scrollIntoView({ block: "nearest" }), [active]);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">
            <span class="unseen-label">{TEXTS.table.status}</span>
          </th>
          <th scope="col">{TEXTS.table.wording}</th>
          <th scope="col">{TEXTS.table.says}</th>
          <th scope="col" class="number">
            {TEXTS.table.confidence}
          </th>
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map(({ key, label, status, confidence, doubt }) => (
          <tr key={key} class={`${key === active ? "active" : ""} ${status}`} onClick={() => onChoose(key)}>
            <td>
              <StatusSign status={status} />
            </td>
            <td>
              <button class="row-link" onClick={() => onChoose(key)} aria-current={key === active ? "true" : undefined}>
                <bdi>{label.text}</bdi>
              </button>
            </td>
            <td>
              {label.kind !== "casualty" && label.kind !== "date" && <KindChip kind={label.kind} />} {sayLabel(label)}
            </td>
            <td class="number">
              {doubt !== null && <span title={doubt}>! </span>}
              {Math.round(confidence * 100)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
