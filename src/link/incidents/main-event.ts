import type { CasualtyMention, DateMention } from "../../model/mention.js";
import type { IsoDate } from "../../model/calendar.js";
import { dayOfIso } from "../../recognize/dates/civil-day.js";

/** The days, counted from 1970-01-01, that a figure's own date or an event covers (inclusive). */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

/** When a figure is told of, by the date mention that it is linked to. */
export interface FigureTime {
  /** Null where the article is undated and the date needs one ("on Friday"). */
  readonly days: DaySpan | null;
  /** A day of the week, a month or longer, or any other date. */
  readonly grain: "weekday" | "month" | "other";
  /** True where the figure's own sentence gives the date. */
  readonly own: boolean;
}

/** When the main event of an article was. */
export interface MainEvent {
  /** Null where nothing tells. */
  readonly days: DaySpan | null;
  /** True for an undated article that dates its main event by a day of the week: news of the days before it was written. */
  readonly thisWeek: boolean;
}

/** A figure belongs to another event where its own date ends so many days before the main event: well before, not a day. */
const WELL_BEFORE = 30;
/** Dates so many days apart vote for one event: news of a week tells of one. */
const ONE_EVENT = 7;
/** A month says when something happened; a year or "the 1990s" does not say when the main event did. */
const MONTH = 31;
/** The first sentences with figures tell what an article is about; each of their figures counts so often. */
const LEAD_SENTENCES = 2;
const LEAD_VOTES = 3;

/** Reads when the figures of one article are told of; null for a figure without a date of its own passage. */
export type FigureTimes = (figure: CasualtyMention) => FigureTime | null;

/** Looks up the date mentions that figures are linked to. */
export function readFigureTimes(dates: readonly DateMention[]): FigureTimes {
  const byStart = new Map(dates.map((date) => [date.start, date] as const));
  return ({ date }) => {
    const mention = date ? byStart.get(date.start) : undefined;
    // The first date of the article that stands after a figure says nothing of it.
    if (!date || !mention || date.reason === "article") return null;
    const days = mention.from !== null && mention.to !== null ? { from: dayOfIso(mention.from), to: dayOfIso(mention.to) } : null;
    return { days, grain: grainOf(mention.value, days), own: date.reason === "clause" || date.reason === "sentence" };
  };
}

function grainOf(value: string, days: DaySpan | null): FigureTime["grain"] {
  if (/^X{4}-WXX-\d/.test(value)) return "weekday";
  return /^[\dX]{4}-\d\d$/.test(value) || (days !== null && days.to - days.from >= MONTH - 4) ? "month" : "other";
}

/**
 * When the main event of an article was. Every figure of one incident votes for the days that it is linked to, and one
 * without a date for the day of publication, as news is of its day; figures of the first two sentences that hold any
 * vote three times. Votes within a week of each other are for one event, the event with most votes is the main one, and
 * of equals the one told first.
 */
export function findMainEvent(
  figures: readonly CasualtyMention[],
  timeOf: FigureTimes,
  sentenceOf: (at: number) => number,
  publishedAt: IsoDate | null,
): MainEvent {
  const published = publishedAt === null ? null : { from: dayOfIso(publishedAt), to: dayOfIso(publishedAt) };
  const incident = figures.filter((f) => f.scope !== "cumulative" && f.modality !== "hypothetical" && f.modality !== "denied");
  const opening = new Set([...new Set(incident.map((f) => sentenceOf(f.start)))].slice(0, LEAD_SENTENCES));
  const events: { days: DaySpan; votes: number }[] = [];
  let weekdays = 0;
  for (const figure of incident) {
    const time = timeOf(figure);
    const votes = opening.has(sentenceOf(figure.start)) ? LEAD_VOTES : 1;
    if (time?.grain === "weekday") weekdays += votes;
    const days = time ? time.days : published;
    if (!days || days.to - days.from > MONTH) continue;
    const near = events.find((event) => days.from <= event.days.to + ONE_EVENT && days.to >= event.days.from - ONE_EVENT);
    if (near) near.votes += votes;
    else events.push({ days, votes });
  }
  const main = events.reduce<(typeof events)[number] | null>((best, event) => (best && best.votes >= event.votes ? best : event), null);
  if (publishedAt === null && weekdays > (main?.votes ?? 0)) return { days: null, thisWeek: true };
  return { days: main?.days ?? published, thisWeek: false };
}

/**
 * True where the sentence of a figure dates it well before the main event: more than 30 days, or, in an undated article
 * whose main event was "on Friday", by a month or a year.
 */
export function isWellBefore(figure: CasualtyMention, timeOf: FigureTimes, main: MainEvent): boolean {
  const time = timeOf(figure);
  if (!time?.own) return false;
  if (main.thisWeek) return time.grain === "month";
  return main.days !== null && time.days !== null && time.days.to < main.days.from - WELL_BEFORE;
}
