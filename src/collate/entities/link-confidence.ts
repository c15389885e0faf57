import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { JoinReason } from "../../model/corpus-entity.js";

/** How likely an entity of an article belongs to the one of the corpus that it was joined with. */
export type LinkConfidence = (reason: JoinReason, raw: number) => number;

/** Bounds of what a join thinks of itself: below, between and above them it was counted how often joins are right. */
const BOUNDS = [0.8, 0.9] as const;

/** The part of a reason's joins that a join of so much confidence in itself belongs to: 0, 1 or 2. */
export const confidenceLevel = (raw: number): number => BOUNDS.filter((bound) => raw >= bound).length;

/**
 * Reads `lexicons/entity-link-confidence.tsv`: how often joins of a reason and level were right on labelled articles
 * (`npm run fit:entities`). Reasons and levels that were not seen keep what the join thinks of itself; people's decisions are certain.
 */
export function readLinkConfidence(lexicons: Lexicons): LinkConfidence {
  const known = new Map(
    (lexicons.get("entity-link-confidence") ?? []).map(({ reason = "", level = "", confidence = "" }) => [
      `${reason} ${level}`,
      Number(confidence),
    ]),
  );
  return (reason, raw) => (reason === "decision" ? 1 : (known.get(`${reason} ${confidenceLevel(raw)}`) ?? raw));
}
