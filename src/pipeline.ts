import type { Gazetteer } from "./gazetteer/read-gazetteer.js";
import { createEntityLinker } from "./link/entities/link-entities.js";
import { createUserEntities } from "./link/entities/user-entities.js";
import { joinAnalyzed, moveMention, moveSpan, type ReadText } from "./link/incidents/join-title.js";
import { createHeadlineVictims } from "./link/incidents/headline-victims.js";
import { createIncidentLinker } from "./link/incidents/link-incidents.js";
import { moveIncident, moveLinkedMention } from "./link/incidents/move-incident.js";
import { createSurvivorReader } from "./link/incidents/survivors.js";
import { createPlaceResolver } from "./link/places/resolve-places.js";
import type { Lexicons } from "./lexicon/parse-lexicon.js";
import type { Article } from "./model/article.js";
import type { IsoDate } from "./model/calendar.js";
import type { Entity } from "./model/entity.js";
import type { Incident } from "./model/incident.js";
import type { Layer } from "./model/layer.js";
import type { Mention } from "./model/mention.js";
import type { PipelineOptions } from "./model/options.js";
import type { Location } from "./model/place.js";
import type { Span } from "./model/span.js";
import type { AnalyzedText, Sentence } from "./model/token.js";
import type { Toll } from "./model/toll.js";
import { createCasualtyReader } from "./recognize/casualties/recognize-casualties.js";
import { createDateReader } from "./recognize/dates/recognize-dates.js";
import type { Weights } from "./recognize/names/read-weights.js";
import { createNameRecognizer } from "./recognize/names/recognize-names.js";
import { createUserNames } from "./recognize/apply-user-names.js";
import { recognizeAll, type Recognizers } from "./recognize/recognize-all.js";
import { createAnalyzer } from "./text/analyze.js";
import { cutSections } from "./text/cut-sections.js";

/** What the stages need from outside, read once by the shell. */
export interface Resources {
  readonly lexicons: Lexicons;
  /** The name tagger's weights. */
  readonly names: Weights;
  /** The places of the world. */
  readonly gazetteer: Gazetteer;
  /**
   * Where the name tagger keeps what it computed of words, zeros at first. Pipelines of several threads may share it; without
   * it each has its own.
   */
  readonly keptWords?: ArrayBufferLike;
}

/** What the pipeline makes of one article. */
export interface Extraction {
  readonly article: Article;
  readonly sentences: readonly Sentence[];
  /** How many tokens its text has. */
  readonly tokens: number;
  readonly mentions: readonly Mention[];
  /** What was found in the title, with offsets into it. */
  readonly titleMentions: readonly Mention[];
  readonly entities: readonly Entity[];
  readonly incidents: readonly Incident[];
  /** The tolls of the main incident; none where the article is about something else. */
  readonly tolls: readonly Toll[];
}

/** What was found in a part of a long article, with offsets into the whole text. Incidents are numbered through. */
export interface ExtractedPart {
  readonly span: Span;
  readonly sentences: readonly Sentence[];
  readonly tokens: number;
  readonly mentions: readonly Mention[];
  /** Of the title, with the first part; empty with the others. */
  readonly titleMentions: readonly Mention[];
  readonly incidents: readonly Incident[];
}

/** A long article of which the names are known. */
export interface Reading {
  readonly article: Article;
  readonly entities: readonly Entity[];
  /** How many parts it has. */
  readonly count: number;
  /** Its parts in order, which adjoin. To be taken once: each is read when it is asked for. */
  readonly parts: Iterable<ExtractedPart>;
}

export const DEFAULT_OPTIONS: PipelineOptions = { minConfidence: 0, profile: "ucdp", model: "en", biasCountry: null, knownNames: [] };

/**
 * Runs all stages over one article. Pure: the same article gives the same extraction. An article whose metadata give no
 * day of publication takes that of its own dateline, else the default, else stays undated.
 */
export interface Pipeline {
  (article: Article, defaultDate?: IsoDate | null): Extraction;
  /** The same for who cannot hold all that is found in a long article: where it has more than one part, they come one after the other. */
  readonly inParts: (article: Article, defaultDate?: IsoDate | null) => Extraction | Reading;
}

