import type { DrawnItem } from "../batch/draw-unit.js";
import { createSettler } from "../batch/settle-results.js";

/** What a run decides about each of its articles, in their order: a line in, a line out. */
export interface SettleRequest {
  readonly id: string;
  readonly file: string;
  readonly record: number | null;
  readonly copyable: Extract<DrawnItem, { readonly outcome: "read" }>["copyable"];
}

export interface SettleAnswer {
  readonly id: string;
  readonly duplicateOf: string | null;
  /** 0 to 1; null where it repeats none. */
  readonly similarity: number | null;
  /** Why it has another id than it states; null where it keeps its own. */
  readonly warning: string | null;
}

/** Settles ids and copies as a run on one machine does. */
export function createLineSettler(): (request: SettleRequest) => SettleAnswer {
  const settle = createSettler();
  return ({ id: stated, file, record, copyable }) => {
    const { id, duplicate, warning } = settle({ id: stated, origin: { file, record }, copyable });
    return { id, duplicateOf: duplicate?.of ?? null, similarity: duplicate?.similarity ?? null, warning: warning?.message ?? null };
  };
}
