/**
 * What a person decided about the findings of a corpus, a JSON object a line of `decisions.jsonl`. Findings are named by
 * a member that they hold, `ARTICLE#incident:1` or `ARTICLE#person:3` (`ARTICLE#article` for one that gives no casualties),
 * so that a decision lasts while the corpus grows.
 */
export type Decision =
  /** The findings that hold these members are one. */
  | { readonly decision: "merge"; readonly members: readonly string[] }
  /** These members, and no other, are one finding. */
  | { readonly decision: "split"; readonly members: readonly string[] }
  /** The findings that hold these members are left out. */
  | { readonly decision: "drop"; readonly members: readonly string[] }
  /** A field of the finding that holds the members has this value, whatever the articles say. */
  | { readonly decision: "set"; readonly members: readonly string[]; readonly field: string; readonly value: unknown };

/** A decision and where it stands. */
export interface PlacedDecision {
  /** The line of the file, from 1. */
  readonly line: number;
  readonly decision: Decision;
}

/** A decision that no longer fits, and why, in words. */
export interface UnfitDecision {
  readonly line: number;
  readonly reason: string;
}

/** A member as a decision names it: the article and the finding within its record. */
export const memberName = (article: string, finding: string): string => `${article}#${finding}`;

/** The kind of finding that a member is: `incident` for incidents and aggregates and whole articles, else that of an entity. */
export function memberKind(member: string): "incident" | "entity" {
  return /#(?:incident|aggregate|article)\b[^#]*$/.test(member) ? "incident" : "entity";
}

/** Why a decision fits no longer of which members are gone. */
export const reasonOfGone = ({ decision }: Decision, gone: readonly string[], holds: boolean): string =>
  `${decision} names ${gone.join(", ")}, which this run does not have${holds ? "; it holds for the others" : ""}`;

/** What decisions ask of a grouping, members by the numbers that the grouping gives them. */
export interface GroupingDecisions {
  /** Members that are one finding. */
  readonly together: readonly (readonly number[])[];
  /** True for two members that are never of one finding. */
  readonly apart: (a: number, b: number) => boolean;
  /** Members whose finding is left out. */
  readonly dropped: ReadonlySet<number>;
  /** Fields that are set, by a member of their finding, in the order of the file. */
  readonly fields: ReadonlyMap<number, readonly { readonly line: number; readonly field: string; readonly value: unknown }[]>;
  /** The lines that joined or parted a member. */
  readonly grouped: ReadonlyMap<number, readonly number[]>;
  readonly unfit: readonly UnfitDecision[];
}

/**
 * Resolves decisions to members of this run. Of two on how a member is grouped the later one holds. A decision fits no
 * longer where a member that it names is gone, or a later line undoes it.
 *
 * @param numberOf the number of a member, undefined where the run has none of that name.
 */
export function resolveDecisions(
  decisions: readonly PlacedDecision[],
  numberOf: (member: string) => number | undefined,
): GroupingDecisions {
  const unfit: UnfitDecision[] = [];
  const groups = new Map<number, { readonly line: number; readonly alone: boolean; readonly members: Set<number> }>();
  const dropped = new Set<number>();
  const fields = new Map<number, { line: number; field: string; value: unknown }[]>();
  for (const { line, decision } of decisions) {
    const found = decision.members.flatMap((member) => numberOf(member) ?? []);
    const gone = decision.members.filter((member) => numberOf(member) === undefined);
    if (gone.length > 0)
      unfit.push({
        line,
        reason: reasonOfGone(decision, gone, found.length > 0),
      });
    if (found.length === 0) continue;
    if (decision.decision === "drop") for (const member of found) dropped.add(member);
    else if (decision.decision === "set")
      fields.set(found[0] as number, [...(fields.get(found[0] as number) ?? []), { line, field: decision.field, value: decision.value }]);
    else {
      for (const [at, group] of groups) {
        const namesOf = (numbers: readonly number[]): readonly string[] =>
          decision.members.filter((member) => numbers.includes(numberOf(member) as number));
        const undone = decision.decision === "split" || group.alone ? found.filter((member) => group.members.delete(member)) : [];
        if (undone.length > 0)
          unfit.push({
            line: at,
            reason: `line ${line} undoes it for ${namesOf(undone).join(", ")}`,
          });
      }
      groups.set(line, { line, alone: decision.decision === "split", members: new Set(found) });
    }
  }
  const alone = new Map<number, number>();
  const grouped = new Map<number, number[]>();
  for (const group of groups.values()) {
    for (const member of group.members) {
      if (group.alone) alone.set(member, group.line);
      grouped.set(member, [...(grouped.get(member) ?? []), group.line]);
    }
  }
  return {
    together: [...groups.values()].map(({ members }) => [...members]),
    dropped,
    fields,
    grouped,
    unfit,
    apart: (a, b) => alone.get(a) !== alone.get(b),
  };
}
