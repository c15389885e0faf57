/** A time expression, in gold or in the output of a tagger. */
export interface ScoredTimex {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly type: string;
  readonly value: string;
}

/** What one document adds to the sums of TempEval-3. */
export interface TimexTally {
  readonly predicted: number;
  readonly gold: number;
  readonly relaxed: number;
  readonly strict: number;
  readonly value: number;
  readonly type: number;
}

export interface TimexScores {
  readonly strict: number | null;
  readonly relaxed: number | null;
  readonly valueF1: number | null;
  readonly typeAccuracy: number | null;
}

export type TimexPair = readonly [gold: ScoredTimex | null, predicted: ScoredTimex | null];

/** Pairs one-to-one by overlap as `shared/tools/measure.py` does: each gold expression takes the longest overlap left. */
export function pairTimexes(gold: readonly ScoredTimex[], predicted: readonly ScoredTimex[]): readonly TimexPair[] {
  const byStart = (a: ScoredTimex, b: ScoredTimex): number => a.start - b.start;
  const found = predicted.toSorted(byStart);
  const used = new Set<ScoredTimex>();
  const pairs: TimexPair[] = [];
  for (const wanted of gold.toSorted(byStart)) {
    let best: ScoredTimex | null = null;
    let most = 0;
    for (const candidate of found) {
      const overlap = Math.min(wanted.end, candidate.end) - Math.max(wanted.start, candidate.start);
      if (overlap > most && !used.has(candidate)) [best, most] = [candidate, overlap];
    }
    if (best) used.add(best);
    pairs.push([wanted, best]);
  }
  for (const candidate of found) if (!used.has(candidate)) pairs.push([null, candidate]);
  return pairs;
}

export function tallyTimexes(pairs: readonly TimexPair[]): TimexTally {
  const both = pairs.filter((pair): pair is readonly [ScoredTimex, ScoredTimex] => pair[0] !== null && pair[1] !== null);
  return {
    predicted: pairs.filter(([, predicted]) => predicted).length,
    gold: pairs.filter(([gold]) => gold).length,
    relaxed: both.length,
    strict: both.filter(([gold, predicted]) => gold.text === predicted.text).length,
    value: both.filter(([gold, predicted]) => gold.value === predicted.value).length,
    type: both.filter(([gold, predicted]) => gold.type === predicted.type).length,
  };
}

/** Strict, relaxed and value F1 and type accuracy, from 0 to 100; null where there is nothing to divide by. */
export function scoreTimexes(tallies: readonly TimexTally[]): TimexScores {
  const sum = (field: keyof TimexTally): number => tallies.reduce((total, tally) => total + tally[field], 0);
  const size = sum("predicted") + sum("gold");
  const relaxed = sum("relaxed");
  const f1 = (hits: number): number | null => (size === 0 ? null : (200 * hits) / size);
  return {
    strict: f1(sum("strict")),
    relaxed: f1(relaxed),
    valueF1: f1(sum("value")),
    typeAccuracy: relaxed === 0 ? null : (100 * sum("type")) / relaxed,
  };
}
