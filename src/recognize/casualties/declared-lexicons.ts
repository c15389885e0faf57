import type { LexiconSchema } from "../../lexicon/lexicon-schema.js";
import { OUTCOMES } from "../../model/casualty.js";
import { WORD_TAGS } from "./word-tags.js";

const required = { required: true } as const;
const WORD = { required: true, pattern: /^\S.*$/ } as const;
const LOWER = { required: true, pattern: /^\P{Lu}+$/u } as const;
const FORM = { pattern: /^[\p{Ll}-]+$/u } as const;
const OUTCOME = { required: true, values: OUTCOMES } as const;

/** The lexicons of this room by the name of their file: columns in order, what their cells may hold, what no two rows share. */
export const CASUALTY_LEXICONS: Readonly<Record<string, LexiconSchema>> = {
  "outcome-verbs": {
    columns: {
      base: { ...FORM, ...required },
      "s-form": FORM,
      past: FORM,
      participle: FORM,
      "ing-form": FORM,
      particle: { pattern: /^[\p{Ll} ]+$/u },
      outcome: OUTCOME,
      frame: { required: true, values: ["transitive", "intransitive"] },
      victims: { required: true, values: ["any", "people"] },
      weak: { values: ["", "yes"] },
    },
    unique: ["base", "past", "particle", "frame"],
  },
  "outcome-nouns": {
    columns: { singular: LOWER, plural: LOWER, outcome: OUTCOME, use: { required: true, values: ["count", "of", "count of", "life"] } },
    unique: ["singular"],
  },
  "outcome-phrases": { columns: { phrase: LOWER, outcome: OUTCOME }, unique: ["phrase", "outcome"] },
  "victim-nouns": { columns: { noun: WORD, class: { required: true, values: ["person", "household", "group"] } }, unique: ["noun"] },
  "uncounted-nouns": {
    columns: { noun: WORD, class: { required: true, values: ["time", "measure", "money", "animal", "event", "thing"] } },
    unique: ["noun"],
  },
  "reporting-verbs": {
    columns: { form: { ...FORM, ...required }, attributes: { required: true, values: ["yes", "no"] } },
    unique: ["form"],
  },
  "quantity-words": {
    columns: {
      phrase: WORD,
      use: { required: true, values: ["bound", "vague", "exact", "zero", "few", "scale", "scale-of-number"] },
      value: { required: true, pattern: /^(?:at-least|at-most|approximate|\d+)$/ },
    },
    unique: ["phrase", "use"],
  },
  "casualty-words": { columns: { word: WORD, tag: { required: true, values: WORD_TAGS } }, unique: ["word", "tag"] },
  "casualty-confidence": { columns: { feature: WORD, weight: { required: true, pattern: /^-?\d+(?:\.\d+)?$/ } }, unique: ["feature"] },
};
