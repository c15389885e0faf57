import type { ArticleResult } from "../tables/table.js";

/** Placeholder */
export function formatReport(_shown: readonly ArticleResult[], _all: number): string {
  return "";
}
