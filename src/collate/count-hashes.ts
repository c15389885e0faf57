/** How many articles hold a hash, in memory that does not grow: 16 MB. */
export interface HashCounter {
  readonly add: (hash: number) => void;
  /** At most the count of 65,535; now and then, among millions, a little more than it is. */
  readonly count: (hash: number) => number;
}

const BITS = 22;
const MASK = (1 << BITS) - 1;

/** A count-min sketch of two rows (Cormode and Muthukrishnan 2005). */
export function createHashCounter(): HashCounter {
  const first = new Uint16Array(1 << BITS);
  const second = new Uint16Array(1 << BITS);
  const slots = (hash: number): readonly [number, number] => [
    Math.imul(hash, 0x9e3779b1) >>> (32 - BITS),
    (Math.imul(hash ^ (hash >>> 13), 0x85ebca6b) >>> 5) & MASK,
  ];
  return {
    add: (hash) => {
      const [a, b] = slots(hash);
      if ((first[a] as number) < 0xffff) first[a] = (first[a] as number) + 1;
      if ((second[b] as number) < 0xffff) second[b] = (second[b] as number) + 1;
    },
    count: (hash) => {
      const [a, b] = slots(hash);
      return Math.min(first[a] as number, second[b] as number);
    },
  };
}
