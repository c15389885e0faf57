import type { CorpusIncident } from "../../src/model/corpus-incident.js";
import { f1, jaccard, pairGroups, type Groups } from "./score-groups.js";

/** What is known of a gold incident: what its articles' records say, any of which is right. */
export interface GoldFacts {
  readonly dates: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly killed: readonly number[];
  readonly injured: readonly number[];
}

/** Shares of the gold incidents, from 0 to 1, and F1 of rows. */
export interface RowScores {
  readonly exactOfSeveral: number;
  readonly killed: number | null;
  readonly injured: number | null;
  readonly date: number | null;
  readonly place: number | null;
  /** Right articles (Jaccard at least one half), killed and injured. */
  readonly rightRows: number;
  /** Day and place too. */
  readonly wholeRows: number;
}

const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[^\x20-\x7e]/g, "")
    .toLowerCase()
    .replace(/\([^()]*\)/g, " ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** One name holds the other as whole words. */
export function isSamePlace(a: string | null | undefined, b: string): boolean {
  const [x, y] = [fold(a ?? ""), fold(b)];
  return x !== "" && y !== "" && (` ${x} `.includes(` ${y} `) || ` ${y} `.includes(` ${x} `));
}

/** The first day; null where the incident is known to a month at best. */
export function firstDay({ date }: Pick<CorpusIncident, "date">): string | null {
  return date !== null && (Date.parse(date.to) - Date.parse(date.from)) / 86_400_000 < 27 ? date.from : null;
}

export const bestOf = ({ tolls }: Pick<CorpusIncident, "tolls">, outcome: string): number | null =>
  tolls.find((toll) => toll.outcome === outcome && toll.modality === "reported")?.best ?? null;

/** Compares rows with the gold incidents that their articles are paired with. */
export function scoreRows(
  gold: Groups,
  facts: ReadonlyMap<string, GoldFacts>,
  found: Groups,
  rows: ReadonlyMap<string, CorpusIncident>,
): RowScores {
  const pairs = pairGroups(gold, found, jaccard);
  const rowOf = (name: string): CorpusIncident | undefined => rows.get(pairs.get(name)?.[0] ?? "");
  const isRight = (name: string, outcome: "killed" | "injured"): boolean => {
    const row = rowOf(name);
    const known = facts.get(name)?.[outcome] ?? [];
    const best = row ? bestOf(row, outcome) : null;
    return row !== undefined && (best === null ? known.includes(0) : known.includes(best));
  };
  const hasDate = (name: string): boolean => facts.get(name)?.dates.has(firstDay(rowOf(name) ?? { date: null }) ?? "") ?? false;
  const hasPlace = (name: string): boolean =>
    [...(facts.get(name)?.places ?? [])].some((place) => isSamePlace(rowOf(name)?.place?.name, place));
  const share = (has: (facts: GoldFacts) => boolean, right: (name: string) => boolean): number | null => {
    const known = [...facts].filter(([, value]) => has(value)).map(([name]) => name);
    return known.length > 0 ? known.filter(right).length / known.length : null;
  };
  const several = [...gold].filter(([, articles]) => articles.size > 1).map(([name]) => name);
  const right = [...gold.keys()].filter(
    (name) =>
      (pairs.get(name)?.[1] ?? 0) >= 0.5 &&
      facts.has(name) &&
      (["killed", "injured"] as const).every((outcome) => facts.get(name)?.[outcome].length === 0 || isRight(name, outcome)),
  );
  const whole = right.filter(
    (name) => (facts.get(name)?.dates.size === 0 || hasDate(name)) && (facts.get(name)?.places.size === 0 || hasPlace(name)),
  );
  const score = (names: readonly string[]): number => f1(names.length / Math.max(1, found.size), names.length / Math.max(1, gold.size));
  return {
    exactOfSeveral: several.filter((name) => pairs.get(name)?.[1] === 1).length / Math.max(1, several.length),
    killed: share(
      ({ killed }) => killed.length > 0,
      (name) => isRight(name, "killed"),
    ),
    injured: share(
      ({ injured }) => injured.length > 0,
      (name) => isRight(name, "injured"),
    ),
    date: share(({ dates }) => dates.size > 0, hasDate),
    place: share(({ places }) => places.size > 0, hasPlace),
    rightRows: score(right),
    wholeRows: score(whole),
  };
}
