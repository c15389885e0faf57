/** A half-open range of UTF-16 code units in the untouched text: `text.slice(start, end)` is its wording. */
export interface Span {
  /** First code unit, 0-based. */
  readonly start: number;
  /** One past the last code unit; `end > start`. */
  readonly end: number;
}
