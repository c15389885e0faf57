import { BLOCK_ELEMENTS, CELL_ELEMENTS, LINE_ELEMENTS } from "../block-elements.js";
import { readMarkup } from "../read-markup.js";
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
  /** A short line before it, which may say what the day is. */
  readonly label: string;
  /** How many lines it stands behind the title; negative before it. */
  readonly line: number;
  /** True in a part of the page that is called after other things: comments, other stories, the foot. */
  readonly aside: boolean;
  /** True among comments. */
  readonly others: boolean;
}

const BLOCKS = new Set([...BLOCK_ELEMENTS, ...LINE_ELEMENTS, ...CELL_ELEMENTS]);
const SILENT = new Set(["script", "style", "noscript", "template", "svg", "select", "option", "textarea", "head", "button"]);
const VOID = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);

/** Longest line that can be one of day and byline alone, and the head of a longer one in which a story's day can stand. */
const LINE_UNITS = 220;
const HEAD_UNITS = 70;
/** Longest line that names the day on the next one. */
const LABEL_UNITS = 30;
/** Words of classes and ids of the parts of a page whose days are those of something else, always. */
const OTHERS: ReadonlySet<string> = new Set([
  "comment",
  "comments",
  "commentlist",
  "commentmetadata",
  "kommentar",
  "kommentare",
  "replies",
  "respond",
]);
/** The same where they stand far from the title. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  ...OTHERS,
  "related",
  "relatedposts",
  "recent",
  "recommended",
  "teaser",
  "teasers",
  "trending",
  "popular",
  "sidebar",
  "widget",
  "widgets",
  "calendar",
  "kalender",
  "archive",
  "archives",
  "event",
  "events",
  "termin",
  "termine",
  "footer",
  "copyright",
  "breadcrumb",
  "breadcrumbs",
  "menu",
  "nav",
  "navi",
  "navigation",
  "cookie",
  "forum",
]);
/** Words of classes and ids of what holds a day, whole and as parts of words. */
const DATE_NAMES: ReadonlySet<string> = new Set([
  "fecha",
  "data",
  "dat",
  "byline",
  "meta",
  "metadata",
  "postinfo",
  "info",
  "tagline",
  "dateline",
  "autor",
  "author",
]);
const DATE_PARTS = ["date", "datum", "publi", "posted", "time", "created"] as const;
const MODIFIED_PARTS = ["updat", "modif", "lastmod"] as const;

const wordsOf = (names: string): readonly string[] => names.toLowerCase().split(/[\s_-]+/);
const isOfOthers = (names: string): boolean => wordsOf(names).some((word) => OTHERS.has(word));
const isElsewhere = (names: string): boolean => wordsOf(names).some((word) => ELSEWHERE.has(word));
/** True for names such as `post-meta-date`: those of the one story, wherever it stands. */
const isPostDate = (names: string): boolean => {
  const [own = ""] = names.trim().split(/\s+/);
  return isDateNamed(own) && wordsOf(own).some((word) => word === "post" || word === "entry" || word === "article");
};
const isModifiedWord = (word: string): boolean => MODIFIED_PARTS.some((part) => word.includes(part));
const isDateNamed = (names: string): boolean => wordsOf(names).some((word) => isDateWord(word));
const isDateWord = (word: string): boolean =>
  !isModifiedWord(word) && (DATE_NAMES.has(word) || DATE_PARTS.some((part) => word.includes(part)));

const opens = (words: readonly string[]): RegExp => new RegExp(`(?:^|[^\\p{L}])(?:${words.join("|")})[^\\p{L}]`, "iu");
const SAYS_PUBLISHED = opens(DATE_WORDS.published);
const IS_PUBLISHED = new RegExp(`^(?:${DATE_WORDS.published.join("|")})\\s*:?$`, "iu");
const SAYS_MODIFIED = opens(DATE_WORDS.modified);

/** The letters and digits at the head of a line, by which titles are compared. */
const lettersOf = (line: string): string =>
  line
    .slice(0, 200)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .slice(0, 40);

