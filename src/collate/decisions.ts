/**
 * What a person decided about the findings of a corpus, a JSON object a line of `decisions.jsonl`. Findings are named by
 * a member that they hold, `ARTICLE#incident:1` or `ARTICLE#person:3`, so that a decision lasts while the corpus grows.
 */
export type Decision =
  /** The findings that hold these members are one. */
  | { readonly decision: "merge"; readonly members: readonly string[] }
  /** These members, and no other, are one finding. */
  | { readonly decision: "split"; readonly members: readonly string[] }
  /** The findings that hold these members are left out. */
  | { readonly decision: "drop"; readonly members: readonly string[] }
  /** A field of the finding that holds the member has this value, whatever the articles say. */
  | { readonly decision: "set"; readonly members: readonly string[]; readonly field: string; readonly value: unknown };

/** A decision and where it stands. */
export interface PlacedDecision {
  /** The line of the file, from 1. */
  readonly line: number;
  readonly decision: Decision;
}

/** A decision that could not be applied, and why, in words. */
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
