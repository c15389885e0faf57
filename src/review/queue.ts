import type { QueueRow, ReviewStatus } from "../model/review.js";
import type { Random } from "../score/random.js";

/** A row of the queue in memory: the article by its number. */
export interface QueueItem extends Omit<QueueRow, "article" | "title" | "number"> {
  readonly article: number;
  readonly inTitle: boolean;
  /** True for a label that gold held before the review: it says nothing of what the program finds. */
  readonly ofGold: boolean;
  /** Why it is looked at early: its own check doubts it, its tolls conflict, its grouping is unsure; null for none. */
  readonly why: "doubt" | "conflict" | "merge" | null;
}

/** What an article is filtered by. */
export interface QueueArticle {
  readonly id: string;
  readonly title: string | null;
  readonly publishedAt: string | null;
  readonly source: string | null;
}

/** What the page asks the queue for. Absent is "all". */
export interface QueueFilter {
  readonly kind?: string;
  readonly outcome?: string;
  /** The id of an article. */
  readonly article?: string;
  readonly source?: string;
  /** Days of publication, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly status?: ReviewStatus | "seen";
  readonly why?: "doubt" | "conflict" | "merge" | "low" | "sample";
  /** Words that the wording holds, whatever their case. */
  readonly words?: string;
  /** `text` is the order of the articles; else what needs a look first comes first. */
  readonly order?: "first" | "text";
}

/** Rows below this confidence are "low". */
export const LOW_CONFIDENCE = 0.6;

/** Numbers of the rows that a filter lets through, in order. */
export function filterQueue(
  items: readonly QueueItem[],
  articles: readonly QueueArticle[],
  filter: QueueFilter,
  sampled: ReadonlySet<number>,
): readonly number[] {
  const words = filter.words?.toLowerCase() ?? "";
  const wanted = articles.map((article) => isWantedArticle(article, filter));
  const numbers: number[] = [];
  items.forEach((item, number) => {
    if (
      wanted[item.article] === true &&
      (filter.kind === undefined || item.kind === filter.kind) &&
      (filter.outcome === undefined || item.outcome === filter.outcome) &&
      isWantedStatus(item.status, filter.status) &&
      isWantedReason(item, filter.why, sampled.has(number)) &&
      (words === "" || item.text.toLowerCase().includes(words))
    )
      numbers.push(number);
  });
  return filter.order === "text"
    ? numbers.sort((a, b) => (items[a]?.article ?? 0) - (items[b]?.article ?? 0) || a - b)
    : numbers.sort((a, b) => urgency(items[b]) - urgency(items[a]) || (items[a]?.confidence ?? 1) - (items[b]?.confidence ?? 1) || a - b);
}

const isWantedArticle = ({ id, source, publishedAt }: QueueArticle, filter: QueueFilter): boolean =>
  (filter.article === undefined || id === filter.article) &&
  (filter.source === undefined || source === filter.source) &&
  (filter.from === undefined || (publishedAt !== null && publishedAt >= filter.from)) &&
  (filter.to === undefined || (publishedAt !== null && publishedAt <= filter.to));

const isWantedStatus = (status: ReviewStatus, wanted: QueueFilter["status"]): boolean =>
  wanted === undefined || (wanted === "seen" ? status !== "unseen" : status === wanted);

function isWantedReason({ why, confidence }: QueueItem, wanted: QueueFilter["why"], drawn: boolean): boolean {
  if (wanted === undefined) return true;
  if (wanted === "sample") return drawn;
  return wanted === "low" ? confidence < LOW_CONFIDENCE : why === wanted;
}

const URGENCY = { doubt: 3, conflict: 2, merge: 1 } as const;
const urgency = (item: QueueItem | undefined): number => (item?.why ? URGENCY[item.why] : 0);

/** Draws rows at random, each as likely as any other, none twice: a partial Fisher–Yates shuffle. */
export function drawSample(size: number, from: readonly number[], random: Random): readonly number[] {
  const pool = [...from];
  const count = Math.min(size, pool.length);
  for (let i = 0; i < count; i++) {
    const j = i + random(pool.length - i);
    [pool[i], pool[j]] = [pool[j] as number, pool[i] as number];
  }
  return pool.slice(0, count);
}
