import { FAMILIES, KINDS, kindsWith } from "../model/kinds.js";
import type { LabelLayer } from "./label.js";
import { compareText } from "./label.js";

/** The kinds that count toward micro and macro where gold labels them; `group` never does. */
export const SCORED_KINDS = kindsWith("scored", true);

/** Recognized and reported, but not scored among names. */
export const UNSCORED_KINDS: readonly string[] = kindsWith("scored", false);

/** The names that are scored. */
export const SCORED_NAMES: ReadonlySet<string> = new Set(SCORED_KINDS.filter((kind) => KINDS[kind].family === "names"));

/** Scored kinds that one page of guidelines covers: who labels one of them labels all. */
const COVERED: readonly (readonly string[])[] = FAMILIES.map((family) => SCORED_KINDS.filter((kind) => KINDS[kind].family === family));

/** Which kinds a gold file speaks of. Text nobody labelled is unknown, not negative. */
export interface LabelledKinds {
  /** Scored, and in micro and macro. */
  readonly scored: readonly string[];
  /** Reported apart. */
  readonly reported: readonly string[];
  /** Predicted, but nobody labelled them: neither right nor wrong. */
  readonly unknown: readonly string[];
}

/**
 * Decides which kinds are scored: those that the caller names; else those that the records name in `labelledKinds`;
 * else those that occur anywhere in gold, where person, organization and place stand or fall together. Gold without a
 * single label says that its articles hold nothing: there every kind counts.
 */
export function findLabelledKinds(
  gold: readonly LabelLayer[],
  predicted: readonly LabelLayer[],
  chosen: readonly string[] | null,
): LabelledKinds {
  const inGold = kindsOf(gold);
  const inPredicted = kindsOf(predicted);
  const declared = gold.flatMap((layer) => layer.labelledKinds ?? []);
  const named = chosen ?? (declared.length > 0 ? [...declared, ...inGold] : null);
  const labelled = new Set(named ?? inGold);
  if (named === null) {
    for (const kinds of COVERED) if (kinds.some((kind) => labelled.has(kind))) kinds.forEach((kind) => labelled.add(kind));
    if (inGold.size === 0) [...SCORED_KINDS, ...inPredicted].forEach((kind) => labelled.add(kind));
  }
  const rank = (kind: string): number => {
    const index = (SCORED_KINDS as readonly string[]).indexOf(kind);
    return index < 0 ? SCORED_KINDS.length : index;
  };
  const inOrder = (kinds: Iterable<string>): readonly string[] =>
    [...new Set(kinds)].sort((a, b) => rank(a) - rank(b) || compareText(a, b));
  return {
    scored: inOrder([...labelled].filter((kind) => !UNSCORED_KINDS.includes(kind))),
    reported: inOrder([...labelled].filter((kind) => UNSCORED_KINDS.includes(kind))),
    unknown: inOrder([...inPredicted].filter((kind) => !labelled.has(kind))),
  };
}

function kindsOf(layers: readonly LabelLayer[]): Set<string> {
  const kinds = new Set<string>();
  for (const layer of layers) for (const label of layer.mentions) kinds.add(label.kind);
  return kinds;
}
