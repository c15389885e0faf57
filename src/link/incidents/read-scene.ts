import type { IsoDate } from "../../model/calendar.js";
import type { CasualtyMention, DateMention, Mention, NameMention } from "../../model/mention.js";
import type { Span } from "../../model/span.js";
import type { AnalyzedText } from "../../model/token.js";
import { foldName } from "../entities/fold-name.js";
import { findItems, type Items } from "./find-items.js";
import { sentenceFinder } from "./sentence-finder.js";
import type { SceneClass, SceneWords } from "./scene-words.js";

/** A mention with where it stands among the words. */
export interface Placed<M extends Mention = Mention> {
  readonly mention: M;
  /** Mentions of one key mean the same place, or the same days. */
  readonly key: string;
  /** Indexes of its tokens, both included. */
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
}

/** An article laid out for weighing which place and which date belong to what happened. */
export interface Scene {
  readonly analyzed: AnalyzedText;
  readonly words: SceneWords;
  readonly publishedAt: IsoDate | null;
  /** How many sentences belong to the title. */
  readonly titleSentences: number;
  readonly places: readonly Placed<NameMention>[];
  readonly dates: readonly Placed<DateMention>[];
  readonly figures: readonly Placed<CasualtyMention>[];
  /** Organizations and groups of people that are named. */
  readonly groups: readonly Span[];
  readonly people: readonly NameMention[];
  readonly sentenceOf: (at: number) => number;
  /** The paragraph of each sentence. */
  readonly paragraphs: readonly number[];
  /** The classes of words in each sentence. */
  readonly classes: readonly ReadonlySet<SceneClass>[];
  /** How many mentions each key has. */
  readonly counts: ReadonlyMap<string, number>;
  readonly tokenAt: (at: number) => number;
  /** The items of a round-up. */
  readonly items: Items;
}

/** References that name no days: "now", "recently", "in the future"; of several words they do ("the last weekend"). */
const NO_DAYS: ReadonlySet<string> = new Set(["PRESENT_REF", "PAST_REF", "FUTURE_REF"]);
/** Days of an undated article, and the night before. */
const DAY_WORDS: ReadonlySet<string> = new Set(["yesterday", "today", "tonight", "overnight"]);
/** Lengths of time that say when: "over the past two days". */
const BACKWARD: ReadonlySet<string> = new Set(["past", "last", "previous", "ensuing", "recent"]);

/** Lays out an article. */
export function readScene(
  analyzed: AnalyzedText,
  mentions: readonly Mention[],
  words: SceneWords,
  publishedAt: IsoDate | null,
  offset: number,
): Scene {
  const sentenceOf = sentenceFinder(analyzed);
  const tokenAt = tokenFinder(analyzed);
  const place = <M extends Mention>(mention: M, key: string): Placed<M> => ({
    mention,
    key,
    first: tokenAt(mention.start),
    last: tokenAt(mention.end - 1),
    sentence: sentenceOf(mention.start),
  });
  const places: Placed<NameMention>[] = [];
  const dates: Placed<DateMention>[] = [];
  const figures: Placed<CasualtyMention>[] = [];
  const groups: Span[] = [];
  const people: NameMention[] = [];
  const counts = new Map<string, number>();
  const count = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const mention of mentions) {
    if (mention.kind === "casualty") figures.push(place(mention, ""));
    else if (mention.kind === "organization" || mention.kind === "group") groups.push(mention);
    else if (mention.kind === "person") people.push(mention);
    else if (mention.kind === "place" && !isLanguage(mention, words)) places.push(place(mention, foldName(mention.text)));
    else if (mention.kind === "date" && tellsDays(mention)) dates.push(place(mention, mention.from ?? mention.value));
  }
  for (const { key } of places) count(key);
  for (const { key } of dates) count(key);
  const paragraphs: number[] = [];
  const classes: ReadonlySet<SceneClass>[] = [];
  for (const { first, last } of analyzed.sentences) {
    const head = analyzed.tokens[first]?.gap;
    paragraphs.push((paragraphs.at(-1) ?? 0) + (head === "paragraph" || head === "line" ? 1 : 0));
    const found = new Set<SceneClass>();
    for (let i = first; i <= last; i++) for (const one of words.classes(analyzed.tokens[i]?.lower ?? "")) found.add(one);
    classes.push(found);
  }
  const titleSentences = offset === 0 ? 0 : sentenceOf(offset);
  return {
    analyzed,
    words,
    publishedAt,
    titleSentences,
    places,
    dates,
    figures,
    groups,
    people,
    sentenceOf,
    paragraphs,
    classes,
    counts,
    tokenAt,
    items: findItems({ analyzed, places, titleSentences }),
  };
}

/** "said in Pashto": the tagger takes a language for a place now and then. */
const isLanguage = ({ text }: NameMention, words: SceneWords): boolean => words.classes(text.toLowerCase()).includes("language");

/** Where a span stands among the words. */
export const placeIn = (
  { tokenAt, sentenceOf }: Scene,
  { start, end }: Span,
): { readonly first: number; readonly last: number; readonly sentence: number } => ({
  first: tokenAt(start),
  last: tokenAt(end - 1),
  sentence: sentenceOf(start),
});

function tellsDays({ by, value, type, from, text }: DateMention): boolean {
  if (by === "age") return false;
  if (NO_DAYS.has(value)) return text.includes(" ") || DAY_WORDS.has(text.toLowerCase());
  return type === "DATE" || type === "TIME" || from !== null || text.split(" ").some((word) => BACKWARD.has(word));
}

/** The index of the token that holds a position, or of the first behind it. Logarithmic. */
export function tokenFinder({ tokens }: AnalyzedText): (at: number) => number {
  return (at) => {
    let low = 0;
    let high = tokens.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tokens[middle]?.end ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** The span from the words that state the outcome to the number, in tokens. */
export function extentOf(
  { mention, first, last }: Placed<CasualtyMention>,
  tokenAt: (at: number) => number,
): { readonly first: number; readonly last: number } {
  const cue: Span | undefined = mention.cue;
  if (!cue) return { first, last };
  return { first: Math.min(first, tokenAt(cue.start)), last: Math.max(last, tokenAt(cue.end - 1)) };
}
