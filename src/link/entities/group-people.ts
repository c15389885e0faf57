import type { NameMention } from "../../model/mention.js";
import { chooseNamesake, type Namesake } from "./choose-namesake.js";
import { introductionOf } from "./introduced-aliases.js";
import type { PersonCueReader, PersonCues } from "./person-cues.js";
import { sameSurname, type PersonName, type PersonNames, type Sex } from "./person-name.js";
import { plainLetters } from "./plain-letters.js";
import { consonantsOf, isSlipOf } from "./similar-words.js";

/** A person of the article, known by a full name. */
interface Person {
  readonly name: PersonName;
  /** Indices of the mentions that bear a full name of this person alone, in order. */
  readonly full: number[];
}

/** What is known of a person besides the name. */
interface Profile {
  readonly sex: Sex | null;
  readonly offices: ReadonlySet<string>;
  readonly kin: boolean;
  readonly introduced: number;
}

/** What the grouping knows of the article. */
interface Article {
  readonly mentions: readonly NameMention[];
  readonly names: readonly PersonName[];
  readonly cues: readonly PersonCues[];
  readonly people: readonly Person[];
  readonly profiles: readonly Profile[];
  /** Mention → the person of its full name, where that is one alone. */
  readonly fixed: ReadonlyMap<number, number>;
}

/** The people of one article: for each mention, in order, its group and what the words around it tell. */
export interface PeopleGroups {
  readonly numbers: readonly number[];
  readonly cues: readonly PersonCues[];
}

export type PeopleGrouping = (mentions: readonly NameMention[], text: string) => PeopleGroups;

/**
 * Builds the grouping. Full names meet where one leaves out words of the other, abbreviates or spells it otherwise. A
 * shorter name joins the one person who bears it; of several, the one whom title, sex, order and place in the article
 * tell ({@link chooseNamesake}); where they tell nobody, and where a family is meant, it stays apart.
 */
export function createPeopleGrouping(personNames: PersonNames, readCues: PersonCueReader): PeopleGrouping {
  return (mentions, text) => {
    const names = mentions.map((mention) => personNames.read(mention.text));
    const cues = mentions.map((mention, i) => readCues(text, mention, mentions[i + 1]));
    const people = findPeople(names, personNames);
    const profiles = people.map((person) => profileOf(person, mentions, names, cues, personNames));
    const fixed = new Map(people.flatMap((person, number) => person.full.map((i) => [i, number] as const)));
    return { numbers: settle({ mentions, names, cues, people, profiles, fixed }, personNames, text), cues };
  };
}

/** The people whom the longest names of the article tell apart. */
function findPeople(names: readonly PersonName[], { agree }: PersonNames): readonly Person[] {
  const wordings = new Map<string, { readonly name: PersonName; readonly mentions: number[] }>();
  const nicknames = new Set(names.flatMap((name) => name.nicknames));
  for (const [i, name] of names.entries()) {
    // "Big Sam" beside Samuel "Big Sam" Okoro is no name of another one.
    if (name.words.length < 2 || nicknames.has(name.words.join(" "))) continue;
    const key = `${name.words.join(" ")}/${name.suffix ?? ""}`;
    const known = wordings.get(key);
    if (known) known.mentions.push(i);
    else wordings.set(key, { name, mentions: [i] });
  }
  const people: Person[] = [];
  const index = new Map<string, number[]>();
  const longestFirst = [...wordings.values()].sort(
    (a, b) =>
      b.name.words.length - a.name.words.length || lettersOf(b.name) - lettersOf(a.name) || (a.mentions[0] ?? 0) - (b.mentions[0] ?? 0),
  );
  for (const { name, mentions } of longestFirst) {
    const fitting = lookUp(index, name)
      .map((number) => people[number] as Person)
      .filter((person) => agree(person.name, name));
    const [only] = fitting;
    if (!only) addTo(index, name, people.push({ name, full: [...mentions] }) - 1);
    else if (fitting.length === 1) only.full.push(...mentions);
  }
  for (const person of people) person.full.sort((a, b) => a - b);
  const bearers = new Map<string, PersonName[]>();
  for (const { name } of people) {
    const surname = name.words.at(-1);
    if (surname === undefined || name.words.length < 2) continue;
    const list = bearers.get(surname);
    if (list) list.push(name);
    else bearers.set(surname, [name]);
  }
  return people.filter((person) => !isCouple(person, bearers)).sort((a, b) => (a.full[0] ?? 0) - (b.full[0] ?? 0));
}

/** "Ortega Murillo" beside Daniel Ortega and Rosario Murillo: two surnames, and nobody's name. */
function isCouple({ name, full }: Person, bearers: ReadonlyMap<string, readonly PersonName[]>): boolean {
  const [one, other] = name.words;
  if (name.words.length !== 2 || full.length === 0) return false;
  const bears = (surname: string | undefined): boolean =>
    (bearers.get(surname ?? "") ?? []).some((other) => other !== name && other.words[0] !== one);
  return bears(one) && bears(other);
}

