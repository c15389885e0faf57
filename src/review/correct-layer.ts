import type { Entity } from "../model/entity.js";
import type { Incident } from "../model/incident.js";
import type { Layer } from "../model/layer.js";
import type { CasualtyMention, DateMention, FigureLink, Mention, NameMention } from "../model/mention.js";
import type { ReviewIncident, ReviewLabel, ReviewRow, ReviewStatus, Wording } from "../model/review.js";
import type { Toll } from "../model/toll.js";
import { isName } from "./review-label.js";

/** Chooses the tolls of an incident anew, by the rules of the run, from its figures as they stand. */
export type ChooseTolls = (incident: Incident, figures: readonly CasualtyMention[]) => readonly Toll[];

/**
 * The layer of an article as its reviewer left it: what is wrong is gone, what was corrected and added is in, and every
 * mention says what was said of it. Incidents keep their numbers, by which decisions name them; the tolls of those whose
 * figures changed are chosen anew.
 *
 * @param found the layer that the program wrote.
 * @param rows the rows of the article, in order of the text.
 */
export function correctLayer(
  found: Layer,
  rows: readonly ReviewRow[],
  incidents: readonly ReviewIncident[],
  chooseTolls: ChooseTolls,
): Layer {
  const standing = rows.filter(({ status }) => status !== "wrong");
  const bySpan = new Map([
    ...(found.titleMentions ?? []).map((m) => [keyOf(m, true), m] as const),
    ...found.mentions.map((m) => [keyOf(m, false), m] as const),
  ]);
  const toMention = (row: ReviewRow): Mention => {
    const before = row.found ? bySpan.get(keyOf(row.found, row.inTitle)) : undefined;
    return row.status === "unseen" || row.status === "accepted"
      ? { ...(before ?? mentionOf(row.label, undefined)), reviewed: row.status }
      : mentionOf(row.label, before, row.status);
  };
  const mentions = standing.filter(({ inTitle }) => !inTitle).map(toMention);
  const titleMentions = standing.filter(({ inTitle }) => inTitle).map(toMention);
  const corrected = correctIncidents(found, mentions, titleMentions, incidents, chooseTolls);
  return {
    ...found,
    mentions,
    ...(found.titleMentions === undefined && titleMentions.length === 0 ? {} : { titleMentions }),
    entities: correctEntities(found.entities, mentions),
    ...(found.incidents === undefined && corrected.length === 0
      ? {}
      : { incidents: corrected, tolls: corrected.find(({ main }) => main)?.tolls ?? [] }),
  };
}

const keyOf = ({ kind, start, end, ...rest }: Pick<ReviewLabel, "kind" | "start" | "end">, inTitle: boolean): string =>
  `${inTitle} ${kind} ${start} ${end} ${"outcome" in rest ? String(rest.outcome) : ""}`;

/** A label as a mention: fields that nobody edits stay as the program gave them, where the kind is the same. */
function mentionOf(label: ReviewLabel, before: Mention | undefined, status?: ReviewStatus): Mention {
  const { start, end, text, kind } = label;
  const evidence = { start, end, text, by: "review", confidence: 1, ...(status ? { reviewed: status } : {}) };
  if (kind === "date") {
    const own = before?.kind === "date" ? before : null;
    const { type = "DATE", value, mod = null, from = null, to = null } = label;
    return {
      ...(own ?? { freq: null, anchor: "text" as const, anchored: true }),
      ...evidence,
      kind,
      type,
      value: typeof value === "string" ? value : "",
      mod,
      from,
      to,
    } satisfies DateMention;
  }
  if (kind === "casualty") return figureOf(label, before?.kind === "casualty" ? before : null, evidence);
  return { ...evidence, kind, ...(label.entity === undefined ? {} : { entity: label.entity }) } satisfies NameMention;
}

function figureOf(
  label: ReviewLabel,
  own: CasualtyMention | null,
  evidence: Pick<CasualtyMention, "start" | "end" | "text" | "by" | "confidence" | "reviewed">,
): CasualtyMention {
  const { doubt: _doubted, ...before } = own ?? {};
  const linkOf = (link: Wording | null | undefined, earlier: FigureLink | null | undefined): FigureLink | null =>
    link && earlier?.start === link.start ? earlier : link ? { ...link, reason: "review", confidence: 1 } : null;
  const { incident } = label;
  return {
    ...before,
    ...evidence,
    kind: "casualty",
    outcome: label.outcome ?? "killed",
    value: typeof label.value === "number" ? label.value : null,
    low: label.low ?? null,
    high: label.high ?? null,
    qualifier: label.qualifier ?? "exact",
    victims: label.victims ?? null,
    modality: label.modality ?? "reported",
    scope: label.scope ?? "incident",
    attribution: label.attribution ?? null,
    implicit: label.implicit ?? false,
    ...(label.place === undefined && !own ? {} : { place: linkOf(label.place, own?.place) }),
    ...(label.date === undefined && !own ? {} : { date: linkOf(label.date, own?.date) }),
    ...(typeof incident === "string" ? { incident } : {}),
  };
}

