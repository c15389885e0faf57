import type { IsoDate } from "../../model/calendar.js";
import type { Incident, IncidentDate, IncidentPlace, Victim } from "../../model/incident.js";
import type { CasualtyMention, DateMention, FigureLink, Mention, NameMention } from "../../model/mention.js";
import type { NamedVictim, SetApart, Toll, TollProfile } from "../../model/toll.js";
import { groupFigures, type FigureGroup } from "./group-figures.js";
import { joinTitle, moveMention, type JoinedText, type ReadText } from "./join-title.js";
import { linkFigures } from "./link-figures.js";
import { tollsOf, tellingOf } from "./toll.js";

export interface IncidentInput {
  readonly body: ReadText;
  /** Null where the article has no title. */
  readonly title: ReadText | null;
  readonly publishedAt: IsoDate | null;
  readonly profile: TollProfile;
}

export interface LinkedIncidents {
  /** The mentions as given, figures with their place and date. */
  readonly mentions: readonly Mention[];
  readonly titleMentions: readonly Mention[];
  readonly incidents: readonly Incident[];
}

/**
 * Says what happened, from the figures, named victims, places and dates of one article and its title. Pure: the same
 * mentions give the same incidents.
 */
export function linkIncidents({ body, title, publishedAt, profile }: IncidentInput): LinkedIncidents {
  const untold = { mentions: body.mentions, titleMentions: title?.mentions ?? [], incidents: [] };
  const tells = [body, title].some((part) => part !== null && (part.named.length > 0 || part.mentions.some(({ kind }) => kind === "casualty")));
  if (!tells) return untold;
  const joined = joinTitle(title, body);
  const read = { ...joined, mentions: linkFigures(joined.analyzed, joined.mentions) };
  const figures = read.mentions.filter((mention): mention is CasualtyMention => mention.kind === "casualty");
  const dates = read.mentions.filter((mention): mention is DateMention => mention.kind === "date");
  const telling = tellingOf({ analyzed: read.analyzed, figures, dates, publishedAt });
  const groups = groupFigures(figures, telling);
  const whole = groups.length > 0 ? groups : [{ kind: "incident", main: true, figures: [] } satisfies FigureGroup];
  const told = whole.map((group, index) => describe(group, `incident:${index + 1}`, read, publishedAt, profile));
  const split = read.offset === 0 ? 0 : title?.mentions.length ?? 0;
  const incidentOf = new Map(groups.flatMap((group, index) => group.figures.map((figure) => [figure.start, `incident:${index + 1}`] as const)));
  const restored = read.mentions.map((mention, index) => {
    const incident = mention.kind === "casualty" ? incidentOf.get(mention.start) : undefined;
    return restore(incident === undefined ? mention : ({ ...mention, incident } as Mention), read.offset, index < split);
  });
  return {
    mentions: restored.slice(split),
    titleMentions: read.offset === 0 ? untold.titleMentions : restored.slice(0, split),
    incidents: told.filter(({ tolls }) => tolls.length > 0),
  };
}

function describe(group: FigureGroup, id: string, read: JoinedText, publishedAt: IsoDate | null, profile: TollProfile): Incident {
  const { offset, analyzed, mentions } = read;
  const named = group.main ? read.named : [];
  const dates = mentions.filter((mention): mention is DateMention => mention.kind === "date");
  const tolls = tollsOf({ analyzed, figures: group.figures, named, dates, publishedAt }, profile);
  const starts = group.figures.map(({ start }) => start);
  return {
    id, kind: group.kind, main: group.main,
    figures: inText(starts, offset), titleFigures: inTitle(starts, offset),
    place: placeOf(voted(group.figures.map(({ place }) => place ?? null)), mentions, offset),
    date: dateOf(voted(group.figures.map(({ date }) => date ?? null)), dates, offset),
    cause: "unknown", actors: [], victims: named.map((victim) => victimOf(victim, offset)),
    tolls: tolls.map((toll) => restoreToll(toll, offset)),
  };
}

/** The link that most figures share; of equals the first. */
function voted(links: readonly (FigureLink | null)[]): FigureLink | null {
  const votes = new Map<number, number>();
  for (const link of links) if (link) votes.set(link.start, (votes.get(link.start) ?? 0) + 1);
  const most = Math.max(0, ...votes.values());
  return links.find((link) => link !== null && votes.get(link.start) === most) ?? null;
}

function placeOf(link: FigureLink | null, mentions: readonly Mention[], offset: number): IncidentPlace | null {
  if (!link) return null;
  const mention = mentions.find((m): m is NameMention => m.kind === "place" && m.start === link.start);
  return { ...restoreLink(link, offset), ...(mention?.entity ? { entity: mention.entity } : {}) };
}

function dateOf(link: FigureLink | null, dates: readonly DateMention[], offset: number): IncidentDate | null {
  const mention = link && dates.find(({ start }) => start === link.start);
  return link && mention ? { ...restoreLink(link, offset), from: mention.from, to: mention.to } : null;
}

const victimOf = ({ start, end, text, outcome, modality }: NamedVictim, offset: number): Victim => ({
  ...(start < offset ? { start, end, inTitle: true } : { start: start - offset, end: end - offset }),
  text, outcome, modality, age: null, sex: null, occupation: null, class: "unknown",
});

const inText = (starts: readonly number[], offset: number): number[] => starts.filter((start) => start >= offset).map((start) => start - offset);
const inTitle = (starts: readonly number[], offset: number): number[] => starts.filter((start) => start < offset);

function restore(mention: Mention, offset: number, titled = false): Mention {
  if (offset === 0) return mention;
  const moved = titled ? mention : moveMention(mention, -offset);
  if (moved.kind !== "casualty") return moved;
  return { ...moved, place: moved.place ? restoreLink(moved.place, offset) : null, date: moved.date ? restoreLink(moved.date, offset) : null };
}

/** A link as the record gives it: into the text, or into the title and saying so. */
function restoreLink<L extends FigureLink>(link: L, offset: number): L {
  return link.start < offset ? { ...link, inTitle: true } : { ...link, start: link.start - offset, end: link.end - offset };
}

function restoreToll(toll: Toll, offset: number): Toll {
  const { restsOn, against, apart } = toll;
  const titled = { restsOn: inTitle(restsOn, offset), against: inTitle(against, offset), apart: apart.filter(({ start }) => start < offset) };
  const { restsOn: a, against: b, apart: c } = titled;
  return {
    ...toll, restsOn: inText(restsOn, offset), against: inText(against, offset),
    apart: apart.filter(({ start }) => start >= offset).map((one): SetApart => ({ ...one, start: one.start - offset })),
    ...(a.length + b.length + c.length > 0 ? { inTitle: titled } : {}),
  };
}
