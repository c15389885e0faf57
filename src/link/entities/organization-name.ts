import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import { plainLetters } from "./plain-letters.js";
import type { PlaceKey } from "./place-key.js";

/** The name of an organization taken apart. */
export interface OrganizationName {
  /** What identifies it, in plain letters of one spelling: without "the", legal form and owner. */
  readonly base: string;
  /** The key of the country or place that the name itself holds ("US Treasury", "Foreign Ministry of Belarus"), or null. */
  readonly owner: string | null;
  /** True where many bodies bear the base: the owner tells them apart. */
  readonly generic: boolean;
  /** The letters of an acronym, or null. */
  readonly acronym: string | null;
  /** The letters that may abbreviate the full name: its initials with and without small words. */
  readonly initials: readonly string[];
}

export interface OrganizationNames {
  readonly read: (wording: string) => OrganizationName;
  /** Whether a name is that of a city or country, as teams and local bodies are called for short. */
  readonly isPlace: (base: string) => boolean;
  /** Whether a longer name may stand for the same body as its beginning or end: by what it adds. */
  readonly mayAdd: (rest: string) => boolean;
  /** Whether what a longer name adds makes a thing of its own of it, "Convention", or a branch of it, "Australia". */
  readonly setsApart: (rest: string) => boolean;
}

/** Words that an acronym passes over. */
const SMALL_WORDS = new Set([
  "of",
  "the",
  "and",
  "for",
  "in",
  "on",
  "to",
  "de",
  "la",
  "del",
  "des",
  "du",
  "&",
  "et",
  "y",
  "e",
  "fur",
  "und",
  "al",
  "el",
]);

/** British and American endings, and words written in two ways. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/isation(?=s?\b)/g, "ization"],
  [/\bcentre(?=s?\b)/g, "center"],
  [/\bdefence\b/g, "defense"],
  [/\blabour\b/g, "labor"],
  [/\bprogramme(?=s?\b)/g, "program"],
  [/ & /g, " and "],
  [/\b(?:u n|u\.n)\b/g, "un"],
];

/** Builds the reader from `lexicons/organization-words.tsv`; owners are told by the places' key. */
export function createOrganizationNames(lexicons: Lexicons, placeKey: PlaceKey): OrganizationNames {
  const uses = new Map<string, Set<string>>();
  for (const { word = "", use = "" } of lexicons.get("organization-words") ?? []) uses.set(use, (uses.get(use) ?? new Set()).add(word));
  const countries = new Set((lexicons.get("countries") ?? []).map(({ name = "" }) => placeKey(name)));
  countries.add("eu");
  const cities = new Set((lexicons.get("cities") ?? []).map(({ name = "" }) => plainLetters(name)));
  const has = (use: string, word: string): boolean => uses.get(use)?.has(word) ?? false;
  const ownerOf = (wording: string): string | null => {
    const key = wording === "european union" ? "eu" : placeKey(wording);
    return countries.has(key) ? key : null;
  };
  const read = (wording: string): OrganizationName => readOrganizationName(wording, has, ownerOf);
  return {
    read,
    setsApart: (rest) => rest.split(" ").some((word) => has("apart", word)) || ownerOf(rest) !== null || cities.has(rest),
    isPlace: (base) => cities.has(base) || ownerOf(base) !== null,
    mayAdd: (rest) => {
      const words = rest.split(" ");
      return (
        !words.some((word) => has("apart", word)) &&
        (words.every((word) => has("rest", word) || has("form", word) || /^\d+$/.test(word)) || ownerOf(rest) !== null || cities.has(rest))
      );
    },
  };
}

function readOrganizationName(
  wording: string,
  has: (use: string, word: string) => boolean,
  ownerOf: (wording: string) => string | null,
): OrganizationName {
  const acronym = isAcronym(wording)
    ? wording
        .replace(/[^\p{L}\p{N}]/gu, "")
        .replace(/s$/, "")
        .toLowerCase()
    : null;
  let plain = plainLetters(wording.replace(/['’]s?(?=\s|$)/gu, ""))
    .replace(/\s+/g, " ")
    .replace(/^the /, "")
    .trim();
  for (const [pattern, spelling] of SPELLINGS) plain = plain.replace(pattern, spelling);
  let words = plain.split(" ").filter(Boolean);
  const initials = initialsOf(words);
  while (words.length > 1 && has("form", (words.at(-1) ?? "").replace(/,$/, ""))) words = words.slice(0, -1);
  words = words.map((word) => word.replace(/,$/, ""));
  const generic = (list: readonly string[]): boolean =>
    list.length > 0 &&
    list.length <= 5 &&
    list.some((word) => has("body", word)) &&
    list.every((word) => has("body", word) || has("which", word));
  const [own, rest] = cutOwner(words, generic, ownerOf);
  const isGeneric = generic(rest);
  return { base: ministryOf(isGeneric ? headLast(rest, has) : rest).join(" "), owner: own, generic: isGeneric, acronym, initials };
}

/** The owner that a generic name holds, "Foreign Ministry of Belarus", "US Treasury", and the words besides. */
function cutOwner(
  words: readonly string[],
  generic: (words: readonly string[]) => boolean,
  ownerOf: (wording: string) => string | null,
): readonly [string | null, readonly string[]] {
  const of = words.lastIndexOf("of");
  const behind =
    of > 0 && generic(words.slice(0, of))
      ? ownerOf(
          words
            .slice(of + 1)
            .join(" ")
            .replace(/^the /, ""),
        )
      : null;
  if (behind !== null) return [behind, words.slice(0, of)];
  for (const length of [3, 2, 1]) {
    const before = words.length > length && generic(words.slice(length)) ? ownerOf(words.slice(0, length).join(" ")) : null;
    if (before !== null) return [before, words.slice(length)];
  }
  return [null, words];
}

/** "Front National" is "national front": languages that set the head first. */
function headLast(words: readonly string[], has: (use: string, word: string) => boolean): readonly string[] {
  const [head = "", ...rest] = words;
  const isHead = has("body", head) && rest.length > 0 && rest.every((word) => has("which", word) && !SMALL_WORDS.has(word));
  return isHead ? [...rest, head] : words;
}

/** "Ministry of Foreign Affairs" is "foreign ministry", "Department of Justice" "justice department". */
function ministryOf(words: readonly string[]): readonly string[] {
  const [head = "", of, ...rest] = words;
  const turned =
    /^(?:ministry|department|office)$/.test(head) && (of === "of" || of === "for") && rest.length > 0
      ? [...rest.filter((word) => word !== "the"), head]
      : words;
  // The Foreign Office of one country is what others call its Foreign Ministry.
  const named = turned.at(-1) === "office" && turned.at(-2) === "foreign" ? [...turned.slice(0, -1), "ministry"] : turned;
  return named.map((word) => (word === "external" ? "foreign" : word)).filter((word, i) => !(word === "affairs" && i > 0));
}

function initialsOf(words: readonly string[]): readonly string[] {
  const parts = words.flatMap((word) => word.split("-")).filter(Boolean);
  if (parts.length < 2) return [];
  const initials = (list: readonly string[]): string => list.map((word) => word[0] ?? "").join("");
  return [...new Set([initials(parts), initials(parts.filter((word) => !SMALL_WORDS.has(word)))])];
}

export const isAcronym = (wording: string): boolean => /^\p{Lu}[\p{Lu}.\-\d&]{1,9}s?$/u.test(wording);