/** All short lines that write a day, with their distance from the title. */
function readDatedLines(html: string, title: string | null, order: DayOrder): readonly DatedLine[] {
  const lines: (Omit<DatedLine, "line"> & { readonly at: number })[] = [];
  const stack: { readonly name: string; readonly names: string }[] = [];
  const wanted = lettersOf(title ?? "");
  let text = "";
  let before = "";
  let names = "";
  let silent = 0;
  /** How many headings, and how many of the first rank, are open. */
  let headings = 0;
  let mainHeadings = 0;
  let line = 0;
  let titleAt: number | null = null;
  let headingAt: number | null = null;
  const end = (): void => {
    const folded = text.replace(/\s+/g, " ").trim();
    text = "";
    if (folded === "") return;
    line++;
    const label = before;
    before = folded.length <= LABEL_UNITS ? folded : "";
    if (titleAt === null && headings > 0 && wanted.length >= 8 && lettersOf(folded).startsWith(wanted.slice(0, 25))) titleAt = line;
    if (headingAt === null && mainHeadings > 0) headingAt = line;
    if (!/\d/.test(folded) || lines.length > 400) return;
    const head = folded.length > LINE_UNITS ? folded.slice(0, HEAD_UNITS) : folded;
    const [written] = findWrittenDays(head, order);
    if (!written) return;
    const holders = stack.filter(({ name }) => name !== "body" && name !== "html").map((open) => open.names);
    const others = holders.some(isOfOthers);
    const aside = others || holders.some(isElsewhere) || isElsewhere(names) || stack.some(({ name }) => name === "nav");
    lines.push({
      text: folded,
      label,
      written,
      names: [names, ...stack.slice(-4).map((open) => open.names)].join(" "),
      at: line,
      aside,
      others,
    });
  };
  readMarkup(html, {
    onopentag(name, attributes) {
      if (BLOCKS.has(name)) {
        end();
        names = "";
      }
      const own = `${attributes["class"] ?? ""} ${attributes["id"] ?? ""} ${attributes["itemprop"] ?? ""}`.trim();
      // A head that is never closed ends where the body begins.
      if (name === "body") silent = 0;
      if (SILENT.has(name)) silent++;
      if (VOID.has(name)) return;
      stack.push({ name, names: own });
      if (/^h[1-3]$/.test(name)) headings++;
      if (name === "h1") mainHeadings++;
      if (!BLOCKS.has(name)) names += ` ${own}`;
      if (name === "time") names += " date";
    },
    ontext(data) {
      if (silent === 0 && text.length < 4000) text += data;
    },
    onclosetag(name) {
      if (BLOCKS.has(name)) end();
      if (SILENT.has(name) && silent > 0) silent--;
      if (VOID.has(name)) return;
      stack.pop();
      if (/^h[1-3]$/.test(name)) headings--;
      if (name === "h1") mainHeadings--;
      if (BLOCKS.has(name)) names = "";
    },
  });
  end();
  const zero = titleAt ?? headingAt ?? 0;
  return lines.map(({ at, ...rest }) => ({ ...rest, line: at - zero }));
}

/** How far from the title, in lines, a day can stand and be the article's. */
const NEAR = { before: -8, after: 14, aside: 5 } as const;

/**
 * The day of publication that a page shows: on a line that says so, in an element named after dates, or alone near the
 * title; the day of its last change only where nothing else is shown.
 */
export function findVisibleDate(html: string, title: string | null, language: string | null): VisibleDate | null {
  const order = provenOrder(html.slice(0, 400_000)) ?? orderOf(language);
  const all = readDatedLines(html, title, order);
  const near = all
    .filter(({ line, aside, others }) => (aside ? Math.abs(line) <= NEAR.aside && !others : line >= NEAR.before && line <= NEAR.after))
    .sort((one, other) => distance(one) - distance(other));
  const lines = all.filter(({ aside }) => !aside);
  const isModified = ({ text, written, names }: DatedLine): boolean =>
    SAYS_MODIFIED.test(` ${text.slice(0, written.start)} `) || (wordsOf(names).some(isModifiedWord) && !isDateNamed(names));
  const share = ({ text, written }: DatedLine): number => (written.end - written.start) / text.length;
  const first = (among: readonly DatedLine[], by: VisibleDate["by"], test: (line: DatedLine) => boolean): VisibleDate | null => {
    const found = among.find(test);
    return found ? { day: found.written.day, by } : null;
  };
  const saysPublished = (line: DatedLine): boolean =>
    !isModified(line) &&
    share(line) >= 0.15 &&
    (SAYS_PUBLISHED.test(` ${line.text.slice(0, line.written.start)} `) || (share(line) >= 0.6 && IS_PUBLISHED.test(line.label)));
  // "Friday, 3 May 2024, 10:15 | Lowport": the day opens a line that is no sentence.
  const opensLine = ({ text, written }: DatedLine): boolean => written.start <= 16 && text.length < 120 && !/[.!?]$/.test(text);
  return (
    first(near, "published-line", saysPublished) ??
    first(near, "date-element", (line) => !isModified(line) && isDateNamed(line.names) && share(line) >= 0.1) ??
    first(near, "date-line", (line) => !isModified(line) && (share(line) >= 0.25 || opensLine(line))) ??
    first(all, "published-line", (line) => saysPublished(line) && (!line.aside || share(line) >= 0.4)) ??
    first(lines, "date-element", (line) => !isModified(line) && isDateNamed(line.names) && share(line) >= 0.25) ??
    first(all, "date-element", (line) => line.aside && !line.others && !isModified(line) && isPostDate(line.names)) ??
    first(all, "modified-line", isModified) ??
    first(
      lines,
      "date-line",
      (line) => share(line) >= 0.6 || (opensLine(line) && share(line) >= 0.15) || (line.line > 0 && line.text.length > LINE_UNITS),
    ) ??
    (title === null ? null : dayOfTitle(title, order))
  );
}

const distance = ({ line, aside }: DatedLine): number => (line >= 0 ? line : -1.5 * line) + (aside ? 3 : 0);

/** What most writers of a language mean by 03/05/2024. English alone does not say. */
function orderOf(language: string | null): DayOrder {
  const tag = (language ?? "").toLowerCase().replace("_", "-");
  if (tag === "") return null;
  if (tag === "en-us") return "month-first";
  return tag === "en" ? null : "day-first";
}

function dayOfTitle(title: string, order: DayOrder): VisibleDate | null {
  const [written] = findWrittenDays(title, order);
  return written ? { day: written.day, by: "date-line" } : null;
}
