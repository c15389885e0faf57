import type { Chunk, NounPhrase } from "./chunk.js";
import { nounPhraseAt } from "./clause.js";
import { decide, type Row } from "./decide.js";

/** A chunk and what is left of the clause before it. */
interface AgeContext {
  readonly chunks: readonly Chunk[];
  readonly at: number;
  /** The chunk kept last. */
  readonly holder: Chunk | undefined;
}

const OLDEST = 110;

/** A bare exact number that may be an age: "45", "nine". */
const isAge = (chunk: Chunk | undefined): boolean => {
  if (chunk?.kind === "other") return /^\d{1,3}$/.test(chunk.lower);
  return (
    chunk?.kind === "np" &&
    chunk.cls === "bare" &&
    chunk.det === null &&
    chunk.quantity?.read.qualifier === "exact" &&
    chunk.quantity.read.kind === "number" &&
    (chunk.quantity.read.value ?? OLDEST + 1) <= OLDEST
  );
};
const isWrittenAge = (chunk: Chunk | undefined): boolean => isAge(chunk) && chunk !== undefined && chunk.end - chunk.start <= 3;

/** The end of a list of ages that starts at `first`: the index of its last number and how many there are. */
function ageList(chunks: readonly Chunk[], first: number): { readonly last: number; readonly count: number } {
  let last = first - 1;
  let count = 0;
  for (let i = first; i < chunks.length;) {
    if (!isAge(chunks[i])) break;
    last = i;
    count++;
    let next = i + 1;
    if (chunks[next]?.kind === "comma") next++;
    if (chunks[next]?.kind === "and" || (chunks[next]?.kind === "prep" && (chunks[next] as { lower?: string }).lower === "to")) next++;
    if (next === i + 1) break;
    i = next;
  }
  return { last, count };
}

const closes = (chunk: Chunk | undefined): boolean =>
  chunk === undefined || ["comma", "and", "stop", "other", "verb", "pred"].includes(chunk.kind);

/** True where a noun phrase may have its age behind it. */
const hasAge = (chunk: Chunk | undefined): chunk is NounPhrase =>
  chunk?.kind === "np" && (chunk.cls === "name" || chunk.cls === "person" || chunk.cls === "unknown");

/** "Jonas Levy, 17 of Oresk", "Ana Ruiz, 24 (shot at home) Tom Kane, 31": behind the age of somebody named another name comes. */
function isNamedOnward(chunks: readonly Chunk[], at: number, holder: NounPhrase): boolean {
  if (holder.cls !== "name") return false;
  const from = /^(?:of|from)$/.test(markAt(chunks, at)) ? at + 1 : at;
  const place = nounPhraseAt(chunks, from);
  return place !== null ? place.cls === "name" && place.quantity === null : from > at && isWrittenNumber(chunks[from]);
}

/** The first number after "between" or "from the ages of"; -1 for none. */
function firstOfSpan(chunks: readonly Chunk[], at: number): number {
  if (!/^(?:between|from|in)$/.test(markAt(chunks, at))) return -1;
  if (!/^ages?$/.test(nounPhraseAt(chunks, at + 1)?.head ?? "")) return at + 1;
  return chunks[at + 2]?.kind === "of" ? at + 3 : at + 2;
}

const markAt = (chunks: readonly Chunk[], at: number): string => {
  const chunk = chunks[at];
  return chunk && "lower" in chunk ? chunk.lower : "";
};

const isWrittenNumber = (chunk: Chunk | undefined): boolean =>
  chunk?.kind === "other" ? /^\d+$/.test(chunk.lower) : chunk?.kind === "np" && chunk.cls === "bare";

/** The index after ages that end at `last`, with the comma that closes what the comma before them opened. */
const afterAges = (chunks: readonly Chunk[], last: number): number => (chunks[last + 1]?.kind === "comma" ? last + 2 : last + 1);

