import type { UserName } from "./user-name.js";
import type { TollProfile } from "./toll.js";

/** The name taggers: `models/names-en`, and `packages/names-open`, which installs apart. */
export const MODEL_CHOICES = ["en", "open"] as const;
export type ModelChoice = (typeof MODEL_CHOICES)[number];

/** Choices that the user makes for a run. */
export interface PipelineOptions {
  /** Findings of a lower confidence are left out; from 0 to 1. */
  readonly minConfidence: number;
  /** Whose rules choose one number for the toll of an article. */
  readonly profile: TollProfile;
  /** Which name tagger: `en`, or `open`, trained on openly licensed sets alone and less accurate. */
  readonly model: ModelChoice;
  /** ISO 3166-1 alpha-2 code of the country whose places are preferred where an article leaves doubt; null for none. */
  readonly biasCountry: string | null;
  /** Names that the user knows: they win over what is found. */
  readonly knownNames: readonly UserName[];
}
