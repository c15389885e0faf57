import type { ReviewStatus } from "../../src/model/review.js";
import { TEXTS } from "../texts.js";

const SIGNS: Readonly<Record<ReviewStatus, string>> = { unseen: "○", accepted: "✓", corrected: "✎", added: "+", wrong: "✗" };

/** What somebody said of a row, as a sign with its name. */
export function StatusSign({ status }: { readonly status: ReviewStatus }) {
  const name = TEXTS.record.statuses[status];
  return (
    <span class={`status ${status}`} role="img" aria-label={name} title={name}>
      {SIGNS[status]}
    </span>
  );
}

/** The kind of a mention in its color. */
export function KindChip({ kind }: { readonly kind: string }) {
  return <span class={`chip kind-${kind}`}>{TEXTS.kinds[kind as keyof typeof TEXTS.kinds] ?? kind}</span>;
}
