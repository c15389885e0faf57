import type { IncidentEdit, ReviewArticle, ReviewIncident } from "../../src/model/review.js";
import { CheckField } from "../shell/check-field.js";
import { usePage } from "../shell/page-context.js";
import { asOptions, SelectField } from "../shell/select-field.js";
import { TextField } from "../shell/text-field.js";
import { GUIDE, TEXTS } from "../texts.js";
import { LinkField } from "./figure-fields.js";
import { sayLabel } from "./say-label.js";

interface IncidentEditorProps {
  readonly article: ReviewArticle;
  readonly onIncident: (incident: string, edit: IncidentEdit) => void;
  readonly onChoose: (key: string) => void;
}

/** The incidents that the article tells of: place, date, cause, actors, and the figures of each. */
export function IncidentEditor({ article, onIncident, onChoose }: IncidentEditorProps) {
  if (article.incidents.length === 0) return <p class="empty">{TEXTS.table.empty}</p>;
  return (
    <>
      {article.incidents.map((incident) => (
        <OneIncident
          key={incident.id}
          article={article}
          incident={incident}
          onEdit={(edit) => onIncident(incident.id, edit)}
          onChoose={onChoose}
        />
      ))}
    </>
  );
}

interface OneIncidentProps {
  readonly article: ReviewArticle;
  readonly incident: ReviewIncident;
  readonly onEdit: (edit: IncidentEdit) => void;
  readonly onChoose: (key: string) => void;
}

function OneIncident({ article, incident, onEdit, onChoose }: OneIncidentProps) {
  const { choices } = usePage().session;
  const { id, kind, main, cause, place, date, actors, tolls } = incident;
  const figures = article.rows.filter(({ label, status }) => label.kind === "casualty" && label.incident === id && status !== "wrong");
  return (
    <fieldset class="incident">
      <legend>
        {id} {main && <span class="chip">{TEXTS.table.main}</span>}
      </legend>
      {tolls.length > 0 && (
        <p class="meta">
          {TEXTS.table.tolls}: {tolls.join(", ")}
        </p>
      )}
      <ul class="figures">
        {figures.map(({ key, label }) => (
          <li key={key}>
            <button class="row-link" onClick={() => onChoose(key)}>
              <bdi>{label.text}</bdi> <span class="meta">{sayLabel(label)}</span>
            </button>
          </li>
        ))}
      </ul>
      <div class="fields">
        <SelectField
          label="Cause"
          field="cause"
          value={cause}
          options={asOptions(choices.causes)}
          onPick={(picked) => onEdit({ cause: picked })}
        />
        <SelectField
          label="Kind"
          field="incidentKind"
          value={kind}
          options={asOptions(["incident", "aggregate"])}
          onPick={(picked) => onEdit({ kind: picked as ReviewIncident["kind"] })}
        />
        <LinkField
          label="Place"
          field="place"
          kinds={["place"]}
          article={article}
          near={figures[0]?.label.start ?? 0}
          value={place}
          onPick={(picked) => onEdit({ place: picked })}
        />
        <LinkField
          label="Date"
          field="date"
          kinds={["date"]}
          article={article}
          near={figures[0]?.label.start ?? 0}
          value={date}
          onPick={(picked) => onEdit({ date: picked })}
        />
        <CheckField label={TEXTS.table.main} field="main" checked={main} onCheck={(checked) => onEdit({ main: checked })} />
      </div>
      <div class="actors" role="group" aria-label={`${TEXTS.table.actors}, ${id}`}>
        <span title={GUIDE["actors"]}>{TEXTS.table.actors}</span>
        {actors.map((actor, index) => {
          const put = (change: Partial<(typeof actors)[number]> | null): void =>
            onEdit({ actors: actors.flatMap((one, at) => (at !== index ? [one] : change === null ? [] : [{ ...one, ...change }])) });
          return (
            <div class="actor" key={index}>
              <TextField label={TEXTS.table.actor} value={actor.text} onCommit={(text) => put(text === "" ? null : { text })} />
              <SelectField
                label="Certainty"
                value={actor.certainty}
                options={asOptions(choices.certainties)}
                onPick={(certainty) => put({ certainty: certainty as (typeof actor)["certainty"] })}
              />
              <button class="quiet" onClick={() => put(null)} aria-label={`${TEXTS.table.remove} ${actor.text}`}>
                ×
              </button>
            </div>
          );
        })}
        <TextField
          label={TEXTS.table.addActor}
          value=""
          onCommit={(text) => onEdit({ actors: [...actors, { text, certainty: "stated" }] })}
        />
      </div>
    </fieldset>
  );
}
