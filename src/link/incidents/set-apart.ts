import type { CasualtyMention } from "../../model/mention.js";
import type { ApartReason } from "../../model/toll.js";
import type { AnalyzedText } from "../../model/token.js";
import type { OwnDeath } from "./own-deaths.js";
import type { FindTollWord } from "./toll-words.js";

/** What is known of an incident before its figures are told apart. */
export interface Telling {
  readonly analyzed: AnalyzedText;
  readonly sentenceOf: (at: number) => number;
  readonly findWord: FindTollWord;
  /** Those who took their own life, in the whole article. */
  readonly ownDeaths: readonly OwnDeath[];
  /** The sentence of its first figure: a total of several attacks that it gives is what it is about. */
  readonly lead: number;
}

/** Why a figure is no number of its incident, or null where it is one. */
export function apartReason(figure: CasualtyMention, { sentenceOf, lead }: Telling): ApartReason | null {
  if (figure.doubt !== undefined) return "doubted";
  if (figure.modality === "denied" || figure.modality === "hypothetical") return figure.modality;
  if (figure.scope === "subset") return "part";
  return figure.scope === "cumulative" && sentenceOf(figure.start) > lead ? "cumulative" : null;
}
