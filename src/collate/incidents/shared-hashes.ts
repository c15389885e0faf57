import { forShared } from "../sparse-vector.js";

/** How many hashes two ascending lists share. */
export function shares(a: Int32Array, b: Int32Array): number {
  let count = 0;
  forShared(a, b, () => count++);
  return count;
}

/** How rare the hashes are that two ascending lists share, in all. */
export function sharedRarity(a: Int32Array, b: Int32Array, rarity: (hash: number) => number): number {
  let sum = 0;
  forShared(a, b, (hash) => (sum += Math.max(0, rarity(hash))));
  return sum;
}

/** How rare the rarest is of the hashes that two ascending lists share; 0 without any. */
export function topRarity(a: Int32Array, b: Int32Array, rarity: (hash: number) => number): number {
  let top = 0;
  forShared(a, b, (hash) => (top = Math.max(top, rarity(hash))));
  return top;
}

/** From 0 to 1, of amounts that know no end. */
export const saturate = (x: number): number => x / (1 + x);
