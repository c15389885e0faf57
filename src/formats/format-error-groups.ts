import type { ErrorGroup } from "../score/error-groups.js";
import { alignColumns } from "./align-columns.js";

/** Errors by cause, for a terminal: what each group costs and where to work. */
export function formatErrorGroups(groups: readonly ErrorGroup[]): string {
  if (groups.length === 0) return "";
  return alignColumns(
    ["errors by cause", "number", "costs F1", "of", ""],
    groups.map((g) => [g.title, String(g.count), (100 * g.cost).toFixed(1), g.measure, ""]),
  );
}
