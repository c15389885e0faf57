import type { CorpusIncident, CorpusToll } from "../../src/model/corpus-incident.js";
import { TextField } from "../shell/text-field.js";
import { TEXTS } from "../texts.js";

interface TollChooserProps {
  readonly incident: CorpusIncident;
  readonly onChoose: (outcome: string, value: number | null) => void;
}

const T = TEXTS.corpus;

/** The toll of each outcome beside the numbers that its reports give: the reviewer takes one of them, or writes another. */
export function TollChooser({ incident, onChoose }: TollChooserProps) {
  if (incident.tolls.length === 0) return null;
  return (
    <table class="tolls">
      <caption>{T.tolls}</caption>
      <tbody>
        {incident.tolls.map((toll) => (
          <TollRow
            key={`${toll.outcome} ${toll.modality}`}
            incident={incident}
            toll={toll}
            onChoose={(value) => onChoose(toll.outcome, value)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface TollRowProps {
  readonly incident: CorpusIncident;
  readonly toll: CorpusToll;
  readonly onChoose: (value: number | null) => void;
}

function TollRow({ incident, toll: { outcome, modality, best, low, high, by }, onChoose }: TollRowProps) {
  const told = new Map<number, string[]>();
  for (const report of incident.reports)
    for (const one of report.tolls)
      if (one.outcome === outcome && one.modality === modality && one.best !== null)
        told.set(one.best, [...(told.get(one.best) ?? []), report.source ?? report.article]);
  const bounds = low === null && high === null ? "" : ` (${low ?? ""}–${high ?? ""})`;
  return (
    <tr>
      <th scope="row">
        {outcome}
        {modality === "reported" ? "" : ` (${modality})`}
      </th>
      <td>
        <strong>{best ?? "?"}</strong>
        {bounds} <span class="meta">{T.rules[by as keyof typeof T.rules] ?? by}</span>
        {modality === "reported" && (
          <div class="rivals">
            {[...told].map(([number, sources]) => (
              <button
                key={number}
                class={number === best ? "rival chosen" : "rival"}
                aria-pressed={number === best}
                title={`${T.told} ${sources.join(", ")}`}
                onClick={() => onChoose(number)}
              >
                {number} <span class="meta">{sources.length > 1 ? `${sources.length} ×` : sources[0]}</span>
              </button>
            ))}
            <TextField
              label={`${outcome}: ${T.other}`}
              type="number"
              value=""
              placeholder={T.other}
              onCommit={(written) => onChoose(Number(written))}
            />
          </div>
        )}
      </td>
    </tr>
  );
}
