import type { Span } from "../model/span.js";
import type { Label } from "./label.js";
import type { Matching } from "./match.js";
import { sameSpan } from "./schemes.js";
import { sentenceAround } from "./sentence-around.js";

/**
 * One thing that gold and predictions disagree on. `missed` has gold alone, `spurious` a prediction alone; the others
 * have both: they overlap but differ in span or kind, or stand at one place but say something else.
 */
export interface Finding {
  readonly article: string;
  readonly type: "missed" | "spurious" | "mismatch" | "content";
  /** The gold kind where there is one, else the predicted. */
  readonly kind: string;
  readonly gold: Label | null;
  readonly predicted: Label | null;
  /** The sentence in which it stands; null where the text is not known. */
  readonly sentence: string | null;
  /** Where that sentence stands in the text. */
  readonly sentenceSpan: Span | null;
}

/** A finding and why it is one, after `error-causes.ts`. */
export interface CausedFinding extends Finding {
  readonly cause: string;
}

/** What is wrong about one article after the strict matching, in order of the text. */
export function listFindings(
  article: string,
  text: string | null,
  gold: readonly Label[],
  predicted: readonly Label[],
  matching: Matching,
): Finding[] {
  const findings: Finding[] = [];
  for (const [g, p] of matching.pairs) {
    const a = gold[g];
    const b = predicted[p];
    if (a && b && !(sameSpan(a, b) && a.kind === b.kind)) findings.push(finding(article, text, "mismatch", a, b));
  }
  for (const g of matching.missed) findings.push(finding(article, text, "missed", gold[g] ?? null, null));
  for (const p of matching.spurious) findings.push(finding(article, text, "spurious", null, predicted[p] ?? null));
  return findings;
}

export function finding(article: string, text: string | null, type: Finding["type"], gold: Label | null, predicted: Label | null): Finding {
  const first = gold ?? predicted;
  const wording = (label: Label | null): Label | null =>
    label && text !== null && label.text === undefined ? { ...label, text: text.slice(label.start, label.end) } : label;
  const sentenceSpan = first && text !== null ? sentenceAround(text, first) : null;
  return {
    article,
    type,
    kind: first?.kind ?? "",
    gold: wording(gold),
    predicted: wording(predicted),
    sentence: sentenceSpan && text !== null ? text.slice(sentenceSpan.start, sentenceSpan.end) : null,
    sentenceSpan,
  };
}

/** Order of findings in a list: by article, then place. */
export const startOf = (f: Finding): number => (f.gold ?? f.predicted)?.start ?? 0;
