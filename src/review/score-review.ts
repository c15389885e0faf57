import type { AnnotationRecord } from "../formats/parse-annotation-record.js";
import { MENTION_KINDS } from "../model/mention.js";
import type { Estimate, ReviewScore, ScoreLine } from "../model/review.js";
import type { LabelLayer } from "../score/label.js";
import { scoreLayers, type ScoreReport } from "../score/score-layers.js";
import type { Score } from "../score/tally.js";
import { wilsonInterval } from "../score/wilson-interval.js";
import type { ArticleBook } from "./article-book.js";
import { layersOfGold } from "./base-rows.js";
import type { GoldBook } from "./gold-book.js";
import { layerOf } from "./review-label.js";

/** Samples of articles for the intervals: few enough for a page that waits. */
const BOOTSTRAP = { resamples: 500, seed: 1 } as const;

/** Scores what the program found against gold as it stands, and counts what reviewers said of its rows. */
export async function scoreReview(book: ArticleBook, gold: GoldBook, sample: ReadonlySet<number>): Promise<ReviewScore> {
  const now = await gold.records();
  const then = gold.atStart();
  const predicted = await predictionsFor(book, [...now, ...then]);
  const report = scoreAgainst(now, predicted);
  const before = scoreAgainst(then, predicted);
  return {
    articles: report.articles,
    lines: linesOf(report, before),
    reviewed: MENTION_KINDS.flatMap((kind) => {
      const estimate = estimateOf(book, (item) => item.kind === kind);
      return estimate.of > 0 ? [{ kind, estimate }] : [];
    }),
    sample: sample.size === 0 ? null : { ...estimateOf(book, (_, number) => sample.has(number)), drawn: sample.size },
  };
}

/** What the program found in the articles of gold. */
async function predictionsFor(book: ArticleBook, gold: readonly AnnotationRecord[]): Promise<ReadonlyMap<string, LabelLayer>> {
  const layers = new Map<string, LabelLayer>();
  for (const { id } of gold) {
    if (layers.has(id)) continue;
    const opened = await book.open(id);
    if (opened) layers.set(id, opened.read.layer);
  }
  return layers;
}

/** Kinds that nobody labelled in an article are unknown there, not wrong. */
function scoreAgainst(gold: readonly AnnotationRecord[], predicted: ReadonlyMap<string, LabelLayer>): ScoreReport {
  const known = gold.filter(({ id }) => predicted.has(id));
  const layers = known.map((record): LabelLayer => {
    const held = new Set(layersOfGold(record));
    const { id, mentions } = predicted.get(record.id) as LabelLayer;
    return { id, mentions: mentions.filter(({ kind }) => held.has(layerOf(kind))) };
  });
  return scoreLayers(known, layers, new Map(), { bootstrap: BOOTSTRAP });
}

function linesOf(report: ScoreReport, before: ScoreReport): readonly ScoreLine[] {
  const strict = Object.entries(report.scores.strict).filter(([kind]) => report.kinds.scored.includes(kind) || kind === "micro");
  const old: Readonly<Record<string, Score | undefined>> = before.scores.strict;
  const extra: readonly (readonly [string, Score | undefined, Score | undefined])[] = [
    ["dates by value", report.dates?.value, before.dates?.value],
    ["figures by outcome and numbers", report.casualties?.explicit.figures, before.casualties?.explicit.figures],
  ];
  return [
    ...strict.flatMap(([kind, score]) => (score ? [toLine(kind === "micro" ? "all kinds" : kind, score, old[kind])] : [])),
    ...extra.flatMap(([name, score, earlier]) => (score && score.gold + score.predicted > 0 ? [toLine(name, score, earlier)] : [])),
  ];
}

function toLine(name: string, score: Score, before: Score | undefined): ScoreLine {
  const { gold, precision, precisionInterval, recall, recallInterval, f1 } = score;
  const earlier = before?.f1 ?? null;
  return {
    name,
    gold,
    precision,
    precisionInterval,
    recall,
    recallInterval,
    f1,
    change: f1 === null || earlier === null ? null : f1 - earlier,
  };
}

/**
 * The share of rows that were right as the program found them, among those that somebody looked at. What people added counts
 * for nothing.
 */
function estimateOf(book: ArticleBook, wanted: (item: ArticleBook["items"][number], number: number) => boolean): Estimate {
  let right = 0;
  let of = 0;
  book.items.forEach((item, number) => {
    if (item.of !== "mention" || !["accepted", "corrected", "wrong"].includes(item.status) || !wanted(item, number)) return;
    if (item.ofGold || item.key.startsWith("added:")) return;
    of++;
    if (item.status === "accepted") right++;
  });
  const interval = wilsonInterval(right, of);
  return { right, of, share: of === 0 ? null : right / of, low: interval?.[0] ?? null, high: interval?.[1] ?? null };
}
