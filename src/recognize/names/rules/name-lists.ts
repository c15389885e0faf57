import type { Gazetteer } from "../../../gazetteer/read-gazetteer.js";
import type { Lexicons } from "../../../lexicon/parse-lexicon.js";

/** What rules may ask the lexicons. */
export interface NameLists {
  /** Names of bodies → `seat` or `outlet`. */
  readonly bodies: ReadonlyMap<string, string>;
  readonly demonyms: ReadonlySet<string>;
  /** How many people the most populous place of a name has; 0 where it is not known. */
  readonly peopleOf: (name: string) => number;
  /** Titles that the tagger takes into names, in lower case → how many words a name has at least without it. */
  readonly titles: ReadonlyMap<string, number>;
  /** Names that are organizations wherever they stand, by their first word. */
  readonly listed: ReadonlyMap<string, readonly ListedName[]>;
  /** Words by what a name beside them is, in lower case: see `name-cues.tsv`. */
  readonly cues: ReadonlyMap<NameCue, ReadonlySet<string>>;
}

/** What a word says of the name beside it; the uses of `name-cues.tsv`. */
export const NAME_CUES = [
  "vessel",
  "deity",
  "job",
  "officer",
  "calendar-name",
  "body-head",
  "name-prefix",
  "administrative",
  "headline-verb",
  "direction",
  "ship-prefix",
  "where",
  "beating",
] as const;
export type NameCue = (typeof NAME_CUES)[number];

/** A name of a list that is found wherever it stands, in this letter case. */
export interface ListedName {
  readonly name: string;
  /** The rule that names it in its rows. */
  readonly by: string;
}

/**
 * Reads what the rules need from `named-bodies.tsv`, `name-titles.tsv`, `armed-actors.tsv`, `name-cues.tsv`, `countries.tsv`,
 * `peoples.tsv` and the gazetteer.
 */
export function nameListsOf(lexicons: Lexicons, gazetteer: Gazetteer): NameLists {
  const countries = new Set(
    (lexicons.get("countries") ?? [])
      .flatMap(({ name = "", aliases = "" }) => [name, ...aliases.split(";")])
      .map((name) => name.toLowerCase()),
  );
  return {
    bodies: new Map((lexicons.get("named-bodies") ?? []).map((row) => [row["name"] ?? "", row["use"] ?? ""])),
    peopleOf: (name) => (countries.has(name.toLowerCase()) ? MANY : mostPeople(gazetteer, name)),
    titles: new Map((lexicons.get("name-titles") ?? []).map(({ title = "", least = "" }) => [title, Number(least)])),
    listed: byFirstWord([
      ...(lexicons.get("armed-actors") ?? []).map(({ name = "" }) => ({ name, by: "armed-actor" })),
      ...(lexicons.get("named-bodies") ?? []).filter(({ use }) => use === "whole").map(({ name = "" }) => ({ name, by: "listed-body" })),
    ]),
    cues: new Map(
      NAME_CUES.map((cue) => [
        cue,
        new Set((lexicons.get("name-cues") ?? []).filter(({ use }) => use === cue).map(({ word = "" }) => word)),
      ]),
    ),
    demonyms: new Set(
      [
        ...(lexicons.get("countries") ?? []).flatMap((row) => (row["demonyms"] ?? "").split(";").map((word) => word.trim())),
        ...(lexicons.get("peoples") ?? []).map((row) => row["word"] ?? ""),
      ].filter((word) => word !== ""),
    ),
  };
}

/** People of any country, whatever it has. */
const MANY = 1e9;

function mostPeople(gazetteer: Gazetteer, name: string): number {
  let most = 0;
  for (const { place } of gazetteer.find(name)) most = Math.max(most, gazetteer.populationOf(place));
  return most;
}

/** The longest names first under each first word. */
function byFirstWord(names: readonly ListedName[]): ReadonlyMap<string, readonly ListedName[]> {
  const found = new Map<string, ListedName[]>();
  for (const entry of names) {
    // Headlines and wire copy in capitals name them, too.
    for (const name of new Set([entry.name, entry.name.toUpperCase()])) {
      const first = firstWordOf(name, 0);
      found.set(first, [...(found.get(first) ?? []), { ...entry, name }]);
    }
  }
  for (const entries of found.values()) entries.sort((a, b) => b.name.length - a.name.length);
  return found;
}

/** The letters and digits from an offset on. */
export const firstWordOf = (text: string, at: number): string => /^[\p{L}\p{M}\p{N}]*/u.exec(text.slice(at, at + 40))?.[0] ?? "";
