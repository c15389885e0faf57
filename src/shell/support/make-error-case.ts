import type { ArticleInput, Extractor, ExtractResult } from "../../extractor.js";
import type { Mention } from "../../model/mention.js";
import type { Span } from "../../model/span.js";

/** A wrong finding as somebody else can see it again. */
export interface ErrorCase {
  /** The sentence, with those around it, in which people are called otherwise. */
  readonly text: string;
  /** Where the finding stands in that. */
  readonly at: number;
  readonly publishedAt: string | null;
  /** What the program finds in it. */
  readonly found: readonly Mention[];
  /** True where the same stands at `at` as in the article itself. */
  readonly same: boolean;
  /** How many different words of names were changed. */
  readonly changed: number;
}

/** Invented names, for the first words of names of people and for the last. */
const FIRST = ["Ada", "Boris", "Clara", "Denis", "Elsa", "Felix", "Greta", "Hugo", "Irma", "Jonas", "Klara", "Leon"];
const LAST = ["Almond", "Barrow", "Colden", "Durham", "Elwood", "Farrow", "Garnet", "Holloway", "Ivory", "Jessop", "Kettle", "Larkin"];

/** What leads to a person beside a name: addresses of mail and pages, names of accounts; long numbers. */
const ADDRESS = /@|:\/\//u;
const LONG_NUMBER = /\+?\d[\d ()-]{7,}\d/gu;

/** Sentences before and behind that go along: what a figure means may stand there. */
const AROUND = 1;

/**
 * Cuts a case out of an article: the sentence at an offset and its neighbors. Names of people, also where one is not recognized
 * as such every time, become invented ones of as many words; addresses and long numbers are struck out. Nothing of the article's
 * metadata goes along but the day of publication, from which relative dates are counted.
 *
 * @param at where the finding starts, UTF-16 code units into the text.
 * @returns null where no sentence stands there.
 */
export function makeErrorCase(article: ArticleInput, at: number, extract: Extractor, keepNames = false): ErrorCase | null {
  const result = extract(article);
  const passage = passageAt(result, at);
  if (passage === null) return null;
  const edits = [...(keepNames ? [] : editsOfNames(article.text, result, passage)), ...editsOfAddresses(article.text, passage)];
  const { text, moved } = applyEdits(article.text, passage, edits);
  const found = extract({ text, publishedAt: article.publishedAt }).mentions;
  const before = result.mentions.filter(({ start }) => start === at);
  const same = sayFindings(before) === sayFindings(found.filter(({ start }) => start === moved(at)));
  const changed = new Set(edits.map(({ start, end }) => article.text.slice(start, end))).size;
  return { text, at: moved(at), publishedAt: result.publishedAt, found, same, changed };
}

/** Findings without their place, to be compared. */
const sayFindings = (mentions: readonly Mention[]): string =>
  mentions
    .map((mention) => [mention.kind, "outcome" in mention ? mention.outcome : "", "value" in mention ? mention.value : ""].join(" "))
    .join();

function passageAt({ sentences }: ExtractResult, at: number): Span | null {
  const index = sentences.findIndex(({ end }) => at < end);
  const sentence = sentences[index];
  if (!sentence || at < sentence.start) return null;
  return {
    start: sentences[Math.max(0, index - AROUND)]?.start ?? 0,
    end: sentences[Math.min(sentences.length - 1, index + AROUND)]?.end ?? 0,
  };
}

interface Edit extends Span {
  readonly put: string;
}

/** Every word of a name of a person within the passage, and the one in its place: the same for the same word. */
function editsOfNames(text: string, { mentions }: ExtractResult, passage: Span): readonly Edit[] {
  const invented = new Map<string, string>();
  const counts = { first: 0, last: 0 };
  const words = mentions.filter(({ kind }) => kind === "person").map((mention) => mention.text.match(WORDS) ?? []);
  // Longer names first: a surname that stands alone elsewhere is one there.
  for (const name of words.toSorted((a, b) => b.length - a.length))
    name.forEach((word, index) => {
      if (word.length < 2 || invented.has(word)) return;
      const isLast = index === name.length - 1;
      const list = isLast ? LAST : FIRST;
      const number = isLast ? counts.last++ : counts.first++;
      const put = `${list[number % list.length] ?? ""}${number < list.length ? "" : String(Math.floor(number / list.length) + 1)}`;
      invented.set(word, word === word.toUpperCase() ? put.toUpperCase() : put);
    });
  return [...text.slice(passage.start, passage.end).matchAll(WORDS)].flatMap(({ 0: word, index }): readonly Edit[] => {
    const put = invented.get(word);
    const start = passage.start + index;
    return put === undefined ? [] : [{ start, end: start + word.length, put }];
  });
}

const WORDS = /\p{L}[\p{L}\p{M}’'-]*\p{L}|\p{L}/gu;

function editsOfAddresses(text: string, { start, end }: Span): readonly Edit[] {
  const passage = text.slice(start, end);
  const words = [...passage.matchAll(/\S+/gu)].filter(([word]) => ADDRESS.test(word));
  return [...words, ...passage.matchAll(LONG_NUMBER)].map(({ 0: wording, index }) => ({
    start: start + index,
    end: start + index + wording.length,
    put: "[struck out]",
  }));
}

function applyEdits(
  text: string,
  passage: Span,
  edits: readonly Edit[],
): { readonly text: string; readonly moved: (at: number) => number } {
  const kept: Edit[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (edit.start >= (kept.at(-1)?.end ?? 0)) kept.push(edit);
  let cut = "";
  let from = passage.start;
  for (const { start, end, put } of kept) {
    cut += text.slice(from, start) + put;
    from = end;
  }
  const moved = (at: number): number =>
    at - passage.start + kept.filter(({ end }) => end <= at).reduce((sum, { start, end, put }) => sum + put.length - (end - start), 0);
  return { text: cut + text.slice(from, passage.end), moved };
}
