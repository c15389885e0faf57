import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { CasualtyMention } from "../../model/mention.js";
import type { Recognizer } from "../recognizer.js";

/** Builds the recognizer of casualty figures. */
export function createCasualtyRecognizer(_lexicons: Lexicons): Recognizer<CasualtyMention> {
  return () => [];
}