/** Builds the pipeline. The only place where the stages stand in order. */
export function createPipeline({ lexicons, names, gazetteer, keptWords }: Resources, options: PipelineOptions = DEFAULT_OPTIONS): Pipeline {
  const analyze = createAnalyzer();
  const recognizeNames = createNameRecognizer(names, lexicons, gazetteer, keptWords);
  const dates = createDateReader(lexicons);
  const readCasualties = createCasualtyReader(lexicons);
  const resolvePlaces = createPlaceResolver(gazetteer, lexicons, options.biasCountry);
  const applyUserNames = createUserNames(options.knownNames);
  const users = createUserEntities(options.knownNames);
  const entityLinker = createEntityLinker(lexicons);
  /** Entities and their places, what the user says of them included. */
  const linkEntities: typeof entityLinker = (text, mentions, located) =>
    users.rename(entityLinker(text, mentions, users.locate(mentions, located ?? new Map<Mention, Location>())));
  const linkIncidents = createIncidentLinker(lexicons);
  const findUnsaved = createSurvivorReader(lexicons);
  /** Finds everything that a text or a title names and counts. */
  function readText(analyzed: AnalyzedText, article: Article): ReadText {
    const casualties = readCasualties(analyzed);
    const recognizers: Recognizers = { names: recognizeNames, dates: dates.recognize, casualties: () => casualties.figures };
    const found = recognizeAll(recognizers, { analyzed, article }).filter((mention) => mention.confidence >= options.minConfidence);
    const mentions = applyUserNames(article.text, found);
    // "Attacked the party", "murdered women and girls": a victim named is one whom the tagger takes for a person.
    const people = mentions.filter((mention) => mention.kind === "person");
    const named = casualties.named.filter((victim) => people.some(({ start, end }) => start < victim.end && end > victim.start));
    return { analyzed, mentions, named: [...named, ...findUnsaved(analyzed)].sort((a, b) => a.start - b.start) };
  }
  const findHeadlineVictims = createHeadlineVictims(lexicons, analyze, readCasualties);
  /** Finds all of a title. */
  function readTitle(title: string, article: Article): ReadText {
    const read = readText(analyze(title), { ...article, text: title });
    const figures = read.mentions.filter((mention) => mention.kind === "casualty");
    const bare = findHeadlineVictims(read.analyzed, figures);
    // "Boy, 5, shot": the tagger may take the noun for a name.
    const named = read.named.filter(({ start, end }) => !bare.some((victim) => start < victim.end && victim.start < end));
    return { ...read, named: [...named, ...bare].sort((a, b) => a.start - b.start) };
  }
  const readWhole = (article: Article, analyzed: AnalyzedText): Extraction => {
    const body = readText(analyzed, article);
    const { mentions: named, entities } = linkEntities(article.text, body.mentions, resolvePlaces(analyzed, body.mentions));
    const title = article.title === null ? null : readTitle(article.title, article);
    const linked = linkIncidents({
      body: { ...body, mentions: named },
      title,
      entities,
      publishedAt: article.publishedAt,
      profile: options.profile,
    });
    return {
      article,
      sentences: analyzed.sentences,
      tokens: analyzed.tokens.length,
      entities,
      ...linked,
      tolls: tollsOfMain(linked.incidents),
    };
  };
  /**
   * A long article: names and figures are found section by section, entities over all of it, incidents over parts of several
   * sections. What was cut into tokens is forgotten and cut again, so that no more than a part of it is held.
   */
  const readParts = (article: Article, sections: readonly Span[]): Reading => {
    const mentions: Mention[] = [];
    const bodies: Body[] = [];
    const located = new Map<Mention, Location>();
    for (const span of sections) {
      const part = { ...article, text: article.text.slice(span.start, span.end), title: bodies.length === 0 ? article.title : null };
      const analyzed = analyze(part.text);
      const { mentions: own, named } = readText(analyzed, part);
      const places = resolvePlaces(analyzed, own);
      let figures = named.length;
      for (const mention of own) {
        const moved = moveMention(mention, span.start);
        const place = places.get(mention);
        if (place) located.set(moved, place);
        mentions.push(moved);
        if (mention.kind === "casualty") figures++;
      }
      bodies.push({ span, mentions: own.length, named, figures });
    }
    const { mentions: linked, entities } = linkEntities(article.text, mentions, located);
    const parts = joinSections(bodies);
    return { article, entities, count: parts.length, parts: linkParts(article, parts, linked, entities) };
  };
  /** Links the parts one after the other, each when it is taken. */
  function* linkParts(
    article: Article,
    parts: readonly (readonly Body[])[],
    linked: readonly Mention[],
    entities: readonly Entity[],
  ): Generator<ExtractedPart> {
    let [next, tokens, incidents] = [0, 0, 0];
    for (const [index, bodies] of parts.entries()) {
      const span = { start: bodies[0]?.span.start ?? 0, end: bodies.at(-1)?.span.end ?? 0 };
      const count = bodies.reduce((sum, { mentions }) => sum + mentions, 0);
      const own = linked.slice(next, next + count).map((mention) => moveMention(mention, -span.start));
      next += count;
      const analyzed = joinAnalyzed(
        article.text.slice(span.start, span.end),
        bodies.map((body) => ({ at: body.span.start - span.start, ...analyze(article.text.slice(body.span.start, body.span.end)) })),
      );
      const named = bodies.flatMap((body) => body.named.map((victim) => moveSpan(body.span.start - span.start)(victim)));
      const title = index === 0 ? article.title : null;
      const found = linkIncidents({
        body: { analyzed, mentions: own, named },
        title: title === null ? null : readTitle(title, article),
        entities,
        publishedAt: article.publishedAt,
        profile: options.profile,
      });
      const move = { by: span.start, incidents };
      yield {
        span,
        sentences: analyzed.sentences.map(({ start, end, first, last }) => ({
          start: start + span.start,
          end: end + span.start,
          first: first + tokens,
          last: last + tokens,
        })),
        tokens: analyzed.tokens.length,
        mentions: found.mentions.map((mention) => moveLinkedMention(mention, move)),
        titleMentions: found.titleMentions,
        // What the article is about stands at its beginning.
        incidents: found.incidents.map((incident) => ({ ...moveIncident(incident, move), main: incident.main && index === 0 })),
      };
      tokens += analyzed.tokens.length;
      incidents += found.incidents.length;
    }
  }
  const read = (given: Article, sections: readonly Span[], defaultDate: IsoDate | null): Reading | Extraction => {
    const long = sections.length > 1;
    const beginning = analyze(long ? given.text.slice(0, sections[0]?.end) : given.text);
    const article =
      given.publishedAt === null
        ? { ...given, publishedAt: dates.publicationDay({ analyzed: beginning, article: given }) ?? defaultDate }
        : given;
    return long ? readParts(article, sections) : readWhole(article, beginning);
  };
  const whole = (given: Article, defaultDate: IsoDate | null = null): Extraction => {
    const found = read(given, cutSections(given.text), defaultDate);
    return "parts" in found ? joinParts(found) : found;
  };
  const inParts = (given: Article, defaultDate: IsoDate | null = null): Extraction | Reading => {
    const found = read(given, cutSections(given.text), defaultDate);
    return "parts" in found && found.count === 1 ? joinParts(found) : found;
  };
  return Object.assign(whole, { inParts });
}

