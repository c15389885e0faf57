import type { LexiconRow, Lexicons } from "../../lexicon/parse-lexicon.js";
import type { Outcome } from "../../model/casualty.js";
import { NUMERAL_STARTS } from "../../text/numerals.js";
import { readQuantityWords, type QuantityWords } from "./quantity-words.js";
import type { WordTag } from "./word-tags.js";

/** A verb that states an outcome, with the particle that must follow it ("" for none). */
export interface OutcomeVerb {
  readonly base: string;
  readonly particle: string;
  readonly outcome: Outcome;
  readonly frame: "transitive" | "intransitive";
  /** `any`: whatever is counted unless it is a thing; `people`: only nouns known for people and bare numbers. */
  readonly victims: "any" | "people";
  /** True where a death of the same people in the same clause replaces it ("shot", "beaten"). */
  readonly weak: boolean;
}

export interface OutcomeNoun {
  readonly singular: string;
  readonly outcome: Outcome;
  readonly plural: boolean;
  readonly counts: boolean;
  readonly takesOf: boolean;
  readonly life: boolean;
}

export type VerbForm = "base" | "s" | "past" | "participle" | "ing";
export type NounClass = "person" | "household" | "group" | "time" | "measure" | "money" | "animal" | "event" | "thing";

/** The word lists of the casualty recognizer, indexed for lookup. */
export interface Vocabulary {
  readonly verbs: ReadonlyMap<string, readonly { readonly verb: OutcomeVerb; readonly form: VerbForm }[]>;
  readonly nouns: ReadonlyMap<string, OutcomeNoun>;
  /** Fixed phrases by their first word, longest first. */
  readonly phrases: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly outcome: Outcome }[]>;
  readonly classes: ReadonlyMap<string, NounClass>;
  readonly reporting: ReadonlyMap<string, boolean>;
  readonly quantities: QuantityWords;
  /** Words that start a number, without articles. */
  readonly numbers: ReadonlySet<string>;
  /** Words that may start a quantity; every other one starts with a digit. */
  readonly quantityStarts: ReadonlySet<string>;
  readonly tags: ReadonlyMap<string, ReadonlySet<WordTag>>;
  /** How names of peoples end: "Yemenis", "Afghans". */
  readonly demonymEnding: RegExp;
  /** How nouns for people end, and those of them that are none: "bakers", "reporters", not "towers". */
  readonly personEnding: RegExp;
  readonly thingEnding: RegExp;
  /** Verbs by any of their forms. */
  readonly lemmas: ReadonlyMap<string, string>;
  /** Past forms and past participles of verbs. */
  readonly pasts: ReadonlySet<string>;
  /** Past participles that are no past forms: "taken", "driven". */
  readonly participles: ReadonlySet<string>;
  /** Names of bodies of several words by their first, as written: "Save the Children", "Doctors Without Borders". */
  readonly bodies: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** Every tag of several words; the shared empty set where none has one. */
export function unionOf(sets: readonly ReadonlySet<WordTag>[]): ReadonlySet<WordTag> {
  const filled = sets.filter((set) => set.size > 0);
  return filled.length < 2 ? (filled[0] ?? NO_TAGS) : new Set(filled.flatMap((set) => [...set]));
}

/** The dictionary form of a verb: "take" of "took"; the word itself where the lexicons do not know it. */
export const lemmaOf = (vocabulary: Vocabulary, word: string): string => vocabulary.lemmas.get(word) ?? word;

const NO_TAGS: ReadonlySet<WordTag> = new Set();

/** What a word is to the rules. */
export const tagsOf = (vocabulary: Vocabulary, word: string): ReadonlySet<WordTag> => vocabulary.tags.get(word) ?? NO_TAGS;
export const hasTag = (vocabulary: Vocabulary, word: string | undefined, tag: WordTag): boolean =>
  word !== undefined && vocabulary.tags.get(word)?.has(tag) === true;

