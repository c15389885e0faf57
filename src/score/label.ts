import type { Entity } from "../model/entity.js";
import type { Span } from "../model/span.js";

/**
 * A labelled span as scoring needs it: a {@link Mention} of ours, or the little that another program says of one.
 * Only span and kind are certain; a field that is absent is unknown and is never compared.
 */
export interface Label extends Span {
  /** One of `MENTION_KINDS`, or a kind that only this gold knows. */
  readonly kind: string;
  /** The wording, where the record holds it. */
  readonly text?: string;
  readonly by?: string;
  /** From 0 to 1. */
  readonly confidence?: number;
  /** Mentions of one article with the same entity name the same thing. */
  readonly entity?: string;
  /** Dates: TIMEX3 type. */
  readonly type?: string;
  /** Dates: TIMEX3 value. Casualty figures: the number as written. */
  readonly value?: string | number | null;
  readonly mod?: string | null;
  readonly anchored?: boolean;
  readonly outcome?: string;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly qualifier?: string;
  readonly victims?: string | null;
  readonly modality?: string;
  readonly scope?: string;
  readonly attribution?: string | null;
  readonly implicit?: boolean;
}

/** The labels of one article. Every `Layer` is one. */
export interface LabelLayer {
  readonly id: string;
  readonly mentions: readonly Label[];
  readonly entities?: readonly Entity[];
  /** The kinds that whoever labelled this article looked for; absent where nobody says. */
  readonly labelledKinds?: readonly string[];
}

/** Order of labels that does not depend on the order in which they were written. */
export function compareLabels(a: Label, b: Label): number {
  return a.start - b.start || a.end - b.end || compareText(a.kind, b.kind) || compareText(detailOf(a), detailOf(b));
}

/** Order by code units, the same in every locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function detailOf(label: Label): string {
  if (label.kind === "casualty")
    return (
      `${label.outcome} ${label.value} ${label.low} ${label.high} ${label.implicit} ${label.modality} ` +
      `${label.scope} ${label.confidence}`
    );
  return `${label.type} ${label.value} ${label.entity} ${label.confidence}`;
}

/** How many code units two spans share. */
export const overlapOf = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
