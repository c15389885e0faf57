import { FAMILIES } from "../model/kinds.js";
import type { Layer } from "../model/layer.js";
import type { ReviewLabel, ReviewLayer, ReviewRow } from "../model/review.js";
import type { Label } from "../score/label.js";
import type { AnnotationRecord } from "../formats/parse-annotation-record.js";
import { layerOf, toReviewLabel } from "./review-label.js";

/** The name of a finding within its article. Two findings that would have the same one are numbered in order of the text. */
function keysOf(labels: readonly Label[], inTitle: boolean): readonly string[] {
  const taken = new Map<string, number>();
  return labels.map(({ kind, start, end, outcome }) => {
    const key = `${inTitle ? "title:" : ""}${kind}:${start}-${end}${kind === "casualty" && outcome !== undefined ? `:${outcome}` : ""}`;
    const count = (taken.get(key) ?? 0) + 1;
    taken.set(key, count);
    return count === 1 ? key : `${key}:${count}`;
  });
}

/** The layers that a gold record holds. Without a word on it, every kind was looked for. */
export function layersOfGold(record: AnnotationRecord): readonly ReviewLayer[] {
  const kinds = record.labelledKinds;
  const mentioned: readonly ReviewLayer[] =
    kinds === undefined ? FAMILIES : FAMILIES.filter((family) => kinds.some((kind) => layerOf(kind) === family));
  return Array.isArray(Reflect.get(record, "incidents")) ? [...mentioned, "incidents"] : mentioned;
}

/**
 * What a reviewer finds in an article before anybody said anything: gold where it holds a layer, else what the program found.
 *
 * @param text null where it is not at hand.
 */
export function baseRows(text: string | null, layer: Layer, gold: AnnotationRecord | null): readonly ReviewRow[] {
  const held = new Set(gold === null ? [] : layersOfGold(gold));
  const found = layer.mentions.filter(({ kind }) => !held.has(layerOf(kind)));
  const labelled = gold === null ? [] : gold.mentions.filter(({ kind }) => held.has(layerOf(kind)));
  return [
    ...rowsOf(layer.titleMentions ?? [], layer.title, true, null),
    ...rowsOf(found, text, false, null),
    ...rowsOf(labelled, text, false, "gold"),
  ].sort((a, b) => Number(b.inTitle) - Number(a.inTitle) || a.label.start - b.label.start || a.label.end - b.label.end);
}

/**
 * The rows of an article as the queue needs them, when it opens: labels are the mentions as they were read, with whatever
 * other fields those have. Copying the fields of 200,000 mentions takes longer than reading them.
 */
export const queueRows = (layer: Layer): readonly ReviewRow[] => [
  ...rowsOf(layer.titleMentions ?? [], null, true, null, asRead),
  ...rowsOf(layer.mentions, null, false, null, asRead),
];

const asRead = (mention: Label): ReviewLabel => mention as unknown as ReviewLabel;

function rowsOf(
  mentions: readonly Label[],
  text: string | null,
  inTitle: boolean,
  by: string | null,
  toLabel: (mention: Label, text: string | null) => ReviewLabel = toReviewLabel,
): ReviewRow[] {
  const keys = keysOf(mentions, inTitle);
  return mentions.map((mention, index) => {
    const label = toLabel(mention, text);
    const doubt: unknown = Reflect.get(mention, "doubt");
    return {
      key: keys[index] ?? "",
      inTitle,
      label,
      found: label,
      by: by ?? mention.by ?? "",
      confidence: by === null ? (mention.confidence ?? 1) : 1,
      doubt: typeof doubt === "string" ? doubt : null,
      status: by === null ? "unseen" : "accepted",
    };
  });
}
