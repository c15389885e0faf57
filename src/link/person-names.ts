import type { NameMention } from "../model/mention.js";
import { foldName } from "./fold-name.js";

interface Person {
  readonly words: readonly string[];
  /** Index of the last mention that gave the full name, for the choice between namesakes. */
  lastFull: number;
}

/**
 * Groups the people of one article. A full name joins an earlier one with the same first and last word, or whose
 * first word it abbreviates ("V. Putin"); a name that ends or begins a full name joins it ("Overchuk", "van der Gaag",
 * "Ilham"), the one named last before it where several fit. A short name also joins a full name that comes later.
 */
export function groupPeople(mentions: readonly NameMention[]): readonly number[] {
  const people: Person[] = [];
  const groups = new Array<number>(mentions.length).fill(-1);
  const names = mentions.map(({ text }) => foldName(text).split(" "));
  for (const [i, words] of names.entries()) {
    if (words.length < 2) continue;
    let person = people.findIndex((other) => sameFullName(other.words, words));
    if (person < 0) person = people.push({ words, lastFull: i }) - 1;
    const known = people[person];
    if (known) known.lastFull = i;
    groups[i] = person;
  }
  const fullGroups = [...groups];
  const lonely = new Map<string, number>();
  for (const [i, words] of names.entries()) {
    const fixed = fullGroups[i] ?? -1;
    const longer = people.filter((person) => person.words.length > words.length);
    const fits = longer.filter((person) => endsWith(person.words, words));
    const candidates = fits.length > 0 ? fits : longer.filter((person) => startsWith(person.words, words));
    if (fixed >= 0 && candidates.length !== 1) continue;
    const chosen = chooseNamesake(candidates, people, fullGroups, i);
    if (chosen !== null) groups[i] = chosen;
    else if (fixed < 0) {
      const key = words.join(" ");
      const number = lonely.get(key) ?? people.length + lonely.size;
      lonely.set(key, number);
      groups[i] = number;
    }
  }
  return groups;
}

/** Of several fitting people the one whose full name stands nearest before mention `at`, else the first after it. */
function chooseNamesake(candidates: readonly Person[], people: readonly Person[], fullGroups: readonly number[], at: number): number | null {
  if (candidates.length === 0) return null;
  const numbers = new Set(candidates.map((candidate) => people.indexOf(candidate)));
  for (let i = at - 1; i >= 0; i--) {
    const group = fullGroups[i] ?? -1;
    if (numbers.has(group)) return group;
  }
  return people.indexOf(candidates[0] as Person);
}

function sameFullName(a: readonly string[], b: readonly string[]): boolean {
  const [firstA, firstB] = [a[0] ?? "", b[0] ?? ""];
  if (a.at(-1) !== b.at(-1)) return false;
  return firstA === firstB || (firstA.length === 1 && firstB.startsWith(firstA)) || (firstB.length === 1 && firstA.startsWith(firstB));
}

const endsWith = (whole: readonly string[], part: readonly string[]): boolean =>
  part.every((word, i) => whole[whole.length - part.length + i] === word);

const startsWith = (whole: readonly string[], part: readonly string[]): boolean => part.every((word, i) => whole[i] === word);