const FORMS: readonly (readonly [string, VerbForm])[] = [
  ["base", "base"],
  ["s-form", "s"],
  ["past", "past"],
  ["participle", "participle"],
  ["ing-form", "ing"],
];

type Rows = readonly LexiconRow[];

/** Reads the lexicons of casualties. A missing one is empty. */
export function readVocabulary(lexicons: Lexicons): Vocabulary {
  const rows = (name: string): Rows => lexicons.get(name) ?? [];
  const verbs = readVerbs(rows("outcome-verbs"));
  const quantities = readQuantityWords(rows("quantity-words"));
  const classes = new Map(
    [...rows("uncounted-nouns"), ...rows("victim-nouns")].map((row) => [row["noun"] ?? "", row["class"] as NounClass] as const),
  );
  const words = rows("casualty-words");
  const endsIn = (tag: WordTag, ...more: readonly string[]): RegExp =>
    new RegExp(`(?:${[...more, ...words.filter((row) => row["tag"] === tag).map((row) => row["word"] ?? "")].join("|")})$`);
  return {
    verbs,
    classes,
    nouns: readNouns(rows("outcome-nouns")),
    phrases: readPhrases(rows("outcome-phrases")),
    reporting: new Map(rows("reporting-verbs").map((row) => [row["form"] ?? "", row["attributes"] === "yes"])),
    lemmas: readLemmas(rows("verb-forms"), verbs),
    pasts: new Set(
      rows("verb-forms")
        .filter((row) => row["tense"] === "past" || row["participle"] === "past")
        .map((row) => row["form"] ?? ""),
    ),
    participles: new Set(
      rows("verb-forms")
        .filter((row) => row["participle"] === "past" && row["tense"] === "")
        .map((row) => row["form"] ?? ""),
    ),
    tags: readTags(words),
    demonymEnding: endsIn("demonym-ending", "[^s]is"),
    personEnding: endsIn("person-ending"),
    thingEnding: endsIn("thing-ending"),
    quantities,
    quantityStarts: startsOfQuantities(quantities),
    bodies: readBodies(rows("named-bodies")),
    numbers: new Set(NUMERAL_STARTS.filter((word) => !/^(?:an?|half)$/.test(word))),
  };
}

function readVerbs(rows: Rows): Vocabulary["verbs"] {
  const verbs = new Map<string, { verb: OutcomeVerb; form: VerbForm }[]>();
  for (const row of rows) {
    const verb: OutcomeVerb = {
      base: row["base"] ?? "",
      particle: row["particle"] ?? "",
      outcome: row["outcome"] as Outcome,
      weak: row["weak"] === "yes",
      frame: row["frame"] as OutcomeVerb["frame"],
      victims: row["victims"] as OutcomeVerb["victims"],
    };
    const forms = new Map<string, VerbForm>();
    for (const [column, form] of FORMS) {
      const word = row[column] ?? "";
      if (word !== "" && !forms.has(word)) forms.set(word, form === "base" && row["past"] === word ? "past" : form);
    }
    for (const [word, form] of forms) verbs.set(word, [...(verbs.get(word) ?? []), { verb, form }]);
  }
  for (const list of verbs.values()) list.sort((a, b) => b.verb.particle.length - a.verb.particle.length);
  return verbs;
}

function readNouns(rows: Rows): Vocabulary["nouns"] {
  const nouns = new Map<string, OutcomeNoun>();
  for (const row of rows) {
    const [singular, plural, use] = [row["singular"] ?? "", row["plural"] ?? "", row["use"] ?? ""];
    const noun = {
      singular,
      outcome: row["outcome"] as Outcome,
      counts: use.includes("count"),
      takesOf: use.includes("of"),
      life: use === "life",
    };
    nouns.set(plural, { ...noun, plural: true });
    if (singular !== plural) nouns.set(singular, { ...noun, plural: false });
  }
  return nouns;
}

