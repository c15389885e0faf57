import type { ReviewArticle, ReviewLabel, ReviewRow, Wording } from "../../src/model/review.js";
import { CheckField } from "../shell/check-field.js";
import { usePage } from "../shell/page-context.js";
import { asOptions, SelectField } from "../shell/select-field.js";
import { TextField } from "../shell/text-field.js";
import { TEXTS } from "../texts.js";

interface FigureFieldsProps {
  readonly article: ReviewArticle;
  readonly label: ReviewLabel;
  readonly onLabel: (label: ReviewLabel) => void;
}

const toCount = (written: string): number | null => (/^\d+$/.test(written) ? Number(written) : null);
const toWords = (written: string): string | null => (written === "" ? null : written);
const shown = (value: string | number | null | undefined): string => (value === null || value === undefined ? "" : String(value));

/** Every field of a casualty figure. */
export function FigureFields({ article, label, onLabel }: FigureFieldsProps) {
  const { choices } = usePage().session;
  const set = (change: Partial<ReviewLabel>): void => onLabel({ ...label, ...change });
  /** An exact number has one bound on both sides: it need not be written three times. */
  const setValue = (value: number | null): void => {
    const { qualifier } = label;
    if (qualifier === "exact") set({ value, low: value, high: value });
    else if (qualifier === "at-least") set({ value, low: value });
    else if (qualifier === "at-most") set({ value, high: value });
    else set({ value });
  };
  return (
    <>
      <SelectField
        label="Outcome"
        field="outcome"
        value={label.outcome ?? ""}
        options={asOptions(choices.outcomes)}
        onPick={(outcome) => set({ outcome: outcome as NonNullable<ReviewLabel["outcome"]> })}
      />
      <SelectField
        label="Qualifier"
        field="qualifier"
        value={label.qualifier ?? ""}
        options={asOptions(choices.qualifiers)}
        onPick={(qualifier) => set({ qualifier: qualifier as NonNullable<ReviewLabel["qualifier"]> })}
      />
      <div class="numbers">
        <TextField
          label="Value"
          field="value"
          type="number"
          value={shown(label.value)}
          onCommit={(written) => setValue(toCount(written))}
        />
        <TextField label="Low" field="low" type="number" value={shown(label.low)} onCommit={(written) => set({ low: toCount(written) })} />
        <TextField
          label="High"
          field="high"
          type="number"
          value={shown(label.high)}
          onCommit={(written) => set({ high: toCount(written) })}
        />
      </div>
      <SelectField
        label="Modality"
        field="modality"
        value={label.modality ?? ""}
        options={asOptions(choices.modalities)}
        onPick={(modality) => set({ modality: modality as NonNullable<ReviewLabel["modality"]> })}
      />
      <SelectField
        label="Scope"
        field="scope"
        value={label.scope ?? ""}
        options={asOptions(choices.scopes)}
        onPick={(scope) => set({ scope: scope as NonNullable<ReviewLabel["scope"]> })}
      />
      <TextField label="Victims" field="victims" value={shown(label.victims)} onCommit={(written) => set({ victims: toWords(written) })} />
      <TextField
        label="Attribution"
        field="attribution"
        value={shown(label.attribution)}
        onCommit={(written) => set({ attribution: toWords(written) })}
      />
      <LinkField
        label="Place"
        field="place"
        kinds={["place"]}
        article={article}
        near={label.start}
        value={label.place}
        onPick={(place) => set({ place })}
      />
      <LinkField
        label="Date"
        field="date"
        kinds={["date"]}
        article={article}
        near={label.start}
        value={label.date}
        onPick={(date) => set({ date })}
      />
      <SelectField
        label="Incident"
        field="incident"
        value={label.incident ?? ""}
        options={incidentOptions(article)}
        onPick={(incident) => set({ incident: incident === "" ? null : incident })}
      />
      <CheckField label="Implicit" field="implicit" checked={label.implicit === true} onCheck={(implicit) => set({ implicit })} />
    </>
  );
}

/** The incidents of the article, and one more. */
export function incidentOptions({ incidents, rows }: ReviewArticle): readonly (readonly [string, string])[] {
  const used = new Set([...incidents.map(({ id }) => id), ...rows.flatMap(({ label }) => label.incident ?? [])]);
  let next = 1;
  while (used.has(`incident:${next}`)) next++;
  const named = new Map(
    incidents.map(({ id, cause, place, main }) => [id, [id, cause, place?.text, main ? "★" : ""].filter(Boolean).join(" · ")]),
  );
  return [
    ["", TEXTS.none],
    ...[...used].sort().map((id) => [id, named.get(id) ?? id] as const),
    [`incident:${next}`, `${TEXTS.record.newIncident} (incident:${next})`],
  ];
}

interface LinkFieldProps {
  readonly label: string;
  readonly field: string;
  readonly kinds: readonly string[];
  readonly article: ReviewArticle;
  /** Where the linked finding stands: of many mentions those around it are offered. */
  readonly near: number;
  readonly value: Wording | null | undefined;
  readonly onPick: (link: Wording | null) => void;
}

const placeKey = ({ start, end, inTitle }: Wording): string => `${inTitle ? "t" : ""}${start}-${end}`;

/** Mentions that a link is chosen from. */
const OFFERED = 80;

/** The rows nearest to a place, in order of the text. */
function nearest(rows: readonly ReviewRow[], near: number): readonly ReviewRow[] {
  if (rows.length <= OFFERED) return rows;
  const distance = ({ label }: ReviewRow): number => Math.abs(label.start - near);
  return [...rows]
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, OFFERED)
    .sort((a, b) => a.label.start - b.label.start);
}

/** A mention of the article, by its wording. */
export function LinkField({ label, field, kinds, article, near, value, onPick }: LinkFieldProps) {
  const mentions = nearest(
    article.rows.filter((row) => kinds.includes(row.label.kind) && row.status !== "wrong"),
    near,
  ).map(({ label: { start, end, text }, inTitle }): Wording => ({ start, end, text, ...(inTitle ? { inTitle: true as const } : {}) }));
  const known = new Map(mentions.map((mention) => [placeKey(mention), mention]));
  if (value) known.set(placeKey(value), value);
  const options = [...known].map(([key, { text, start, inTitle }]) => [key, `${text} (${inTitle ? "headline" : start})`] as const);
  return (
    <SelectField
      label={label}
      field={field}
      value={value ? placeKey(value) : ""}
      options={[["", TEXTS.none], ...options]}
      onPick={(key) => onPick(known.get(key) ?? null)}
    />
  );
}
