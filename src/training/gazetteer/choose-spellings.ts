import { foldPlaceName } from "../../gazetteer/fold-place-name.js";

const LATIN = /^[\p{Script=Latin}\p{M}\p{N}\p{P}\p{Zs}\p{Sk}]+$/u;

/** Codes of airports and machine transliterations, all in one case, which GeoNames keeps among the names. */
const NO_NAME = /^(?:\p{Lu}{1,4}|[\p{Ll}\p{M}\p{P}\p{Zs}\p{Lm}\p{Sk}\d]+)$/u;

/**
 * Of the other names of a place those in Latin letters that fold to something new, at most `most` of them. Where there
 * are more, the nearest to the name stay: they are how English writes it, the rest are names in other languages.
 */
export function chooseSpellings(name: string, others: readonly string[], most: number): readonly string[] {
  const folded = new Set([foldPlaceName(name)]);
  const chosen: string[] = [];
  for (const other of others) {
    if (other.length < 3 || other.length > 48 || !LATIN.test(other) || NO_NAME.test(other)) continue;
    const key = foldPlaceName(other);
    if (key.length < 3 || folded.has(key)) continue;
    folded.add(key);
    chosen.push(other);
  }
  if (chosen.length <= most) return chosen;
  const likeness = new Map(chosen.map((other) => [other, sharedPairs(name, other)] as const));
  return [...chosen].sort((a, b) => (likeness.get(b) ?? 0) - (likeness.get(a) ?? 0)).slice(0, most);
}

/** The share of pairs of letters that two names have in common (Dice), from 0 to 1. */
function sharedPairs(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  let shared = 0;
  for (const pair of left) if (right.has(pair)) shared++;
  return (2 * shared) / Math.max(1, left.size + right.size);
}

function pairsOf(name: string): ReadonlySet<string> {
  const letters = foldPlaceName(name);
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, i) => letters.slice(i, i + 2)));
}
