import type { CasualtyMention } from "../../model/mention.js";
import type { CompileWording } from "./compile-pattern.js";

/** Figures of a text with the sentences that they stand in. */
export interface Placed {
  readonly figure: CasualtyMention;
  /** Index of its sentence. */
  readonly sentence: number;
  /** The sentence before and after the figure, as far as it is looked at. */
  readonly before: string;
  readonly after: string;
}

/** How many sentences back the total may stand that a breakdown adds up to, or that one part belongs to. */
const BREAKDOWN = 3;
const NEAR = 2;
/** So many figures before and after one are looked at. */
const WINDOW = 24;

const AGED = /^[^.;]{0,30}, (?:both |all )?aged? \d/i;
const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/gi;

/** The wordings that tell parts from totals, compiled once from the lexicons. */
export interface PartPatterns {
  /** Somebody besides those already counted, or another event. */
  readonly besides: RegExp;
  /** Where or how somebody of those counted died or fared: details of an event already told. */
  readonly detail: RegExp;
  /** Whom a total counts when it says nothing of them. */
  readonly anyone: RegExp;
  /** What opens a list of some of them: "including", "mentioning only". */
  readonly including: RegExp;
  /** Words for some of them by age, sex, service or work. */
  readonly some: RegExp;
}

export const partPatterns = (compile: CompileWording): PartPatterns => ({
  besides: compile("\\b(?:<besides>|in addition)\\b", "i"),
  detail: compile(
    "\\b(?:on the spot|at the scene|(?:in|at|on (?:the|their|his|her) way to|en route to) " +
      "(?:a |an |the |local |nearby )*(?:<hospital>|ambulance)|" +
      "(?:of|from) (?:his|her|their|the) <wound>|in (?:a |an )?<condition> condition|intensive care|<condition> <wound>" +
      "|<detail>|treated and released|(?:flown|airlifted) to)\\b",
    "i",
  ),
  anyone: compile("^<anybody>$", "i"),
  including: compile("\\b<include>(?: only)? $", "i"),
  some: compile("\\b<some-of-them>\\b", "i"),
});

const size = (f: CasualtyMention): number => f.value ?? f.low ?? 0;
const isTotal = (f: CasualtyMention): boolean => !f.implicit && f.modality === "reported" && f.scope !== "subset" && size(f) > 1;

/**
 * The figures that are parts of a total told before them, by what the passage shows:
 *
 * ```
 *  The crash killed nine people. Eight died on the spot while a woman succumbed to her burns.   they add up to it
 *                                ^^^^^                  ^^^^^^^
 *  The blast killed 14 people. Three children died in hospital.                                 a detail of it
 *                              ^^^^^
 *  Police held 18 people. Two were released; the other 16 remained in custody.                  the others
 *                                                      ^^
 * ```
 */
export function partsOf(placed: readonly Placed[], patterns: PartPatterns): ReadonlySet<CasualtyMention> {
  const parts = new Set<CasualtyMention>();
  for (const [i, one] of placed.entries()) {
    const { figure } = one;
    if (figure.scope === "subset" || figure.value === 0) continue;
    const told = placed.slice(Math.max(0, i - WINDOW), i).filter((p) => one.sentence - p.sentence <= BREAKDOWN);
    const around = placed.slice(Math.max(0, i - WINDOW), i + WINDOW);
    const isPart =
      patterns.including.test(one.before) ||
      addsUp(one, around, told) ||
      isTheOthers(one, told) ||
      told.some((total) => isInside(one, total, patterns) || isStill(one, total, patterns) || isDetail(one, total, patterns));
    if (isPart) parts.add(figure);
  }
  return parts;
}

