import { quickHash } from "../text/quick-hash.js";

/** Whole numbers, 0 to 2,147,483,646, by the texts that they belong to. */
export interface HashIndex {
  readonly get: (text: string) => number | undefined;
  readonly set: (text: string, value: number) => void;
}

const FREE = -1;

/**
 * An index that keeps 64 bits of hash of a text and not the text: about 24 bytes each, where a map of strings takes a
 * hundred and more. Open addressing with linear probing (Knuth, volume 3, 6.4).
 */
export function createHashIndex(): HashIndex {
  let room = 1024;
  let count = 0;
  let keys = new Uint32Array(2 * room);
  let values = new Int32Array(room).fill(FREE);
  const slotOf = (high: number, low: number): number => {
    let slot = high & (room - 1);
    while (values[slot] !== FREE && (keys[2 * slot] !== high || keys[2 * slot + 1] !== low)) slot = (slot + 1) & (room - 1);
    return slot;
  };
  const put = (high: number, low: number, value: number): void => {
    const slot = slotOf(high, low);
    if (values[slot] === FREE) count++;
    keys[2 * slot] = high;
    keys[2 * slot + 1] = low;
    values[slot] = value;
  };
  const grow = (): void => {
    const [oldKeys, oldValues] = [keys, values];
    room *= 2;
    count = 0;
    keys = new Uint32Array(2 * room);
    values = new Int32Array(room).fill(FREE);
    oldValues.forEach((value, slot) => {
      if (value !== FREE) put(oldKeys[2 * slot] as number, oldKeys[2 * slot + 1] as number, value);
    });
  };
  return {
    get: (text) => {
      const [high, low] = quickHash(text);
      const value = values[slotOf(high, low)] as number;
      return value === FREE ? undefined : value;
    },
    set: (text, value) => {
      if (4 * count >= 3 * room) grow();
      const [high, low] = quickHash(text);
      put(high, low, value);
    },
  };
}
