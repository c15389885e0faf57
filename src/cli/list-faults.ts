import type { Diagnostic } from "../model/diagnostic.js";

/** The first faults, a line each. */
export function listFaults(faults: readonly Diagnostic[]): string {
  const lines = faults.slice(0, 20).map((fault) => `${fault.place}: ${fault.message}`);
  return [...lines, ...(faults.length > 20 ? [`… and ${faults.length - 20} more`] : [])].join("\n");
}
