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
export function pairArticles(gold: readonly LabelLayer[], predicted: readonly LabelLayer[]): { readonly pairs: readonly ArticlePair[]; readonly diagnostics: readonly Diagnostic[] } {
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
      ...warn("articles-without-predictions", missing, "articles of gold have no predictions and count as empty"),
      ...warn("articles-without-gold", extra, "articles of the predictions are not in gold and are left out: nobody labelled them"),
      ...warn("repeated-gold", repeated, "articles stand in gold more than once and count as often as they stand there"),
      ...warn("repeated-predictions", repeatedPredictions, "articles stand in the predictions more often than in gold; only the first are read"),
    ],
  };
}

function warn(code: string, ids: readonly string[], what: string): readonly Diagnostic[] {
  if (ids.length === 0) return [];
  const named = ids.slice(0, 3).join(", ") + (ids.length > 3 ? ", …" : "");
  return [{ severity: "warning", code, message: `${ids.length} ${what}: ${named}`, place: null }];
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
