import type { IsoDate } from "./calendar.js";
import type { Entity } from "./entity.js";
import type { Mention } from "./mention.js";
import type { Toll } from "./toll.js";

/**
 * The annotation record: what gold holds, what the pipeline writes as JSON Lines and what a reviewer saves.
 * Every span fits the text that `textHash` names.
 */
export interface Layer {
  readonly id: string;
  readonly title: string | null;
  readonly publishedAt: IsoDate | null;
  /** `sha256:` and the hex digest of the text in UTF-8; null where the writer had no hash. */
  readonly textHash: string | null;
  /** Sorted by start, then end, then kind. */
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  /** What the article says of its main event, one an outcome; absent in gold and in records of other writers. */
  readonly tolls?: readonly Toll[];
}
