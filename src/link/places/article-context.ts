import type { PlaceIndex, PlaceCandidate } from "../../gazetteer/place-index.js";
import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { Mention } from "../../model/mention.js";
import type { AnalyzedText } from "../../model/token.js";
import { foldName } from "../entities/fold-name.js";
import { sentenceFinder } from "../incidents/sentence-finder.js";

/** What an article says of where it plays, beside its names of places. */
export interface ArticleContext {
  /** How often each country is meant by a word for its people, by ISO code. */
  readonly peoples: ReadonlyMap<string, number>;
  /** The same by sentence: `sentence:code`. */
  readonly peoplesOfSentence: ReadonlySet<string>;
  /** What names of organizations begin with ("Harris County Sheriff's Office"): their candidates. */
  readonly owners: readonly (readonly PlaceCandidate[])[];
}

/** The codes of countries whose people a word names. */
export type PeopleOf = (word: string) => readonly string[];

export function readPeoples(lexicons: Lexicons): PeopleOf {
  const codes = new Map<string, string[]>();
  for (const { code = "", demonyms = "" } of lexicons.get("countries") ?? []) {
    for (const word of demonyms.split(";").filter(Boolean)) codes.set(foldName(word), [...(codes.get(foldName(word)) ?? []), code]);
  }
  return (word) => codes.get(foldName(word)) ?? [];
}

/** Organizations whose names are looked at for a place: of a list of hundreds the rest tells nothing new. */
const MOST_OWNERS = 30;

export function readContext(analyzed: AnalyzedText, mentions: readonly Mention[], index: PlaceIndex, peopleOf: PeopleOf): ArticleContext {
  const sentenceOf = sentenceFinder(analyzed);
  const peoples = new Map<string, number>();
  const peoplesOfSentence = new Set<string>();
  const owners = new Map<string, readonly PlaceCandidate[]>();
  for (const mention of mentions) {
    if (mention.kind === "group") {
      for (const code of peopleOf(mention.text)) {
        peoples.set(code, (peoples.get(code) ?? 0) + 1);
        peoplesOfSentence.add(`${sentenceOf(mention.start)}:${code}`);
      }
    } else if (mention.kind === "organization" && owners.size < MOST_OWNERS && !owners.has(mention.text)) {
      owners.set(
        mention.text,
        ownerOf(mention.text, index, peopleOf, (code) => peoples.set(code, (peoples.get(code) ?? 0) + 1)),
      );
    }
  }
  return { peoples, peoplesOfSentence, owners: [...owners.values()].filter((candidates) => candidates.length > 0) };
}

/** The place that the name of an organization begins with, longest first; a word for a people is told to `people`. */
function ownerOf(name: string, index: PlaceIndex, peopleOf: PeopleOf, people: (code: string) => void): readonly PlaceCandidate[] {
  const words = name.replace(/\s+/gu, " ").split(" ");
  for (const word of words) for (const code of peopleOf(word)) people(code);
  for (let length = Math.min(3, words.length - 1); length > 0; length--) {
    const found = index
      .find(
        words
          .slice(0, length)
          .join(" ")
          .replace(/['’]s$/u, ""),
      )
      .filter(({ own, kind }) => own && kind !== "neighborhood");
    if (found.length > 0) return found.slice(0, 12);
  }
  return [];
}
