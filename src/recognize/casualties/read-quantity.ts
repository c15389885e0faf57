import type { Quantity } from "../../model/casualty.js";
import type { Token } from "../../model/token.js";
import { readNumeral } from "../../text/numerals.js";
import { isCount } from "./count-rows.js";
import { longestPhrase, type Bound } from "./quantity-words.js";
import { hasTag, type Vocabulary } from "./vocabulary.js";

/** A quantity of something as the text words it: tokens `first` to `last`, both included. */
export interface ReadQuantity extends Quantity {
  readonly first: number;
  readonly last: number;
  /** `number` where digits or number words stand, `vague` for "dozens", `zero` for "no one" and "none". */
  readonly kind: "number" | "vague" | "zero";
}

const RANGE = /^(\d[\d,]*)[-–—−](\d[\d,]*)$/;
const DASH = /^[-–—−‑‐]$/;
/** More people than this no text counts: the number is an identifier. */
const MOST = 1e10;

interface Core {
  readonly last: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly kind: ReadQuantity["kind"];
}

/** One number, vague word or span of numbers without the words that bound it. */
function readCore(tokens: readonly Token[], at: number, end: number, vocabulary: Vocabulary): Core | null {
  const token = tokens[at];
  if (!token) return null;
  const word = readWord(tokens, at, end, vocabulary);
  if (word) return word;
  const range = RANGE.exec(token.text);
  if (range) return spanOf(toNumber(range[1]), toNumber(range[2]), at);
  const first = readOne(tokens, at, end, vocabulary);
  if (!first) return null;
  const joint = tokens[first.last + 1];
  const joined = joint !== undefined && (DASH.test(joint.text) || joint.lower === "to" || joint.lower === "or");
  // "From 52 to 47", "by seven to 66" are two figures; "four to ten" is one.
  const apart =
    tokens[at - 1]?.lower === "from" || (tokens[at - 1]?.lower === "by" && joint?.lower === "to") || isDatedYear(tokens, at, vocabulary);
  if (joined && first.last + 2 <= end && !apart) {
    const span = spanTo(first, tokens, first.last + 2, end, vocabulary);
    if (span) return span;
  }
  return { last: first.last, value: first.value, low: first.value, high: first.value, kind: first.value === 0 ? "zero" : "number" };
}

/** "Since October 2023 to 56,412": a year behind its month opens no span. */
const isDatedYear = (tokens: readonly Token[], at: number, vocabulary: Vocabulary): boolean =>
  /^(?:19|20)\d\d$/.test(tokens[at]?.text ?? "") &&
  (hasTag(vocabulary, tokens[at - 1]?.lower, "month") || /^(?:since|in|of)$/.test(tokens[at - 1]?.lower ?? ""));

/** "Several hundred", "dozens", "a number of", "both", "a couple of". */
function readWord(tokens: readonly Token[], at: number, end: number, vocabulary: Vocabulary): Core | null {
  const { few, scale, vague, exact } = vocabulary.quantities;
  const word = tokens[at]?.lower ?? "";
  const fewAt = few.has(word) ? at : word === "a" && tokens[at + 1]?.lower === "few" ? at + 1 : -1;
  const scaled = fewAt >= 0 && fewAt + 1 <= end ? scale.get(tokens[fewAt + 1]?.lower ?? "") : undefined;
  if (scaled !== undefined) return { last: fewAt + 1, value: null, low: 2 * scaled, high: null, kind: "vague" };
  // "A number of" bounds nothing by its preposition: the span ends before it.
  const withoutOf = (last: number): number => (tokens[last]?.lower === "of" ? last - 1 : last);
  const unknown = longestPhrase(vague, tokens, at, end);
  if (unknown) return { last: withoutOf(unknown.last), value: null, low: unknown.value, high: null, kind: "vague" };
  const known = longestPhrase(exact, tokens, at, end);
  return known && { last: withoutOf(known.last), value: known.value, low: known.value, high: known.value, kind: "number" };
}

const toNumber = (digits: string | undefined): number => Number((digits ?? "").replaceAll(",", ""));

function spanOf(low: number, high: number, last: number): Core | null {
  return high > low ? { last, value: null, low, high, kind: "number" } : null;
}

interface One {
  readonly last: number;
  readonly value: number;
  /** The scale word that ends it, as a number: 1000 of "40 thousand"; 1 for none. */
  readonly scale: number;
}

/**
 * A span from a number to the one at `at`. A scale that only the second one names holds for both where that makes sense:
 *
 * ```
 *  between two and three hundred · 30 to 40 thousand
 *          200     300              30000 40000
 * ```
 */
