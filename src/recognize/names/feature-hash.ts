import { cutAtoms } from "./cut-atoms.js";
import { hashWord } from "./hash-word.js";
import { letterCaseOf } from "./letter-case.js";
import { casedForms, lowerForms, MAX_CHARS, SHAPE_BITS, shapeBits, wordChars } from "./word-features.js";

/** Sentences that hold every kind of atom and shape that the features tell apart. */
const PROBES = [
  "Dr. O'Neill-Baker, 43, of the U.S.-based Kargo Inc. didn't see José's e-mail (info@kargo.example) at 7pm.",
  "“Al-Nasr” — the G7's N'Djamena office/branch said it'd pay $1,250.50... see www.kargo.example/x @kargo #news",
  "MINISTER LEAVES SANA'A FOR TALKS",
  "he wrote that mcdonald was in qom",
  "Three Killed After Bridge Falls In Łódź",
  "Москва и Київ: переговоры; internationalization-of-telecommunications 北京",
] as const;

/** A digest of what the feature functions give: weights that were trained with other features have another one. */
export function featureHash(): string {
  const seen = PROBES.map((text) => {
    const atoms = cutAtoms(text);
    return [
      letterCaseOf(text, atoms),
      atoms.map(({ start, end }) => {
        const word = text.slice(start, end);
        return [
          start,
          end,
          shapeBits(word, false),
          shapeBits(word.toLowerCase(), true),
          wordChars(word),
          casedForms(word, false),
          casedForms(word, true),
          lowerForms(word),
        ];
      }),
    ];
  });
  return hashWord(JSON.stringify([MAX_CHARS, SHAPE_BITS, seen]))
    .toString(16)
    .padStart(8, "0");
}
