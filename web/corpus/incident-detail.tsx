import { useState } from "preact/hooks";
import type { CorpusIncident } from "../../src/model/corpus-incident.js";
import type { ReviewDecision } from "../../src/model/review.js";
import { usePage } from "../shell/page-context.js";
import { asOptions, SelectField } from "../shell/select-field.js";
import { TextField } from "../shell/text-field.js";
import { TEXTS } from "../texts.js";
import { memberOf, nameIncident } from "./incidents-view.js";
import { TollChooser } from "./toll-chooser.js";
import { useTicks } from "./use-ticks.js";

interface IncidentDetailProps {
  readonly incident: CorpusIncident;
  readonly agreed: boolean;
  readonly onDecide: (decision: ReviewDecision, reason?: string | null) => Promise<boolean>;
  readonly onAgree: () => void;
}

const T = TEXTS.corpus;
const toldBy = (tolls: CorpusIncident["reports"][number]["tolls"]): string =>
  tolls.map(({ outcome, best, low }) => `${outcome} ${best ?? (low === null ? "?" : `${low}+`)}`).join(", ");

/** One incident: its tolls with the rival numbers, its fields, and the articles that tell of it. */
export function IncidentDetail({ incident, agreed, onDecide, onAgree }: IncidentDetailProps) {
  const page = usePage();
  const [reason, setReason] = useState("");
  const { ticked, tick, clear } = useTicks();
  const { reports, place, date, cause, confidence, people } = incident;
  const [first] = reports;
  const members = first ? [memberOf(first)] : [];
  const set = (field: string, value: unknown): void =>
    void onDecide({ decision: "set", members, field, value }, reason === "" ? null : reason);
  const day = (from: string, to: string): void => set("date", from === "" || to === "" ? null : { from, to: to < from ? from : to });
  return (
    <div class="detail-body">
      <h2>{nameIncident(incident)}</h2>
      <p class="meta">
        {T.articles(reports.length)}
        {reports.length > 1 && `, ${Math.round(confidence * 100)}% ${T.confidence}`}. <code>{incident.id}</code>
      </p>
      <div class="verdicts">
        <button class="accept" onClick={onAgree} disabled={agreed}>
          {agreed ? `✓ ${T.agreed}` : T.agree}
        </button>
        <button
          class="wrong"
          onClick={() => void onDecide({ decision: "drop", members: reports.map(memberOf) }, reason === "" ? null : reason)}
        >
          {T.drop}
        </button>
      </div>
      <TextField label={T.reason} value={reason} placeholder={T.reasonHint} onCommit={setReason} />
      <TollChooser incident={incident} onChoose={set} />
      <div class="fields">
        <SelectField
          label={T.cause}
          field="cause"
          value={cause}
          options={asOptions(page.session.choices.causes)}
          onPick={(value) => set("cause", value)}
        />
        <TextField
          label={T.place}
          field="place"
          value={place?.name ?? ""}
          onCommit={(name) => set("place", name === "" ? null : { ...place, name })}
        />
        <TextField label={`${T.days}, first`} type="date" value={date?.from ?? ""} onCommit={(from) => day(from, date?.to ?? from)} />
        <TextField label={`${T.days}, last`} type="date" value={date?.to ?? ""} onCommit={(to) => day(date?.from ?? to, to)} />
      </div>
      {people.length > 0 && <p class="meta">{people.join(", ")}</p>}
      <h3>{T.reports}</h3>
      <ul class="reports">
        {reports.map((report) => {
          const name = memberOf(report);
          return (
            <li key={name}>
              {reports.length > 1 && (
                <input
                  type="checkbox"
                  checked={ticked.has(name)}
                  onChange={() => tick(name)}
                  aria-label={T.tick(report.title ?? report.article)}
                />
              )}
              <div>
                <a href={`#/review/${encodeURIComponent(report.article)}`}>
                  <bdi>{report.title ?? report.article}</bdi>
                </a>
                <p class="meta">{[report.publishedAt, report.source, toldBy(report.tolls)].filter(Boolean).join(" · ")}</p>
              </div>
            </li>
          );
        })}
      </ul>
      {ticked.size > 0 && ticked.size < reports.length && (
        <button
          onClick={() =>
            void onDecide({ decision: "split", members: [...ticked] }, reason === "" ? null : reason).then((done) => {
              if (done) clear();
            })
          }
        >
          {T.split(ticked.size)}
        </button>
      )}
      <p class="meta note">{T.nextRun}</p>
    </div>
  );
}