/** People by the consonants of each word of their names: what looks alike is compared, not everybody with everybody. */
function addTo(index: Map<string, number[]>, name: PersonName, number: number): void {
  for (const word of new Set([...name.words, ...name.nicknames].map(consonantsOf))) {
    const list = index.get(word);
    if (list) list.push(number);
    else index.set(word, [number]);
  }
}

function lookUp(index: ReadonlyMap<string, readonly number[]>, name: PersonName): readonly number[] {
  const lists = [...name.words, ...name.nicknames].map((word) => index.get(consonantsOf(word)) ?? []);
  const few = lists.filter(({ length }) => length <= MOST_BEARERS);
  const numbers = few.length > 0 ? few.flat() : (lists[0] ?? []).slice(0, MOST_BEARERS);
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/**
 * People who are compared because they share a word. In a text of many books a given name has thousands of bearers: there
 * the other words of a name say whom to compare, and comparing all would take work that grows faster than the text.
 */
const MOST_BEARERS = 200;

/** Letters of the given name: "Vladimir" before "V". */
const lettersOf = ({ words }: PersonName): number => Math.min(2, words[0]?.length ?? 0);

function profileOf(
  person: Person,
  mentions: readonly NameMention[],
  names: readonly PersonName[],
  cues: readonly PersonCues[],
  { sexOf }: PersonNames,
): Profile {
  const offices = new Set<string>();
  let titled: Sex | null = null;
  let pronouns = 0;
  for (const i of person.full) {
    for (const office of cues[i]?.offices ?? []) offices.add(office);
    titled ??= cues[i]?.sex ?? null;
    const pronoun = cues[i]?.pronoun ?? null;
    if (pronoun !== null) pronouns += pronoun === "female" ? 1 : -1;
  }
  const given = person.full.map((i) => sexOf(names[i]?.words[0] ?? "")).find((sex) => sex !== null) ?? null;
  const sex = titled ?? given ?? (pronouns > 0 ? "female" : pronouns < 0 ? "male" : null);
  const first = person.full[0] ?? 0;
  return { sex, offices, kin: cues[first]?.kin ?? false, introduced: mentions[first]?.start ?? 0 };
}

function settle(article: Article, personNames: PersonNames, text: string): readonly number[] {
  const { mentions, names, cues, people, fixed } = article;
  const lastNamed = people.map(() => -1);
  const count = people.map(() => 0);
  const index = new Map<string, number[]>();
  for (const [number, person] of people.entries()) addTo(index, person.name, number);
  const lonely = new Map<string, { readonly word: string; readonly number: number }[]>();
  const aliases = new Map<string, number>(findSlips(article));
  const usual = usualSexes(article);
  let next = people.length;
  const numbers: number[] = [];
  const same: (readonly [number, number])[] = [];
  const onlyBearer = (name: PersonName): number | undefined => {
    const bearers = bearersOf(name, lookUp(index, name), people, personNames);
    return bearers.length === 1 ? bearers[0] : undefined;
  };
  /** The number of a name without a full one; other spellings of it share it. */
  const alone = (word: string, key: string): number => {
    const list = lonely.get(key) ?? [];
    const known = list.find((other) => other.word === word || sameSurname(other.word, word));
    if (known) return known.number;
    list.push({ word, number: next });
    lonely.set(key, list);
    return next++;
  };
  for (const [i, mention] of mentions.entries()) {
    const name = names[i] as PersonName;
    const key = plainLetters(mention.text).replace(/[\s-]+/g, " ");
    const number = fixed.get(i) ?? aliases.get(key) ?? choose(i);
    numbers.push(number);
    if (number < people.length) {
      lastNamed[number] = mention.end;
      count[number] = (count[number] ?? 0) + 1;
    }
    // 'Big Sam' Okoro: whoever that is, "Big Sam" is the same.
    if (name.words.length === 1) for (const nickname of name.nicknames) aliases.set(nickname, number);
    const following = mentions[i + 1];
    const introduction = following ? introductionOf(text, mention, following) : null;
    if (following && introduction !== null) {
      const other = fixed.get(i + 1) ?? onlyBearer(names[i + 1] as PersonName);
      // "Abu Sami (Okoro)" beside Ali Okoro is he; two full names side by side are one only where words say so.
      if (other === undefined) aliases.set(plainLetters(following.text).replace(/[\s-]+/g, " "), number);
      else if (!fixed.has(i + 1) || introduction === "words") same.push([number, other]);
    }

    function choose(at: number): number {
      const candidates = bearersOf(name, lookUp(index, name), people, personNames);
      const [only] = candidates;
      if (only === undefined) return alone(key, consonantsOf(key));
      if (candidates.length === 1) return only;
      if (cues[at]?.family) return alone(key, "?family");
      const owned = fixed.get(at + 1);
      const near = (mentions[at + 1]?.start ?? Infinity) - mention.end < 40;
      const choice = chooseNamesake(
        candidates.map((person): Namesake => ({
          person,
          ...(article.profiles[person] as Profile),
          lastNamed: lastNamed[person] ?? -1,
          mentions: count[person] ?? 0,
          owned: owned === person && near && cues[at]?.owns !== null,
        })),
        cues[at] as PersonCues,
        mention.start,
        usual.get(key) ?? null,
      );
      return choice ?? alone(key, "?open");
    }
  }
  return joinNumbers(numbers, same);
}

/** People whose surnames are compared with a word that nobody bears; the first ones of a long text. */
const COMPARED = 200;

/**
 * Bare surnames that nobody bears and that are a slip of the keyboard from the one of one person, who is named at least as often
 * in full.
 */
function findSlips({ mentions, names, people }: Article): readonly (readonly [word: string, person: number])[] {
  const bare = new Map<string, { readonly word: string; times: number }>();
  for (const [i, { words }] of names.entries()) {
    const [word = "", ...more] = words;
    if (more.length > 0 || word.length < 5) continue;
    const key = plainLetters(mentions[i]?.text ?? "").replace(/[\s-]+/g, " ");
    const known = bare.get(key);
    if (known) known.times++;
    else bare.set(key, { word, times: 1 });
  }
  const borne = new Set(people.flatMap(({ name }) => [...name.words, ...name.nicknames]));
  const compared = people.slice(0, COMPARED);
  return [...bare].flatMap(([key, { word, times }]) => {
    if (borne.has(word)) return [];
    const meant = compared.flatMap(({ name, full }, person) =>
      full.length >= times && isSlipOf(word, name.words.at(-1) ?? "") ? [person] : [],
    );
    const [person] = meant;
    return meant.length === 1 && person !== undefined ? [[key, person] as const] : [];
  });
}

/** The groups with each pair of them made one. */
function joinNumbers(numbers: readonly number[], same: readonly (readonly [number, number])[]): readonly number[] {
  if (same.length === 0) return numbers;
  const into = new Map<number, number>();
  const rootOf = (number: number): number => {
    let at = number;
    for (let up = into.get(at); up !== undefined; up = into.get(at)) at = up;
    return at;
  };
  for (const [one, other] of same) {
    const [a, b] = [rootOf(one), rootOf(other)];
    if (a !== b) into.set(a, b);
  }
  return numbers.map(rootOf);
}

/** For each short wording the sex of most pronouns behind it, where they agree. */
function usualSexes({ mentions, cues, fixed }: Article): ReadonlyMap<string, Sex> {
  const votes = new Map<string, number>();
  for (const [i, { pronoun, sex }] of cues.entries()) {
    if (fixed.has(i) || pronoun === null || sex !== null) continue;
    const key = plainLetters(mentions[i]?.text ?? "").replace(/[\s-]+/g, " ");
    votes.set(key, (votes.get(key) ?? 0) + (pronoun === "female" ? 1 : -1));
  }
  return new Map([...votes].flatMap(([key, vote]) => (vote === 0 ? [] : [[key, vote > 0 ? "female" : "male"] as const])));
}

/** How well a short name fits a place in a full one: as surname, as further surname or nickname, as given name. */
const SURNAME = 3;
const FURTHER = 2;
const GIVEN = 1;

/** The people who bear a short name in the likeliest way. */
function bearersOf(name: PersonName, alike: readonly number[], people: readonly Person[], personNames: PersonNames): readonly number[] {
  let best = 0;
  let found: number[] = [];
  for (const number of alike) {
    const rank = rankOf(name, (people[number] as Person).name, personNames);
    if (rank > best) {
      best = rank;
      found = [number];
    } else if (rank === best && rank > 0) found.push(number);
  }
  return found;
}

function rankOf(short: PersonName, full: PersonName, { agree }: PersonNames): number {
  const word = short.words.join(" ") || (short.nicknames[0] ?? "");
  const last = full.words.length - 1;
  if (full.nicknames.some((nickname) => nickname === word)) return SURNAME;
  if (short.words.length > 1) return agree(short, full) ? SURNAME : 0;
  if (short.suffix !== null && full.suffix !== short.suffix) return 0;
  if (full.words[last] === word || (last > 1 && full.words[last - 1] === word)) return SURNAME;
  if (full.words.slice(1).includes(word)) return FURTHER;
  if (full.words.slice(1).some((other) => other.length > 4 && sameSurname(word, other))) return FURTHER;
  return full.words[0] === word || full.words[0]?.replace(/-/g, "") === word ? GIVEN : 0;
}
