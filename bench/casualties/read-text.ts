import { linkFigures } from "../../src/link/incidents/link-figures.js";
import type { TollInput } from "../../src/link/incidents/toll.js";
import { createCasualtyReader } from "../../src/recognize/casualties/recognize-casualties.js";
import { createDateReader } from "../../src/recognize/dates/recognize-dates.js";
import { loadLexicons } from "../../src/shell/load-resources.js";
import { createAnalyzer } from "../../src/text/analyze.js";

/** The casualty stage on plain text with the dates that its figures are linked to, without names, which it does not need. */
export type ReadText = (text: string, publishedAt?: string | null) => TollInput;

/** Loads the stages once. */
export async function loadReadText(): Promise<ReadText> {
  const analyze = createAnalyzer();
  const lexicons = await loadLexicons();
  const read = createCasualtyReader(lexicons);
  const dateReader = createDateReader(lexicons);
  return (text, publishedAt = null) => {
    const analyzed = analyze(text);
    const { figures, named } = read(analyzed);
    if (figures.length === 0) return { analyzed, figures, named };
    const undated = { id: "bench", text, title: null, publishedAt, source: null, place: null, language: null };
    const article = { ...undated, publishedAt: publishedAt ?? dateReader.publicationDay({ analyzed, article: undated }) };
    const dates = dateReader.recognize({ analyzed, article });
    const linked = linkFigures(analyzed, [...figures, ...dates]).filter((mention) => mention.kind === "casualty");
    return { analyzed, figures: linked, named, dates, publishedAt: article.publishedAt };
  };
}
