/** Whole numbers, 0 to 2,147,483,646, by the texts that they belong to. */
export interface HashIndex {
  readonly get: (text: string) => number | undefined;
  readonly set: (text: string, value: number) => void;
}

const FREE = -1;

/**
 * An index that keeps 64 bits of hash of a text and not the text: about 24 bytes each, where a map of strings takes a
 * hundred and more. Two texts are taken for one with a chance of one in 36 million in a run of a million (birthday bound).
 * The hash is not cryptographic. Open addressing with linear probing (Knuth, volume 3, 6.4).
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
      const [high, low] = hash(text);
      const value = values[slotOf(high, low)] as number;
      return value === FREE ? undefined : value;
    },
    set: (text, value) => {
      if (4 * count >= 3 * room) grow();
      const [high, low] = hash(text);
      put(high, low, value);
    },
  };
}

/** Two 32-bit hashes: multiplication and rotation by code unit, ended by MurmurHash3's finalizer (Appleby 2011). */
function hash(text: string): readonly [number, number] {
  let [a, b] = [0x9e3779b9, 0x7f4a7c15];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x85ebca6b);
    a = (a << 13) | (a >>> 19);
    b = Math.imul(b ^ unit, 0xc2b2ae35);
    b = (b << 15) | (b >>> 17);
  }
  return [finish(a ^ Math.imul(b, 0x27d4eb2f)), finish(b ^ text.length)];
}

function finish(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
