import { compilePattern, createWordClasses, type WordClasses } from "./compile-pattern.js";
import type { DateRule } from "./date-rule.js";
import { isProperName } from "./is-proper-name.js";
import { PARTS } from "./parts.js";
import type { ReadText } from "./read-words.js";
import type { Said } from "./said.js";
import { READ_CLASSES, WORD_CLASSES } from "./vocabulary.js";

/** A stretch of words, `first` to `last` included, what it says and the rule that says so. */
export interface FoundDate {
  readonly first: number;
  readonly last: number;
  readonly said: Said;
  readonly rule: string;
}

/** The rules made ready: their expressions and the code unit of every word that one of them mentions. */
export interface CompiledRules {
  readonly classes: WordClasses;
  readonly codeOf: ReadonlyMap<string, string>;
  readonly find: (read: ReadText) => readonly FoundDate[];
}

export function compileRules(rules: readonly DateRule[]): CompiledRules {
  const words = new Map<string, string>();
  for (const [name, list] of Object.entries(WORD_CLASSES)) for (const word of list) words.set(word, name);
  const names = [...Object.keys(WORD_CLASSES), ...READ_CLASSES, "holiday"];
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
  return { classes, codeOf, find: (read) => settle(findAll(read, compiled)) };
}

interface Candidate extends FoundDate {
  readonly order: number;
}

function findAll(read: ReadText, compiled: readonly { rule: DateRule; regex: RegExp }[]): Candidate[] {
  const found: Candidate[] = [];
  for (const [order, { rule, regex }] of compiled.entries()) {
    regex.lastIndex = 0;
    for (let match = regex.exec(read.codes); match; match = regex.exec(read.codes)) {
      if (match[0] === "") {
        regex.lastIndex++;
        continue;
      }
      const first = match.index;
      let last = first + match[0].length - 1;
      while (last > first && read.words[last]?.kind === "comma") last--;
      if (isProperName(read, first, last)) continue;
      if (rule.guard && !rule.guard(read, first, last)) continue;
      const said = rule.build(read.words.slice(first, last + 1));
      if (said) found.push({ first, last, said, rule: rule.name, order });
    }
  }
  return found;
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
