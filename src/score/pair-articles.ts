import type { Diagnostic } from "../model/diagnostic.js";
import type { LabelLayer } from "./label.js";
import { compareText } from "./label.js";

/** One article with both its layers. */
export interface ArticlePair {
  readonly id: string;
  readonly gold: LabelLayer;
  readonly predicted: LabelLayer;
}

/**
 * Pairs layers by article id, in order of id. Only articles that gold holds are scored: an article that nobody
 * labelled is unknown. An article that predictions lack counts as one without findings. An id that gold holds twice
 * counts twice, its first record against the first prediction of that id, its second against the second or, where
 * there is only one, against that one again.
 */
export function pairArticles(
  gold: readonly LabelLayer[],
  predicted: readonly LabelLayer[],
): { readonly pairs: readonly ArticlePair[]; readonly diagnostics: readonly Diagnostic[] } {
  const byId = groupById(predicted);
  const goldById = groupById(gold);
  const pairs: ArticlePair[] = [];
  const missing: string[] = [];
  for (const id of [...goldById.keys()].sort(compareText)) {
    const predictions = byId.get(id) ?? [];
    if (predictions.length === 0) missing.push(id);
    (goldById.get(id) ?? []).forEach((layer, n) => {
      pairs.push({ id, gold: layer, predicted: predictions[Math.min(n, predictions.length - 1)] ?? { id, mentions: [] } });
    });
  }
  const extra = [...byId.keys()].filter((id) => !goldById.has(id));
  const repeated = [...goldById].filter(([, layers]) => layers.length > 1).map(([id]) => id);
  const repeatedPredictions = [...byId].filter(([id, layers]) => layers.length > (goldById.get(id)?.length ?? Infinity)).map(([id]) => id);
  return {
    pairs,
    diagnostics: [
      ...warn("articles-without-predictions", missing, [
        "article of gold has no predictions and counts as empty",
        "articles of gold have no predictions and count as empty",
      ]),
      ...warn("articles-without-gold", extra, [
        "article of the predictions is not in gold and is left out: nobody labelled it",
        "articles of the predictions are not in gold and are left out: nobody labelled them",
      ]),
      ...warn("repeated-gold", repeated, [
        "article stands in gold more than once and counts as often as it stands there",
        "articles stand in gold more than once and count as often as they stand there",
      ]),
      ...warn("repeated-predictions", repeatedPredictions, [
        "article stands in the predictions more often than in gold; only the first is read",
        "articles stand in the predictions more often than in gold; only the first are read",
      ]),
    ],
  };
}

function warn(code: string, ids: readonly string[], [one, many]: readonly [string, string]): readonly Diagnostic[] {
  if (ids.length === 0) return [];
  const named = ids.slice(0, 3).join(", ") + (ids.length > 3 ? ", …" : "");
  return [{ severity: "warning", code, message: `${ids.length} ${ids.length === 1 ? one : many}: ${named}`, place: null }];
}

function groupById(layers: readonly LabelLayer[]): Map<string, LabelLayer[]> {
  const groups = new Map<string, LabelLayer[]>();
  for (const layer of layers) {
    const group = groups.get(layer.id);
    if (group) group.push(layer);
    else groups.set(layer.id, [layer]);
  }
  return groups;
}
