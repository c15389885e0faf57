import { createHeadlineVictims } from "../../src/link/incidents/headline-victims.js";
import { createIncidentLinker, type IncidentInput } from "../../src/link/incidents/link-incidents.js";
import type { Toll } from "../../src/model/toll.js";
import type { Article } from "../../src/model/article.js";
import type { AnalyzedText } from "../../src/model/token.js";
import { createCasualtyReader, type ReadCasualties } from "../../src/recognize/casualties/recognize-casualties.js";
import { createDateReader } from "../../src/recognize/dates/recognize-dates.js";
import { loadLexicons } from "../../src/shell/load-resources.js";
import { createAnalyzer } from "../../src/text/analyze.js";

/** What the casualty stage reads of a plain text, and the tolls of its main incident. */
export interface CasualtyReading extends ReadCasualties {
  readonly analyzed: AnalyzedText;
  readonly tolls: (rules: Pick<IncidentInput, "profile" | "civiliansOnly">) => readonly Toll[];
}

/** The casualty stage on plain text, and on its headline where it has one, with the dates that its figures are linked to, without names, which it does not need. */
export type ReadText = (text: string, publishedAt?: string | null, title?: string | null) => CasualtyReading;

interface JoinedPart extends ReadCasualties {
  readonly analyzed: AnalyzedText;
  readonly article: Article;
}

/** Loads the stages once. */
export async function loadReadText(): Promise<ReadText> {
  const analyze = createAnalyzer();
  const lexicons = await loadLexicons();
  const read = createCasualtyReader(lexicons);
  const dateReader = createDateReader(lexicons);
  const link = createIncidentLinker(lexicons);
  const headlineVictims = createHeadlineVictims(lexicons, analyze, read);
  const readPart = (text: string, publishedAt: string | null): JoinedPart => {
    const analyzed = analyze(text);
    const { figures, named } = read(analyzed);
    const article = { id: "bench", text, title: null, publishedAt, source: null, place: null, language: null };
    return { analyzed, figures, named, article };
  };
  const withHeadline = (part: JoinedPart): JoinedPart => ({
    ...part,
    named: [...part.named, ...headlineVictims(part.analyzed, part.figures)],
  });
  return (text, publishedAt = null, title = null) => {
    const body = readPart(text, publishedAt);
    const { analyzed, figures, named } = body;
    const head = title === null ? null : withHeadline(readPart(title, publishedAt));
    if (figures.length + named.length + (head ? head.figures.length + head.named.length : 0) === 0)
      return { analyzed, figures, named, tolls: () => [] };
    const day = publishedAt ?? dateReader.publicationDay({ analyzed, article: body.article });
    const asRead = (part: JoinedPart) => {
      const dated = { ...part.article, publishedAt: day };
      return {
        analyzed: part.analyzed,
        mentions: [...part.figures, ...dateReader.recognize({ analyzed: part.analyzed, article: dated })],
        named: part.named,
      };
    };
    const parts = { body: asRead(body), title: head && asRead(head) };
    return {
      analyzed,
      figures,
      named,
      tolls: (rules) => link({ ...parts, entities: [], publishedAt: day, ...rules }).incidents.find(({ main }) => main)?.tolls ?? [],
    };
  };
}