function spanTo(low: One, tokens: readonly Token[], at: number, end: number, vocabulary: Vocabulary): Core | null {
  const high = readOne(tokens, at, end, vocabulary);
  if (!high) return null;
  const scaled = low.scale === 1 && high.scale > 1 && low.value * high.scale < high.value ? low.value * high.scale : low.value;
  return spanOf(scaled, high.value, high.last);
}

/** A cardinal number, with the scales of South Asia and "and a half". Null for fractions of people and ordinals. */
function readOne(tokens: readonly Token[], at: number, end: number, vocabulary: Vocabulary): One | null {
  const { scale: scales, numberScale } = vocabulary.quantities;
  const dotted = /^\d{1,3}(?:\.\d{3})+$/.exec(tokens[at]?.text ?? "");
  const numeral = dotted ? { last: at, value: toNumber(dotted[0].replaceAll(".", "")), form: "cardinal" } : readNumeral(tokens, at);
  if (!numeral || numeral.form !== "cardinal" || numeral.last > end) return null;
  const halved = readAndHalf(tokens, at, numeral, vocabulary);
  if (halved && halved.last <= end) return halved;
  const unit = tokens[numeral.last + 1];
  // "2m people" are millions, "2m" of anything else are meters.
  const millions =
    unit?.lower === "m" && unit.gap === "none" && hasTag(vocabulary, tokens[numeral.last + 2]?.lower, "crowd-noun") ? 1e6 : undefined;
  const further = numberScale.get(unit?.lower ?? "") ?? millions;
  const value = further ? Math.round(numeral.value * further) : numeral.value;
  if (!Number.isInteger(value) || value > MOST) return null;
  if (further) return { last: numeral.last + 1, value, scale: further };
  const tail = numeral.last > at ? (tokens[numeral.last]?.lower ?? "") : "";
  return { last: numeral.last, value, scale: scales.get(tail) ?? 1 };
}

/** "One and a half million", "two-and-a-half thousand", "a million and a half". */
function readAndHalf(
  tokens: readonly Token[],
  at: number,
  numeral: { readonly last: number; readonly value: number },
  vocabulary: Vocabulary,
): One | null {
  const { scale: scales, numberScale } = vocabulary.quantities;
  let i = numeral.last + 1;
  for (const word of ["and", "a"]) {
    if (DASH.test(tokens[i]?.text ?? "")) i++;
    if (tokens[i]?.lower !== word) return null;
    i++;
  }
  if (DASH.test(tokens[i]?.text ?? "")) i++;
  const part = tokens[i]?.lower === "half" ? 0.5 : tokens[i]?.lower === "quarter" ? 0.25 : null;
  if (part === null) return null;
  const word = tokens[i + 1]?.lower ?? "";
  const after = scales.get(word) ?? numberScale.get(word);
  if (after !== undefined) return { last: i + 1, value: Math.round((numeral.value + part) * after), scale: after };
  const before = numeral.last > at ? scales.get(tokens[numeral.last]?.lower ?? "") : undefined;
  return before === undefined ? null : { last: i, value: Math.round(numeral.value + part * before), scale: before };
}

/**
 * Reads the quantity that starts at a token: its bounds, its number or vague word. Null where none starts there or the
 * number is a label, a date, an amount of money, a percentage or a part of a compound ("21-year-old").
 */
export function readQuantity(tokens: readonly Token[], at: number, end: number, vocabulary: Vocabulary): ReadQuantity | null {
  const word = tokens[at]?.lower ?? "";
  if (word === "between") return readBetween(tokens, at, at + 1, "and", end, vocabulary);
  if ((word === "anything" || word === "anywhere") && tokens[at + 1]?.lower === "from") {
    const span = readBetween(tokens, at, at + 2, "to", end, vocabulary);
    if (span) return span;
  }
  const bound = longestPhrase(vocabulary.quantities.bound, tokens, at, end);
  if (bound && bound.last < end && !risesUpTo(tokens, at, vocabulary)) {
    const inner = readBounded(tokens, at, bound.last + 1, end, bound.value, vocabulary);
    if (inner) return inner;
  }
  const zero = longestPhrase(vocabulary.quantities.zero, tokens, at, end);
  if (zero) return zeroAt(tokens, at, zero.last, vocabulary);
  const core = readCore(tokens, at, end, vocabulary);
  if (!core || !isCount({ tokens, first: at, last: core.last, vocabulary })) return null;
  return finish(tokens, at, core, "exact", end);
}

/** "Taking the death toll up to 212": the number that a toll has come to, not a bound. */
const risesUpTo = (tokens: readonly Token[], at: number, vocabulary: Vocabulary): boolean =>
  tokens[at]?.lower === "up" && tokens[at + 1]?.lower === "to" && hasTag(vocabulary, tokens[at - 1]?.lower, "sum-noun");

