import type { Gazetteer } from "./gazetteer/read-gazetteer.js";
import { createEntityLinker } from "./link/entities/link-entities.js";
import { moveMention, type ReadText } from "./link/incidents/join-title.js";
import { createIncidentLinker } from "./link/incidents/link-incidents.js";
import { moveIncident, moveLinkedMention } from "./link/incidents/move-incident.js";
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
import { recognizeAll } from "./recognize/recognize-all.js";
import { createAnalyzer } from "./text/analyze.js";
import { cutSections } from "./text/cut-sections.js";

/** What the stages need from outside, read once by the shell. */
export interface Resources {
  readonly lexicons: Lexicons;
  /** The name tagger's weights. */
  readonly names: Weights;
  /** The places of the world. */
  readonly gazetteer: Gazetteer;
  /** Where the name tagger keeps what it computed of words, zeros at first. Pipelines of several threads may share it; without it each has its own. */
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

export const DEFAULT_OPTIONS: PipelineOptions = { minConfidence: 0, profile: "ucdp", model: "en", biasCountry: null };

/**
 * Runs all stages over one article. Pure: the same article gives the same extraction. An article whose metadata give no
 * day of publication takes that of its own dateline, else the default, else stays undated.
 */
export type Pipeline = (article: Article, defaultDate?: IsoDate | null) => Extraction;

/** Builds the pipeline. The only place where the stages stand in order. */
export function createPipeline({ lexicons, names, gazetteer, keptWords }: Resources, options: PipelineOptions = DEFAULT_OPTIONS): Pipeline {
  const analyze = createAnalyzer();
  const recognizeNames = createNameRecognizer(names, lexicons, keptWords);
  const dates = createDateReader(lexicons);
  const readCasualties = createCasualtyReader(lexicons);
  const resolvePlaces = createPlaceResolver(gazetteer, lexicons, options.biasCountry);
  const linkEntities = createEntityLinker(lexicons);
  const linkIncidents = createIncidentLinker(lexicons);
  /** Finds everything that a text or a title names and counts. */
  function readText(analyzed: AnalyzedText, article: Article): ReadText {
    const casualties = readCasualties(analyzed);
    const recognizers = { names: recognizeNames, dates: dates.recognize, casualties: () => casualties.figures };
    const mentions = recognizeAll(recognizers, { analyzed, article }).filter((mention) => mention.confidence >= options.minConfidence);
    // "Attacked the party", "murdered women and girls": a victim named is one whom the tagger takes for a person.
    const people = mentions.filter((mention) => mention.kind === "person");
    const named = casualties.named.filter((victim) => people.some(({ start, end }) => start < victim.end && end > victim.start));
    return { analyzed, mentions, named };
  }
  const readWhole = (article: Article, analyzed: AnalyzedText): Extraction => {
    const body = readText(analyzed, article);
    const { mentions: named, entities } = linkEntities(article.text, body.mentions, resolvePlaces(analyzed, body.mentions));
    const title = article.title === null ? null : readText(analyze(article.title), { ...article, text: article.title });
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
   * A long article: names and figures are found section by section, entities over all of it, incidents within each section. What
   * was cut into tokens is forgotten and cut again, so that no more than a section of it is held.
   */
  const readLong = (article: Article, sections: readonly Span[]): Extraction => {
    const sectionOf = ({ start, end }: Span, first: boolean): Article => ({
      ...article,
      text: article.text.slice(start, end),
      title: first ? article.title : null,
    });
    const [mentions, sentences, bodies]: [Mention[], Sentence[], Omit<ReadText, "analyzed">[]] = [[], [], []];
    const located = new Map<Mention, Location>();
    let tokens = 0;
    for (const section of sections) {
      const part = sectionOf(section, bodies.length === 0);
      const analyzed = analyze(part.text);
      const body = readText(analyzed, part);
      const places = resolvePlaces(analyzed, body.mentions);
      for (const mention of body.mentions) {
        const moved = moveMention(mention, section.start);
        const place = places.get(mention);
        if (place) located.set(moved, place);
        mentions.push(moved);
      }
      for (const { start, end, first, last } of analyzed.sentences) {
        sentences.push({ start: start + section.start, end: end + section.start, first: first + tokens, last: last + tokens });
      }
      tokens += analyzed.tokens.length;
      bodies.push({ mentions: body.mentions, named: body.named });
    }
    const { mentions: named, entities } = linkEntities(article.text, mentions, located);
    const found: { mentions: Mention[]; titleMentions: readonly Mention[]; incidents: Incident[] } = {
      mentions: [],
      titleMentions: [],
      incidents: [],
    };
    let next = 0;
    for (const [index, section] of sections.entries()) {
      const part = sectionOf(section, index === 0);
      const body = bodies[index];
      if (!body) break;
      const own = named.slice(next, next + body.mentions.length).map((mention) => moveMention(mention, -section.start));
      next += body.mentions.length;
      const title = part.title === null ? null : readText(analyze(part.title), { ...part, text: part.title });
      const linked = linkIncidents({
        body: { analyzed: analyze(part.text), mentions: own, named: body.named },
        title,
        entities,
        publishedAt: article.publishedAt,
        profile: options.profile,
      });
      const move = { by: section.start, incidents: found.incidents.length };
      if (index === 0) found.titleMentions = linked.titleMentions;
      for (const mention of linked.mentions) found.mentions.push(moveLinkedMention(mention, move));
      // What the article is about stands at its beginning.
      for (const incident of linked.incidents)
        found.incidents.push({ ...moveIncident(incident, move), main: incident.main && index === 0 });
    }
    return { article, sentences, tokens, entities, ...found, tolls: tollsOfMain(found.incidents) };
  };
  return (read, defaultDate = null) => {
    const sections = cutSections(read.text);
    const long = sections.length > 1;
    const beginning = analyze(long ? read.text.slice(0, sections[0]?.end) : read.text);
    const article =
      read.publishedAt === null
        ? { ...read, publishedAt: dates.publicationDay({ analyzed: beginning, article: read }) ?? defaultDate }
        : read;
    return long ? readLong(article, sections) : readWhole(article, beginning);
  };
}

const tollsOfMain = (incidents: readonly Incident[]): readonly Toll[] => incidents.find(({ main }) => main)?.tolls ?? [];

/** The annotation record of an extraction. `textHash` is the caller's: hashing belongs to the shell. */
export function toLayer({ article, mentions, titleMentions, entities, incidents, tolls }: Extraction, textHash: string | null): Layer {
  const { id, title, publishedAt } = article;
  return { id, title, publishedAt, textHash, mentions, ...(title === null ? {} : { titleMentions }), entities, incidents, tolls };
}
