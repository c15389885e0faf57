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
 * its numbers as they share shingles. Texts of fewer than 20 words have none (null): a line is no copied article.
 */
export function signText(text: string): Uint32Array | null {
  const signature = new Uint32Array(SIZE).fill(0xffffffff);
  const window = new Uint32Array(SHINGLE);
  let words = 0;
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
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
      if (mixed < (signature[i] ?? 0)) signature[i] = mixed;
    }
  }
  return words < 20 ? null : signature;
}

/** An earlier article of the run that an article repeats. */
export interface Duplicate {
  /** The number under which the earlier article was added. */
  readonly of: number;
  /** 1 for the same text, else the estimated share of common shingles, rounded to hundredths. */
  readonly similarity: number;
}

/** Finds what was there before, article by article, in memory of about 260 bytes an article. */
export interface DuplicateFinder {
  /** The earliest article that this one repeats, or null; then remembers it under the next number, from 0. */
  readonly add: (textHash: string, signature: Uint32Array | null) => Duplicate | null;
}

export function createDuplicateFinder(): DuplicateFinder {
  const texts = new Map<string, number>();
  let count = 0;
  let signatures = new Uint32Array(SIZE * 1024);
  let next = new Int32Array(BANDS * 1024);
  let heads = new Int32Array(BANDS * 4096).fill(-1);
  let slots = 4096;
  const bandHash = (at: number, band: number): number => {
    let hash = band + 1;
    for (let row = 0; row < ROWS; row++) hash = Math.imul(hash ^ (signatures[at * SIZE + band * ROWS + row] ?? 0), 0x01000193);
    return (hash ^ (hash >>> 13)) >>> 0;
  };
  const link = (at: number): void => {
    for (let band = 0; band < BANDS; band++) {
      const slot = band * slots + (bandHash(at, band) % slots);
      next[at * BANDS + band] = heads[slot] ?? -1;
      heads[slot] = at;
    }
  };
  const grow = (): void => {
    const more = new Uint32Array(signatures.length * 2);
    more.set(signatures);
    signatures = more;
    next = new Int32Array(next.length * 2);
    slots *= 2;
    heads = new Int32Array(BANDS * slots).fill(-1);
    for (let at = 0; at < count; at++) if ((signatures[at * SIZE] ?? 0) !== 0) link(at);
  };
  const agreement = (a: number, b: number): number => {
    let same = 0;
    for (let i = 0; i < SIZE; i++) if (signatures[a * SIZE + i] === signatures[b * SIZE + i]) same++;
    return same / SIZE;
  };
  const nearest = (at: number): Duplicate | null => {
    let best: Duplicate | null = null;
    const seen = new Set<number>();
    for (let band = 0; band < BANDS; band++) {
      let candidate = heads[band * slots + (bandHash(at, band) % slots)] ?? -1;
      // A page that thousands share must not make the search quadratic.
      for (let steps = 0; candidate >= 0 && steps < 50; steps++, candidate = next[candidate * BANDS + band] ?? -1) {
        if (seen.has(candidate)) continue;
        seen.add(candidate);
        const share = agreement(at, candidate);
        if (share < NEAR_DUPLICATE) continue;
        const similarity = Math.min(0.99, Math.round(share * 100) / 100);
        if (best === null || similarity > best.similarity || (similarity === best.similarity && candidate < best.of)) best = { of: candidate, similarity };
      }
    }
    return best;
  };
  return {
    add: (textHash, signature) => {
      const same = texts.get(textHash);
      const at = count;
      if ((at + 1) * SIZE > signatures.length) grow();
      if (signature) signatures.set(signature, at * SIZE);
      const found = same !== undefined ? { of: same, similarity: 1 } : signature ? nearest(at) : null;
      count++;
      if (same === undefined) {
        texts.set(textHash, at);
        // Copies of one text are not linked: the first stands for all.
        if (signature) link(at);
        else signatures[at * SIZE] = 0;
      } else signatures[at * SIZE] = 0;
      return found;
    },
  };
}
