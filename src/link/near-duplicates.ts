import { createHashIndex } from "./hash-index.js";

/** Numbers in a signature. More give a finer estimate; 48 tell 0.6 from 0.8 with a standard error of 0.07. */
const SIZE = 48;
/** Numbers of a signature that must agree in one band to make two texts candidates. */
const ROWS = 3;
const BANDS = SIZE / ROWS;
/** Words in a shingle. */
const SHINGLE = 4;

/** Least share of common shingles (Jaccard, estimated) of a near-duplicate. */
export const NEAR_DUPLICATE = 0.6;

/** Two odd multipliers a number of the signature, from a fixed sequence, so that signatures never change. */
const SEEDS = ((): Uint32Array => {
  const seeds = new Uint32Array(SIZE * 2);
  let state = 0x9e3779b9;
  for (let i = 0; i < seeds.length; i++) {
    state = Math.imul(state ^ (state >>> 15), 0x85ebca6b) + 0x6d2b79f5;
    seeds[i] = (state | 1) >>> 0;
  }
  return seeds;
})();

/**
 * The MinHash signature of a text's four-word shingles, lower case, marks left out: two texts share about as many of
 * its numbers as they share shingles. The lower 16 bits of each are kept: chance agreement is one in 65,536. Texts of
 * fewer than 20 words have none (null): a line is no copied article.
 */
export function signText(text: string): Uint16Array | null {
  const least = new Uint32Array(SIZE).fill(0xffffffff);
  const window = new Uint32Array(SHINGLE);
  let words = 0;
  for (const word of wordsOf(text)) {
    let hash = 0x811c9dc5;
    for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
    window[words % SHINGLE] = hash;
    words++;
    if (words < SHINGLE) continue;
    let shingle = 0;
    for (let i = 0; i < SHINGLE; i++) shingle = Math.imul(shingle, 0x01000193) ^ (window[(words + i) % SHINGLE] ?? 0);
    for (let i = 0; i < SIZE; i++) {
      let mixed = Math.imul(shingle ^ (SEEDS[2 * i] ?? 0), SEEDS[2 * i + 1] ?? 1);
      mixed = (mixed ^ (mixed >>> 15)) >>> 0;
      if (mixed < (least[i] ?? 0)) least[i] = mixed;
    }
  }
  return words < 20 ? null : Uint16Array.from(least);
}

/** Units whose words are held at once. */
const STRETCH = 100_000;

/** The words of a text in lower case, a stretch of it after the other; a stretch ends at white space where there is some near. */
function* wordsOf(text: string): Generator<string> {
  for (let start = 0; start < text.length;) {
    let end = start + STRETCH;
    const space = end < text.length ? text.slice(end, end + 1000).search(/\s/u) : -1;
    if (space > 0) end += space;
    const words = text
      .slice(start, end)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu);
    if (words) yield* words;
    start = end;
  }
}

/** An earlier article of the run that an article repeats. */
export interface Duplicate {
  /** The number under which the earlier article was added. */
  readonly of: number;
  /** 1 for the same text, else the estimated share of common shingles, rounded to hundredths. */
  readonly similarity: number;
}

/** Finds what was there before, article by article, in memory of about 300 bytes a text. */
export interface DuplicateFinder {
  /** The earliest article that this one repeats, or null; then remembers it under the next number, from 0. */
  readonly add: (textHash: string, signature: Uint16Array | null) => Duplicate | null;
}

export function createDuplicateFinder(): DuplicateFinder {
  const texts = createHashIndex();
  let articles = 0;
  /** Texts with a signature, each once: a copy of one is found by its hash. */
  let count = 0;
  let room = 1024;
  let owners = new Int32Array(room);
  let signatures = new Uint16Array(SIZE * room);
  let next = new Int32Array(BANDS * room);
  let heads = new Int32Array(BANDS * room).fill(-1);
  const slotOf = (at: number, band: number): number => {
    let hash = band + 1;
    for (let row = 0; row < ROWS; row++) hash = Math.imul(hash ^ (signatures[at * SIZE + band * ROWS + row] ?? 0), 0x01000193);
    return band * room + (((hash ^ (hash >>> 13)) >>> 0) % room);
  };
  const link = (at: number): void => {
    for (let band = 0; band < BANDS; band++) {
      const slot = slotOf(at, band);
      next[at * BANDS + band] = heads[slot] ?? -1;
      heads[slot] = at;
    }
  };
  const grow = (): void => {
    room *= 2;
    owners = widen(owners, new Int32Array(room));
    signatures = widen(signatures, new Uint16Array(SIZE * room));
    next = new Int32Array(BANDS * room);
    heads = new Int32Array(BANDS * room).fill(-1);
    for (let at = 0; at < count; at++) link(at);
  };
  const agreement = (a: number, b: number): number => {
    let same = 0;
    for (let i = 0; i < SIZE; i++) if (signatures[a * SIZE + i] === signatures[b * SIZE + i]) same++;
    return same / SIZE;
  };
  const nearest = (at: number): Duplicate | null => {
    let best: { readonly at: number; readonly share: number } | null = null;
    const seen = new Set<number>();
    for (let band = 0; band < BANDS; band++) {
      let candidate = heads[slotOf(at, band)] ?? -1;
      // A page that thousands share must not make the search quadratic.
      for (let steps = 0; candidate >= 0 && steps < 50; steps++, candidate = next[candidate * BANDS + band] ?? -1) {
        if (seen.has(candidate)) continue;
        seen.add(candidate);
        const share = agreement(at, candidate);
        if (share >= NEAR_DUPLICATE && (best === null || share > best.share || (share === best.share && candidate < best.at)))
          best = { at: candidate, share };
      }
    }
    return best && { of: owners[best.at] ?? 0, similarity: Math.min(0.99, Math.round(best.share * 100) / 100) };
  };
  return {
    add: (textHash, signature) => {
      const article = articles++;
      const same = texts.get(textHash);
      if (same !== undefined) return { of: same, similarity: 1 };
      texts.set(textHash, article);
      if (signature === null) return null;
      if (count === room) grow();
      signatures.set(signature, count * SIZE);
      owners[count] = article;
      const found = nearest(count);
      link(count);
      count++;
      return found;
    },
  };
}

function widen<A extends Int32Array | Uint16Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
