import { createDescribeWord, inputSize } from "./describe-word.js";
import type { NetworkMemory } from "./network-memory.js";
import type { Weights } from "./read-weights.js";
import { openWordRows } from "./word-rows.js";
import { createWordSlots } from "./word-slots.js";

/** The most different words that one {@link WordGates.begin round} may hold. */
export const MAX_TYPES = 4096;

/** Words of earlier rounds that are kept at hand, those of the round included. */
const AT_HAND = 2048;

/** Bytes in which one thread keeps what it computed of words, about 12,000 of them, and what each further one adds. */
const KEPT_WORDS_BYTES = 26_000_000;
const FURTHER_WORDS_BYTES = 6_500_000;

/** Bytes of the memory in which the threads of a run keep what they computed of words. */
export const keptWordsBytes = (threads: number): number => KEPT_WORDS_BYTES + (threads - 1) * FURTHER_WORDS_BYTES;

/** New words that are computed together. */
const BATCH = 64;
/** Blocks of rows that all words of a batch go through before the next ones are loaded: as many as a processor's first cache holds. */
const BLOCKS = 13;

/** What words add to the network by themselves: computed once a word, and kept. */
export interface WordGates {
  /** Begins a document: words that are asked for from here on are kept until the next call. */
  readonly begin: () => void;
  /** The row of a word. It is filled no later than by {@link finish}. */
  readonly rowOf: (word: string, caseless: boolean) => number;
  readonly finish: () => void;
  /** The byte address of a row, as `keep` made it: gates of both directions, then what the word says of its document's topic. */
  readonly address: (row: number) => number;
  /** The word of a row, in lower case. */
  readonly spelling: (row: number) => string;
  /** How many rows there can be. */
  readonly size: number;
}

/** Room that {@link createWordGates} needs, by name in bytes. */
export function wordRooms(weights: Weights): Readonly<Record<string, number>> {
  const { cells, document } = weights.head.sizes;
  const columns = Math.ceil(inputSize(weights.head) / 8) * 8;
  return {
    "word.shorts": BATCH * columns * 2,
    "word.floats": columns * 4,
    "word.zeros": (8 * cells + document) * 4,
    "word.fresh": (8 * cells + document) * 4,
    "word.gates": MAX_TYPES * (8 * cells + document) * 2,
  };
}

/** See {@link WordGates}. `kept` is where words are kept, zeros at first; all threads that use the same weights may share it. */
export function createWordGates(
  weights: Weights,
  { kernel, floats, at, multiply, keepTwoWords }: NetworkMemory,
  kept: ArrayBufferLike,
): WordGates {
  const { cells, document } = weights.head.sizes;
  const describe = createDescribeWord(weights);
  const input = inputSize(weights.head);
  const columns = Math.ceil(input / 8) * 8;
  const rowBytes = (8 * cells + document) * 2;
  const blocks = (8 * cells + document) / 4;
  const [inputs, vectorAt, zeros, fresh, gates] = [
    at("word.shorts"),
    at("word.floats"),
    at("word.zeros"),
    at("word.fresh"),
    at("word.gates"),
  ];
  const vector = floats.subarray(vectorAt / 4, vectorAt / 4 + input);
  const ints = new Int32Array(floats.buffer);
  const rows = openWordRows(kept, rowBytes / 4);
  const slots = createWordSlots(AT_HAND);
  const spellings: string[] = [];
  const address = (row: number): number => gates + row * rowBytes;
  /** Rows that are to be computed, and their words. */
  const waiting: number[] = [];
  const names: string[] = [];

  const finish = (): void => {
    const paired = keepTwoWords === null ? 0 : waiting.length - (waiting.length % 2);
    for (let from = 0; from < blocks; from += BLOCKS) {
      const count = Math.min(BLOCKS, blocks - from);
      for (let k = 0; k < paired; k += 2) {
        const [x1, x2] = [inputs + k * columns * 2, inputs + (k + 1) * columns * 2];
        keepTwoWords?.(x1, x2, address(waiting[k] as number), address(waiting[k + 1] as number), from, count);
      }
      for (let k = paired; k < waiting.length; k++) {
        multiply.word(inputs + k * columns * 2, zeros, zeros, fresh, from, count);
        kernel.keep(fresh + from * 16, address(waiting[k] as number) + from * 8, count);
      }
    }
    for (let k = 0; k < waiting.length; k++) rows.offer(names[k] as string, ints, address(waiting[k] as number) / 4);
    waiting.length = 0;
    names.length = 0;
  };
  return {
    begin: slots.begin,
    finish,
    rowOf: (word, caseless) => {
      const name = caseless ? `~${word}` : word;
      const known = slots.find(name);
      if (known >= 0) return known;
      const row = slots.claim(name);
      spellings[row] = word.toLowerCase();
      if (rows.copyTo(name, ints, address(row) / 4)) return row;
      describe(word, caseless, vector);
      kernel.quantize(vectorAt, inputs + waiting.length * columns * 2, columns / 4);
      waiting.push(row);
      names.push(name);
      if (waiting.length === BATCH) finish();
      return row;
    },
    address,
    spelling: (row) => spellings[row] as string,
    size: MAX_TYPES,
  };
}
