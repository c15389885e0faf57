import type { Interval } from "./tally.js";

/** The 97.5th percentile of the normal distribution. */
const Z = 1.959964;

/**
 * 95% interval of a share after Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22
 * (1927), without correction for continuity: it stays within 0 and 1 and holds for few rows and for shares near the ends,
 * where the plain one does not (Brown, Cai and DasGupta 2001).
 *
 * @param right how many were right, from 0 to `of`.
 * @returns null over nothing.
 */
export function wilsonInterval(right: number, of: number): Interval | null {
  if (of <= 0) return null;
  const share = right / of;
  const square = Z * Z;
  const middle = (share + square / (2 * of)) / (1 + square / of);
  const reach = (Z * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of))) / (1 + square / of);
  return [Math.max(0, middle - reach), Math.min(1, middle + reach)];
}
