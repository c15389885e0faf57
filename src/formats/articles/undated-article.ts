import type { IsoDate } from "../../model/calendar.js";
import { isoDate } from "../../text/iso-date.js";
import { findWrittenDays, type DayOrder } from "./web/written-days.js";

/** `20250311` among other characters. */
const COMPACT = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/;

/**
 * The day that a file's name gives in full: `2025-03-11 Flood in Norvik`, `20250311_flood`, `flood 11 March 2025`; null where
 * it gives none.
 */
export function dayOfFileName(name: string, order: DayOrder = null): IsoDate | null {
  const written = name.replaceAll("_", " ");
  const compact = COMPACT.exec(written);
  return (
    (compact && isoDate(Number(compact[1]), Number(compact[2]), Number(compact[3]))) ?? findWrittenDays(written, order)[0]?.day ?? null
  );
}

/** How far from its beginning a text gives its own day, in lines that hold words and in UTF-16 units. */
const LINES = 8;
const UNITS = 800;
/**
 * A line that dates an article is short, and holds few words beside the day: "Published: 11 March 2025, 10:30", "By Ada Lund |
 * March 11, 2025".
 */
const LINE_UNITS = 100;
const WORDS = 8;

/**
 * The first day that stands in full near the headline, on a line of its own or with a byline; null where there is none. A day
 * within a sentence is what the article tells, not when it was published.
 *
 * ```
 * Flood cuts off Norvik
 * By Ada Lund | 11 March 2025
 *               ^^^^^^^^^^^^^
 * ```
 */
export function dayNearHeadline(text: string, order: DayOrder = null): IsoDate | null {
  const lines = text
    .slice(0, UNITS)
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
    .slice(0, LINES);
  for (const line of lines) {
    if (line.length > LINE_UNITS) continue;
    const [found] = findWrittenDays(line, order);
    if (!found) continue;
    const rest = line.slice(0, found.start) + " " + line.slice(found.end);
    const words = rest.match(/\p{L}[\p{L}\p{M}'’.-]*/gu) ?? [];
    if (words.length <= WORDS && !/[.!?]["”']?$/.test(line.slice(found.end).trim())) return found.day;
  }
  return null;
}
