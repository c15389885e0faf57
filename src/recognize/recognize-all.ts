import { FAMILIES, MENTION_KINDS, type Family } from "../model/kinds.js";
import type { DateMention, Mention, NameMention } from "../model/mention.js";
import type { Span } from "../model/span.js";
import type { Recognizer, RecognizerInput } from "./recognizer.js";

/** One recognizer a family of kinds. */
export type Recognizers = { readonly [F in Family]: Recognizer<Mention<F>> };

/** Families whose mentions may hold others and lie within them ("a Baku resident" is one victim and holds a place). */
const FREE = FAMILIES.filter((family) => family !== "names" && family !== "dates");

/**
 * Runs every recognizer and settles overlaps between kinds: a name that lies within a date ("July", a person called
 * May apart) gives way to it; a date that lies within a longer name ("September 11 Museum") gives way to that.
 * Mentions of other families are left alone: a casualty figure may hold names ("a Baku resident"). Sorted by start, end, kind.
 */
export function recognizeAll(recognizers: Recognizers, input: RecognizerInput): readonly Mention[] {
  const dates = recognizers.dates(input);
  const names: NameMention[] = [];
  for (const name of recognizers.names(input)) names.push(cutAtDate(name, overlapping(dates, name)));
  const keptDates = dates.filter(outside(names, isPartOf));
  const keptNames = names.filter(outside(keptDates, isWithin));
  const free = FREE.flatMap((family): readonly Mention[] => recognizers[family](input));
  return [...keptNames, ...keptDates, ...free].sort(compareMentions);
}

/** Tells spans that none of the others overlaps in such a way. */
const outside =
  <S extends Span, O extends Span>(others: readonly O[], yields: (span: S, other: O) => boolean) =>
  (span: S): boolean => {
    for (const other of overlapping(others, span)) if (yields(span, other)) return false;
    return true;
  };

const isWithin = (inner: Span, outer: Span): boolean => covers(outer, inner);
const isPartOf = (inner: Span, outer: Span): boolean => covers(outer, inner) && !covers(inner, outer);

/**
 * Cuts a date off a name that runs over a comma or a bracket ("Friday, Acme Data" is Acme Data) or on to a day of the
 * week ("Rose Garden Wednesday"): no name is written so.
 */
function cutAtDate(name: NameMention, dates: readonly DateMention[]): NameMention {
  for (const date of dates) {
    if (!covers(name, date) || covers(date, name)) continue;
    const from = date.end - name.start;
    const after = /^\s*[,(]\s*/.exec(name.text.slice(from));
    if (date.start === name.start && after && from + after[0].length < name.text.length) {
      return { ...name, start: date.end + after[0].length, text: name.text.slice(from + after[0].length) };
    }
    const before = name.text.slice(0, date.start - name.start).trimEnd();
    if (date.end === name.end && date.by.startsWith("weekday") && before !== "")
      return { ...name, end: name.start + before.length, text: before };
  }
  return name;
}

/** The order of mentions in a layer: start, end, kind, then outcome. */
export function compareMentions(a: Mention, b: Mention): number {
  return (
    a.start - b.start ||
    a.end - b.end ||
    MENTION_KINDS.indexOf(a.kind) - MENTION_KINDS.indexOf(b.kind) ||
    (a.kind === "casualty" && b.kind === "casualty" ? compareText(a.outcome, b.outcome) : 0)
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The spans that overlap one, of spans that are sorted and do not overlap each other. */
function overlapping<S extends Span>(sorted: readonly S[], span: Span): readonly S[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.end ?? 0) > span.start) high = middle;
    else low = middle + 1;
  }
  let end = low;
  while (end < sorted.length && (sorted[end]?.start ?? 0) < span.end) end++;
  return sorted.slice(low, end);
}

const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
