import type { FurtherOutput } from "./further-outputs.js";

/** Opens the outputs that the user asked for beside CSV and JSON Lines. Their libraries are loaded when they are. */
export async function openFurtherOutputs(_formats: readonly string[], _folder: string): Promise<readonly FurtherOutput[]> {
  return [];
}

/** Files that an earlier run with other formats may have left, and that would not fit this one's tables. */
export function obsoleteOutputs(): readonly string[] {
  return [];
}
