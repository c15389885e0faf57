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
 * 2022", "By Jane Roe | Jul 26, 2022", a line that is only a date), then its metadata, then the address of a saved page.
 * A dateline without a year takes the year nearest to the metadata and is nothing without them.
 */
export function findAnchor(article: Article, read: ReadText, found: readonly FoundDate[]): Anchor | null {
  const published = article.publishedAt === null ? null : dayOfIso(article.publishedAt);
  for (const date of found) {
    const { said } = date;
    const start = read.words[date.first]?.start ?? 0;
    if (start > HEAD) break;
    if (said.kind !== "calendar" || said.month === undefined || said.day === undefined) continue;
    if (!isHead(read.text, start, read.words[date.last]?.end ?? start, said.year !== undefined)) continue;
    const day = dayOf(said.month, said.day, said.year ?? null, published);
    if (day === null) continue;
    // A dateline far from the metadata is a date of the story: an anniversary, an archive page.
    if (published !== null && Math.abs(day - published) > 15) continue;
    return { day, source: "dateline" };
  }
  if (published !== null) return { day: published, source: "published" };
  const day = dayOfAddress(read.text.slice(0, HEAD));
  return day === null ? null : { day, source: "dateline" };
}

/** Words that a line of publication opens with. */
const LABELS = new Set(["published", "posted", "updated", "date", "dated", "issued", "created", "modified", "filed", "released"]);
const BEFORE_LABELS = new Set(["first", "last", "originally", "article", "story", "news", "press", "release", "report"]);

/** Names of places, people and papers, with the marks between them. */
const NAMES = /^[\p{L}\p{M}\d.'’& ,()/·•|–—-]+$/u;
/** What may follow a date that stands alone: nothing, a time, a mark before what goes on. */
const ALONE = /^[|,·•–—-]?\s*(?:at\s)?(?:$|\d{1,2}[:.]\d{2}|[|·•])/;

/** True where a date at `start` to `end` heads its article: the line around it holds a label, a byline or a place and little else. */
function isHead(text: string, start: number, end: number, withYear: boolean): boolean {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const nextEnd = text.indexOf("\n", end);
  if (start - lineStart > 90) return false;
  const before = text.slice(lineStart, start).trim();
  const after = text.slice(end, Math.min(nextEnd < 0 ? text.length : nextEnd, end + 40)).trim();
  if (before === "") return ALONE.test(after) || (withYear && isByline(after.replace(/^[|,·•–—-]\s*/, "")));
  if (isLabel(before)) return /^(?:$|[^\p{L}\s]|at\s)/u.test(after) || ALONE.test(after);
  if (!NAMES.test(before)) return false;
  // "By Jane Roe | Jul 26, 2022", "Jane Roe - July 26, 2022": a name, a mark and the date are the whole line.
  if (withYear && ALONE.test(after) && (isByline(before) || /[|·•–—-]$/.test(before))) return true;
  // "KABUL, Aug 3 (Agency) —", "NEW YORK, N.Y., May 5 --", "SEOUL (May 6, 2021) —", "CAIRO - 26 July 2022:".
  const goesOn = before.endsWith("(") ? /^\)\s*[—–:-]/.test(after) : /^[(—–\-/:]/.test(after);
  if (!goesOn) return false;
  if (/^\p{Lu}{2}/u.test(before)) return true;
  // "Geneva, 26 July 2022 –", "Kampala & Juba, Jul 19 2022 (Agency) -": a place in small letters needs the year and a mark.
  return withYear && before.length <= 50 && /^\p{Lu}/u.test(before) && /[,(–—-]$/.test(before);
}

/** "Published in The Gazette,", "Posted by admin on", "Last updated:", with no number within. */
function isLabel(before: string): boolean {
  const words = before.toLowerCase().match(/\p{L}+/gu) ?? [];
  const at = words.findIndex((word) => !BEFORE_LABELS.has(word));
  return LABELS.has(words[at] ?? "") && words.length - at <= 8 && !/\d/.test(before) && !/[.!?]\s/.test(before);
}

const isByline = (line: string): boolean =>
  /^by\s+\p{Lu}/iu.test(line) && line.length <= 80 && !/[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(line);

/** The day in the address that a saved page opens with: "/2022/07/25/", "/2022-07-25-", "ud=20220725000597", "/202207250036.html". */
function dayOfAddress(head: string): number | null {
  const address = /^\s*(?:https?:\/\/|www\.)\S{1,600}/.exec(head)?.[0] ?? "";
  for (const match of address.matchAll(/(?<!\d)(20\d{2}|19\d{2})(?:([/-])(\d{1,2})\2(\d{1,2})(?!\d)|(\d{2})(\d{2})(?:\d{4,6})?(?!\d))/g)) {
    const day = dayOf(Number(match[3] ?? match[5]), Number(match[4] ?? match[6]), Number(match[1]), null);
    if (day !== null) return day;
  }
  return null;
}

function dayOf(month: number, day: number, year: number | null, published: number | null): number | null {
  if (year !== null) return isoDate(year, month, day) === null ? null : dayNumber(year, month, day);
  if (published === null) return null;
  const near = Math.round((published - dayNumber(1970, month, day)) / 365.2425) + 1970;
  return isoDate(near, month, day) === null ? null : dayNumber(near, month, day);
}