/** A section as it is remembered until the whole text was read. */
interface Body {
  readonly span: Span;
  /** How many mentions it has. */
  readonly mentions: number;
  /** Who came to harm by name, with offsets into the section. */
  readonly named: ReadText["named"];
  /** How many figures and named victims there are to link. */
  readonly figures: number;
}

/**
 * Units of a text, and figures, that incidents are told apart and joined within. More figures than that seldom tell of one
 * happening, and comparing them all would take work that grows faster than the text.
 */
const PART = { units: 100_000, figures: 150 } as const;

/** Joins sections to parts that incidents are linked within. */
function joinSections(bodies: readonly Body[]): readonly (readonly Body[])[] {
  const parts: Body[][] = [];
  let [units, figures] = [Infinity, 0];
  for (const body of bodies) {
    const length = body.span.end - body.span.start;
    if (units + length > PART.units || figures + body.figures > PART.figures) {
      parts.push([]);
      [units, figures] = [0, 0];
    }
    parts.at(-1)?.push(body);
    units += length;
    figures += body.figures;
  }
  return parts;
}

/** What is found in all parts together. */
function joinParts({ article, entities, parts }: Reading): Extraction {
  const joined = { sentences: [] as Sentence[], mentions: [] as Mention[], titleMentions: [] as Mention[], incidents: [] as Incident[] };
  let tokens = 0;
  for (const part of parts) {
    tokens += part.tokens;
    for (const sentence of part.sentences) joined.sentences.push(sentence);
    for (const mention of part.mentions) joined.mentions.push(mention);
    for (const mention of part.titleMentions) joined.titleMentions.push(mention);
    for (const incident of part.incidents) joined.incidents.push(incident);
  }
  return { article, entities, tokens, ...joined, tolls: tollsOfMain(joined.incidents) };
}

const tollsOfMain = (incidents: readonly Incident[]): readonly Toll[] => incidents.find(({ main }) => main)?.tolls ?? [];

/** The annotation record of an extraction. `textHash` is the caller's: hashing belongs to the shell. */
export function toLayer({ article, mentions, titleMentions, entities, incidents, tolls }: Extraction, textHash: string | null): Layer {
  const { id, title, publishedAt } = article;
  return { id, title, publishedAt, textHash, mentions, ...(title === null ? {} : { titleMentions }), entities, incidents, tolls };
}
