/** Gives whole numbers from 0 to `below` - 1. */
export type Random = (below: number) => number;

/**
 * A seeded generator (sfc32 of PractRand, by Chris Doty-Humphrey, public domain): the same seed gives the same
 * numbers on every machine, so that an interval can be computed again.
 */
export function createRandom(seed: number): Random {
  let a = 0x9e3779b9 | 0;
  let b = 0x243f6a88 | 0;
  let c = (seed ^ 0xb7e15162) | 0;
  let d = (Math.trunc(seed / 0x100000000) ^ 1) | 0;
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 16; i++) next();
  return (below) => Math.floor((next() / 0x100000000) * below);
}
