import { useMemo } from "preact/hooks";
import type { CorpusIncident } from "../../src/model/corpus-incident.js";
import { TEXTS } from "../texts.js";
import { nameIncident, sayTolls } from "./incidents-view.js";

interface IncidentTimelineProps {
  readonly incidents: readonly CorpusIncident[];
  readonly active: string;
  readonly onChoose: (id: string) => void;
}

interface Month {
  /** `2025-07`. */
  readonly name: string;
  readonly incidents: readonly CorpusIncident[];
}

/** Incidents month by month, each a box that opens it. */
export function IncidentTimeline({ incidents, active, onChoose }: IncidentTimelineProps) {
  const months = useMemo(() => byMonth(incidents), [incidents]);
  const dated = months.reduce((sum, month) => sum + month.incidents.length, 0);
  return (
    <div class="timeline">
      <ol>
        {months.map(({ name, incidents: within }) => (
          <li key={name}>
            <span class="month">{name}</span>
            <span class="days">
              {within.map((one) => (
                <button
                  key={one.id}
                  class={one.id === active ? "day active" : "day"}
                  title={`${nameIncident(one)}: ${sayTolls(one)}`}
                  onClick={() => onChoose(one.id)}
                >
                  <span class="day-number">{one.date?.from.slice(8)}</span> <bdi>{one.place?.name ?? TEXTS.corpus.unknown}</bdi>
                </button>
              ))}
            </span>
          </li>
        ))}
      </ol>
      <p class="meta">{TEXTS.corpus.undatedCount(incidents.length - dated)}</p>
    </div>
  );
}

function byMonth(incidents: readonly CorpusIncident[]): readonly Month[] {
  const months = new Map<string, CorpusIncident[]>();
  for (const one of incidents) {
    if (one.date === null) continue;
    const name = one.date.from.slice(0, 7);
    const within = months.get(name);
    if (within) within.push(one);
    else months.set(name, [one]);
  }
  return [...months]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([name, within]) => ({ name, incidents: within.sort((a, b) => ((a.date?.from ?? "") < (b.date?.from ?? "") ? 1 : -1)) }));
}
