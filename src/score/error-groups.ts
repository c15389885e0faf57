import type { CausedFinding } from "./findings.js";
import { CAUSE_RULES } from "./error-causes.js";
import { type Score, f1Of } from "./tally.js";

/** Findings of one cause and what they cost. */
export interface ErrorGroup {
  readonly cause: string;
  readonly title: string;
  readonly advice: string;
  readonly count: number;
  /** How much F1 would rise, from 0 to 1, if all of them were right. */
  readonly cost: number;
  /** Which F1: strict spans (micro), the value of dates, or outcome and numbers of figures. */
  readonly measure: "strict micro" | "dates by value" | "figures by numbers";
  readonly kinds: Readonly<Record<string, number>>;
}

/** The scores that costs are measured on. */
export interface CostBasis {
  readonly micro: Score | undefined;
  readonly dates: Score | undefined;
  readonly figures: Score | undefined;
}

/** Groups findings by cause, the dearest first. */
export function groupErrors(findings: readonly CausedFinding[], basis: CostBasis): readonly ErrorGroup[] {
  const groups = new Map<string, CausedFinding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.cause);
    if (group) group.push(finding);
    else groups.set(finding.cause, [finding]);
  }
  return [...groups]
    .map(([cause, members]): ErrorGroup => {
      const rule = CAUSE_RULES.find((r) => r.id === cause);
      const content = members[0]?.type === "content" ? members[0].kind : null;
      const score = content === "date" ? basis.dates : content === "casualty" ? basis.figures : basis.micro;
      const counts = new Map<string, number>();
      for (const { kind } of members) counts.set(kind, (counts.get(kind) ?? 0) + 1);
      return {
        cause,
        title: rule?.title ?? cause,
        advice: rule?.advice ?? "",
        count: members.length,
        cost: costOf(members, score),
        measure: content === "date" ? "dates by value" : content === "casualty" ? "figures by numbers" : "strict micro",
        kinds: Object.fromEntries(counts),
      };
    })
    .sort((a, b) => b.cost - a.cost || b.count - a.count || (a.cause < b.cause ? -1 : 1));
}

/** F1 with these findings put right, less F1 as it is. */
function costOf(findings: readonly CausedFinding[], score: Score | undefined): number {
  if (!score) return 0;
  const count = (type: CausedFinding["type"]): number => findings.filter((f) => f.type === type).length;
  const missed = count("missed");
  const mended = f1Of(
    score.correct + missed + count("mismatch") + count("content"),
    score.predicted + missed - count("spurious"),
    score.gold,
  );
  return Math.max(0, (mended ?? 0) - (score.f1 ?? 0));
}