/** "Between four and ten", "anywhere from 20 to 40". */
function readBetween(
  tokens: readonly Token[],
  first: number,
  from: number,
  joint: string,
  end: number,
  vocabulary: Vocabulary,
): ReadQuantity | null {
  const low = readOne(tokens, from, end, vocabulary);
  if (!low || tokens[low.last + 1]?.lower !== joint) return null;
  const span = spanTo(low, tokens, low.last + 2, end, vocabulary);
  if (!span || !isCount({ tokens, first: from, last: span.last, vocabulary })) return null;
  return { first, last: span.last, value: null, low: span.low, high: span.high, qualifier: "range", kind: "number" };
}

function zeroAt(tokens: readonly Token[], at: number, last: number, vocabulary: Vocabulary): ReadQuantity | null {
  // "Doctors Without Borders".
  if (tokens[at]?.text === "Without" && /^\p{Lu}/u.test(tokens[at - 1]?.text ?? "") && /^\p{Lu}/u.test(tokens[last + 1]?.text ?? ""))
    return null;
  if (tokens[at]?.lower === "no" && last === at && hasTag(vocabulary, tokens[last + 1]?.lower, "no-phrase-end")) return null;
  return { first: at, last, value: 0, low: 0, high: 0, qualifier: "none", kind: "zero" };
}

/** What may stand between a bound and its number: "at least another 15", "more than a total of 40". */
function readBounded(
  tokens: readonly Token[],
  first: number,
  from: number,
  end: number,
  bound: Bound,
  vocabulary: Vocabulary,
): ReadQuantity | null {
  // "At least, seven": the commas around a bound set nothing apart.
  let at = tokens[from]?.lower === "," && tokens[first - 1]?.lower === "," ? from + 1 : from;
  while (at < end && hasTag(vocabulary, tokens[at]?.lower, "gap-word") && at < from + 2) {
    if (readCore(tokens, at, end, vocabulary)) break;
    at++;
  }
  const core = readCore(tokens, at, end, vocabulary);
  if (!core || !isCount({ tokens, first: at, last: core.last, vocabulary })) return null;
  // "About several" is no bound: the word before goes with another.
  if (core.kind === "vague" && /^(?:some|about|around|over|above|under|near)$/.test(tokens[first]?.lower ?? "")) return null;
  return finish(tokens, first, core, bound, end);
}

/** Words after the number that bound it: "30 or more", "30+", "40 or so". */
function finish(tokens: readonly Token[], first: number, core: Core, before: Bound, end: number): ReadQuantity {
  let { last } = core;
  let bound = before;
  const one = tokens[last + 1]?.lower ?? "";
  const two = tokens[last + 2]?.lower ?? "";
  if (last + 1 <= end && (one === "+" || (one === "plus" && tokens[last + 1]?.gap === "none"))) {
    bound = "at-least";
    last += 1;
  } else if (last + 2 <= end && isSuffixed(tokens, last)) {
    // "30-odd villagers", "20-plus people".
    bound = two === "odd" ? "approximate" : "at-least";
    last += 2;
  } else if (last + 2 <= end && one === "or" && SUFFIX_BOUND.has(two)) {
    bound = SUFFIX_BOUND.get(two) ?? bound;
    last += 2;
  }
  return { first, last, ...boundsOf(core, bound) };
}

const SUFFIX_BOUND = new Map<string, Bound>([
  ["more", "at-least"],
  ["so", "approximate"],
  ["fewer", "at-most"],
  ["less", "at-most"],
]);

function boundsOf(core: Core, bound: Bound): Omit<ReadQuantity, "first" | "last"> {
  const { kind, value } = core;
  if (kind === "vague") return { value: null, low: core.low, high: null, qualifier: "vague", kind };
  if (value === null) return { value: null, low: core.low, high: core.high, qualifier: "range", kind };
  if (value === 0) return { value: 0, low: 0, high: 0, qualifier: "none", kind: "zero" };
  switch (bound) {
    case "at-least":
      return { value, low: value, high: null, qualifier: bound, kind };
    case "at-most":
      return { value, low: null, high: value, qualifier: bound, kind };
    case "approximate":
      return { value, low: null, high: null, qualifier: bound, kind };
    case "exact":
      return { value, low: value, high: value, qualifier: bound, kind };
  }
}

/** "30-odd", "20-plus": the number goes on behind its hyphen. */
export const isSuffixed = (tokens: readonly Token[], last: number): boolean =>
  DASH.test(tokens[last + 1]?.text ?? "") &&
  tokens[last + 1]?.gap === "none" &&
  tokens[last + 2]?.gap === "none" &&
  /^(?:odd|plus)$/.test(tokens[last + 2]?.lower ?? "");