function readPhrases(rows: Rows): Vocabulary["phrases"] {
  const phrases = new Map<string, { words: string[]; outcome: Outcome }[]>();
  for (const row of rows) {
    const words = (row["phrase"] ?? "").split(" ");
    const list = [...(phrases.get(words[0] ?? "") ?? []), { words, outcome: row["outcome"] as Outcome }];
    phrases.set(
      words[0] ?? "",
      list.sort((a, b) => b.words.length - a.words.length),
    );
  }
  return phrases;
}

const startsOfQuantities = ({ bound, vague, exact, zero, few }: QuantityWords): ReadonlySet<string> =>
  new Set([
    ...NUMERAL_STARTS,
    ...["one-half", "between", "anything", "anywhere"],
    ...[bound, vague, exact, zero].flatMap((index) => [...index.keys()]),
    ...few,
  ]);

function readBodies(rows: Rows): Vocabulary["bodies"] {
  const bodies = new Map<string, (readonly string[])[]>();
  for (const row of rows) {
    const words = (row["name"] ?? "").split(" ");
    const [first = ""] = words;
    // A function word inside it would end the name.
    if (words.length > 2 && words.some((word) => /^(?:\p{Ll}|Without$)/u.test(word)))
      bodies.set(first, [...(bodies.get(first) ?? []), words]);
  }
  return bodies;
}

function readTags(rows: Rows): Vocabulary["tags"] {
  const tags = new Map<string, Set<WordTag>>();
  for (const row of rows) tags.set(row["word"] ?? "", (tags.get(row["word"] ?? "") ?? new Set<WordTag>()).add(row["tag"] as WordTag));
  return tags;
}

/** Of "found" the past of "find" is meant, hardly ever the base form. */
function readLemmas(rows: Rows, verbs: Vocabulary["verbs"]): Vocabulary["lemmas"] {
  const lemmas = new Map<string, string>();
  for (const row of rows) if (!lemmas.has(row["form"] ?? "") || row["tense"] === "past") lemmas.set(row["form"] ?? "", row["lemma"] ?? "");
  for (const [form, entries] of verbs) if (!lemmas.has(form)) lemmas.set(form, entries[0]?.verb.base ?? form);
  return lemmas;
}

/** Participles and adjectives that state an outcome before the noun: "three wounded men", "the missing climbers". */
export const PREMODIFIERS: ReadonlyMap<string, Outcome> = new Map([
  ["dead", "killed"],
  ["slain", "killed"],
  ["killed", "killed"],
  ["murdered", "killed"],
  ["deceased", "killed"],
  ["executed", "killed"],
  ["drowned", "killed"],
  ["assassinated", "killed"],
  ["wounded", "injured"],
  ["injured", "injured"],
  ["hospitalized", "injured"],
  ["hurt", "injured"],
  ["missing", "missing"],
  ["disappeared", "missing"],
  ["detained", "detained"],
  ["arrested", "detained"],
  ["jailed", "detained"],
  ["imprisoned", "detained"],
  ["captured", "detained"],
  ["kidnapped", "abducted"],
  ["abducted", "abducted"],
  ["captive", "abducted"],
  ["displaced", "displaced"],
  ["evacuated", "displaced"],
  ["homeless", "displaced"],
]);

/** The class of a noun by list, else by its ending; null where nothing is known. */
export function classOf(vocabulary: Vocabulary, lower: string): NounClass | null {
  const listed = vocabulary.classes.get(lower);
  if (listed) return listed;
  if (/^(?:\d+-|[\w-]+ )(?:year|month|week|day)s?[- ]olds?$/.test(lower) || /-year-olds?$/.test(lower)) return "person";
  const tail = lower.includes("-") ? lower.slice(lower.lastIndexOf("-") + 1) : "";
  if (tail) {
    const byTail = vocabulary.classes.get(tail);
    if (byTail) return byTail;
  }
  if (lower.length > 4 && vocabulary.personEnding.test(lower) && !vocabulary.thingEnding.test(lower)) return "person";
  return null;
}
