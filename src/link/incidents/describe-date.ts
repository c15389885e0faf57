import type { IsoDate } from "../../model/calendar.js";
import { dayOfIso } from "../../recognize/dates/civil-day.js";
import type { DateMention } from "../../model/mention.js";
import { describeRelation, isLater, type Told } from "./describe-relation.js";
import type { Placed, Scene } from "./read-scene.js";

const PREPOSITIONS: ReadonlySet<string> = new Set([
  "in",
  "on",
  "at",
  "since",
  "by",
  "until",
  "for",
  "after",
  "before",
  "during",
  "from",
  "to",
  "between",
  "of",
  "around",
  "over",
  "within",
  "as",
  "about",
  "late",
  "early",
  "last",
]);

/** The features of a date mention that are the same whatever is told: work to be done once an article. */
export interface DateAlone {
  readonly own: readonly string[];
  /** Where it stands and how often: it says less of an incident that is told after another. */
  readonly position: readonly string[];
}

/** Reads them. */
export function describeDateAlone(candidate: Placed<DateMention>, scene: Scene): DateAlone {
  const position = positionOf(candidate, scene);
  const count = scene.counts.get(candidate.key) ?? 1;
  position.push(`count:${count >= 3 ? "3+" : count}`);
  if (scene.dates.every(({ key }) => (scene.counts.get(key) ?? 0) <= count)) position.push("count:most");
  return { own: [...contextOf(candidate, scene), ...meaningOf(candidate, scene), ...rangeOf(candidate, scene)], position };
}

/**
 * The features of a date mention as the date of what is told.
 *
 * @param alone those of {@link describeDateAlone}, where they are known.
 */
export function describeDate(
  candidate: Placed<DateMention>,
  told: Told,
  scene: Scene,
  alone = describeDateAlone(candidate, scene),
): readonly string[] {
  const features = [...describeRelation(candidate, told, scene), ...alone.own];
  features.push(...(isLater(told) ? alone.position.map((name) => `later:${name}`) : alone.position));
  if (told.aggregate) features.push(`total:${grainOf(candidate.mention)}`);
  return features;
}

/** Tokens between the two ends of a stretch of time, and words that join them: "between 2010 and 2019", "from January to March". */
const JOINED = 2;
const JOINS: ReadonlySet<string> = new Set(["and", "to", "until", "through", "–", "-"]);

/** Whether it is the first or the second end of a stretch of time. */
function rangeOf(candidate: Placed<DateMention>, { analyzed: { tokens }, dates }: Scene): string[] {
  const joins = (from: number, to: number): boolean =>
    to - from >= 2 && to - from <= JOINED + 1 && JOINS.has(tokens[from + 1]?.lower ?? "");
  const features: string[] = [];
  if (dates.some((other) => joins(candidate.last, other.first))) features.push("range:first");
  if (dates.some((other) => joins(other.last, candidate.first))) features.push("range:second");
  return features;
}

/** The words around it, to both sides. */
function contextOf(candidate: Placed<DateMention>, scene: Scene): string[] {
  const {
    analyzed: { tokens, sentences },
    words,
  } = scene;
  const start = sentences[candidate.sentence]?.first ?? 0;
  const end = sentences[candidate.sentence]?.last ?? 0;
  const lower = (i: number): string => (i >= start && i <= end ? (tokens[i]?.lower ?? "") : "");
  const before = lower(candidate.first - 1);
  const features = [`prep:${PREPOSITIONS.has(before) ? before : before === "" ? "opening" : before === "," ? "comma" : "none"}`];
  // "than in 2018", "since the war": what the preposition hangs on.
  const head = PREPOSITIONS.has(before) ? lower(candidate.first - 2) : before;
  for (const one of words.classes(head)) features.push(`head:${one}`);
  const near = new Set<string>();
  for (let i = Math.max(start, candidate.first - 7); i <= Math.min(end, candidate.last + 7); i++) {
    if (i >= candidate.first && i <= candidate.last) continue;
    const side = i < candidate.first ? "before" : "behind";
    for (const one of words.classes(lower(i))) near.add(`${side}:${one}`);
    if (words.reports(lower(i))) {
      near.add(`report-${side}`);
      if (i >= candidate.first - 2 && i <= candidate.last + 2) near.add(`report-beside-${side}`);
    }
  }
  features.push(...near);
  for (const one of scene.classes[candidate.sentence] ?? []) features.push(`sentence:${one}`);
  return features;
}

/** What it means: how fine it is, and how long before the day of publication. */
function meaningOf({ mention }: Placed<DateMention>, { publishedAt }: Scene): string[] {
  const features = [`type:${mention.type}`, `grain:${grainOf(mention)}`];
  if (mention.text.length > 0 && /^\d{1,2}[:.]\d{2}/.test(mention.text)) features.push("clock");
  return [...features, `ago:${agoOf(mention, publishedAt)}`];
}

/** How long before the day of publication a date begins; `unknown` without that day. */
export function agoOf({ from }: DateMention, publishedAt: IsoDate | null): string {
  if (publishedAt === null || from === null) return "unknown";
  const days = dayOfIso(publishedAt) - dayOfIso(from);
  if (days <= 1) return days < 0 ? "future" : String(days);
  if (days <= 7) return days <= 3 ? "2-3" : "4-7";
  return days <= 31 ? "8-31" : days <= 366 ? "32-366" : "367+";
}

/** How fine a date is, by its TIMEX3 value. */
export function grainOf({ value, type, from, to }: DateMention): string {
  if (type !== "DATE" && type !== "TIME") return "length";
  if (/^[\dX]{4}-WXX-\d/.test(value)) return "weekday";
  if (type === "TIME" && from === null) return "clock";
  if (/^[\dX]{4}-[\dX]{2}-[\dX]{2}/.test(value) || (from !== null && from === to)) return type === "TIME" ? "time" : "day";
  if (/^[\dX]{4}-W/.test(value)) return "week";
  if (/^[\dX]{4}-[\dX]{2}$/.test(value)) return "month";
  return /^\d{4}$/.test(value) ? "year" : "other";
}

function positionOf(candidate: Placed<DateMention>, scene: Scene): string[] {
  const features: string[] = [];
  const at = candidate.sentence - scene.titleSentences;
  features.push(at < 0 ? "in:title" : at === 0 ? "in:first" : at <= 2 ? "in:lead" : at <= 8 ? "in:middle" : "in:rest");
  const index = scene.dates.indexOf(candidate);
  if (index === 0) features.push("first-date");
  const rival = scene.dates.some((other) => other !== candidate && other.sentence === candidate.sentence);
  if (rival) features.push("rival-in-sentence");
  return features;
}
