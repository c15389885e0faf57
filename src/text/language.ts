/** The commonest words of English that no other language of the Latin script writes as often. */
const ENGLISH = new Set([
  "the",
  "of",
  "and",
  "to",
  "in",
  "that",
  "was",
  "were",
  "is",
  "are",
  "for",
  "on",
  "with",
  "as",
  "by",
  "at",
  "from",
  "has",
  "have",
  "had",
  "been",
  "be",
  "it",
  "its",
  "this",
  "which",
  "said",
  "after",
  "who",
  "they",
  "their",
  "he",
  "she",
  "his",
  "her",
  "not",
  "but",
  "an",
  "or",
  "when",
  "will",
  "would",
  "killed",
  "people",
  "police",
  "more",
  "than",
]);

/** Letters and words of the head of a text, as far as they tell its language. */
interface LetterCensus {
  readonly latin: number;
  readonly other: number;
  readonly words: number;
  readonly english: number;
}

function takeCensus(text: string): LetterCensus {
  const head = text.slice(0, 6000);
  const words = head.match(/[\p{L}\p{M}]+/gu) ?? [];
  const census = { latin: 0, other: 0, words: words.length, english: 0 };
  for (const word of words) {
    // Most words of most articles are plain; the others are looked at letter by letter.
    const plain = /^[a-z]+$/i.test(word);
    const latin = plain ? word.length : (word.match(/\p{Script=Latin}/gu)?.length ?? 0);
    census.latin += latin;
    if (!plain) census.other += (word.match(/\p{L}/gu)?.length ?? 0) - latin;
    if (ENGLISH.has(word.toLowerCase())) census.english++;
  }
  return census;
}

/**
 * The language of a text as an ISO 639-1 code, `und` where no language can be named, or null where it may be read as
 * English: English itself, and texts too short or too bare of words (tables, lists of names) to say otherwise. eld is
 * asked only where few of the words are common English ones, so that English articles never pay for loading it.
 */
export async function foreignLanguage(text: string): Promise<string | null> {
  const { latin, other, words, english } = takeCensus(text);
  if (latin + other < 4) return null;
  const foreignScript = other > latin * 2;
  if (!foreignScript && (words < 25 || english * 12 >= words)) return null;
  const { default: eld } = await import("eld/extrasmall");
  const result = eld.detect(text.slice(0, 6000));
  if (foreignScript) return result.language === "" || result.language === "en" ? "und" : result.language;
  const scores = result.getScores();
  const best = scores[result.language] ?? 0;
  // Lists of foreign names look like their languages: only a clear lead over English counts.
  const clear =
    result.language !== "" && result.language !== "en" && result.isReliable() && best > 0.45 && best - (scores["en"] ?? 0) > 0.1;
  return clear ? result.language : null;
}
