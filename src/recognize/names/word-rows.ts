import { quickHash } from "../../text/quick-hash.js";

/** Rows of numbers by word, kept for good: what the threads of a run compute once for all of them. */
export interface WordRows {
  /** Copies the row of a word to `to`, from index `at` on; false where none is kept. */
  readonly copyTo: (word: string, to: Int32Array, at: number) => boolean;
  /** Keeps the row of a word that this thread offers for the second time, or while there is much room for the first. */
  readonly offer: (word: string, from: Int32Array, at: number) => void;
}

/** The share of the room that is given to words offered for the first time. */
const AT_ONCE = 0.25;

/** Words offered once are remembered by so many bits of their hash; where two words share them, the second is kept early. */
const NOTED = 1 << 16;

/**
 * Opens the rows that lie in `memory`, which starts as zeros and may be shared by any number of threads. `width` is a
 * row's 32-bit integers, the same for all of them. Nothing is ever taken out or changed, so that no thread waits for
 * another, and one that is killed costs the row it was writing at most: a row is written before the index, an
 * open-addressed table (Knuth, volume 3, 6.4) of row numbers from 1, tells of it. Words are told apart by 64 bits of hash.
 */
export function openWordRows(memory: ArrayBufferLike, width: number): WordRows {
  const ints = new Int32Array(memory);
  const room = Math.floor((ints.length - 2) / (width + 6));
  if (room < 1) return { copyTo: () => false, offer: () => undefined };
  const cells = 2 ** Math.floor(Math.log2(4 * room + 1));
  // Number of rows begun, then the index, then two hashes a row, then the rows.
  const [index, hashes] = [1, 1 + cells];
  const rows = hashes + 2 * room;
  const noted = new Uint8Array(NOTED);
  const atOnce = room * AT_ONCE;

  const isOf = (row: number, high: number, low: number): boolean =>
    ints[hashes + 2 * row] === (high | 0) && ints[hashes + 2 * row + 1] === (low | 0);
  const copy = (from: Int32Array, at: number, to: Int32Array, start: number): void => {
    for (let i = 0; i < width; i++) to[start + i] = from[at + i] as number;
  };
  return {
    copyTo: (word, to, at) => {
      const [high, low] = quickHash(word);
      for (let cell = high & (cells - 1); ; cell = (cell + 1) & (cells - 1)) {
        const row = Atomics.load(ints, index + cell) - 1;
        if (row < 0) return false;
        if (!isOf(row, high, low)) continue;
        copy(ints, rows + row * width, to, at);
        return true;
      }
    },
    offer: (word, from, at) => {
      if (Atomics.load(ints, 0) >= room) return;
      const [high, low] = quickHash(word);
      if (noted[low % NOTED] === 0 && Atomics.load(ints, 0) >= atOnce) {
        noted[low % NOTED] = 1;
        return;
      }
      const row = Atomics.add(ints, 0, 1);
      if (row >= room) return;
      ints[hashes + 2 * row] = high;
      ints[hashes + 2 * row + 1] = low;
      copy(from, at, ints, rows + row * width);
      for (let cell = high & (cells - 1); ; cell = (cell + 1) & (cells - 1)) {
        const there = Atomics.compareExchange(ints, index + cell, 0, row + 1) - 1;
        if (there < 0 || isOf(there, high, low)) return;
      }
    },
  };
}
