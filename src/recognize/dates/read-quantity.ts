import type { Word } from "./read-words.js";
import type { Unit } from "./said.js";

/** How many units: null for a vague number ("several"), fractions for "two and a half". */
export interface ReadQuantity {
  readonly count: number | null;
}

const COUNT_KINDS = new Set(["dd", "d0", "n2", "num", "nw", "year4"]);

/** The number before a unit, or null where the words give none. */
export function readQuantity(words: readonly Word[]): ReadQuantity | null {
  const at = words.findIndex((word) => word.kind !== null && COUNT_KINDS.has(word.kind));
  if (at >= 0) {
    const count = words[at]?.value ?? NaN;
    const rest = words.slice(at + 1);
    if (rest.some((word) => word.lower === "half")) return { count: count + 0.5 };
    const second = rest.find((word) => word.kind !== null && COUNT_KINDS.has(word.kind));
    if (second && rest[0]?.kind === "dd" && rest[1]?.kind === "slash")
      return { count: count + (rest[0].value || 0) / (rest[2]?.value || 1) };
    // "two to three weeks": the least.
    return Number.isFinite(count) ? { count } : null;
  }
  if (words.some((word) => word.kind === "vague" && word.lower !== "couple")) return { count: null };
  if (words.some((word) => word.lower === "couple")) return { count: 2 };
  if (words.some((word) => word.lower === "half")) return { count: 0.5 };
  if (words.some((word) => word.lower === "number")) return { count: null };
  if (words.some((word) => word.lower === "a" || word.lower === "an" || word.lower === "another")) return { count: 1 };
  return null;
}

const DATE_LETTERS: Readonly<Partial<Record<Unit, string>>> = { day: "D", night: "D", week: "W", month: "M", quarter: "Q", year: "Y" };
const TIME_LETTERS: Readonly<Partial<Record<Unit, string>>> = { hour: "H", minute: "M", second: "S" };
/** Units that TIMEX3 counts in others: a decade is P10Y. */
const IN_OTHERS: Readonly<Partial<Record<Unit, readonly [number, string]>>> = {
  fortnight: [2, "W"],
  weekend: [2, "D"],
  decade: [10, "Y"],
  century: [100, "Y"],
  millennium: [1000, "Y"],
  half: [6, "M"],
  season: [3, "M"],
};

/** Half a unit as TIMEX3 counts it, after the whole ones: "two and a half hours" is PT2H30M. */
const HALVES: Readonly<Partial<Record<Unit, readonly [whole: string, half: string]>>> = {
  hour: ["T#H", "30M"],
  minute: ["T#M", "30S"],
};

/** A length as TIMEX3 writes it: `P2Y`, `PT48H`, `PXM` for a vague number, `P2.5Y`. */
export function durationValue(count: number | null, unit: Unit): string {
  const halved = count !== null && count % 1 === 0.5 ? HALVES[unit] : undefined;
  if (halved !== undefined && count !== null) {
    const [whole, half] = halved;
    return Math.floor(count) === 0
      ? `${whole.startsWith("T") ? "PT" : "P"}${half}`
      : `P${whole.replace("#", String(Math.floor(count)))}${half}`;
  }
  const time = TIME_LETTERS[unit];
  if (time) return `PT${count === null ? "X" : trim(count)}${time}`;
  const letter = DATE_LETTERS[unit];
  if (letter) return `P${count === null ? "X" : trim(count)}${letter}`;
  const [size, other] = IN_OTHERS[unit] ?? [1, "Y"];
  return count === null ? `PX${other}` : `P${trim(count * size)}${other}`;
}

const trim = (n: number): string => String(Math.round(n * 100) / 100);
