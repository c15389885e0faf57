import type { LexiconRow } from "../../lexicon/parse-lexicon.js";
import type { Token } from "../../model/token.js";

/** How a word before a number bounds it. */
export type Bound = "at-least" | "at-most" | "approximate" | "exact";

/** Phrases by their first word, longest first, so that a lookup costs one comparison for most tokens. */
export type PhraseIndex<V> = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly value: V }[]>;

/** The rows of `lexicons/quantity-words.tsv` by their use. */
export interface QuantityWords {
  readonly bound: PhraseIndex<Bound>;
  readonly vague: PhraseIndex<number>;
  readonly exact: PhraseIndex<number>;
  readonly zero: PhraseIndex<number>;
  /** Words before a scale ("several hundred"). */
  readonly few: ReadonlySet<string>;
  readonly scale: ReadonlyMap<string, number>;
  /** Scales that only a number takes ("2 lakh"). */
  readonly numberScale: ReadonlyMap<string, number>;
}

export function readQuantityWords(rows: readonly LexiconRow[]): QuantityWords {
  const of = (use: string): readonly LexiconRow[] => rows.filter((row) => row["use"] === use);
  const numbers = (use: string): PhraseIndex<number> => indexPhrases(of(use), (row) => Number(row["value"]));
  const map = (use: string): ReadonlyMap<string, number> => new Map(of(use).map((row) => [row["phrase"] ?? "", Number(row["value"])]));
  return {
    bound: indexPhrases(of("bound"), (row) => row["value"] as Bound),
    vague: numbers("vague"),
    exact: numbers("exact"),
    zero: numbers("zero"),
    few: new Set(of("few").map((row) => row["phrase"] ?? "")),
    scale: map("scale"),
    numberScale: map("scale-of-number"),
  };
}

function indexPhrases<V>(rows: readonly LexiconRow[], valueOf: (row: LexiconRow) => V): PhraseIndex<V> {
  const index = new Map<string, { words: readonly string[]; value: V }[]>();
  for (const row of rows) {
    const words = (row["phrase"] ?? "").split(" ");
    const list = index.get(words[0] ?? "") ?? [];
    list.push({ words, value: valueOf(row) });
    list.sort((a, b) => b.words.length - a.words.length);
    index.set(words[0] ?? "", list);
  }
  return index;
}

/** The longest phrase of an index that starts at a token and ends at `end` at the latest, or null. */
export function longestPhrase<V>(
  index: PhraseIndex<V>,
  tokens: readonly Token[],
  at: number,
  end: number,
): { last: number; value: V } | null {
  for (const { words, value } of index.get(tokens[at]?.lower ?? "") ?? []) {
    const last = at + words.length - 1;
    if (last <= end && words.every((word, k) => tokens[at + k]?.lower === word)) return { last, value };
  }
  return null;
}
