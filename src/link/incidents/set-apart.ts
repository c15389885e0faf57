import type { CasualtyMention } from "../../model/mention.js";
import type { ApartReason } from "../../model/toll.js";
import type { AnalyzedText } from "../../model/token.js";
import { isWellBefore, type FigureTimes, type MainEvent } from "./main-event.js";

/** What is known of an article before its figures are told apart. */
export interface Telling {
  readonly analyzed: AnalyzedText;
  readonly sentenceOf: (at: number) => number;
  /** The first sentence that holds a figure: a total of several attacks that it gives is what the article is about. */
  readonly lead: number;
  readonly timeOf: FigureTimes;
  readonly main: MainEvent;
  /** True for a sentence that says it tells of something else, "in a separate attack"; false for all where nobody looked. */
  readonly isApart: (sentence: number) => boolean;
  /** True for a figure that counts "since the war began". */
  readonly isOfEra: (figure: CasualtyMention) => boolean;
}

/**
 * Why a figure is no number of the main event, or null where it is one. A total of several attacks that opens the
 * article is its main event, and what its first sentence tells is never another.
 */
export function apartReason(
  figure: CasualtyMention,
  { sentenceOf, lead, timeOf, main, isApart }: Telling,
): ApartReason | "other-wording" | null {
  if (figure.doubt !== undefined) return "doubted";
  if (figure.modality === "denied" || figure.modality === "hypothetical") return figure.modality;
  if (figure.scope === "subset") return "part";
  const at = sentenceOf(figure.start);
  if (at > lead && isWellBefore(figure, timeOf, main)) return "other-event";
  if (figure.scope === "cumulative" && at > lead) return "cumulative";
  return at > 0 && isApart(at) ? "other-wording" : null;
}
