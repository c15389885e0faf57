import { NUMERAL_STARTS, startsNumeral } from "../../text/numerals.js";
import { compilePattern, createWordClasses, FIRST_CODE, OTHER_CODE, OTHER_WORD, type WordClasses } from "./compile-pattern.js";
import type { DateRule } from "./date-rule.js";
import { gatherCodes } from "./gather-codes.js";
import { isProperName } from "./is-proper-name.js";
import { neededCodes } from "./needed-codes.js";
import { PARTS } from "./parts.js";
import { COMPANY } from "./pattern-company.js";
import type { CompiledVocabulary, KnownWord, ReadText } from "./read-words.js";
import type { Said } from "./said.js";
import { sieveWords } from "./sieve-words.js";
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
  const regexes = rules.map((rule) => ({ rule, regex: compilePattern(rule.pattern, PARTS, classes) }));
  const core = new Set([...codeOf].filter(([name]) => !COMPANY.has(name)).map(([, code]) => code));
  const company = new Set([...codeOf.values(), OTHER_WORD].filter((code) => !core.has(code)));
  const compiled = regexes.map(({ rule, regex }) => ({ rule, regex, needed: neededClasses(regex.source, company) }));
  const codeNumberOf = new Map([...codeOf].map(([name, code]) => [name, code.charCodeAt(0)] as const));
  const isCore = new Uint8Array(codeOf.size);
  for (const code of core) isCore[code.charCodeAt(0) - FIRST_CODE] = 1;
  const vocabulary = new Map(
    [...words.keys(), ...codeOf.keys(), ...OTHER_KNOWN].map((word) => [word, knownWord(word, classes, codeNumberOf)]),
  );
  return { codeNumberOf, vocabulary, mayKnow: sieveWords([...vocabulary.keys()]), find: (read) => settle(findAll(read, compiled, isCore)) };
}

/** "B.C." as the reader cuts it. */
const ERAS = new Set(["b.c.", "b.c.e.", "b.c", "b.c.e"]);
/** Words that are read by more than their letters, whether a pattern names them or not. */
const OTHER_KNOWN = [...MONTHS.keys(), ...WEEKDAYS.keys(), ...DECADE_WORDS.keys(), ...NUMERAL_STARTS, ...ERAS];

function knownWord(word: string, classes: WordClasses, codeNumberOf: ReadonlyMap<string, number>): KnownWord {
  const kind = classes.classOf(word) ?? null;
  const [month, weekday, decade] = [MONTHS.get(word), WEEKDAYS.get(word), DECADE_WORDS.get(word)];
  const role = ERAS.has(word)
    ? "era"
    : month !== undefined
      ? "month"
      : weekday !== undefined
        ? "weekday"
        : decade !== undefined
          ? "decade"
          : startsNumeral(word)
            ? "numeral"
            : "plain";
  const code = (kind === null ? undefined : codeNumberOf.get(kind)) ?? OTHER_CODE;
  return { kind, code, role, value: month ?? weekday ?? (decade === undefined ? NaN : 1900 + decade) };
}

/** The classes of which every match of a pattern holds one, counted from the first; empty where it may match without any. */
function neededClasses(source: string, company: ReadonlySet<string>): readonly number[] {
  const needed = [...(neededCodes(source, company) ?? [])].map((code) => code.charCodeAt(0) - FIRST_CODE);
  return needed.some((code) => code < 0) ? [] : needed;
}

interface Candidate extends FoundDate {
  readonly order: number;
}

interface ReadyRule {
  readonly rule: DateRule;
  readonly regex: RegExp;
  readonly needed: readonly number[];
}

function findAll(read: ReadText, compiled: readonly ReadyRule[], isCore: Uint8Array): Candidate[] {
  const { codes, at, seen } = gatherCodes(read.codes, isCore);
  if (codes === "") return [];
  const found: Candidate[] = [];
  const named: { readonly first: number; readonly last: number }[] = [];
  for (let order = 0; order < compiled.length; order++) {
    const { rule, regex, needed } = compiled[order] as ReadyRule;
    if (needed.length > 0 && !holdsAny(seen, needed)) continue;
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

function holdsAny(seen: Uint8Array, classes: readonly number[]): boolean {
  for (const one of classes) if (seen[one] === 1) return true;
  return false;
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
