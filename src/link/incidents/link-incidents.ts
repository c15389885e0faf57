import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { IsoDate } from "../../model/calendar.js";
import type { Entity } from "../../model/entity.js";
import type { Incident, IncidentDate, IncidentPlace } from "../../model/incident.js";
import type { CasualtyMention, DateMention, Mention } from "../../model/mention.js";
import type { NamedVictim, TollProfile } from "../../model/toll.js";
import { createActorFinder, type FindActors } from "./find-actors.js";
import { createCauseFinder, type FindCause } from "./find-cause.js";
import { groupFigures, type Told } from "./group-figures.js";
import { joinTitle, type JoinedText, type ReadText } from "./join-title.js";
import { anchorsOf } from "./choose-link.js";
import { createChooser, linkFigures, linkOf, type ChooseLinks, type Links } from "./link-figures.js";
import { placeIn, readScene, type Placed, type Scene } from "./read-scene.js";
import { inText, inTitle, restoreLink, restoreMention, restoreSpan, restoreToll } from "./restore-offsets.js";
import { createNamedVictims, type NamedVictims } from "./named-victims.js";
import { createSeparatingPhrases, type SeparatingPhrases } from "./separating-phrases.js";
import { readSceneWords } from "./scene-words.js";
import { tellingOf, tollsOf } from "./toll.js";
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
  const words = readSceneWords(lexicons);
  const findCause = createCauseFinder(lexicons);
  const classOf = createVictimClasses(lexicons);
  const findActors = createActorFinder(lexicons, classOf);
  const victims = createNamedVictims(lexicons, classOf);
  const separate = createSeparatingPhrases(lexicons);
  return (input) => {
    const { body, title, entities, publishedAt } = input;
    const tells = [body, title].some(
      (part) => part !== null && (part.named.length > 0 || part.mentions.some(({ kind }) => kind === "casualty")),
    );
    if (!tells) return { mentions: body.mentions, titleMentions: title?.mentions ?? [], incidents: [] };
    const joined = classify(joinTitle(title, body), classOf);
    const scene = readScene(joined.analyzed, joined.mentions, words, publishedAt, joined.offset);
    const located = new Map(entities.map(({ id, location }) => [id, location ?? null] as const));
    const choose = createChooser(scene, ({ entity }) => located.get(entity ?? "") ?? null);
    const told = tellIncidents(scene, joined.named, { choose, findCause, findActors, separate, victims }, input);
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

/** Says of every figure and named victim who they are. */
function classify(joined: JoinedText, classOf: ClassOfVictims): JoinedText {
  const { text } = joined.analyzed;
  return {
    ...joined,
    mentions: joined.mentions.map((mention): Mention =>
      mention.kind === "casualty" ? { ...mention, victimClass: classOf(`${mention.text} ${mention.victims ?? ""}`) } : mention,
    ),
    named: joined.named.map((victim) => ({
      ...victim,
      victimClass: classOf(
        text
          .slice(Math.max(0, victim.start - 30), victim.end)
          .split(/[.;]/)
          .at(-1) ?? "",
      ),
    })),
  };
}

/** What is read from the lexicons or built for one article. */
interface Tools {
  readonly choose: ChooseLinks;
  readonly findCause: FindCause;
  readonly findActors: FindActors;
  readonly separate: SeparatingPhrases;
  readonly victims: NamedVictims;
}

/** An incident before its spans are given back to title and text. */
interface ToldIncident extends Omit<Incident, "figures" | "titleFigures"> {
  readonly members: readonly Placed<CasualtyMention>[];
  /** What speaks for each figure alone. */
  readonly own: ReadonlyMap<Mention, Links>;
}

interface ToldFigure extends Told {
  /** Null for a victim named without a figure. */
  readonly placed: Placed<CasualtyMention> | null;
  readonly victim: NamedVictim | null;
}

function tellIncidents(scene: Scene, found: readonly NamedVictim[], tools: Tools, input: IncidentInput): readonly ToldIncident[] {
  const named = tools.victims.settle(found, scene);
  const { choose, findCause, findActors, separate } = tools;
  const own = linkFigures(scene, choose);
  const told = tellFigures(scene, named, own, choose);
  const figures = told.flatMap(({ placed, figure }) => (placed ? [figure] : []));
  const dates = scene.dates.map(({ mention }) => mention);
  const { civiliansOnly = false, publishedAt, profile } = input;
  const telling = tellingOf(
    { analyzed: scene.analyzed, figures, dates, publishedAt },
    { isApart: separate(scene.analyzed), isOfEra: (figure) => isOfEra(figure, scene) },
  );
  return groupFigures(told, telling).map((group, index): ToldIncident => {
    const members = group.told.flatMap(({ placed }) => placed ?? []);
    const victims = group.told.flatMap(({ victim }) => victim ?? []);
    const counted = group.told.flatMap(({ placed, figure }) => (placed ? [figure] : []));
    const others = victims.map((victim) => placeIn(scene, victim));
    const links = choose(members, group.kind === "aggregate", others);
    const anchors = [...anchorsOf(members, scene), ...others];
    return {
      id: `incident:${index + 1}`,
      kind: group.kind,
      main: group.main,
      members,
      own,
      place: placeOf(links.place),
      date: dateOf(links.date),
      cause: findCause(anchors, counted, scene),
      actors: findActors(anchors, scene),
      victims: victims.map((victim) => tools.victims.describe(victim, scene)),
      tolls: tollsOf({ analyzed: scene.analyzed, figures: counted, named: victims, dates, publishedAt, civiliansOnly }, profile),
    };
  });
}

/** Tokens behind "since" in which a war, a coup or the like makes a total of an era. */
const ERA_REACH = 6;

/** "13 million people have been displaced since the war broke out". */
function isOfEra(figure: CasualtyMention, { analyzed: { tokens }, tokenAt, words }: Scene): boolean {
  const from = tokenAt(figure.start);
  for (let i = from; i < from + 4 * ERA_REACH && tokens[i]?.sentence === tokens[from]?.sentence; i++) {
    if (tokens[i]?.lower !== "since") continue;
    return tokens
      .slice(i + 1, i + 1 + ERA_REACH)
      .some((token) => token.sentence === tokens[from]?.sentence && words.classes(token.lower).includes("era"));
  }
  return false;
}

/** The figures and the named victims of an article in order of the text, each with what speaks for it alone. */
function tellFigures(
  scene: Scene,
  named: readonly NamedVictim[],
  own: ReadonlyMap<Mention, Links>,
  choose: ChooseLinks,
): readonly ToldFigure[] {
  const none: Links = { place: null, date: null };
  const where = (sentence: number): Pick<Told, "sentence" | "paragraph"> => ({ sentence, paragraph: scene.paragraphs[sentence] ?? 0 });
  const counted = scene.figures.map((placed): ToldFigure => {
    const links = own.get(placed.mention) ?? none;
    return {
      figure: { ...placed.mention, place: linkOf(links.place), date: linkOf(links.date) },
      links,
      placed,
      victim: null,
      ...where(placed.sentence),
    };
  });
  const victims = named.map((victim): ToldFigure => {
    const anchor = placeIn(scene, victim);
    const links = choose([], false, [anchor]);
    return { figure: figureOf(victim, links), links, placed: null, victim, ...where(anchor.sentence) };
  });
  return [...counted, ...victims].sort((a, b) => a.figure.start - b.figure.start);
}

/** A named victim as a figure of one, to be grouped with the others. */
function figureOf({ start, end, text, outcome, modality }: NamedVictim, { place, date }: Links): CasualtyMention {
  return {
    kind: "casualty",
    start,
    end,
    text,
    by: "named",
    confidence: 1,
    outcome,
    modality,
    value: 1,
    low: 1,
    high: 1,
    qualifier: "exact",
    victims: null,
    scope: "incident",
    attribution: null,
    implicit: true,
    place: linkOf(place),
    date: linkOf(date),
  };
}

function placeOf(choice: Links["place"]): IncidentPlace | null {
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
  return { ...link, ...(entity ? { entity } : {}), ...(also.length > 0 ? { also } : {}) };
}

function dateOf(choice: Links["date"]): IncidentDate | null {
  const link = linkOf(choice);
  if (!link || !choice) return null;
  const { from, to }: DateMention = choice.chosen.mention;
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