/** Figures of one outcome in one sentence, two or more, whose sum was told before as one number. */
function addsUp(one: Placed, placed: readonly Placed[], told: readonly Placed[]): boolean {
  const { figure, sentence } = one;
  const mates = placed.filter(
    (p) => p.sentence === sentence && p.figure.outcome === figure.outcome && p.figure.value !== null && p.figure.value > 0,
  );
  if (mates.length < 2 || !mates.includes(one)) return false;
  // "Eight workers, two of them women": a part of a part is not added twice.
  const rows = [mates, mates.filter((p) => p.figure.scope !== "subset")].filter((row) => row.length > 1);
  const gap = mates.some((p) => p.figure.scope === "subset") ? BREAKDOWN : NEAR;
  const sums = rows.map((row) => row.reduce((sum, p) => sum + size(p.figure), 0));
  return told.some(
    (p) =>
      p.sentence < sentence &&
      sentence - p.sentence <= gap &&
      p.figure.outcome === figure.outcome &&
      !p.figure.implicit &&
      p.figure.value !== null &&
      sums.includes(p.figure.value),
  );
}

/** "The other two", "the remaining 16": of more people told before. */
function isTheOthers({ figure, before }: Placed, told: readonly Placed[]): boolean {
  return /\bthe (?:other|remaining) $/i.test(before) && told.some((p) => !p.figure.implicit && size(p.figure) > size(figure));
}

/** "Took 250 hostages; 101 are still held": of those told just before, whom it still befalls. */
function isStill(one: Placed, total: Placed, { besides }: PartPatterns): boolean {
  const { figure, after } = one;
  return (
    figure.outcome === total.figure.outcome &&
    isTotal(total.figure) &&
    size(figure) < size(total.figure) &&
    one.sentence - total.sentence <= 1 &&
    figure.by !== "casualty:toll" &&
    !besides.test(figure.victims ?? "") &&
    /^[^,;]{0,40}\b(?:(?:are|were|is|was) still|remain(?:s|ed)?)\b/i.test(after)
  );
}

/** "Killed 40 people, mostly in the hills, where 30 died", "with five in critical condition", "in the port alone, 30 died". */
function isInside(one: Placed, total: Placed, { detail }: PartPatterns): boolean {
  const { figure, before, after } = one;
  if (
    figure.outcome !== total.figure.outcome ||
    !isTotal(total.figure) ||
    size(figure) >= size(total.figure) ||
    figure.by === "casualty:toll"
  )
    return false;
  if (one.sentence !== total.sentence) return one.sentence - total.sentence <= NEAR && /\balone,? $/i.test(before);
  const between = before.slice(total.before.length + total.figure.text.length);
  return /^[^;]*, where (?:\w+ )?$/i.test(between) || (/\bwith $/i.test(between) && detail.test(after));
}

/** A smaller number that tells a detail of a total: where some of them died, how they fare, who some of them were. */
function isDetail(one: Placed, total: Placed, { besides, detail, anyone, some }: PartPatterns): boolean {
  const { figure, before, after } = one;
  const whole = total.figure;
  const gap = one.sentence - total.sentence;
  if (gap < 1 || gap > NEAR || whole.outcome !== figure.outcome || !isTotal(whole) || size(figure) >= size(whole)) return false;
  if (figure.modality !== "reported" || figure.scope !== "incident" || figure.increment === true || figure.by === "casualty:toll")
    return false;
  if (besides.test(before) || besides.test(figure.victims ?? "") || /^[^.;]{0,60}\balso\b/i.test(after)) return false;
  if (AGED.test(after) && gap === 1) return true;
  if (whole.scope !== "incident" || otherDay(one, total)) return false;
  if (detail.test(after)) return true;
  const sources = figure.attribution === null || whole.attribution === null || figure.attribution === whole.attribution;
  return (
    gap === 1 &&
    !figure.implicit &&
    sources &&
    (whole.victims === null || anyone.test(whole.victims)) &&
    some.test(figure.victims ?? "") &&
    !some.test(whole.victims ?? "")
  );
}

/** True where both sentences name days of the week, and none of them is the same. */
function otherDay(a: Placed, b: Placed): boolean {
  const days = (p: Placed): readonly string[] => (p.before + p.after).toLowerCase().match(WEEKDAY) ?? [];
  const [mine, theirs] = [days(a), days(b)];
  return mine.length > 0 && theirs.length > 0 && !mine.some((day) => theirs.includes(day));
}
