import { findHash, hashWord } from "./hash-word.js";
import type { Weights } from "./read-weights.js";
import { casedForms, lowerForms, SHAPE_BITS, shapeBits, wordChars } from "./word-features.js";

/** Writes what the model knows of a word alone into `out`, a vector of {@link inputSize} floats. */
export type DescribeWord = (word: string, caseless: boolean, out: Float32Array) => void;

/** Length of a word's vector: cased table, lower-cased table, letters, shape, word lists, learned table. */
export function inputSize({ sizes }: Weights["head"]): number {
  return sizes.cased + sizes.lower + sizes.letters + SHAPE_BITS.length + sizes.lists + sizes.learned;
}

/** The table look-ups of a model. */
export function createDescribeWord(weights: Weights): DescribeWord {
  const { sizes, alphabet } = weights.head;
  const casedHashes = weights.u32("cased.hashes");
  const casedRows = weights.u16("cased.rows");
  const cased = weights.i4("cased.vectors");
  const casedScale = weights.scale("cased.vectors");
  const lowerHashes = weights.u32("lower.hashes");
  const lower = weights.i4("lower.vectors");
  const lowerScale = weights.scale("lower.vectors");
  const learnedHashes = weights.u32("learned.hashes");
  const learned = weights.i8("learned.vectors");
  const learnedScale = weights.scale("learned.vectors");
  const listHashes = weights.u32("lists.hashes");
  const listBits = weights.u16("lists.bits");
  const letterTable = weights.f32("letters.table");
  const letterBias = weights.f32("letters.bias");
  const best = new Float32Array(sizes.letters);
  const letterIds = new Map(alphabet.map((letter, i) => [letter, i + 2]));

  const copy = (from: Int8Array, row: number, size: number, scale: number, out: Float32Array, at: number): void => {
    for (let i = 0; i < size; i++) out[at + i] = (from[row * size + i] as number) * scale;
  };
  const copyHalves = (from: Uint8Array, row: number, size: number, scale: number, out: Float32Array, at: number): void => {
    const start = (row * size) / 2;
    for (let i = 0; i < size / 2; i++) {
      const byte = from[start + i] as number;
      out[at + 2 * i] = ((byte << 28) >> 28) * scale;
      out[at + 2 * i + 1] = ((byte << 24) >> 28) * scale;
    }
  };

  /** The convolution over letters is three table look-ups a place; the largest value of each channel counts. */
  const spell = (word: string, out: Float32Array, at: number): void => {
    const ids = wordChars(word).map((char) => letterIds.get(char) ?? 1);
    if (ids.length === 0) return;
    const size = sizes.letters;
    best.fill(-Infinity);
    for (let i = 0; i < ids.length; i++) {
      // Row 0 of the table, no letter, is all zeros: it stands beyond both ends.
      const before = (i > 0 ? (ids[i - 1] as number) : 0) * 3 * size;
      const here = ((ids[i] as number) * 3 + 1) * size;
      const after = ((i + 1 < ids.length ? (ids[i + 1] as number) : 0) * 3 + 2) * size;
      for (let channel = 0; channel < size; channel++) {
        const sum =
          (letterTable[before + channel] as number) + (letterTable[here + channel] as number) + (letterTable[after + channel] as number);
        if (sum > (best[channel] as number)) best[channel] = sum;
      }
    }
    for (let channel = 0; channel < size; channel++)
      out[at + channel] = Math.tanh((best[channel] as number) + (letterBias[channel] as number));
  };

  return (word, caseless, out) => {
    out.fill(0);
    let at = 0;
    for (const form of casedForms(word, caseless)) {
      const found = findHash(casedHashes, hashWord(form));
      if (found < 0) continue;
      copyHalves(cased, casedRows[found] as number, sizes.cased, casedScale, out, at);
      break;
    }
    at += sizes.cased;
    const forms = lowerForms(word);
    for (const form of forms) {
      const found = findHash(lowerHashes, hashWord(form));
      if (found < 0) continue;
      copyHalves(lower, found, sizes.lower, lowerScale, out, at);
      break;
    }
    at += sizes.lower;
    spell(word, out, at);
    at += sizes.letters;
    const bits = shapeBits(word, caseless);
    for (let i = 0; i < SHAPE_BITS.length; i++) out[at + i] = (bits >>> i) & 1;
    at += SHAPE_BITS.length;
    const listed = findHash(listHashes, hashWord(forms[0] ?? ""));
    if (listed >= 0) for (let i = 0; i < sizes.lists; i++) out[at + i] = ((listBits[listed] as number) >>> i) & 1;
    at += sizes.lists;
    const own = findHash(learnedHashes, hashWord(caseless ? `~${word}` : word));
    if (own >= 0) copy(learned, own, sizes.learned, learnedScale, out, at);
  };
}
