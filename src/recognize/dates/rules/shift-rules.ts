import type { DateRule } from "../date-rule.js";
import { readBound } from "../read-bound.js";
import { hasWord, readUnit } from "../read-fields.js";
import { readQuantity } from "../read-quantity.js";
import type { Said } from "../said.js";
import type { Word } from "../read-words.js";

function shift(words: readonly Word[], direction: -1 | 1, from: "anchor" | "narrative"): Said | null {
  const quantity = readQuantity(words);
  const unit = readUnit(words);
  if (!quantity || !unit) return null;
  return { kind: "shift", unit, count: quantity.count, direction, from, mod: readBound(words) };
}

/** Times counted from others. */
export const SHIFT_RULES: readonly DateRule[] = [
  {
    name: "ago",
    pattern: "(atleast|approx)? quantity unit (or so )?ago|plural ago",
    build: (words) => (readQuantity(words) ? shift(words, -1, "anchor") : { kind: "value", type: "DATE", value: "PAST_REF", mod: null }),
    examples: [
      "He left [three days ago|2025-06-28].",
      "It fell [a year ago|2024].",
      "They met [two weeks ago|2025-W25].",
      "It closed [about two months ago|2025-05].",
    ],
    counterExamples: ["They left three days on.", "Agog for a year."],
  },
  {
    name: "year-ago",
    pattern: "(the )?(comparable |corresponding )?year hy (ago|earlier) (quarter|period|month|half)?",
    build: (words) => {
      const unit = hasWord(words, "period") ? "quarter" : readUnit(words.slice(3));
      return {
        kind: "shift",
        unit: "year",
        count: 1,
        direction: -1,
        from: "narrative",
        mod: null,
        ...(unit && unit !== "year" && { keep: unit }),
      };
    },
    examples: ["It beat the third quarter of 2024 and [the year-earlier period|2023-Q3]."],
    counterExamples: ["A year earlier it closed."],
  },
  {
    name: "quarter-of-last-year",
    pattern: "(last|previous|prior) year poss (quarter|period)",
    build: () => ({ kind: "shift", unit: "year", count: 1, direction: -1, from: "narrative", keep: "quarter", mod: null }),
    examples: ["It earned less in the third quarter of 2024 than in [last year's quarter|2023-Q3]."],
    counterExamples: ["Last year's figures were better.", "It beat last year's third quarter."],
  },
  {
    name: "same-period",
    pattern:
      "(the )?(same|corresponding|comparable|similar) (period|month|quarter|time) " +
      "(of |in )?(last year|the (previous|prior) year|a year (ago|earlier|before))",
    build: () => ({ kind: "shift", unit: "year", count: 1, direction: -1, from: "narrative", same: true, mod: null }),
    examples: ["It rose in May 2024 from [the same month a year earlier|2023-05]."],
    counterExamples: ["At the same time it fell."],
  },
  {
    name: "earlier-or-later",
    pattern:
      "(atleast|approx)? (quantity|another) unit " +
      "(or so )?(earlier|later|previously|afterward|afterwards|thereafter" +
      "|(before|after) (?!the|a|an|x|his|her|its|their|that|this|mname|wday|dd|year4|od|coming))",
    build: (words) => shift(words, hasWord(words, "earlier", "before", "previously") ? -1 : 1, "narrative"),
    examples: ["The vote on May 3, 2024 came [two days later|2024-05-05].", "It fell from May 2024 and [a year earlier|2023]."],
    counterExamples: ["He came later.", "Two days before the vote he left."],
  },
  {
    name: "from-now",
    pattern: "(atleast|approx)? quantity unit (from (now|deictic)|hence)|(?<=in) quantity (days|weeks|months|years) apos time",
    build: (words) => shift(words, 1, "anchor"),
    examples: ["It ends [two weeks from now|2025-W29]."],
    counterExamples: ["It ends in two weeks."],
  },
];
