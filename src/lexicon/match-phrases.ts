import type { Token } from "../model/token.js";

/** A phrase of a lexicon found in a token sequence: tokens `first` to `last`, both included. */
export interface PhraseMatch<V> {
  readonly first: number;
  readonly last: number;
  readonly value: V;
}

interface Node<V> {
  /** Null where no phrase goes on, as after most: an empty map takes ten times a node. */
  next: Map<string, Node<V>> | null;
  value: V | undefined;
}

/** Finds the longest phrase that starts at a token, or null. */
export type PhraseMatcher<V> = (tokens: readonly Pick<Token, "lower">[], at: number) => PhraseMatch<V> | null;

/**
 * Compiles phrases (each a list of lower-cased tokens, as the analyzer cuts them) into a trie. Of two entries with
 * the same words the later one counts.
 */
export function compilePhrases<V>(entries: Iterable<readonly [readonly string[], V]>): PhraseMatcher<V> {
  const root: Node<V> = { next: null, value: undefined };
  for (const [words, value] of entries) {
    let node = root;
    for (const word of words) {
      node.next ??= new Map();
      let child = node.next.get(word);
      if (!child) {
        child = { next: null, value: undefined };
        node.next.set(word, child);
      }
      node = child;
    }
    node.value = value;
  }
  return (tokens, at) => {
    let node: Node<V> | undefined = root;
    let best: PhraseMatch<V> | null = null;
    for (let i = at; i < tokens.length; i++) {
      node = node.next?.get(tokens[i]?.lower ?? "");
      if (!node) break;
      if (node.value !== undefined) best = { first: at, last: i, value: node.value };
    }
    return best;
  };
}
