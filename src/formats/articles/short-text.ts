import type { Article } from "../../model/article.js";
import type { Diagnostic } from "../../model/diagnostic.js";

/** A text shorter than this, out of a file longer than that, is seldom the whole of it. */
const SHORT = { units: 200, bytes: 20_000 } as const;

/** A warning where a long file gave one article of next to no text. Reads the article as what it is all the same. */
export function warnOfShortText(articles: readonly Article[], bytes: number, place: string): readonly Diagnostic[] {
  const [article] = articles;
  const units = article?.text.trim().length ?? 0;
  if (articles.length !== 1 || units >= SHORT.units || bytes < SHORT.bytes) return [];
  return [
    {
      severity: "warning",
      code: "short-text",
      place,
      message:
        `Only ${units} characters of text were found in ${Math.round(bytes / 1000)} KB. Check what was read, ` +
        `and save the text alone if it is not all.`,
    },
  ];
}
