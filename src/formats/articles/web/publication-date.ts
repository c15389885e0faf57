import type { IsoDate } from "../../../model/calendar.js";
import { isoDate } from "../../../text/iso-date.js";
import { readPublishedDate } from "../published-date.js";
import { findVisibleDate } from "./visible-dates.js";
import { findWrittenDays, type DayOrder } from "./written-days.js";

/** What the markup of a page states of its days, as written there. */
export interface StatedDates {
  /** Values that are days of publication by their names, best first. */
  readonly published: readonly string[];
  /** Values of `<time>` elements, in order. */
  readonly times: readonly string[];
  /** Values that are days of the last change. */
  readonly modified: readonly string[];
  /** The page's own addresses: canonical, that of sharing. */
  readonly addresses: readonly string[];
}

/** A page's day of publication and how it is known. */
export interface PublicationDate {
  readonly day: IsoDate;
  readonly by: "stated" | "address" | "shown" | "time-element" | "modified";
}

/** The day of publication of a page: as its markup states it, as its address holds it, as it is shown; last, the day of a change. */
export function findPublicationDate(
  stated: StatedDates,
  html: string,
  title: string | null,
  language: string | null,
): PublicationDate | null {
  const address = stated.addresses.map(dayOfAddress).find((day) => day !== null) ?? null;
  const [written] = stated.published.filter((value) => readStatedDay(value) !== null);
  if (written !== undefined) {
    return { day: settleInstant(written, address, () => findVisibleDate(html, title, language)?.day ?? null), by: "stated" };
  }
  if (address !== null) return { day: address, by: "address" };
  const shown = findVisibleDate(html, title, language);
  if (shown !== null && shown.by !== "modified-line" && shown.by !== "date-line") return { day: shown.day, by: "shown" };
  const [time] = stated.times.map((value) => readStatedDay(value)).filter((day) => day !== null);
  if (time !== undefined) return { day: time, by: "time-element" };
  if (shown !== null && shown.by === "date-line") return { day: shown.day, by: "shown" };
  const script = dayOfScripts(html);
  if (script !== null) return { day: script, by: "stated" };
  const [modified] = stated.modified.map((value) => readStatedDay(value)).filter((day) => day !== null);
  const day = modified ?? shown?.day;
  return day === undefined ? null : { day, by: "modified" };
}

/** Keys under which the data of scripts gives a day of publication. */
const DAY_KEYS = [
  "datePublished",
  "published_?at",
  "publishedDate",
  "publish_?date",
  "publication_?date",
  "firstPublished\\w*",
  "pubDate",
  "created_?at",
] as const;
const NAMED_DAY = new RegExp(`\\\\?"(?:${DAY_KEYS.join("|")})\\\\?"\\s*:\\s*\\\\?"(\\d{4}-\\d{2}-\\d{2}[^"\\\\]{0,30})`, "gi");

/** The one day of publication that the data of a page's scripts names; null where they name several, those of other stories. */
function dayOfScripts(html: string): IsoDate | null {
  const days = new Set<IsoDate>();
  for (const match of html.slice(0, 2_000_000).matchAll(NAMED_DAY)) {
    const day = readPublishedDate(match[1]);
    if (day !== null) days.add(day);
  }
  const [day] = days;
  return days.size === 1 && day !== undefined ? day : null;
}

/** A day as markup states it: as data, or written out. */
function readStatedDay(value: string, order: DayOrder = null): IsoDate | null {
  return readPublishedDate(value) ?? (value.length <= 120 ? (findWrittenDays(value, order)[0]?.day ?? null) : null);
}

/** Hours that the clocks of inhabited places differ from those of Greenwich, in summer. */
const ZONES = { west: 10, east: 13 } as const;

/**
 * The day of an instant. One in universal time is the day of Greenwich: where the page's address or the page itself shows
 * the day before or after, that is the day of the paper.
 */
function settleInstant(written: string, address: IsoDate | null, shown: () => IsoDate | null): IsoDate {
  const day = readStatedDay(written) as IsoDate;
  if (!/T\d{2}:\d{2}.*(?:Z|[+-]00:?00)$|\b(?:GMT|UTC)$/.test(written.trim())) return day;
  const hour = Number(/T(\d{2})/.exec(written)?.[1] ?? Number.NaN);
  // West of Greenwich it is still the day before in the small hours there, east of it already the next day in the afternoon.
  const isNext = (other: IsoDate | null): other is IsoDate => {
    const days = other === null ? 0 : (Date.parse(other) - Date.parse(day)) / 86_400_000;
    return (days === -1 && !(hour >= ZONES.west)) || (days === 1 && !(hour < 24 - ZONES.east));
  };
  if (isNext(address)) return address;
  if (address === day) return day;
  const visible = shown();
  return isNext(visible) ? visible : day;
}

/** The day in the path of an address: `/2024/05/03/`, `/2024-05-03-…`, `/20240503/`. */
export function dayOfAddress(url: string): IsoDate | null {
  const path = pathOf(bareAddress(url) ?? "");
  const match = /(?:^|[/_-])((?:19|20)\d{2})([/_-]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?=$|[/_.a-z-])/i.exec(path);
  if (!match || (match[2] === "" && (match[3]?.length !== 2 || match[4]?.length !== 2))) return null;
  return isoDate(Number(match[1]), Number(match[3]), Number(match[4]));
}

/** An address without what an archive of the web puts before it: the day on which the page was kept. */
export function bareAddress(url: string | null): string | null {
  return url?.replace(/^https?:\/\/web\.archive\.org\/web\/\d{4}\w*\/\b/, "") ?? null;
}

function pathOf(url: string): string {
  const host = url.indexOf("://");
  const slash = url.indexOf("/", host < 0 ? 0 : host + 3);
  const end = url.search(/[?#]/);
  return slash < 0 ? "" : url.slice(slash, end < slash ? undefined : end);
}
