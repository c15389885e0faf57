import type { Article } from "../model/article.js";
import type { DateMention, Mention } from "../model/mention.js";
import type { Sentence } from "../model/token.js";
import { excerpt, foldSpace } from "./excerpt.js";

/** How much of the sentence, in UTF-16 units, a line shows before and after the wording. */
const AROUND = 60;

/** What a timeline is drawn from: one article with its mentions. */
export interface TimelineArticle {
  readonly article: Article;
  readonly mentions: readonly Mention[];
  readonly sentences: readonly Sentence[];
}

/** A line of a timeline, and what puts it where it stands. */
export interface TimelineLine {
  readonly line: string;
  /** By this and then by `start` the lines stand in order of time; null for what does not resolve to days. */
  readonly order: string | null;
  readonly start: number;
}

/**
 * The dates of an article in order of time, for a person to read: the days that an expression covers, and its
 * sentence with the wording in brackets. What does not resolve to days stands below in order of the text, under "undated",
 * and says so; lengths of time, recurring times and ages are left out. Ends with an empty line.
 *
 * ```
 * Raids strain ties (published 2025-07-01)
 *   2024-12-01 – 2024-12-31  Relations have worsened since an incident in [December] when…
 *   2025-06-28               On [Saturday], the ministry summoned the envoy to express…
 * ```
 */
export const formatTimeline = (found: TimelineArticle): string => orderTimeline(found.article, drawTimeline(found));

/**
 * The lines of an article, or of a part of it, in order of the text.
 *
 * @param begins where its text begins in what the offsets of its mentions and sentences count in.
 */
export function drawTimeline({ article, mentions, sentences }: TimelineArticle, begins = 0): readonly TimelineLine[] {
  return mentions
    .filter((mention): mention is DateMention => mention.kind === "date" && (mention.type === "DATE" || mention.type === "TIME"))
    .map((mention) => {
      const order = mention.from === null ? null : orderOf(mention);
      const when = order === null ? mention.value : daysOf(mention);
      return {
        line: `  ${when.padEnd(23)}  ${excerpt(article.text, sentences, mention, AROUND, begins)}`,
        order,
        start: mention.start,
      };
    });
}

/** The timeline of all lines of an article, as {@link formatTimeline} gives it. */
export function orderTimeline({ title, id, publishedAt }: Article, lines: readonly TimelineLine[]): string {
  const dated = lines
    .filter(({ order }) => order !== null)
    .toSorted((a, b) => compareText(a.order ?? "", b.order ?? "") || a.start - b.start);
  const undated = lines.filter(({ order }) => order === null);
  return [
    `${foldSpace(title ?? id)} (${publishedAt === null ? "no publication date" : `published ${publishedAt}`})`,
    ...dated.map(({ line }) => line),
    ...(undated.length > 0 ? ["  undated"] : []),
    ...undated.map(({ line }) => line),
    ...(lines.length === 0 ? ["  no dates"] : []),
    "",
  ]
    .map((text) => `${text}\n`)
    .join("");
}

/** First day, then the time of day, then the shorter stretch first. */
const orderOf = ({ from, to, value }: DateMention): string => `${from ?? ""} ${value.split("T", 2)[1] ?? "~"} ${to ?? ""}`;

function daysOf({ from, to, value }: DateMention): string {
  const time = /T(\d{2}:\d{2})/.exec(value)?.[1];
  if (from === to) return time === undefined ? (from ?? "") : `${from ?? ""} ${time}`;
  return `${from ?? ""} – ${to ?? ""}`;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
