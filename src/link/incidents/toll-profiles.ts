import type { TollProfile } from "../../model/toll.js";
import type { Statement } from "./toll-statements.js";

/** How a data set comes to one number. */
export interface TollRules {
  /** The statement that it would enter, and the name of the rule that chose it. */
  readonly choose: (statements: readonly Statement[]) => { readonly chosen: Statement; readonly by: string };
  /** EM-DAT counts the missing among the dead. */
  readonly missingAreDead: boolean;
  /** ACLED enters a fixed number for a vague word; null where the word stays a word. */
  readonly vagueCounts: ((low: number | null) => number | null) | null;
}

type Choice = { readonly chosen: Statement; readonly by: string };

const numbered = (statements: readonly Statement[]): readonly Statement[] => {
  const known = statements.filter((s) => s.value !== null);
  // "A man was shot in the chest": one of those whom a number counts further on.
  const counts = known.filter((s) => s.figures.some((f) => !f.implicit));
  return counts.some((s) => (s.value ?? 0) > 1) ? counts : known.length > 0 ? known : statements;
};

/**
 * News puts its latest number first and its history after, so the first number stands unless a later one replaces it:
 * the last running total or later report (below the first only where its sentence says that it was lowered: else it
 * is an earlier hour's, told further down), then a sentence that sums up.
 */
function latest(statements: readonly Statement[]): Choice {
  const known = numbered(statements);
  const first = known[0] as Statement;
  const reaches = (s: Statement): boolean => (s.value ?? 0) >= (first.value ?? 0);
  const running = known.filter((s) => s.running).at(-1);
  if (running && (reaches(running) || running.lowered)) return { chosen: running, by: "running-total" };
  const total = known.find((s) => s.total && s !== first && reaches(s));
  return total ? { chosen: total, by: "total" } : { chosen: first, by: "lead" };
}

/** The lowest number among sources that disagree within the lead; a later running total counts as an update, not a dispute. */
function mostConservative(statements: readonly Statement[]): Choice {
  const start = latest(statements);
  const rivals = numbered(statements).filter((s) => s.attribution !== null && s.value !== null && s.sentence <= start.chosen.sentence + 1);
  if (rivals.length < 2) return start;
  const lowest = rivals.reduce((a, b) => ((b.value ?? 0) < (a.value ?? 0) ? b : a));
  return new Set(rivals.map((s) => s.value)).size > 1 && new Set(rivals.map((s) => s.attribution)).size > 1
    ? { chosen: lowest, by: "most-conservative" }
    : start;
}

/** The number that most statements give; without a majority the latest. */
function majority(statements: readonly Statement[]): Choice {
  const counts = new Map<number, number>();
  for (const s of statements) if (s.value !== null) counts.set(s.value, (counts.get(s.value) ?? 0) + 1);
  const top = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
  const second = [...counts].filter(([value]) => value !== top?.[0]).some(([, count]) => count === top?.[1]);
  const chosen = top && top[1] > 1 && !second ? statements.find((s) => s.value === top[0]) : undefined;
  return chosen ? { chosen, by: "majority" } : latest(statements);
}

/**
 * The four profiles. UCDP: the latest and best supported number, with low and high beside it. ACLED: the most
 * conservative, and 3, 12 and 100 for "several", "dozens" and "hundreds". EM-DAT: dead and missing together. GTD: the
 * number of most sources.
 */
export const TOLL_RULES: Readonly<Record<TollProfile, TollRules>> = {
  ucdp: { choose: latest, missingAreDead: false, vagueCounts: null },
  acled: {
    choose: mostConservative,
    missingAreDead: false,
    vagueCounts: (low) => (low === null ? null : low >= 200 ? 100 : low >= 20 ? 12 : low >= 2 ? 3 : low),
  },
  emdat: { choose: latest, missingAreDead: true, vagueCounts: null },
  gtd: { choose: majority, missingAreDead: false, vagueCounts: null },
};
