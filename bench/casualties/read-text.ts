import { createIncidentLinker, type IncidentInput } from "../../src/link/incidents/link-incidents.js";
import type { Toll } from "../../src/model/toll.js";
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

/** The casualty stage on plain text with the dates that its figures are linked to, without names, which it does not need. */
export type ReadText = (text: string, publishedAt?: string | null) => CasualtyReading;

/** Loads the stages once. */
export async function loadReadText(): Promise<ReadText> {
  const analyze = createAnalyzer();
  const lexicons = await loadLexicons();
  const read = createCasualtyReader(lexicons);
  const dateReader = createDateReader(lexicons);
  const link = createIncidentLinker(lexicons);
  return (text, publishedAt = null) => {
    const analyzed = analyze(text);
    const { figures, named } = read(analyzed);
    if (figures.length === 0 && named.length === 0) return { analyzed, figures, named, tolls: () => [] };
    const undated = { id: "bench", text, title: null, publishedAt, source: null, place: null, language: null };
    const article = { ...undated, publishedAt: publishedAt ?? dateReader.publicationDay({ analyzed, article: undated }) };
    const mentions = [...figures, ...dateReader.recognize({ analyzed, article })];
    const body = { analyzed, mentions, named };
    return {
      analyzed,
      figures,
      named,
      tolls: (rules) =>
        link({ body, title: null, entities: [], publishedAt: article.publishedAt, ...rules }).incidents.find(({ main }) => main)?.tolls ??
        [],
    };
  };
}
