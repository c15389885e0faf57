import { NUMERAL_STARTS } from "../../text/numerals.js";
import { BREAK, compilePattern, createWordClasses, OTHER_WORD, type WordClasses } from "./compile-pattern.js";
import type { DateRule } from "./date-rule.js";
import { isProperName } from "./is-proper-name.js";
import { PARTS } from "./parts.js";
import type { CompiledVocabulary, ReadText } from "./read-words.js";
import type { Said } from "./said.js";
import { DECADE_WORDS, MONTHS, READ_CLASSES, WEEKDAYS, WORD_CLASSES } from "./vocabulary.js";

/** A stretch of words, `first` to `last` included, what it says and the rule that says so. */
export interface FoundDate {
  readonly first: number;
  readonly last: number;
  readonly said: Said;
  readonly rule: string;
}

/** The rules made ready: their expressions and the code unit of every word that one of them mentions. */
export interface CompiledRules extends CompiledVocabulary {
  readonly find: (read: ReadText) => readonly FoundDate[];
}

export function compileRules(rules: readonly DateRule[]): CompiledRules {
  const words = new Map<string, string>();
  for (const [name, list] of Object.entries(WORD_CLASSES)) for (const word of list) words.set(word, name);
  const names = [...Object.keys(WORD_CLASSES), ...READ_CLASSES, "holiday", "fmonth"];
  const codeOf = new Map<string, string>();
  const base = createWordClasses(words, names);
  const classes: WordClasses = {
    classOf: base.classOf,
    codeOf: (name) => {
      const code = base.codeOf(name);
      codeOf.set(name, code);
      return code;
    },
  };
  for (const name of names) classes.codeOf(name);
  const compiled = rules.map((rule) => ({ rule, regex: compilePattern(rule.pattern, PARTS, classes) }));
  const core = new Set([...codeOf].filter(([name]) => !COMPANY.has(name)).map(([, code]) => code));
  const vocabulary = new Set([
    ...words.keys(),
    ...codeOf.keys(),
    ...MONTHS.keys(),
    ...WEEKDAYS.keys(),
    ...DECADE_WORDS.keys(),
    ...NUMERAL_STARTS,
    "b.c.",
    "b.c.e.",
    "b.c",
    "b.c.e",
  ]);
  return { classes, codeOf, vocabulary, find: (read) => settle(findAll(read, compiled, core)) };
}

/** Words and marks that patterns name and that make no expression of time by themselves. */
const COMPANY = new Set([
  "a",
  "an",
  "and",
  "the",
  "of",
  "in",
  "on",
  "at",
  "to",
  "or",
  "for",
  "by",
  "from",
  "with",
  "as",
  "this",
  "that",
  "these",
  "those",
  "its",
  "their",
  "his",
  "her",
  "more",
  "most",
  "less",
  "than",
  "least",
  "over",
  "up",
  "under",
  "no",
  "not",
  "little",
  "just",
  "well",
  "long",
  "much",
  "so",
  "was",
  "is",
  "took",
  "other",
  "another",
  "single",
  "same",
  "full",
  "whole",
  "very",
  "after",
  "before",
  "since",
  "until",
  "between",
  "through",
  "during",
  "throughout",
  "within",
  "into",
  "right",
  "number",
  "additional",
  "extra",
  "dd",
  "d0",
  "n2",
  "nw",
  "num",
  "ow",
  "second",
  "hy",
  "dash",
  "comma",
  "slash",
  "poss",
  "apos",
  "open",
  "shut",
  "stop",
  "quote",
  "approx",
  "vague",
  "last",
  "next",
  "previous",
  "following",
  "final",
  "first",
  "latest",
  "current",
  "bound",
  "midbound",
  "endbound",
  "business",
  "working",
  "trading",
  "fiscal",
  "half",
  "each",
  "every",
  "per",
  "be",
  "began",
  "ended",
  "ending",
  "local",
  "eastern",
  "pacific",
  "central",
  "mountain",
  "moscow",
  "kyiv",
  "beijing",
  "london",
  "tehran",
  "israel",
  "universal",
  "daylight",
  "standard",
  "small",
  "wee",
  "predawn",
]);

interface Candidate extends FoundDate {
  readonly order: number;
}

function findAll(read: ReadText, compiled: readonly { rule: DateRule; regex: RegExp }[], core: ReadonlySet<string>): Candidate[] {
  const { codes, at } = gather(read.codes, core);
  if (codes === "") return [];
  const found: Candidate[] = [];
  const named: { readonly first: number; readonly last: number }[] = [];
  for (const [order, { rule, regex }] of compiled.entries()) {
    regex.lastIndex = 0;
    for (let match = regex.exec(codes); match; match = regex.exec(codes)) {
      if (match[0] === "") {
        regex.lastIndex++;
        continue;
      }
      const first = at[match.index] ?? 0;
      let last = at[match.index + match[0].length - 1] ?? first;
      while (last > first && read.words[last]?.kind === "comma") last--;
      if (isProperName(read, first, last)) {
        named.push({ first, last });
        continue;
      }
      if (rule.guard && !rule.guard(read, first, last)) continue;
      const said = rule.build(read.words.slice(first, last + 1));
      if (said) found.push({ first, last, said, rule: rule.name, order });
    }
  }
  if (named.length === 0) return found;
  // What lies within a name is part of it: "July" of "July 7 Square".
  return found.filter(({ first, last }) => !named.some((name) => name.first <= first && last <= name.last));
}

/**
 * The stretches of words that a rule can match: runs without an unknown word that hold at least one word of time, each
 * closed by one unknown word. Most of a news text falls away. `at` leads back to the words.
 */
function gather(codes: string, core: ReadonlySet<string>): { readonly codes: string; readonly at: readonly number[] } {
  const parts: string[] = [];
  const at: number[] = [];
  let start = 0;
  let holds = false;
  for (let i = 0; i <= codes.length; i++) {
    const code = i === codes.length ? OTHER_WORD : (codes[i] ?? OTHER_WORD);
    if (code !== OTHER_WORD && code !== BREAK) {
      holds ||= core.has(code);
      continue;
    }
    if (holds) {
      parts.push(codes.slice(start, i), code);
      for (let j = start; j <= i; j++) at.push(j);
    }
    start = i + 1;
    holds = false;
  }
  return { codes: parts.join(""), at };
}

/** Where expressions overlap the longest counts, then the earlier rule. */
function settle(candidates: Candidate[]): readonly FoundDate[] {
  candidates.sort((a, b) => b.last - b.first - (a.last - a.first) || a.order - b.order || a.first - b.first);
  const taken = new Set<number>();
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    let free = true;
    for (let i = candidate.first; i <= candidate.last && free; i++) free = !taken.has(i);
    if (!free) continue;
    for (let i = candidate.first; i <= candidate.last; i++) taken.add(i);
    kept.push(candidate);
  }
  return kept.sort((a, b) => a.first - b.first);
}
