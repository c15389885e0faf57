import { parseAnnotationRecord, type AnnotationRecord } from "../formats/parse-annotation-record.js";
import type { Difference, ReviewAgreement, ReviewLabel } from "../model/review.js";
import { measureAgreement } from "../score/agreement.js";
import { compareLabels, type Label } from "../score/label.js";
import { matchLabels } from "../score/match.js";
import { SCHEME_WORTH } from "../score/schemes.js";
import type { ReviewStore } from "../shell/review/review-store.js";
import type { ArticleBook } from "./article-book.js";
import { layersOfGold } from "./base-rows.js";
import type { GoldBook } from "./gold-book.js";
import { canonicalLabel, layerOf, toReviewLabel } from "./review-label.js";

/** Characters of the text on each side of a difference. */
const AROUND = 60;

/** Agreement of the reviewer's gold with that of a second one, over the articles and layers that both completed, and where they differ. */
export async function compareReviewers(store: ReviewStore, book: ArticleBook, gold: GoldBook): Promise<ReviewAgreement | null> {
  if (!store.second) return null;
  const written = await store.second();
  const theirs = new Map(
    written
      .split("\n")
      .filter((line) => line.trim() !== "")
      .flatMap((line, index) => {
        const { value } = parseAnnotationRecord(line, `second, line ${index + 1}`);
        return value === null ? [] : [[value.id, value] as const];
      }),
  );
  const [first, second]: [AnnotationRecord[], AnnotationRecord[]] = [[], []];
  const texts = new Map<string, string>();
  const differences: Difference[] = [];
  for (const mine of await gold.records()) {
    const other = theirs.get(mine.id);
    const opened = other ? await book.open(mine.id) : null;
    if (!other || !opened) continue;
    const both = layersOfGold(mine).filter((layer) => layersOfGold(other).includes(layer));
    const within = (record: AnnotationRecord): AnnotationRecord => ({
      ...record,
      mentions: record.mentions.filter(({ kind }) => both.includes(layerOf(kind))),
    });
    const [a, b] = [within(mine), within(other)];
    first.push(a);
    second.push(b);
    texts.set(mine.id, opened.read.text);
    differences.push(...differencesOf(mine.id, a.mentions, b.mentions, opened.read.text, opened.state.settled));
  }
  const { f1, rows } = measureAgreement(first, second, texts);
  return { articles: first.length, f1, rows, differences };
}

function differencesOf(
  article: string,
  mine: readonly Label[],
  theirs: readonly Label[],
  text: string,
  settled: ReadonlyMap<string, "first" | "second">,
): readonly Difference[] {
  const a = [...mine].sort(compareLabels);
  const b = [...theirs].sort(compareLabels);
  const pairs = matchLabels(a, b, SCHEME_WORTH.partial).pairs;
  const [pairedA, pairedB] = [new Set(pairs.map(([i]) => i)), new Set(pairs.map(([, j]) => j))];
  const all = [
    ...pairs.map(([i, j]) => [a[i] ?? null, b[j] ?? null] as const),
    ...a.flatMap((label, i) => (pairedA.has(i) ? [] : [[label, null] as const])),
    ...b.flatMap((label, j) => (pairedB.has(j) ? [] : [[null, label] as const])),
  ];
  return all.flatMap(([x, y]) => {
    const [first, second] = [x && toComparable(x, text), y && toComparable(y, text)];
    if (first && second && canonicalLabel(first) === canonicalLabel(second)) return [];
    const { start, end } = (first ?? second) as ReviewLabel;
    const id = [first, second].map((label) => (label ? `${label.kind}:${label.start}-${label.end}:${label.outcome ?? ""}` : "")).join("|");
    return [
      { id, article, first, second, context: text.slice(Math.max(0, start - AROUND), end + AROUND), settled: settled.get(id) ?? null },
    ];
  });
}

/** Numbers of entities are each reviewer's own: they are no difference. */
function toComparable(label: Label, text: string): ReviewLabel {
  const { entity: _entity, incident: _incident, ...rest } = toReviewLabel(label, text);
  return rest;
}
