/** Tells most words that are not among some by their first two letters and their length alone: false is sure, true is not. */
export function sieveWords(words: Iterable<string>): (word: string) => boolean {
  const lengths = new Uint32Array(32 * 32);
  const at = (word: string): number => ((word.charCodeAt(0) & 31) << 5) | (word.charCodeAt(1) & 31);
  for (const word of words) lengths[at(word)] = (lengths[at(word)] ?? 0) | (1 << (word.length & 31));
  return (word) => ((lengths[at(word)] ?? 0) & (1 << (word.length & 31))) !== 0;
}
