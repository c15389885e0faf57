import { Parser } from "htmlparser2";
import type { IsoDate } from "../../../model/calendar.js";
import { DATE_WORDS } from "./page-words.js";
import { findWrittenDays, provenOrder, type DayOrder, type WrittenDay } from "./written-days.js";

/** A day that readers of a page see, and why it may be that of its publication. */
export interface VisibleDate {
  readonly day: IsoDate;
  readonly by: "published-line" | "date-element" | "date-line" | "modified-line";
}

/** A short line of the page that writes a day, and what surrounds it. */
interface DatedLine {
  readonly text: string;
  readonly written: WrittenDay;
  /** Names of the classes and ids of the elements that hold it. */
  readonly names: string;
  /** How many lines it stands behind the title; negative before it. */
  readonly line: number;
}

const BLOCKS = new Set([
  "address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
  "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
]);
const SILENT = new Set(["script", "style", "noscript", "template", "svg", "select", "option", "textarea", "head", "button", "nav"]);
const VOID = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);

/** Longest line that can be one of day and byline alone. */
const LINE_UNITS = 220;
/** Parts of a page whose days are those of something else. */
const ELSEWHERE = /(?:^|[\s_-])(?:comments?|commentlist|comment-?\w*|kommentare?|sidebar|widgets?|related|recent|calendar|kalender|archives?|events?|termine?|teasers?|trending|popular|footer|copyright|breadcrumbs?|menu|navi?|navigation|cookie|forum|replies|respond)(?:$|[\s_-])/i;
const NAMED_DATE = /(?:^|[\s_-])(?:\w*date?\w*|\w*datum\w*|published?\w*|posted\w*|\w*time(?:stamp)?|fecha|data|dat|byline|meta|metadata|entry-meta|post-?info|info|tagline|created\w*|publishing\w*|dateline|autor|author)(?:$|[\s_-])/i;

const opens = (words: readonly string[]): RegExp => new RegExp(`(?:^|[^\\p{L}])(?:${words.join("|")})[^\\p{L}]`, "iu");
const SAYS_PUBLISHED = opens(DATE_WORDS.published);
const SAYS_MODIFIED = opens(DATE_WORDS.modified);

/** All short lines that write a day, with their distance from the title. */
function readDatedLines(html: string, title: string | null, order: DayOrder): readonly DatedLine[] {
  const lines: { readonly text: string; readonly written: WrittenDay; readonly names: string; readonly at: number }[] = [];
  const stack: { readonly name: string; readonly names: string }[] = [];
  const wanted = (title ?? "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "").slice(0, 40);
  let text = "";
  let names = "";
  let silent = 0;
  let line = 0;
  let titleAt: number | null = null;
  let headingAt: number | null = null;
  const end = (): void => {
    const folded = text.replace(/\s+/g, " ").trim();
    text = "";
    if (folded === "") return;
    line++;
    const inHeading = stack.some(({ name }) => /^h[1-3]$/.test(name));
    if (titleAt === null && wanted.length >= 8 && folded.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "").startsWith(wanted.slice(0, 25)) && inHeading) titleAt = line;
    if (headingAt === null && stack.some(({ name }) => name === "h1")) headingAt = line;
    if (folded.length > LINE_UNITS || !/\d/.test(folded) || lines.length > 400) return;
    const around = [names, ...stack.slice(-4).map((open) => open.names)].join(" ");
    if (stack.some((open) => ELSEWHERE.test(open.names) && open.name !== "body" && open.name !== "html") || ELSEWHERE.test(names)) return;
    const written = findWrittenDays(folded, order)[0];
    if (written) lines.push({ text: folded, written, names: around, at: line });
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (BLOCKS.has(name)) {
        end();
        names = "";
      }
      const own = `${attributes["class"] ?? ""} ${attributes["id"] ?? ""} ${attributes["itemprop"] ?? ""}`.trim();
      if (SILENT.has(name)) silent++;
      if (VOID.has(name)) return;
      stack.push({ name, names: own });
      if (!BLOCKS.has(name)) names += ` ${own}`;
      if (name === "time") names += " date";
    },
    ontext(data) {
      if (silent === 0 && text.length < 4000) text += data;
    },
    onclosetag(name) {
      if (BLOCKS.has(name)) end();
      if (SILENT.has(name) && silent > 0) silent--;
      const at = stack.findLastIndex((open) => open.name === name);
      if (at >= 0) stack.length = at;
      if (BLOCKS.has(name)) names = "";
    },
  });
  parser.write(html);
  parser.end();
  end();
  const zero = titleAt ?? headingAt ?? 0;
  return lines.map(({ at, ...rest }) => ({ ...rest, line: at - zero }));
}

/** How far from the title, in lines, a day can stand and be the article's. */
const NEAR = { before: -8, after: 14 } as const;

/**
 * The day of publication that a page shows: on a line that says so, in an element named after dates, or alone near the
 * title; the day of its last change only where nothing else is shown.
 */
export function findVisibleDate(html: string, title: string | null, language: string | null): VisibleDate | null {
  const order = provenOrder(html.slice(0, 400_000)) ?? orderOf(language);
  const lines = readDatedLines(html, title, order);
  const near = lines.filter(({ line }) => line >= NEAR.before && line <= NEAR.after).sort((one, other) => distance(one.line) - distance(other.line));
  const isModified = ({ text, written, names }: DatedLine): boolean =>
    SAYS_MODIFIED.test(` ${text.slice(0, written.start)} `) || (/(?:^|[\s_-])(?:modified|updated|lastmod\w*)(?:$|[\s_-])/i.test(names) && !NAMED_DATE.test(names.replace(/\w*(?:modified|updated)\w*/gi, "")));
  const share = ({ text, written }: DatedLine): number => (written.end - written.start) / text.length;
  const first = (among: readonly DatedLine[], by: VisibleDate["by"], test: (line: DatedLine) => boolean): VisibleDate | null => {
    const found = among.find(test);
    return found ? { day: found.written.day, by } : null;
  };
  const saysPublished = (line: DatedLine): boolean => !isModified(line) && SAYS_PUBLISHED.test(` ${line.text.slice(0, line.written.start)} `) && line.text.length < 160;
  return first(near, "published-line", saysPublished)
    ?? first(near, "date-element", (line) => !isModified(line) && NAMED_DATE.test(line.names) && share(line) >= 0.1)
    ?? first(near, "date-line", (line) => !isModified(line) && share(line) >= 0.25)
    ?? first(lines, "published-line", saysPublished)
    ?? first(lines, "date-element", (line) => !isModified(line) && NAMED_DATE.test(line.names) && share(line) >= 0.25)
    ?? first(lines, "modified-line", isModified)
    ?? first(lines, "date-line", (line) => share(line) >= 0.6);
}

const distance = (line: number): number => (line >= 0 ? line : -1.5 * line);

/** What most writers of a language mean by 03/05/2024. English alone does not say. */
function orderOf(language: string | null): DayOrder {
  const tag = (language ?? "").toLowerCase().replace("_", "-");
  if (tag === "") return null;
  if (tag === "en-us") return "month-first";
  return tag === "en" ? null : "day-first";
}
