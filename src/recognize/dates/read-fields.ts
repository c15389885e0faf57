import type { TimexMod } from "../../model/calendar.js";
import type { Word } from "./read-words.js";
import type { Clock, Relation, SaidCalendar, SaidUnit, Unit } from "./said.js";
import { DAY_PARTS, NOONS, SEASONS, UNITS, ZONES } from "./vocabulary.js";

/** The first word of a class among the words of a match. */
export function findKind(words: readonly Word[], ...kinds: readonly string[]): Word | undefined {
  for (const word of words) if (word.kind !== null && kinds.includes(word.kind)) return word;
  return undefined;
}

export function hasWord(words: readonly Word[], ...lowers: readonly string[]): boolean {
  for (const { lower } of words) if (lowers.includes(lower)) return true;
  return false;
}

const RELATIONS = new Map<string, Relation>([
  ["last", "last"],
  ["past", "last"],
  ["this", "this"],
  ["these", "this"],
  ["next", "next"],
  ["coming", "next"],
  ["upcoming", "next"],
  ["current", "current"],
  ["following", "following"],
  ["ensuing", "following"],
  ["subsequent", "following"],
  ["previous", "previous"],
  ["preceding", "previous"],
  ["prior", "previous"],
  ["that", "that"],
  ["same", "that"],
  ["latest", "last"],
]);

/**
 * How the words lead to the date meant. "The next day" of a story counts from the story, "next week" from the day of
 * publication; "this past week" is the last one, "this coming Sunday" the next.
 */
export function readRelation(words: readonly Word[]): Relation | null {
  let relation: Relation | null = null;
  let definite = false;
  for (const { lower } of words) {
    if (lower === "the") definite = true;
    const found = RELATIONS.get(lower);
    if (found === undefined) continue;
    relation =
      relation === "this"
        ? found === "next" || found === "last"
          ? found
          : "this"
        : found === "next" && definite
          ? "following"
          : (relation ?? found);
  }
  return relation ?? (definite ? "the" : null);
}

/** START, MID or END by "early", "mid-", "the end of", "later this"; the first such word counts. */
export function readEdge(words: readonly Word[]): TimexMod | null {
  for (const { lower, kind } of words) {
    if (lower === "early" || lower === "earlier" || kind === "bound") return "START";
    if (lower === "mid" || kind === "midbound") return "MID";
    if (lower === "late" || lower === "later" || kind === "endbound") return "END";
    if (kind === "approx") return "APPROX";
  }
  return null;
}

/** The unit of calendar or clock that the words name last, or null. */
export function readUnit(words: readonly Word[]): Unit | null {
  for (let i = words.length - 1; i >= 0; i--) {
    const unit = UNITS.get(words[i]?.lower ?? "");
    if (unit) return unit;
  }
  return null;
}

export const saidUnit = (unit: Unit, relation: Relation, mod: TimexMod | null = null): SaidUnit => ({ kind: "unit", unit, relation, mod });

/** Hours from UTC as ISO 8601 ends a time: +08:00, -03:30. */
function formatOffset(hours: number): string {
  const minutes = Math.round(Math.abs(hours) * 60);
  return `${hours < 0 ? "-" : "+"}${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** The clock time that the words give, with its zone; null where they give none. */
export function readClock(words: readonly Word[]): Clock | null {
  const written = findKind(words, "ampm", "hhmm");
  const zoneWord = findKind(words, "zone");
  const offset = findKind(words, "offset");
  let zone = zoneWord ? (ZONES.get(zoneWord.lower) ?? null) : null;
  if (zone === "Z" && offset) zone = formatOffset(offset.value);
  if (written?.number?.clock) return { ...written.number.clock, zone };
  const noon = findKind(words, "noon");
  if (noon) return { hour: NOONS.get(noon.lower) ?? 12, minute: 0, second: null, zone };
  if (hasWord(words, "o'clock", "o’clock")) {
    const hour = findKind(words, "dd", "nw")?.value ?? 0;
    return hour >= 1 && hour <= 12 ? { hour, minute: 0, second: null, zone } : null;
  }
  return null;
}

/** The fields of a calendar date and the classes of words that name them. */
const FIELD_OF = new Map<string, "month" | "year" | "day" | "weekday" | "season" | "part" | "deictic" | "holiday" | "clock">([
  ["mname", "month"],
  ...["year4", "apyear", "wyear"].map((kind) => [kind, "year"] as const),
  ...["dd", "d0", "od", "ow", "second"].map((kind) => [kind, "day"] as const),
  ...["wday", "wabbr", "wdays"].map((kind) => [kind, "weekday"] as const),
  ...["seasonname", "maybeseason", "seasons"].map((kind) => [kind, "season"] as const),
  ...["midpart", "night", "daybreak", "midparts", "nights", "tenight"].map((kind) => [kind, "part"] as const),
  ["deictic", "deictic"],
  ["holiday", "holiday"],
  ...["ampm", "hhmm", "noon", "o'clock", "o’clock"].map((kind) => [kind, "clock"] as const),
]);

/** Every calendar field that the words name, whatever their order; of several words for one the first counts. */
export function readCalendar(words: readonly Word[]): SaidCalendar {
  const named: Partial<Record<"month" | "year" | "day" | "weekday" | "season" | "part" | "deictic" | "holiday" | "clock", Word>> = {};
  let bc = false;
  for (const word of words) {
    if (word.lower === "bc" || word.lower === "bce") bc = true;
    const field = word.kind === null ? undefined : FIELD_OF.get(word.kind);
    if (field !== undefined) named[field] ??= word;
  }
  const { month, year, weekday, season, part, deictic, holiday } = named;
  const day = month && named.day;
  const clock = named.clock && readClock(words);
  return {
    kind: "calendar",
    mod: readEdge(words),
    ...(year && { year: year.value }),
    ...(bc && { bc: true }),
    ...(month && { month: month.value }),
    ...(day && { day: day.value }),
    ...(weekday && { weekday: weekday.value }),
    ...(season && { season: SEASONS.get(season.lower) ?? "SU" }),
    ...(part && { part: DAY_PARTS.get(part.lower) ?? "MO" }),
    ...(deictic && { deictic: deictic.lower === "today" ? 0 : deictic.lower === "yesterday" ? -1 : 1 }),
    ...(holiday && { holiday: holiday.lower }),
    ...(clock && { clock }),
  };
}

/** 1 to 4 for "first" to "fourth", 4 for "last"; NaN for another word. */
export function readRank(words: readonly Word[], last: number): number {
  const ordinal = findKind(words, "od", "ow", "second");
  if (ordinal) return ordinal.value;
  return hasWord(words, "last", "final") ? last : NaN;
}
