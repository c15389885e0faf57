import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { NameMention } from "../../model/mention.js";
import type { PlaceKey } from "./place-key.js";
import { plainLetters } from "./plain-letters.js";
import { isSlipOf, slipKeys } from "./similar-words.js";

/** Gives each mention, in order, the number of its place. `isKnown` tells which mentions the gazetteer knows. */
export type PlaceGrouping = (mentions: readonly NameMention[], isKnown?: (mention: NameMention) => boolean) => readonly number[];

/**
 * Builds the grouping of an article's places. One place are: wordings of one key (a country and its other names), also
 * with accents and articles written otherwise, and a name with and without the word that says what it is ("Gaza",
 * "Gaza Strip"), unless the bare name is a country's; and the first word of one country alone of those named ("the South"
 * beside South Sudan); and a name that no gazetteer knows and that is one letter from one that is named more often ("Nigera").
 */
export function createPlaceGrouping(lexicons: Lexicons, placeKey: PlaceKey): PlaceGrouping {
  const after = new Set<string>();
  const before = new Set<string>();
  for (const { word = "", stands = "" } of lexicons.get("place-designators") ?? []) {
    if (stands !== "before") after.add(word);
    if (stands !== "after") before.add(word);
  }
  const countries = new Set((lexicons.get("countries") ?? []).map(({ name = "" }) => placeKey(name)));
  const keyOf = (wording: string): string => {
    const known = placeKey(wording);
    return countries.has(known)
      ? known
      : plainLetters(known).replace(/(?<=^|[ -])(?:el|al|ul|ad|ar|as|ash|an|at|az)[ -](?=\p{L}{2})/gu, "al-");
  };
  const bare = (key: string): string | null => {
    const words = key.split(" ");
    if (words.length < 2) return null;
    if (after.has(words.at(-1) ?? "")) return words.slice(0, -1).join(" ");
    return before.has(words[0] ?? "") ? words.slice(1).join(" ") : null;
  };
  return (mentions, isKnown = () => true) => {
    const keys = correctSlips(
      mentions.map(({ text }) => keyOf(text)),
      mentions.map(isKnown),
    );
    const there = new Set(keys);
    const countriesOf = new Map<string, string[]>();
    for (const key of there) {
      const [first = "", ...more] = key.split(" ");
      if (countries.has(key) && more.length > 0) countriesOf.set(first, [...(countriesOf.get(first) ?? []), key]);
    }
    const numbers = new Map<string, number>();
    return keys.map((key) => {
      const short = bare(key);
      const [country, second] = countriesOf.get(key) ?? [];
      const meant =
        country !== undefined && second === undefined ? country : short !== null && there.has(short) && !countries.has(short) ? short : key;
      const number = numbers.get(meant) ?? numbers.size;
      numbers.set(meant, number);
      return number;
    });
  };
}

/** The keys with each slip of the keyboard put right: by the one known name of the article that is one letter away and comes more often. */
function correctSlips(keys: readonly string[], known: readonly boolean[]): readonly string[] {
  if (known.every(Boolean)) return keys;
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const byForm = new Map<string, Set<string>>();
  for (const [i, key] of keys.entries())
    if (known[i]) for (const form of slipKeys(key)) byForm.set(form, (byForm.get(form) ?? new Set()).add(key));
  return keys.map((key, i) => {
    if (known[i]) return key;
    const meant = new Set(
      slipKeys(key)
        .flatMap((form) => [...(byForm.get(form) ?? [])])
        .filter((other) => isSlipOf(key, other) && (counts.get(other) ?? 0) > (counts.get(key) ?? 0)),
    );
    const [only] = meant;
    return meant.size === 1 && only !== undefined ? only : key;
  });
}
