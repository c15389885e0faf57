import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { IsoDate } from "../../model/calendar.js";
import type { Entity } from "../../model/entity.js";
import type { Incident, IncidentDate, IncidentPlace } from "../../model/incident.js";
import type { CasualtyMention, Mention } from "../../model/mention.js";
import type { Span } from "../../model/span.js";
import type { TollProfile } from "../../model/toll.js";
import { createActorFinder, type FindActors } from "./find-actors.js";
import { createCauseFinder, type FindCause } from "./find-cause.js";
import { groupFigures } from "./group-figures.js";
import { joinTitle, type JoinedText, type ReadText } from "./join-title.js";
import { anchorsOf } from "./choose-link.js";
import { createChooser, linkFigures, linkOf, type ChooseLinks, type Links } from "./link-figures.js";
import { placeIn, tokenFinder, type Placed, type Scene } from "./read-scene.js";
import { isOfDateline } from "./find-items.js";
import { periodOf } from "./period-of.js";
import { createToldReader, type ToldArticle } from "./read-told.js";
import { inText, inTitle, restoreLink, restoreMention, restoreSpan, restoreToll } from "./restore-offsets.js";
import { createNamedVictims, type NamedVictims } from "./named-victims.js";
import { createTollReader, type TollsOf } from "./toll.js";
import { createUntrueFinder, type FindUntrue } from "./untrue-tellings.js";
import { createVictimClasses, type ClassOfVictims } from "./victim-class.js";

export interface IncidentInput {
  readonly body: ReadText;
  /** Null where the article has no title. */
  readonly title: ReadText | null;
  /** The entities of the article, for where its places lie. */
  readonly entities: readonly Entity[];
  readonly publishedAt: IsoDate | null;
  readonly profile: TollProfile;
  /** Leaves figures of fighters and attackers out of tolls: data sets of one-sided violence count civilians. */
  readonly civiliansOnly?: boolean;
}

export interface LinkedIncidents {
  /** The mentions as given, figures with their place, date and incident. */
  readonly mentions: readonly Mention[];
  readonly titleMentions: readonly Mention[];
  readonly incidents: readonly Incident[];
}

/**
 * Says what happened, from the figures, named victims, places and dates of one article and its title. Pure: the same
 * mentions give the same incidents.
 */
export type IncidentLinker = (input: IncidentInput) => LinkedIncidents;

/** Builds the linker. */
export function createIncidentLinker(lexicons: Lexicons): IncidentLinker {
  const findCause = createCauseFinder(lexicons);
  const classOf = createVictimClasses(lexicons);
  const findActors = createActorFinder(lexicons, classOf);
  const victims = createNamedVictims(lexicons, classOf);
  const readTold = createToldReader(lexicons, victims);
  const readTolls = createTollReader(lexicons);
  const findUntrue = createUntrueFinder(lexicons);
  return (input) => {
    const { body, title, entities, publishedAt } = input;
    const tells = [body, title].some(
      (part) => part !== null && (part.named.length > 0 || part.mentions.some(({ kind }) => kind === "casualty")),
    );
    if (!tells) return { mentions: body.mentions, titleMentions: title?.mentions ?? [], incidents: [] };
    const joined = classify(denyUntrue(joinTitle(title, body), findUntrue), classOf);
    const article = readTold(joined, entities, publishedAt);
    const told = tellIncidents(
      article,
      { choose: createChooser(article), findCause, findActors, tollsOf: readTolls(joined.analyzed), victims },
      input,
    );
    const kept = told.filter(({ tolls }) => tolls.length > 0);
    const linked = linkMentions(joined.mentions, kept);
    const split = joined.offset === 0 ? 0 : (title?.mentions.length ?? 0);
    const restored = linked.map((mention, index) => restoreMention(mention, joined.offset, index < split));
    return {
      mentions: restored.slice(split),
      titleMentions: joined.offset === 0 ? (title?.mentions ?? []) : restored.slice(0, split),
      incidents: kept.map((incident) => restoreIncident(incident, joined.offset)),
    };
  };
}

/** Denies the figures of which the text says that they are made up, and leaves out those whom it names so. */
function denyUntrue(joined: JoinedText, findUntrue: FindUntrue): JoinedText {
  const isUntrue = findUntrue(joined.analyzed);
  return {
    ...joined,
    mentions: joined.mentions.map((mention): Mention =>
      mention.kind === "casualty" && mention.modality !== "denied" && mention.value !== 0 && isUntrue(mention.start)
        ? { ...mention, modality: "denied" }
        : mention,
    ),
    named: joined.named.filter(({ start }) => !isUntrue(start)),
  };
}

/** Parts of speech of the words before a name that say who bears it: "two soldiers, the army captain Ana Ruiz". */
const BEFORE_NAME: ReadonlySet<string> = new Set(["NOUN", "PROPN", "ADJ"]);

/** Says of every figure and named victim who they are. */
function classify(joined: JoinedText, classOf: ClassOfVictims): JoinedText {
  const { text, tokens } = joined.analyzed;
  const tokenAt = tokenFinder(joined.analyzed);
  const phraseOf = ({ start, end }: Span): string => {
    let first = tokenAt(start);
    while (first > 0 && tokens[first]?.gap !== "paragraph" && BEFORE_NAME.has(tokens[first - 1]?.pos ?? "")) first--;
    return text.slice(tokens[first]?.start ?? start, end);
  };
  return {
    ...joined,
    mentions: joined.mentions.map((mention): Mention =>
      mention.kind === "casualty" ? { ...mention, victimClass: classOf(`${mention.text} ${mention.victims ?? ""}`) } : mention,
    ),
    named: joined.named.map((victim) => ({ ...victim, victimClass: classOf(phraseOf(victim)) })),
  };
}

