import type { Chunk } from "./chunk.js";
import type { Claim } from "./claim.js";
import type { CompileWording } from "./compile-pattern.js";
import type { Row } from "./decide.js";

/** A figure and the clause that may say over what it runs. */
export interface ScopedClaim {
  readonly claim: Claim;
  readonly chunks: readonly Chunk[];
  /** The clause, without comparisons ("the deadliest attack in two years"). */
  readonly clause: string;
  /** True where the outcome is told in the perfect: "have been killed this week". */
  readonly perfect: boolean;
  readonly compile: CompileWording;
}

/** What a row says: a total over a period or over several events, or one event whatever else the clause says. */
export type Run = "cumulative" | "incident";
export type ScopeRow = Row<ScopedClaim, Run>;

/** True where the clause holds a wording; `<tag>` in it stands for any word of that tag. */
export const says =
  (pattern: string, flags = "i") =>
  ({ clause, compile }: ScopedClaim): boolean =>
    compile(pattern, flags).test(clause);
export const cumulative = (): Run => "cumulative";