/** Ages that count nobody: each row gives the index at which the clause goes on. */
export const AGE_ROWS: readonly Row<AgeContext, number>[] = [
  {
    name: "age-after-person",
    when: ({ chunks, at, holder }) =>
      chunks[at]?.kind === "comma" &&
      hasAge(holder) &&
      holder.quantity === null &&
      !isPluralPerson(holder) &&
      isWrittenAge(chunks[at + 1]) &&
      ((closes(chunks[at + 2]) && !["verb", "pred"].includes(chunks[at + 2]?.kind ?? "")) || isNamedOnward(chunks, at + 2, holder)),
    then: ({ chunks, at }) => afterAges(chunks, at + 1),
    examples: [
      "[A teacher|killed 1 implicit], 45, and [her son|killed 1 implicit], 12, were killed.",
      "The fire claimed the life of Jonas Levy, 17 of Oresk.",
    ],
    counterExamples: [
      "[A teacher|killed 1 implicit] and [12|killed 12] pupils, all from Velna, were killed.",
      "In Velna, [17|killed 17] of the guests drowned.",
    ],
  },
  {
    name: "ages-of-several",
    when: ({ chunks, at, holder }) => {
      if (chunks[at]?.kind !== "comma" || holder?.kind !== "np" || holder.cls !== "person" || !isWrittenAge(chunks[at + 1])) return false;
      const { last, count } = ageList(chunks, at + 1);
      const people = holder.quantity?.read.value ?? null;
      return closes(chunks[last + 1]) && (people === null ? holder.plural && count >= 2 : count === people);
    },
    then: ({ chunks, at }) => afterAges(chunks, ageList(chunks, at + 1).last),
    examples: [
      "[Two|killed 2] boys, 9 and 11, and [their mother|killed 1 implicit] were killed.",
      "Her sons, 15 and 10, were killed with [two|killed 2] others.",
    ],
    counterExamples: ["[Two|killed 2] boys, [two|killed 2 subset] of them brothers, were killed."],
  },
  {
    name: "ages-after-their-word",
    when: ({ chunks, at, holder }) => {
      const word = ageWordAt(chunks, at);
      return word >= 0 && holder?.kind === "np" && ageList(chunks, word + 1).count > 0;
    },
    then: ({ chunks, at }) => {
      const { last } = ageList(chunks, ageWordAt(chunks, at) + 1);
      return chunks[at]?.kind === "comma" ? afterAges(chunks, last) : last + 1;
    },
    examples: [
      "[Two|killed 2] boys, ages 7 and 10, and [two|killed 2] adults were killed.",
      "[Two|killed 2] sisters, aged 9 and 11, drowned.",
    ],
    counterExamples: ["[Two|killed 2] boys of an early age were killed."],
  },
  {
    // "Two sisters of 8 and 11": one age for each.
    name: "ages-after-of",
    when: ({ chunks, at, holder }) => {
      if (chunks[at]?.kind !== "of" || holder?.kind !== "np" || holder.cls !== "person" || holder.noun !== null) return false;
      const { count } = ageList(chunks, at + 1);
      return count > 1 && count === holder.quantity?.read.value && isWrittenAge(chunks[at + 1]);
    },
    then: ({ chunks, at }) => ageList(chunks, at + 1).last + 1,
    examples: ["[Two|killed 2] sisters of 8 and 11 were killed.", "A lorry killed [two|killed 2] boys of 9 and 12 there."],
    counterExamples: ["[Two|killed 2] sisters of the mayor were killed."],
  },
  {
    // "A woman between 19 and 97 was hurt".
    name: "span-of-ages",
    when: ({ chunks, at, holder }) => {
      const first = firstOfSpan(chunks, at);
      return (
        holder?.kind === "np" &&
        holder.cls === "person" &&
        chunks[first]?.kind === "other" &&
        isAge(chunks[first]) &&
        /^(?:and|to)$/.test(markAt(chunks, first + 1)) &&
        isAge(chunks[first + 2])
      );
    },
    then: ({ chunks, at }) => firstOfSpan(chunks, at) + 3,
    examples: [
      "[Nine|injured 9] men and [a woman|injured 1 implicit] between 19 and 47 were injured.",
      "[Five|injured 5] men between the ages of 21 and 58 were shot.",
      "[Four|injured 4] boys between ages 12 and 16 were wounded.",
    ],
    counterExamples: ["[Nine|injured 9] men between Velna and Oresk were injured."],
  },
  {
    // "The death of, at least, seven": a bound between commas parts nothing.
    name: "comma-before-bound",
    when: ({ chunks, at, holder }) =>
      chunks[at]?.kind === "comma" && holder?.kind === "of" && nounPhraseAt(chunks, at + 1)?.quantity?.read.kind === "number",
    then: ({ at }) => at + 1,
    examples: ["The raid led to the death of, [at least, seven|killed 7+] people."],
    counterExamples: ["[Seven|killed 7] men, [two|killed 2 subset] of whom were miners, died."],
  },
  {
    // "Many, possibly hundreds, of people": the comma before "of" parts nothing.
    name: "comma-before-of",
    when: ({ chunks, at, holder }) =>
      chunks[at]?.kind === "comma" &&
      holder?.kind === "np" &&
      holder.cls === "bare" &&
      chunks[at + 1]?.kind === "of" &&
      chunks[at + 2]?.kind !== "rel",
    then: ({ at }) => at + 1,
    examples: ["[Dozens|killed vague 24], of people were killed."],
    counterExamples: ["[Dozens|killed vague 24], mostly miners, were killed."],
  },
];

const isPluralPerson = (np: NounPhrase): boolean => np.cls === "person" && np.plural;

/** The index of "aged" or "ages" at `at` or behind the comma there; -1 for none. */
function ageWordAt(chunks: readonly Chunk[], at: number): number {
  const i = chunks[at]?.kind === "comma" ? at + 1 : at;
  const chunk = chunks[i];
  const word =
    chunk?.kind === "np" && chunk.quantity === null
      ? chunk.head
      : chunk?.kind === "verb"
        ? chunk.main
        : chunk && "lower" in chunk
          ? chunk.lower
          : "";
  return /^(?:ages?|aged)$/.test(word) ? i : -1;
}

/**
 * Takes ages out of a clause, with their commas, so that they neither count people nor part a noun from its verb:
 * "a teacher, 45, and her son, 12, were killed" reads as "a teacher and her son were killed".
 */
export function dropAges(chunks: readonly Chunk[]): readonly Chunk[] {
  const kept: Chunk[] = [];
  for (let at = 0; at < chunks.length;) {
    const next = decide(AGE_ROWS, { chunks, at, holder: kept.at(-1) });
    if (next !== undefined) {
      at = next;
      continue;
    }
    const chunk = chunks[at];
    if (chunk) kept.push(chunk);
    at++;
  }
  return kept;
}
