import type { TimexMod } from "../../model/calendar.js";
import { hasWord } from "./read-fields.js";
import type { Word } from "./read-words.js";

/** "more than", "nearly", "about": how far the number holds. */
export function readBound(words: readonly Word[]): TimexMod | null {
  for (let i = 0; i < words.length; i++) {
    const { lower, kind } = words[i] ?? { lower: "", kind: null };
    const next = words[i + 1]?.lower ?? "";
    if (lower === "at" && next === "least") return "EQUAL_OR_MORE";
    if ((lower === "at" && next === "most") || (lower === "up" && next === "to") || lower === "within") return "EQUAL_OR_LESS";
    if ((lower === "no" || lower === "not") && next === "more") return "EQUAL_OR_LESS";
    if (lower === "no" && next === "less") return "EQUAL_OR_MORE";
    if ((lower === "more" || lower === "over") && (lower === "over" || next === "than")) return "MORE_THAN";
    if ((lower === "less" || lower === "fewer") && next === "than") return "LESS_THAN";
    if (lower === "under" || lower === "nearly" || lower === "almost" || lower === "barely") return "LESS_THAN";
    if (kind === "approx") return "APPROX";
  }
  return hasWord(words, "couple") || (hasWord(words, "or") && hasWord(words, "so")) ? "APPROX" : null;
}
