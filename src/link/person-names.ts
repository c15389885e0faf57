import type { NameMention } from "../model/mention.js";
import { foldName } from "./fold-name.js";

/** Full names by the words that a shorter name may share with them: numbers of people in order of first mention. */
interface PeopleIndex {
  readonly words: (readonly string[])[];
  readonly byFirst: Map<string, number[]>;
  readonly byLast: Map<string, number[]>;
}

/**
 * Groups the people of one article. A full name joins an earlier one with the same first and last word, or whose
 * first word it abbreviates ("V. Putin"); a name that ends or begins a full name joins it ("Overchuk", "van der Gaag",
 * "Ilham"), the one named last before it where several fit. A short name also joins a full name that comes later.
 */
export function groupPeople(mentions: readonly NameMention[]): readonly number[] {
  const names = mentions.map(({ text }) => foldName(text).split(" "));
  const people: PeopleIndex = { words: [], byFirst: new Map(), byLast: new Map() };
  const full = names.map((words) => (words.length < 2 ? -1 : findPerson(people, words)));
  const lonely = new Map<string, number>();
  /** Index of the last full mention of each person before the one at hand. */
  const seen = new Map<number, number>();
  return names.map((words, i) => {
    const fixed = full[i] ?? -1;
    if (fixed >= 0) seen.set(fixed, i);
    const candidates = longerNames(people, words);
    if (fixed >= 0) return candidates.length === 1 ? (candidates[0] ?? fixed) : fixed;
    if (candidates.length > 0) return chooseNamesake(candidates, seen);
    const key = words.join(" ");
    const number = lonely.get(key) ?? people.words.length + lonely.size;
    lonely.set(key, number);
    return number;
  });
}

/** The number of the person with this full name, a new one where nobody has it yet. */
function findPerson(people: PeopleIndex, words: readonly string[]): number {
  const [first = "", last = ""] = [words[0], words.at(-1)];
  const known = people.byLast.get(last)?.find((number) => sameFirstName(people.words[number]?.[0] ?? "", first));
  if (known !== undefined) return known;
  const number = people.words.push(words) - 1;
  addTo(people.byFirst, first, number);
  addTo(people.byLast, last, number);
  return number;
}

/** The people whose full name ends with these words, else those whose full name begins with them. */
function longerNames(people: PeopleIndex, words: readonly string[]): readonly number[] {
  const longer = (numbers: readonly number[] | undefined, at: (whole: readonly string[]) => number): readonly number[] =>
    (numbers ?? []).filter((number) => {
      const whole = people.words[number] ?? [];
      return whole.length > words.length && words.every((word, i) => whole[at(whole) + i] === word);
    });
  const ending = longer(people.byLast.get(words.at(-1) ?? ""), (whole) => whole.length - words.length);
  return ending.length > 0 ? ending : longer(people.byFirst.get(words[0] ?? ""), () => 0);
}

/** Of several fitting people the one whose full name stands nearest before, else the first to come. */
function chooseNamesake(candidates: readonly number[], seen: ReadonlyMap<number, number>): number {
  return candidates.reduce((best, number) => ((seen.get(number) ?? -1) > (seen.get(best) ?? -1) ? number : best));
}

function sameFirstName(a: string, b: string): boolean {
  return a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
}

function addTo(map: Map<string, number[]>, key: string, number: number): void {
  const list = map.get(key);
  if (list) list.push(number);
  else map.set(key, [number]);
}
