import { readFile } from "node:fs/promises";
import type { PlacedDecision } from "../../collate/decisions.js";
import { parseDecisions } from "../../formats/parse-decisions.js";

/** Reads `decisions.jsonl`. Throws where a line is no decision, with a line for each of the first such. */
export async function readDecisions(file: string): Promise<readonly PlacedDecision[]> {
  const { value, diagnostics } = parseDecisions(file, await readFile(file, "utf8"));
  if (diagnostics.length > 0)
    throw new Error(
      diagnostics
        .slice(0, 10)
        .map(({ place, message }) => `${place}: ${message}`)
        .join("\n"),
    );
  return value;
}
