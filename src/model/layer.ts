import type { IsoDate } from "./calendar.js";
import type { Entity } from "./entity.js";
import type { Incident } from "./incident.js";
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
  /** What was found in the title, with offsets into it; absent where there is no title, and in records of other writers. */
  readonly titleMentions?: readonly Mention[];
  /** What happened, as the article tells it; absent in gold and in records of other writers. */
  readonly incidents?: readonly Incident[];
  /** The tolls of its main incident; absent in gold and in records of other writers. */
  readonly tolls?: readonly Toll[];
}
