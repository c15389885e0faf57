/** A hash of a word of 30 bits (FNV-1a, folded), so that a list of them stays a list of small integers. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  return ((hash >>> 2) ^ (hash & 3)) >>> 0;
}
