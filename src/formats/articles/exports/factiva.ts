import { dayOfLine, linesOf, trimLines } from "./export-lines.js";
import type { ExportedArticle, NewsExport } from "./news-export.js";

/** The database's number of an article, the last line of each in the form for display: `Document LBA0000020240503ek5300abc`. */
const NUMBER = /^\s*Document\s+([A-Z0-9]{4,12}\d{8}[a-z0-9]{5,14})\s*$/;
/** A field of the indexed form: two or three capitals, and its value behind spaces or on the next lines. */
const FIELD = /^\s*(SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|ART|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN|CLM)(?:[ \t\u00a0](.*))?$/;
/** Names of fields that are words, too: within a text they are fields only where more than one space follows. */
const IS_WORD: ReadonlySet<string> = new Set(["IN", "BY", "CO", "RE", "ART", "ET", "LA", "CT", "NS", "PUB", "SE", "CR"]);
const WORDS = /^\s*[\d,.]+\s+words\s*$/i;
const RIGHTS = /^\s*(?:\(?copyright\b|©|\(c\)\s)/i;
const LANGUAGES = /^\s*(?:English|German|French|Spanish|Arabic|Russian|Italian|Portuguese|Dutch|Turkish|Chinese|Japanese|Polish)\s*$/i;

/**
 * Cuts an export of Factiva, in its form for display or indexed, each article ending with its number. Null for any other text.
 */
export function splitFactiva(text: string): NewsExport | null {
  const lines = linesOf(text);
  const indexed = lines.filter((line) => /^\s*(?:HD|PD|SN|AN|TD|LP)(?:\s|$)/.test(line)).length;
  if (indexed >= 4 && lines.some((line) => /^\s*AN(?:\s|$)/.test(line)) && lines.some((line) => /^\s*HD(?:\s|$)/.test(line))) {
    return { database: "Factiva", announced: null, articles: cutIndexed(lines).map(readIndexed) };
  }
  const ends = lines.flatMap((line, index) => (NUMBER.test(line) ? [index] : []));
  if (ends.length === 0 || !lines.some((line) => WORDS.test(line))) return null;
  const pieces = ends.map((at, index) => lines.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, at + 1));
  return { database: "Factiva", announced: null, articles: pieces.map(readShown) };
}

/** Articles of the indexed form begin where a headline follows the number of the one before, or at a section. */
function cutIndexed(lines: readonly string[]): readonly (readonly string[])[] {
  const pieces: string[][] = [];
  let closed = true;
  for (const line of lines) {
    const name = FIELD.exec(line)?.[1];
    if (closed && (name === "HD" || name === "SE")) {
      pieces.push([]);
      closed = false;
    } else if (name === "AN") closed = true;
    pieces.at(-1)?.push(line);
  }
  return pieces;
}

function readIndexed(lines: readonly string[]): ExportedArticle {
  const fields = new Map<string, string[]>();
  let open: string[] = [];
  for (const line of lines) {
    const match = FIELD.exec(line);
    const inText = fields.has("LP") || fields.has("TD");
    if (match?.[1] !== undefined && !fields.has(match[1]) && !(inText && IS_WORD.has(match[1]) && /^\s*[A-Z]+ \S/.test(line))) {
      open = match[2] === undefined ? [] : [match[2]];
      fields.set(match[1], open);
    } else open.push(line);
  }
  const get = (name: string): string | null =>
    trimLines(fields.get(name) ?? [])
      .map((line) => line.trim())
      .join(" ")
      .trim() || null;
  const paragraphs = [...trimLines(fields.get("LP") ?? []), "", ...trimLines(fields.get("TD") ?? [])];
  return {
    title: get("HD"),
    text: trimLines(paragraphs).join("\n"),
    publishedAt: dayOfLine(get("PD") ?? ""),
    source: get("SN"),
    author: get("BY")?.replace(/^by\s+/i, "") ?? null,
    place: null,
    language: get("LA")?.toLowerCase() ?? null,
    url: null,
    number: get("AN")?.replace(/^Document\s+/, "") ?? null,
  };
}

/** A line that says who wrote: so called, or two to five words of names below a headline that is no name of a section. */
function isByline(line: string, above: string): boolean {
  if (/^(?:by|von|par|por)\s/i.test(line)) return true;
  const isSection = above === above.toUpperCase() && above.split(" ").length <= 3;
  return (
    !isSection &&
    /^\p{Lu}[\p{L}.'’-]+(?:,? (?:and |de |van |von |al-)?\p{Lu}[\p{L}.'’-]*){1,4}$/u.test(line) &&
    line.length < 60 &&
    above.split(" ").length > 2
  );
}

/** Lines of a head that name no source: time, code of the source, language, copyright. */
const NO_SOURCE = [/^\d{1,2}:\d{2}/, /^[A-Z0-9]{2,10}$/, LANGUAGES, RIGHTS] as const;

/** The form for display: headline, byline, count of words, day, time, source, its code, language, copyright, text, number. */
function readShown(piece: readonly string[]): ExportedArticle {
  const lines = trimLines(piece);
  const wordsAt = lines.findIndex((line) => WORDS.test(line));
  const before = lines
    .slice(0, wordsAt)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const behind = lines.slice(wordsAt + 1, -1);
  const rightsAt = behind.findIndex((line) => RIGHTS.test(line));
  const languageAt = behind.findIndex((line) => LANGUAGES.test(line));
  const headEnd = Math.max(rightsAt, languageAt);
  const head = behind
    .slice(0, headEnd + 1)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const dayAt = head.findIndex((line) => dayOfLine(line) !== null);
  const source = head.slice(dayAt + 1).find((line) => !NO_SOURCE.some((pattern) => pattern.test(line)));
  const byline = before.length > 1 && isByline(before.at(-1) ?? "", before.at(-2) ?? "") ? before.at(-1) : undefined;
  const title = byline === undefined ? before.at(-1) : before.at(-2);
  return {
    title: title ?? null,
    text: trimLines(behind.slice(headEnd + 1)).join("\n"),
    publishedAt: dayAt < 0 ? null : dayOfLine(head[dayAt] ?? ""),
    source: source ?? null,
    author: byline?.replace(/^by\s+/i, "") ?? null,
    place: null,
    language: head.find((line) => LANGUAGES.test(line))?.toLowerCase() ?? null,
    url: null,
    number: NUMBER.exec(lines.at(-1) ?? "")?.[1] ?? null,
  };
}
