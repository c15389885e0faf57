import type { Article } from "../../model/article.js";
import { isoDate } from "../../text/iso-date.js";
import { dayNumber, dayOfIso } from "./civil-day.js";
import type { FoundDate } from "./find-dates.js";
import type { ReadText } from "./read-words.js";
import type { Anchor } from "./resolve-context.js";

/** How far into the text, in UTF-16 units, a dateline or a line of publication is looked for. */
const HEAD = 700;

/**
 * The day that the article is written from: its own dateline first ("KABUL, Aug 3 (Agency) —", "Published: 3 March
 * 2022", a line that is only a date), then its metadata. A dateline without a year takes the year nearest to the
 * metadata and is nothing without them.
 */
export function findAnchor(article: Article, read: ReadText, found: readonly FoundDate[]): Anchor | null {
  const published = article.publishedAt === null ? null : dayOfIso(article.publishedAt);
  for (const date of found) {
    const { said } = date;
    const start = read.words[date.first]?.start ?? 0;
    if (start > HEAD) break;
    if (said.kind !== "calendar" || said.month === undefined || said.day === undefined) continue;
    const shape = shapeOf(read.text, start, read.words[date.last]?.end ?? start);
    if (shape === null) continue;
    const day = dayOf(said.month, said.day, said.year ?? null, published);
    if (day === null) continue;
    // A dateline far from the metadata is a date of the story: an anniversary, an archive page.
    if (published !== null && Math.abs(day - published) > 15) continue;
    return { day, source: "dateline" };
  }
  if (published !== null) return { day: published, source: "published" };
  // Saved pages open with their address, and addresses of news carry the day: "/2022/07/25/".
  const address = /^\s*(?:https?:\/\/|www\.)[^\s\d]{1,200}(\d{4})[/-](\d{2})[/-](\d{2})(?!\d)/.exec(read.text.slice(0, HEAD));
  const day = address ? dayOf(Number(address[2]), Number(address[3]), Number(address[1]), null) : null;
  return day === null ? null : { day, source: "dateline" };
}

function shapeOf(text: string, start: number, end: number): "line" | "place" | "label" | null {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const nextEnd = text.indexOf("\n", end);
  const before = text.slice(Math.max(lineStart, start - 80), start).trim();
  const after = text.slice(end, Math.min(nextEnd < 0 ? text.length : nextEnd, end + 40)).trim();
  if (/^(?:(?:first )?published|posted|updated|date|dated|issued|created|last updated)(?: on| at)?:?$/i.test(before)) return "label";
  if (before === "" && (after === "" || /^[|–—-]?\s*(?:at |, )?\d{1,2}[:.]\d{2}/.test(after))) return "line";
  // "KABUL, Aug 3 (Agency) —", "NEW YORK, N.Y., May 5 --": capitals before, an agency or a dash after.
  const place = /^[\p{L}\p{M}.'’ ,()-]+$/u.test(before) && /^\p{Lu}{2}/u.test(before);
  if (place && /^[(—–\-/]/.test(after)) return "place";
  return null;
}

function dayOf(month: number, day: number, year: number | null, published: number | null): number | null {
  if (year !== null) return isoDate(year, month, day) === null ? null : dayNumber(year, month, day);
  if (published === null) return null;
  const near = Math.round((published - dayNumber(1970, month, day)) / 365.2425) + 1970;
  return isoDate(near, month, day) === null ? null : dayNumber(near, month, day);
}
