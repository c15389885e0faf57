import type { Span } from "../model/span.js";

/** A stretch of tokens by their numbers: the first, and one past the last. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The tokens that a span of the text touches; null where it touches none. Another program may cut words elsewhere ("U.S.-led" is
 * one token there): a token that a span cuts belongs to it whole.
 *
 * @param tokens in order of the text, without overlaps.
 */
export function tokensOf(span: Span, tokens: readonly Span[]): TokenRange | null {
  const from = firstEndingAfter(span.start, tokens);
  let to = from;
  while (to < tokens.length && (tokens[to]?.start ?? 0) < span.end) to++;
  return to > from ? { from, to } : null;
}

function firstEndingAfter(at: number, tokens: readonly Span[]): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
