import type { Quantity } from "../../model/casualty.js";
import type { Token } from "../../model/token.js";
import { parseDigits, readNumeral } from "../../text/numerals.js";
import { BOUNDS, EXACT, FEW, INDIAN, SCALES, VAGUE, ZERO, type Bound } from "./quantity-words.js";

/** A quantity of something as the text words it: tokens `first` to `last`, both included. */
export interface ReadQuantity extends Quantity {
  readonly first: number;
  readonly last: number;
  /** `number` where digits or number words stand, `vague` for "dozens", `zero` for "no one" and "none". */
  readonly kind: "number" | "vague" | "zero";
}

const RANGE = /^(\d[\d,]*)[-–—−](\d[\d,]*)$/;
const DASH = /^[-–—−‑‐]$/;
const MONTH = /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/;
/** Words that go on with a number which is no count: "No. 5", "Highway 12", "aged 40". */
const LABELED = /^(?:no|nos|number|route|highway|article|section|chapter|page|room|flight|channel|phase|grade|level|category|resolution|law|act|aged?|ages|at|line|gate|platform|station|ward|zone|sector|district|block|version|episode|season|week|day|year|years|boeing|airbus|type|model|mark|class|unit|division|image|photo|slide|under-?\d*|[-#№])$/;

const PLURAL = /(?:s|people|men|women|children|dead|wounded|injured|missing)$/;

interface Core {
  readonly last: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly kind: ReadQuantity["kind"];
  readonly bare: boolean;
}

function phraseAt(tokens: readonly Token[], at: number, end: number, phrase: string): number {
  const words = phrase.split(" ");
  for (const [k, word] of words.entries()) {
    const i = at + k;
    if (i > end || tokens[i]?.lower !== word) return -1;
  }
  return at + words.length - 1;
}

/** Phrases by their first word, longest first, so that a lookup costs one comparison for most tokens. */
function indexPhrases<V>(entries: Iterable<readonly [string, V]>): ReadonlyMap<string, readonly (readonly [string, V])[]> {
  const index = new Map<string, (readonly [string, V])[]>();
  for (const entry of entries) {
    const head = entry[0].split(" ")[0] ?? "";
    const list = index.get(head) ?? [];
    list.push(entry);
    list.sort((a, b) => b[0].length - a[0].length);
    index.set(head, list);
  }
  return index;
}
const BOUND_INDEX = indexPhrases(BOUNDS);
const VAGUE_INDEX = indexPhrases(VAGUE);
const EXACT_INDEX = indexPhrases(EXACT);
const ZERO_INDEX = indexPhrases(ZERO.map((z) => [z, 0] as const));

function longest<V>(index: ReadonlyMap<string, readonly (readonly [string, V])[]>, tokens: readonly Token[], at: number, end: number): { last: number; value: V } | null {
  for (const [phrase, value] of index.get(tokens[at]?.lower ?? "") ?? []) {
    const last = phraseAt(tokens, at, end, phrase);
    if (last >= 0) return { last, value };
  }
  return null;
}

/** One number, vague word or span of numbers without the words that bound it. */
function readCore(tokens: readonly Token[], at: number, end: number): Core | null {
  const token = tokens[at];
  if (!token) return null;
  const few = FEW.has(token.lower) ? at : token.lower === "a" && tokens[at + 1]?.lower === "few" ? at + 1 : -1;
  if (few >= 0) {
    const scale = SCALES.get(tokens[few + 1]?.lower ?? "");
    if (scale !== undefined && few + 1 <= end) {
      return { last: few + 1, value: null, low: 2 * scale, high: null, kind: "vague", bare: true };
    }
  }
  const vague = longest(VAGUE_INDEX, tokens, at, end);
  if (vague) {
    // "A number of" bounds nothing by its preposition: the span ends before it.
    const last = tokens[vague.last]?.lower === "of" ? vague.last - 1 : vague.last;
    return { last, value: null, low: vague.value, high: null, kind: "vague", bare: true };
  }
  const exact = longest(EXACT_INDEX, tokens, at, end);
  if (exact) {
    const last = tokens[exact.last]?.lower === "of" ? exact.last - 1 : exact.last;
    return { last, value: exact.value, low: exact.value, high: exact.value, kind: "number", bare: true };
  }
  const range = RANGE.exec(token.text);
  if (range) return spanOf(toNumber(range[1]), toNumber(range[2]), at);
  const first = readOne(tokens, at, end);
  if (!first) return null;
  const joint = tokens[first.last + 1];
  const joined = joint && (DASH.test(joint.text) || joint.lower === "to" || joint.lower === "or");
  // "from 52 to 47" is two figures; "four to ten" is one.
  if (joined && first.last + 2 <= end && tokens[at - 1]?.lower !== "from") {
    const second = readOne(tokens, first.last + 2, end);
    const low = first.value < 10 && second && second.value >= 1000 && first.last === at ? first.value * scaleOf(second.value) : first.value;
    if (second && second.value > low) {
      const span = spanOf(low, second.value, second.last);
      if (span) return span;
    }
  }
  return { last: first.last, value: first.value, low: first.value, high: first.value, kind: first.value === 0 ? "zero" : "number", bare: false };
}

const scaleOf = (value: number): number => (value >= 1e6 ? 1e6 : 1000);
const toNumber = (digits: string | undefined): number => Number((digits ?? "").replaceAll(",", ""));

function spanOf(low: number, high: number, last: number): Core | null {
  return high > low ? { last, value: null, low, high, kind: "number", bare: false } : null;
}

/** A cardinal number, with the scales of South Asia. Null for fractions of people, ordinals and parts of compounds. */
function readOne(tokens: readonly Token[], at: number, end: number): { last: number; value: number } | null {
  const dotted = /^\d{1,3}(?:\.\d{3})+$/.exec(tokens[at]?.text ?? "");
  const numeral = dotted ? { last: at, value: toNumber(dotted[0].replaceAll(".", "")), form: "cardinal" } : readNumeral(tokens, at);
  if (!numeral || numeral.form !== "cardinal" || numeral.last > end) return null;
  const unit = tokens[numeral.last + 1];
  // "2m people" are millions, "2m" of anything else are meters.
  const millions = unit?.lower === "m" && unit.gap === "none" && /^(?:people|persons|residents|inhabitants|refugees|children|others|civilians|migrants|more)$/.test(tokens[numeral.last + 2]?.lower ?? "") ? 1e6 : undefined;
  const indian = INDIAN.get(unit?.lower ?? "") ?? millions;
  const value = indian ? Math.round(numeral.value * indian) : numeral.value;
  const last = indian ? numeral.last + 1 : numeral.last;
  if (!Number.isInteger(value) || value > 1e10) return null;
  return { last, value };
}

/**
 * Reads the quantity that starts at a token: its bounds, its number or vague word. Null where none starts there or the
 * number is a label, a date, an amount of money, a percentage or a part of a compound ("21-year-old").
 */
export function readQuantity(tokens: readonly Token[], at: number, end: number): ReadQuantity | null {
  if (tokens[at]?.lower === "between") {
    const low = readOne(tokens, at + 1, end);
    if (low && tokens[low.last + 1]?.lower === "and") {
      const high = readOne(tokens, low.last + 2, end);
      if (high && high.value > low.value && countable(tokens, at + 1, high.last)) {
        return { first: at, last: high.last, value: null, low: low.value, high: high.value, qualifier: "range", kind: "number" };
      }
    }
    return null;
  }
  if (/^(?:anything|anywhere)$/.test(tokens[at]?.lower ?? "") && tokens[at + 1]?.lower === "from") {
    const low = readOne(tokens, at + 2, end);
    const high = low && tokens[low.last + 1]?.lower === "to" ? readOne(tokens, low.last + 2, end) : null;
    if (low && high && high.value > low.value && countable(tokens, at + 2, high.last)) return { first: at, last: high.last, value: null, low: low.value, high: high.value, qualifier: "range", kind: "number" };
  }
  const bound = longest(BOUND_INDEX, tokens, at, end);
  if (bound && bound.last < end) {
    const inner = readBounded(tokens, at, bound.last + 1, end, bound.value);
    if (inner) return inner;
  }
  const zero = longest(ZERO_INDEX, tokens, at, end);
  if (zero) return zeroAt(tokens, at, zero.last);
  const core = readCore(tokens, at, end);
  if (!core || !countable(tokens, at, core.last)) return null;
  return finish(tokens, at, core, "exact", end);
}

function zeroAt(tokens: readonly Token[], at: number, last: number): ReadQuantity | null {
  const word = tokens[at]?.lower;
  const next = tokens[last + 1]?.lower ?? "";
  if (word === "no" && last === at && /^(?:longer|doubt|matter|,|\.|comment|immediate)$/.test(next)) {
    if (next !== "immediate") return null;
  }
  return { first: at, last, value: 0, low: 0, high: 0, qualifier: "none", kind: "zero" };
}

/** What may stand between a bound and its number: "at least another 15", "more than a total of 40". */
function readBounded(tokens: readonly Token[], first: number, from: number, end: number, bound: Bound): ReadQuantity | null {
  let at = from;
  while (at < end && /^(?:another|some|an?|additional|other|further|estimated|about|around|approximately|nearly|possibly)$/.test(tokens[at]?.lower ?? "") && at < from + 2) {
    if (readCore(tokens, at, end)) break;
    at++;
  }
  const core = readCore(tokens, at, end);
  if (!core || !countable(tokens, at, core.last)) return null;
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
  } else if (last + 2 <= end && one === "or" && (two === "more" || two === "so" || two === "fewer" || two === "less")) {
    bound = two === "more" ? "at-least" : two === "so" ? "approximate" : "at-most";
    last += 2;
  }
  const { kind } = core;
  if (kind === "vague") return { first, last, value: null, low: core.low, high: null, qualifier: "vague", kind };
  if (core.value === null) return { first, last, value: null, low: core.low, high: core.high, qualifier: "range", kind };
  if (core.value === 0) return { first, last, value: 0, low: 0, high: 0, qualifier: "none", kind: "zero" };
  const value = core.value;
  switch (bound) {
    case "at-least": return { first, last, value, low: value, high: null, qualifier: bound, kind };
    case "at-most": return { first, last, value, low: null, high: value, qualifier: bound, kind };
    case "approximate": return { first, last, value, low: null, high: null, qualifier: bound, kind };
    case "exact": return { first, last, value, low: value, high: value, qualifier: bound, kind };
  }
}

/** "30-odd", "20-plus": the number goes on behind its hyphen. */
const isSuffixed = (tokens: readonly Token[], last: number): boolean =>
  DASH.test(tokens[last + 1]?.text ?? "") && tokens[last + 1]?.gap === "none" && tokens[last + 2]?.gap === "none" && /^(?:odd|plus)$/.test(tokens[last + 2]?.lower ?? "");

/** False where the words around show that the number counts nobody: money, per cent, dates, labels, compounds, scores. */
function countable(tokens: readonly Token[], first: number, last: number): boolean {
  const before = tokens[first - 1];
  const token = tokens[first];
  const after = tokens[last + 1];
  if (!token) return false;
  if (after?.gap === "none") {
    if (after.lower === "%" || after.type === "currency" || after.lower === "°" || after.lower === ":" && /^\d/.test(tokens[last + 2]?.text ?? "") && tokens[last + 2]?.gap === "none") return false;
    if (DASH.test(after.text) && !isSuffixed(tokens, last) && tokens[last + 2]?.gap === "none" && /^[\p{L}\d]/u.test(tokens[last + 2]?.text ?? "")) return false;
    if (/^\p{L}+$/u.test(after.text) && /\d$/.test(tokens[last]?.text ?? "") && !/^(?:k|mn)$/.test(after.lower)) return false;
    if (after.text === "/" && tokens[last + 2]?.gap === "none") return false;
  }
  if (/^(?:year|month|week|day)s?$/.test(after?.lower ?? "") && (/^olds?$/.test(tokens[last + 2]?.lower ?? "") || DASH.test(tokens[last + 2]?.text ?? "") && /^olds?$/.test(tokens[last + 3]?.lower ?? ""))) return false;
  if (/^(?:am|pm|a\.m|p\.m|a\.m\.|p\.m\.|o['’]clock)$/.test(after?.lower ?? "")) return false;
  if (after && DASH.test(after.text) && /^(?:year|month|week|day)s?$/.test((tokens[last + 2]?.lower ?? "").split(/\W/)[0] ?? "")) return false;
  if (/^(?:%|percent|pct)$/.test(after?.lower ?? "") || (after?.lower === "per" && tokens[last + 2]?.lower === "cent")) return false;
  if (before) {
    if (before.type === "currency" || /^[$€£¥₹]$/.test(before.text)) return false;
    // "said.Four people" has lost a space; "3.Four" and "A4" are no counts.
    if (token.gap === "none" && (/^\d/.test(token.text) || DASH.test(before.text)) && (DASH.test(before.text) || /^[./:#@]$/.test(before.text) || /[\p{L}\d]$/u.test(before.text))) return false;
    if (/^(?:how|so|as|too)$/.test(before.lower) && token.lower === "many") return false;
    if (before.lower === "of" && /^(?:age|ages)$/.test(tokens[first - 2]?.lower ?? "")) return false;
    if (MONTH.test(before.lower) && /^\d/.test(token.text) && /^\p{Lu}/u.test(before.text) && before.lower !== "may") return false;
    // "The confirmed dead now number 220".
    if (before.lower === "number" && /^(?:dead|wounded|injured|missing|killed|now|casualties|victims|detainees|hostages|captives|deaths|fatalities)$/.test(tokens[first - 2]?.lower ?? "")) return true;
    if (LABELED.test(before.lower) && /^\d/.test(token.text)) {
      if (before.lower === "at") return !/^(?:[,.;)]|and|when|in|on|after)$/.test(after?.lower ?? ".") || /toll|figure|number|count/.test(tokens.slice(Math.max(0, first - 8), first).map((t) => t.lower).join(" "));
      if (before.text === "-" && before.gap !== "none") return true;
      return false;
    }
  }
  if (after && MONTH.test(after.lower) && /^\p{Lu}/u.test(after.text) && Number(token.text) <= 31) return false;
  if (last === first && /^(?:1[5-9]|20)\d\d$/.test(token.text) && !(/^(?:NOUN|ADJ|PROPN)$/.test(after?.pos ?? "") && PLURAL.test(after?.lower ?? "") && !/^(?:in|since|by|of|for|from|until|to)$/.test(before?.lower ?? "") || after?.pos === "ADJ")) return false;
  if (after?.lower === "in" && last === first && parseDigits(tokens[last + 2]?.lower ?? "") === null && /^(?:two|three|four|five|six|seven|eight|nine|ten|every)$/.test(tokens[last + 2]?.lower ?? "") && /^(?:one|two|three|four|five|six|1)$/.test(tokens[last]?.lower ?? "") && !/^(?:NOUN|PROPN|ADJ)$/.test(tokens[last + 3]?.pos ?? "")) return false;
  if (token.type === "time" || token.type === "date") return false;
  return true;
}
