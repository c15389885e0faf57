import type { AnnotationRecord } from "../formats/parse-annotation-record.js";
import type { Entity } from "../model/entity.js";
import type { Layer } from "../model/layer.js";
import { FAMILIES, kindsWith, overFamilies } from "../model/kinds.js";
import type { Completion, ReviewIncident, ReviewLabel, ReviewLayer, ReviewRow } from "../model/review.js";
import type { Label } from "../score/label.js";
import { isName, layerOf } from "./review-label.js";
import { writtenIncidents } from "./article-incidents.js";

/** What a gold record is made of. */
export interface GoldParts {
  readonly text: string;
  readonly layer: Layer;
  /** The record that stood there before; null for a new article. */
  readonly before: AnnotationRecord | null;
  readonly rows: readonly ReviewRow[];
  readonly incidents: readonly ReviewIncident[];
  /** The layers that are complete, with who said so; null for those that were gold before. */
  readonly complete: ReadonlyMap<ReviewLayer, Completion | null>;
}

const KINDS_OF = overFamilies((family) => kindsWith("family", family));

/**
 * The gold record of an article: the complete layers and nothing else. Mentions and fields that gold had and nobody
 * changed stay as they were written. Null where no layer is complete.
 */
export function toGoldRecord({ text, layer, before, rows, incidents, complete }: GoldParts): Readonly<Record<string, unknown>> | null {
  if (complete.size === 0) return null;
  const kept = rows.filter(({ status, label }) => status !== "wrong" && complete.has(layerOf(label.kind)));
  const written = new Map((before?.mentions ?? []).map((mention) => [keyOf(mention), mention]));
  const mentionsOf = (inTitle: boolean): readonly unknown[] =>
    kept
      .filter((row) => row.inTitle === inTitle)
      .map(
        (row) => (row.by === "gold" && row.status === "accepted" ? written.get(keyOf(row.label as Label)) : null) ?? toMention(row.label),
      );
  const all = FAMILIES.every((name) => complete.has(name));
  const declared = FAMILIES.filter((name) => complete.has(name)).flatMap((name) => KINDS_OF[name]);
  const {
    mentions: _m,
    titleMentions: _t,
    entities: _e,
    labelledKinds: _l,
    text: _x,
    reviewed,
    ...rest
  } = {
    ...before,
  } as Partial<AnnotationRecord> & { readonly incidents?: unknown; readonly titleMentions?: unknown; readonly reviewed?: unknown };
  const { incidents: _i, ...meta } = rest;
  const signed = [...complete].flatMap(([name, completion]) => (completion === null ? [] : [[name, completion] as const]));
  const untouched =
    before !== null && kept.every((row) => row.inTitle || !isName(row.label.kind) || (row.by === "gold" && row.status === "accepted"));
  const made = {
    id: layer.id,
    title: layer.title,
    publishedAt: layer.publishedAt,
    textHash: layer.textHash,
    ...meta,
    ...(all ? {} : { labelledKinds: declared }),
    ...(signed.length > 0 || isRecord(reviewed)
      ? { reviewed: { ...(isRecord(reviewed) ? reviewed : {}), ...Object.fromEntries(signed) } }
      : {}),
    mentions: mentionsOf(false),
    ...(layer.title === null || (before !== null && before.mentions.length > 0 && Reflect.get(before, "titleMentions") === undefined)
      ? {}
      : { titleMentions: mentionsOf(true) }),
    entities: !complete.has("names")
      ? []
      : untouched
        ? (before.entities ?? [])
        : entitiesOf(kept, [...(before?.entities ?? []), ...layer.entities]),
    ...(complete.has("incidents") ? { incidents: incidentsOf(layer, before, rows, incidents) } : {}),
    text,
  };
  return before === null ? made : inOrderOf(before, made);
}

/** The same fields, those that were there before in their order: a difference shows what changed and nothing else. */
function inOrderOf(before: AnnotationRecord, made: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const known = Object.keys(before).filter((field) => field in made);
  const added = Object.keys(made).filter((field) => !known.includes(field));
  return Object.fromEntries([...known, ...added].map((field) => [field, made[field]]));
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

const keyOf = ({ kind, start, end, outcome }: Label): string => `${kind} ${start} ${end} ${outcome ?? ""}`;

/** A mention as gold writes it: links of figures stand with the incidents. */
function toMention({ place: _place, date: _date, incident: _incident, ...label }: ReviewLabel): Readonly<Record<string, unknown>> {
  return label;
}

function entitiesOf(rows: readonly ReviewRow[], known: readonly Entity[]): readonly Entity[] {
  const groups = new Map<string, ReviewLabel[]>();
  for (const { label, inTitle } of rows) {
    if (inTitle || !isName(label.kind) || label.entity === undefined) continue;
    const group = groups.get(label.entity);
    if (group) group.push(label);
    else groups.set(label.entity, [label]);
  }
  return [...groups].map(([id, labels]) => {
    const wordings = [...new Set(labels.map(({ text }) => text))];
    const earlier = known.find((entity) => entity.id === id)?.name;
    const name = wordings.find((wording) => wording === earlier) ?? wordings.reduce((a, b) => (b.length > a.length ? b : a));
    const kind = (labels[0] as ReviewLabel).kind as Entity["kind"];
    return { id, kind, name, aliases: wordings.filter((wording) => wording !== name), mentions: labels.length };
  });
}

function incidentsOf(
  layer: Layer,
  before: AnnotationRecord | null,
  rows: readonly ReviewRow[],
  incidents: readonly ReviewIncident[],
): readonly unknown[] {
  const written = new Map(writtenIncidents(layer, before).map((incident) => [incident.id, incident]));
  const standing = rows.filter(({ status, label }) => status !== "wrong" && label.kind === "casualty");
  const figures = (id: string, inTitle: boolean): readonly number[] =>
    standing.filter((row) => row.inTitle === inTitle && row.label.incident === id).map(({ label }) => label.start);
  const linked = standing.some(({ label }) => label.incident !== undefined && label.incident !== null);
  return incidents.map(({ id, kind, main, cause, place, date, actors, edited }) => {
    const own = written.get(id);
    if (own && !edited && before !== null && Array.isArray(Reflect.get(before, "incidents"))) return own;
    return {
      ...own,
      id,
      kind,
      main,
      figures: linked ? figures(id, false) : (own?.figures ?? []),
      titleFigures: linked ? figures(id, true) : (own?.titleFigures ?? []),
      place,
      date: date === null ? null : { ...date, ...daysOf(date.start, rows) },
      cause,
      actors,
    };
  });
}

/** The days of the date mention that starts there. */
function daysOf(start: number, rows: readonly ReviewRow[]): { readonly from: string | null; readonly to: string | null } {
  const label = rows.find((row) => !row.inTitle && row.label.kind === "date" && row.label.start === start)?.label;
  return { from: label?.from ?? null, to: label?.to ?? null };
}
