import { useMemo, useState } from "preact/hooks";
import type { CorpusIncident, IncidentReport } from "../../src/model/corpus-incident.js";
import type { Acted } from "../../src/model/review.js";
import { usePage } from "../shell/page-context.js";
import { SelectField } from "../shell/select-field.js";
import { TextField } from "../shell/text-field.js";
import { TEXTS } from "../texts.js";
import type { FindingLine } from "./finding-list.js";
import { ListPane } from "./list-pane.js";
import { IncidentDetail } from "./incident-detail.js";
import { IncidentMap } from "./incident-map.js";
import { IncidentTimeline } from "./incident-timeline.js";
import { useCorpus } from "./use-corpus.js";
import { useTicks } from "./use-ticks.js";

interface CorpusViewProps {
  /** The incident that the address names. */
  readonly shown: string;
  readonly undone: Acted | null;
}

const T = TEXTS.corpus;
const SHOWN = { all: T.all, conflict: T.conflict, unsure: T.unsure, several: T.several, stories: T.stories } as const;
type Shown = keyof typeof SHOWN;

export const memberOf = ({ article, incident }: IncidentReport): string => `${article}#${incident ?? "article"}`;

export function sayTolls({ tolls, kind }: CorpusIncident): string {
  if (kind === "story") return T.story;
  const told = tolls.map(
    ({ outcome, best, low, modality }) =>
      `${outcome} ${best ?? (low === null ? "?" : `${low}+`)}${modality === "reported" ? "" : ` ${modality}`}`,
  );
  return told.length > 0 ? told.join(", ") : T.story;
}

export const nameIncident = ({ place, date, cause }: CorpusIncident): string =>
  [
    place?.name ?? T.unknown,
    date === null ? null : date.from === date.to ? date.from : `${date.from} – ${date.to}`,
    cause === "unknown" ? null : cause,
  ]
    .filter(Boolean)
    .join(" · ");

/** True where reports give different numbers for one outcome and nobody chose. */
export const hasRivals = ({ reports, tolls, decided }: CorpusIncident): boolean =>
  tolls.some(({ outcome, modality }) => {
    const told = reports.flatMap((report) =>
      report.tolls.flatMap((toll) => (toll.outcome === outcome && toll.modality === modality ? (toll.best ?? []) : [])),
    );
    return modality === "reported" && !decided.includes(outcome) && new Set(told).size > 1;
  });

function isShown(incident: CorpusIncident, shown: Shown): boolean {
  if (shown === "stories" || incident.kind === "story") return shown === "stories" && incident.kind === "story";
  if (shown === "conflict") return hasRivals(incident);
  if (shown === "several") return incident.reports.length > 1;
  return shown === "all" || (incident.reports.length > 1 && incident.confidence < 0.6);
}

/** Incidents over all articles: merged, split, their tolls chosen; on a list, a map or a line of time. */
export function IncidentsView({ shown, undone }: CorpusViewProps) {
  const page = usePage();
  const { corpus, decide, agree } = useCorpus(undone);
  const [words, setWords] = useState("");
  const [which, setWhich] = useState<Shown>("all");
  const { ticked, tick, clear } = useTicks();
  const incidents = useMemo(() => {
    const wanted = words.toLowerCase();
    return (corpus?.incidents ?? []).filter(
      (one) =>
        isShown(one, which) &&
        (wanted === "" ||
          `${nameIncident(one)} ${one.id} ${one.reports.map(({ title }) => title).join(" ")}`.toLowerCase().includes(wanted)),
    );
  }, [corpus, words, which]);
  const agreed = useMemo(() => new Set(corpus?.agreed ?? []), [corpus]);
  const lines = useMemo(
    () =>
      incidents.map((one): FindingLine => ({
        id: one.id,
        name: nameIncident(one),
        beside: one.reports.length > 1 ? `${one.reports.length} ×` : "",
        under: sayTolls(one),
        agreed: agreed.has(one.id),
      })),
    [incidents, agreed],
  );
  const active = incidents.find(({ id }) => id === shown) ?? corpus?.incidents.find(({ id }) => id === shown) ?? null;
  const merge = async (ids: readonly string[]): Promise<void> => {
    const members = (corpus?.incidents ?? [])
      .filter(({ id }) => ids.includes(id))
      .flatMap(({ reports }) => reports.slice(0, 1).map(memberOf));
    if (members.length > 1 && (await decide({ decision: "merge", members }))) {
      clear();
      const [first] = members;
      if (first !== undefined) page.go("incidents", first);
    }
  };
  return (
    <div class="corpus">
      <ListPane
        label={T.incidents}
        lines={corpus && lines}
        active={shown}
        ticked={ticked}
        onTick={tick}
        onChoose={(id) => page.go("incidents", id)}
        onMerge={(ids) => void merge(ids)}
      >
        <TextField label={T.words} type="search" value={words} onCommit={setWords} />
        <SelectField label={T.show} value={which} options={Object.entries(SHOWN)} onPick={(value) => setWhich(value as Shown)} />
      </ListPane>
      <section class="pane picture" aria-label={`${T.map}, ${T.timeline}`}>
        <IncidentMap incidents={incidents} active={shown} onChoose={(id) => page.go("incidents", id)} />
        <IncidentTimeline incidents={incidents} active={shown} onChoose={(id) => page.go("incidents", id)} />
      </section>
      <section class="pane detail" aria-label={TEXTS.record.title}>
        {active ? (
          <IncidentDetail
            key={active.id}
            incident={active}
            agreed={agreed.has(active.id)}
            onDecide={decide}
            onAgree={() => void agree(active.id)}
          />
        ) : (
          <p class="empty">{T.choose}</p>
        )}
      </section>
    </div>
  );
}
