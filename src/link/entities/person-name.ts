import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import { plainLetters } from "./plain-letters.js";
import { areSimilarWords } from "./similar-words.js";

export type Sex = "male" | "female";

/** The name of a person taken apart. Words are in plain letters. */
export interface PersonName {
  /** The words that identify, in order: without titles, particles, nicknames, suffixes and middle initials. */
  readonly words: readonly string[];
  /** Nicknames in quotes or brackets. */
  readonly nicknames: readonly string[];
  /** "jr", "iii", …, or null. */
  readonly suffix: string | null;
  /** True where somebody's parent is named within ("Mohammed bin Salman"). */
  readonly patronymic: boolean;
}

/** Reads names of people and knows which given names go together. */
export interface PersonNames {
  readonly read: (wording: string) => PersonName;
  /** The sex that a given name tells, or null. */
  readonly sexOf: (word: string) => Sex | null;
  /** Whether two full names may be one person's. */
  readonly agree: (a: PersonName, b: PersonName) => boolean;
  /** Whether two given names may be one ("Bill", "William"; "V", "Vladimir"; "Mohamed", "Muhammad"). */
  readonly sameGivenName: (a: string, b: string) => boolean;
}

const PARTS = /["“‘«(]([^"“‘«”’»()]{2,40})["”’»)]|[^\s"“”«»()]+/gu;
/** A nickname in single quotes, the first of which a name may have left outside: `'Big Sam' Okoro`, `Sam' Big Sam ' Okoro`. */
const SINGLY_QUOTED = /(?:['‘’] ?(\p{L}[\p{L} ]{1,30}?) ?|^(\p{L}+(?: \p{L}+)+ ?|\p{L}+ ))['’](?= \p{Lu})/gu;

/** Builds the reader from `lexicons/name-particles.tsv` and `given-names.tsv`. */
export function createPersonNames(lexicons: Lexicons): PersonNames {
  const uses = new Map((lexicons.get("name-particles") ?? []).map(({ word = "", use = "" }) => [word, use]));
  const variants = new Map<string, number>();
  const sexes = new Map<string, Sex>();
  for (const [row, { names = "", sex = "" }] of (lexicons.get("given-names") ?? []).entries()) {
    for (const name of names.split(";")) {
      if (!variants.has(name)) variants.set(name, row);
      if (sex === "male" || sex === "female") sexes.set(name, sex);
    }
  }
  const read = cached((wording: string): PersonName => readPersonName(wording, uses));
  const sameGivenName = (a: string, b: string): boolean => {
    if (a === b) return true;
    if (a.length === 1 || b.length === 1) return a[0] === b[0];
    const [x, y] = [variants.get(a), variants.get(b)];
    if (x !== undefined && x === y) return true;
    // Of two names that both stand in the list on lines of their own, neither is a spelling of the other.
    return (x === undefined || y === undefined) && areSimilarWords(a, b);
  };
  return {
    read,
    sameGivenName,
    sexOf: (word) => sexes.get(word) ?? sexes.get(word.split("-")[0] ?? "") ?? null,
    agree: (a, b) => agree(a, b, sameGivenName),
  };
}

function readPersonName(wording: string, uses: ReadonlyMap<string, string>): PersonName {
  const words: string[] = [];
  const nicknames: string[] = [];
  let suffix: string | null = null;
  let patronymic = false;
  const parts = [
    ...wording
      .replace(/(?<=\p{L})['’](?=\p{L})/gu, "")
      .replace(SINGLY_QUOTED, ' "$1$2"')
      .matchAll(PARTS),
  ];
  for (const [i, match] of parts.entries()) {
    const nickname = match[1];
    if (nickname !== undefined) {
      const named = plainLetters(nickname).trim().split(/\s+/);
      nicknames.push((named.length > 1 && uses.get(named[0] ?? "") === "article" ? named.slice(1) : named).join(" "));
      continue;
    }
    const word = plainLetters(match[0])
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .join("-");
    if (word === "") continue;
    const use = uses.get(word);
    if (use === "suffix" && words.length > 0) suffix = word;
    else if (use === "parent" && words.length > 0 && i < parts.length - 1) patronymic = true;
    else if ((use === "article" || use === "particle") && i < parts.length - 1) continue;
    else if (use === "title" && words.length === 0 && i < parts.length - 1) continue;
    else words.push(word.replace(/^(?:al|el|ul|ur|as|ash|az|ad|at|an|ar)-(?=..)/, ""));
  }
  const kept = words.filter((word, i) => i === 0 || i === words.length - 1 || word.length > 1);
  return { words: kept, nicknames, suffix, patronymic };
}

function agree(a: PersonName, b: PersonName, sameGivenName: (a: string, b: string) => boolean): boolean {
  if (a.suffix !== null && b.suffix !== null && a.suffix !== b.suffix) return false;
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const [s, l] = [short.words, long.words];
  if (s.length < 2) return false;
  // "Salman bin Abdulaziz" and his son "Mohammed bin Salman bin Abdulaziz" share all but what comes first.
  if (sameGivenName(s[0] ?? "", l[0] ?? "")) return isWithin(s.slice(1), l.slice(1));
  if (s.length === l.length) return [...s].sort().join(" ") === [...l].sort().join(" ");
  const patronymic = short.patronymic || long.patronymic || (l.length > 3 && s.length > 2);
  return !patronymic && s.length === 2 && l.length > 2 && s.every((word, i) => word === l[l.length - 2 + i]);
}

/** Whether all words come in the longer list, in order, some of them perhaps in another spelling. */
function isWithin(short: readonly string[], long: readonly string[]): boolean {
  let at = 0;
  for (const word of short) {
    while (at < long.length && !sameSurname(word, long[at] ?? "")) at++;
    if (at++ >= long.length) return false;
  }
  return true;
}

/** Whether two words of a surname are one: equal, spelled in two ways, or with and without hyphen. */
export function sameSurname(a: string, b: string): boolean {
  return a === b || areSimilarWords(a, b) || (a.length === 1 && b.startsWith(a)) || a.replace(/-/g, "") === b.replace(/-/g, "");
}

function cached<T>(read: (wording: string) => T): (wording: string) => T {
  const known = new Map<string, T>();
  return (wording) => {
    const hit = known.get(wording);
    if (hit !== undefined) return hit;
    if (known.size > 2000) known.clear();
    const value = read(wording);
    known.set(wording, value);
    return value;
  };
}
