import { createCasualtyReader, type ReadCasualties } from "../../src/recognize/casualties/recognize-casualties.js";
import type { AnalyzedText } from "../../src/model/token.js";
import { loadLexicons } from "../../src/shell/load-resources.js";
import { createAnalyzer } from "../../src/text/analyze.js";

/** The casualty stage on plain text, without names and dates, which it does not need. */
export type ReadText = (text: string) => ReadCasualties & { readonly analyzed: AnalyzedText };

/** Loads the stage once. */
export async function loadReadText(): Promise<ReadText> {
  const analyze = createAnalyzer();
  const read = createCasualtyReader(await loadLexicons());
  return (text) => {
    const analyzed = analyze(text);
    return { ...read(analyzed), analyzed };
  };
}
