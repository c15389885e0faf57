import type { Outcome } from "../../model/casualty.js";
import type { Chunk, Mark } from "./chunk.js";
import { readNounPhrase } from "./read-noun-phrase.js";
import { FATAL, readVerbGroup } from "./read-verb-group.js";
import type { Unit } from "./units.js";
import type { Vocabulary } from "./vocabulary.js";

const MULTIWORD: readonly (readonly [string, Mark["kind"]])[] = [
  ["as well as", "and"],
  ["along with", "and"],
  ["together with", "and"],
  ["in addition to", "and"],
  ["and also", "and"],
  ["because of", "prep"],
  ["due to", "prep"],
  ["according to", "prep"],
  ["contrary to", "prep"],
  ["such as", "include"],
  ["among them", "include"],
  ["among whom", "include"],
  ["amongst them", "include"],
  ["most of them", "include"],
  ["some of them", "include"],
  ["all of them", "include"],
  ["out of", "of"],
  ["instead of", "prep"],
  ["outside of", "prep"],
  ["inside of", "prep"],
  ["on top of", "prep"],
  ["in front of", "prep"],
  ["rather than", "prep"],
  ["so far", "adv"],
  ["to date", "adv"],
  ["so that", "sub"],
  ["even though", "sub"],
  ["at least", "adv"],
  ["at most", "adv"],
  ["as of", "prep"],
  ["up to", "prep"],
  ["near to", "prep"],
  ["close to", "prep"],
  ["prior to", "prep"],
  ["next to", "prep"],
  ["on board the", "prep"],
  ["on board a", "prep"],
  ["of course", "adv"],
  ["in total", "adv"],
  ["in all", "adv"],
  ["no longer", "adv"],
  ["long before", "sub"],
  ["shortly after", "prep"],
  ["including", "include"],
];

const phraseEnd = (units: readonly Unit[], at: number, words: readonly string[]): number => {
  for (const [k, word] of words.entries()) if (units[at + k]?.lower !== word) return -1;
  return at + words.length - 1;
};

const MULTIWORD_INDEX = new Map<string, (readonly [readonly string[], Mark["kind"]])[]>();
for (const [phrase, kind] of MULTIWORD) {
  const words = phrase.split(" ");
  const list = MULTIWORD_INDEX.get(words[0] ?? "") ?? [];
  list.push([words, kind]);
  MULTIWORD_INDEX.set(words[0] ?? "", list);
}

/** The outcome phrase that starts at a unit ("in custody", "went missing"), or null. */
export function phraseAt(
  units: readonly Unit[],
  at: number,
  vocabulary: Vocabulary,
): { last: number; outcome: Outcome; words: readonly string[] } | null {
  for (const { words, outcome } of vocabulary.phrases.get(units[at]?.lower ?? "") ?? []) {
    const last = phraseEnd(units, at, words);
    if (last >= 0) return { last, outcome, words };
  }
  return null;
}

const MARKS: ReadonlySet<string> = new Set(["prep", "of", "and", "or", "comma", "sub", "rel", "stop", "colon", "include", "adv", "there"]);

/** What a unit that belongs to no phrase marks. */
function markKindOf({ category }: Unit): Mark["kind"] {
  if (MARKS.has(category)) return category as Mark["kind"];
  return category === "to" ? "prep" : category === "not" ? "adv" : "other";
}

/** Cuts units into noun phrases, verb groups, outcome phrases and the marks between them. */
export function readChunks(units: readonly Unit[], vocabulary: Vocabulary): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let i = 0;
  const mark = (kind: Mark["kind"], first: number, last: number): void => {
    const a = units[first];
    const b = units[last];
    if (a && b)
      chunks.push({
        kind,
        start: a.start,
        end: b.end,
        lower: first === last ? a.lower : wordsBetween(units, first, last),
      });
  };
  while (i < units.length) {
    const unit = units[i];
    if (!unit) break;
    const multi = MULTIWORD_INDEX.get(unit.lower)?.find(([words]) => phraseEnd(units, i, words) >= 0);
    const phrase = phraseAt(units, i, vocabulary);
    if (multi && multi[0].length >= (phrase?.words.length ?? 0)) {
      const last = i + multi[0].length - 1;
      mark(multi[1], i, last);
      i = last + 1;
      continue;
    }
    const fatal = FATAL.has(unit.lower) && units[i + 1]?.category === "verb";
    if (phrase && !fatal && !isPremodifier(units, phrase.last, vocabulary, phrase.words)) {
      chunks.push({
        kind: "pred",
        start: unit.start,
        end: units[phrase.last]?.end ?? unit.end,
        outcome: phrase.outcome,
        words: phrase.words,
      });
      i = phrase.last + 1;
      continue;
    }
    const verb = readVerbGroup(units, i, vocabulary);
    if (verb) {
      chunks.push(verb.group);
      i = verb.last + 1;
      continue;
    }
    const np = readNounPhrase(units, i, vocabulary);
    if (np) {
      chunks.push(np.phrase);
      i = np.last + 1;
      continue;
    }
    mark(markKindOf(unit), i, i);
    i++;
  }
  return chunks;
}

const wordsBetween = (units: readonly Unit[], first: number, last: number): string =>
  units
    .slice(first, last + 1)
    .map((u) => u.lower)
    .join(" ");

/** "Missing climbers were found": a single adjective before a noun for people belongs to the noun phrase. */
function isPremodifier(units: readonly Unit[], last: number, vocabulary: Vocabulary, words: readonly string[]): boolean {
  if (words.length > 1) return false;
  const next = units[last + 1];
  return next !== undefined && next.category === "noun" && vocabulary.classes.get(next.lower) === "person";
}