/** What is read from the lexicons or built for one article. */
interface Tools {
  readonly choose: ChooseLinks;
  readonly findCause: FindCause;
  readonly findActors: FindActors;
  readonly tollsOf: TollsOf;
  readonly victims: NamedVictims;
}

/** An incident before its spans are given back to title and text. */
interface ToldIncident extends Omit<Incident, "figures" | "titleFigures"> {
  readonly members: readonly Placed<CasualtyMention>[];
  /** What speaks for each figure alone. */
  readonly own: ReadonlyMap<Mention, Links>;
}

function tellIncidents(article: ToldArticle, tools: Tools, input: IncidentInput): readonly ToldIncident[] {
  const { scene, told, locationOf } = article;
  const { choose, findCause, findActors, tollsOf } = tools;
  const own = linkFigures(scene, choose);
  const { civiliansOnly = false, publishedAt, profile } = input;
  const groups = groupFigures(told, locationOf, publishedAt, scene.titleSentences);
  return groups.map((group, index): ToldIncident => {
    const members = group.told.flatMap(({ placed }) => placed ?? []);
    const victims = group.told.flatMap(({ victim }) => victim ?? []);
    const counted = group.told.flatMap(({ placed, grounds }) => (placed ? [grounds.figure] : []));
    const named = victims.map((victim) => placeIn(scene, victim));
    const others = groups.flatMap((other) => (other === group ? [] : other.told.map(({ grounds }) => grounds.anchor)));
    const links = choose({ figures: members, named, aggregate: group.kind === "aggregate", others });
    const anchors = [...anchorsOf(members, scene), ...named];
    return {
      id: `incident:${index + 1}`,
      kind: group.kind,
      main: group.main,
      members,
      own,
      place: placeOf(links.place, scene),
      date: dateOf(links.date, group.kind, scene),
      cause: findCause(anchors, counted, scene),
      actors: findActors({ anchors, others }, scene),
      victims: victims.filter(({ described }) => !described).map((victim) => tools.victims.describe(victim, scene)),
      tolls: tollsOf({ figures: counted, named: victims, civiliansOnly }, profile),
    };
  });
}

function placeOf(choice: Links["place"], scene: Scene): IncidentPlace | null {
  const link = linkOf(choice);
  if (!link || !choice) return null;
  const { entity } = choice.chosen.mention;
  const also = choice.rivals.map(({ rival: { mention }, confidence }): IncidentPlace => ({
    start: mention.start,
    end: mention.end,
    text: mention.text,
    reason: "rival",
    confidence,
    ...(mention.entity ? { entity: mention.entity } : {}),
  }));
  const { key, sentence } = choice.chosen;
  // The town of a dateline counts only where the passage names no place: a reporter is where the news is brought in.
  const weak = scene.places.every((one) => one.key !== key || (isOfDateline(one, scene) && one.sentence === sentence));
  return { ...link, ...(weak ? { weak: true as const } : {}), ...(entity ? { entity } : {}), ...(also.length > 0 ? { also } : {}) };
}

function dateOf(choice: Links["date"], kind: Incident["kind"], scene: Scene): IncidentDate | null {
  const link = linkOf(choice);
  if (!link || !choice) return null;
  const { from, to } = kind === "aggregate" ? periodOf(choice.chosen, scene) : choice.chosen.mention;
  return { ...link, from, to };
}

/** How sure a link of one figure must be to stand against that of its incident. */
const OWN = 0.6;

/** Gives every figure its incident, and the place and date of that but where its own sentence says another. */
function linkMentions(mentions: readonly Mention[], told: readonly ToldIncident[]): readonly Mention[] {
  const incidents = new Map<Mention, ToldIncident>();
  for (const incident of told) for (const { mention } of incident.members) incidents.set(mention, incident);
  return mentions.map((mention): Mention => {
    const incident = incidents.get(mention);
    if (mention.kind !== "casualty" || !incident) return mention;
    const own = incident.own.get(mention);
    const place = own?.place && own.place.confidence >= OWN ? linkOf(own.place) : incident.place;
    const date = own?.date && own.date.confidence >= OWN ? linkOf(own.date) : incident.date;
    const plain = (link: typeof place): typeof place =>
      link && { start: link.start, end: link.end, text: link.text, reason: link.reason, confidence: link.confidence };
    return { ...mention, place: plain(place), date: plain(date), incident: incident.id };
  });
}

function restorePlace(place: IncidentPlace, offset: number): IncidentPlace {
  return { ...restoreLink(place, offset), ...(place.also ? { also: place.also.map((one) => restoreLink(one, offset)) } : {}) };
}

function restoreIncident({ members, own: _own, ...incident }: ToldIncident, offset: number): Incident {
  const starts = members.map(({ mention }) => mention.start);
  return {
    ...incident,
    figures: inText(starts, offset),
    titleFigures: inTitle(starts, offset),
    place: incident.place && restorePlace(incident.place, offset),
    date: incident.date && restoreLink(incident.date, offset),
    actors: incident.actors.map((actor) => restoreSpan(actor, offset)),
    victims: incident.victims.map((victim) => restoreSpan(victim, offset)),
    tolls: incident.tolls.map((toll) => restoreToll(toll, offset)),
  };
}
