import type { FoundSpan } from "./name-contestants.js";

/** A text with its labels, in the types of its set. */
export interface LabeledText {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number; readonly type: string }[];
  readonly region: string | null;
}

/** Counts of one type: exactly right, found, labelled. */
export type Tally = readonly [right: number, found: number, gold: number];

/** Strict F1 in percent, or null where nothing is labelled and nothing found. */
export const f1 = ([right, found, gold]: Tally): number | null => (found + gold === 0 ? null : (200 * right) / (found + gold));

export const THREE = ["PER", "ORG", "LOC"] as const;

/** Tallies by type; `typeOf` maps the types of both sides, null leaves a span out; `wanted` restricts the gold. */
export function tally(
  texts: readonly LabeledText[],
  found: readonly (readonly FoundSpan[])[],
  typeOf: (type: string) => string | null,
  wanted: (wording: string) => boolean = () => true,
): ReadonlyMap<string, Tally> {
  const counts = new Map<string, [number, number, number]>();
  const at = (type: string): [number, number, number] => {
    const count = counts.get(type) ?? [0, 0, 0];
    counts.set(type, count);
    return count;
  };
  texts.forEach(({ text, spans }, i) => {
    const gold = new Set<string>();
    for (const { start, end, type } of spans) {
      const kind = typeOf(type);
      if (kind === null || !wanted(text.slice(start, end))) continue;
      gold.add(`${start} ${end} ${kind}`);
      at(kind)[2]++;
    }
    for (const { start, end, type } of found[i] ?? []) {
      const kind = typeOf(type);
      if (kind === null || !wanted(text.slice(start, end))) continue;
      at(kind)[1]++;
      if (gold.has(`${start} ${end} ${kind}`)) at(kind)[0]++;
    }
  });
  return counts;
}

/** The sum of tallies. */
export function total(tallies: Iterable<Tally>): Tally {
  const sum: [number, number, number] = [0, 0, 0];
  for (const tally of tallies) tally.forEach((n, i) => (sum[i] = (sum[i] ?? 0) + n));
  return sum;
}

export const threeTypes = (type: string): string | null => ((THREE as readonly string[]).includes(type) ? type : null);
export const fourTypes = (type: string): string | null => threeTypes(type) ?? (type === "GRP" || type === "MISC" ? "MISC" : null);