/** Entities with the mentions that they now have; those without any are gone. */
function correctEntities(known: readonly Entity[], mentions: readonly Mention[]): readonly Entity[] {
  const groups = new Map<string, NameMention[]>(known.map(({ id }) => [id, []]));
  for (const mention of mentions) {
    if (!isName(mention.kind) || !("entity" in mention) || mention.entity === undefined) continue;
    const group = groups.get(mention.entity);
    if (group) group.push(mention as NameMention);
    else groups.set(mention.entity, [mention as NameMention]);
  }
  const before = new Map(known.map((entity) => [entity.id, entity]));
  return [...groups].flatMap(([id, group]): Entity[] => {
    const [first] = group;
    if (!first) return [];
    const entity = before.get(id);
    if (entity?.mentions === group.length) return [entity];
    const wordings = [...new Set(group.map(({ text }) => text))];
    const name = wordings.find((wording) => wording === entity?.name) ?? wordings.reduce((a, b) => (b.length > a.length ? b : a));
    return [{ ...entity, id, kind: first.kind, name, aliases: wordings.filter((wording) => wording !== name), mentions: group.length }];
  });
}

function correctIncidents(
  { incidents: found = [] }: Layer,
  mentions: readonly Mention[],
  titleMentions: readonly Mention[],
  reviewed: readonly ReviewIncident[],
  chooseTolls: ChooseTolls,
): readonly Incident[] {
  const before = new Map(found.map((incident) => [incident.id, incident]));
  const edits = new Map(reviewed.map((incident) => [incident.id, incident]));
  const isFigure = (mention: Mention): mention is CasualtyMention => mention.kind === "casualty";
  const figures = mentions.filter(isFigure);
  const inTitle = titleMentions.filter(isFigure);
  const dates = mentions.filter((mention): mention is DateMention => mention.kind === "date");
  const ids = new Set([...before.keys(), ...edits.keys(), ...figures.flatMap(({ incident }) => incident ?? [])]);
  return [...ids].flatMap((id): Incident[] => {
    const own = figures.filter(({ incident }) => incident === id);
    const ofTitle = inTitle.filter(({ incident }) => incident === id);
    const known = before.get(id);
    if (own.length + ofTitle.length + (known?.victims.length ?? 0) === 0) return [];
    const edit = edits.get(id);
    const incident = edit?.edited || !known ? editIncident(known ?? emptyIncident(id), edit, dates) : known;
    const starts = own.map(({ start }) => start);
    const told = { ...incident, figures: starts, titleFigures: ofTitle.map(({ start }) => start) };
    const changed =
      String(starts) !== String(known?.figures ?? []) ||
      own.some((figure) => figure.reviewed === "corrected" || figure.reviewed === "added");
    return [changed && own.length > 0 ? { ...told, tolls: chooseTolls(told, own) } : told];
  });
}

const emptyIncident = (id: string): Incident => ({
  id,
  kind: "incident",
  main: false,
  figures: [],
  titleFigures: [],
  place: null,
  date: null,
  cause: "unknown",
  actors: [],
  victims: [],
  tolls: [],
});

/** Fields as the reviewer set them. Actors are words alone: where those stand in the text the reviewer did not say. */
function editIncident(incident: Incident, edit: ReviewIncident | undefined, dates: readonly DateMention[]): Incident {
  if (!edit) return incident;
  const { kind, main, cause, place, date, actors } = edit;
  const days = dates.find(({ start }) => start === date?.start);
  return {
    ...incident,
    kind,
    main,
    cause: cause as Incident["cause"],
    place: place === null ? null : incident.place?.start === place.start ? incident.place : { ...place, reason: "review", confidence: 1 },
    date:
      date === null
        ? null
        : incident.date?.start === date.start
          ? incident.date
          : { ...date, reason: "review", confidence: 1, from: days?.from ?? null, to: days?.to ?? null },
    actors: actors.map(({ text, certainty }) => ({
      start: 0,
      end: 0,
      ...incident.actors.find((actor) => actor.text === text),
      text,
      certainty,
    })),
    reviewed: "corrected",
  };
}
