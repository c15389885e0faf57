import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { DateMention } from "../../model/mention.js";
import type { Recognizer } from "../recognizer.js";

/** Builds the date recognizer. */
export function createDateRecognizer(_lexicons: Lexicons): Recognizer<DateMention> {
  return () => [];
}
