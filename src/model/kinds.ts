/**
 * How mentions are shaped, and which page of the guidelines covers them: whoever labels one kind of a family labels all of it.
 * A room that works by shape holds a record over the families, so that the compiler asks for a new one.
 */
export const FAMILIES = ["names", "dates", "casualties"] as const;
export type Family = (typeof FAMILIES)[number];

/** What the program says of a kind of mention, wherever kinds are listed. */
export interface KindRecord {
  readonly family: Family;
  /** What several are called in summaries and scores. */
  readonly many: string;
  /** Its column in `articles.csv`, how many of them an article holds. */
  readonly countColumn: string;
  /** True where that column is folded away in the workbook. */
  readonly folded: boolean;
  /** True where it counts toward micro and macro of scores. */
  readonly scored: boolean;
  /** True where its names are followed across articles, in `entities.csv`. */
  readonly followed: boolean;
  /** What the name tagger calls it; null for kinds that rules find. */
  readonly tag: string | null;
  /** Its labels in CoNLL-2003 and in spaCy's English models. */
  readonly conll: string;
  readonly spacy: string;
  /** What other programs call it beside its own name, in lower case. */
  readonly foreign: readonly string[];
  /** Its schema in FollowTheMoney; null where it has none. */
  readonly schema: "Person" | "Organization" | "Address" | null;
  /** What marks it in the pages of scores; null: its first letters. */
  readonly letter: string | null;
  /** Behind its words in the report, and of its lines in the pages of scores: on light and on dark paper. */
  readonly ground: readonly [light: string, dark: string];
  readonly line: readonly [light: string, dark: string];
}

/**
 * The kinds of mention, in the order in which mentions of one span are sorted. A new kind is a record here and what the compiler
 * then asks for; `docs/ARCHITECTURE.md` tells the way.
 */
export const KINDS = {
  person: {
    family: "names",
    many: "people",
    countColumn: "person_mentions",
    folded: true,
    scored: true,
    followed: true,
    tag: "PER",
    conll: "PER",
    spacy: "PERSON",
    foreign: ["per", "pers", "people"],
    schema: "Person",
    letter: "P",
    ground: ["#cfe3ff", "#24456e"],
    line: ["#1f5fa8", "#7db4f5"],
  },
  organization: {
    family: "names",
    many: "organizations",
    countColumn: "organization_mentions",
    folded: true,
    scored: true,
    followed: true,
    tag: "ORG",
    conll: "ORG",
    spacy: "ORG",
    foreign: ["organisation", "org"],
    schema: "Organization",
    letter: "O",
    ground: ["#ffe2b8", "#5f4315"],
    line: ["#7a3fa0", "#cf9cf0"],
  },
  place: {
    family: "names",
    many: "places",
    countColumn: "place_mentions",
    folded: true,
    scored: true,
    followed: true,
    tag: "LOC",
    conll: "LOC",
    spacy: "GPE",
    foreign: ["loc", "location", "gpe", "fac"],
    schema: "Address",
    letter: "L",
    ground: ["#cdeccd", "#20492e"],
    line: ["#0f7b6c", "#58cdbb"],
  },
  /** Demonyms, religions, peoples: reported, and not scored among names. */
  group: {
    family: "names",
    many: "groups",
    countColumn: "group_mentions",
    folded: true,
    scored: false,
    followed: false,
    tag: "GRP",
    conll: "MISC",
    spacy: "NORP",
    foreign: ["norp", "misc"],
    schema: null,
    letter: null,
    ground: ["#e6e0f5", "#433a66"],
    line: ["#6b6f76", "#a0a4ad"],
  },
  date: {
    family: "dates",
    many: "dates",
    countColumn: "date_mentions",
    folded: true,
    scored: true,
    followed: false,
    tag: null,
    conll: "DATE",
    spacy: "DATE",
    foreign: ["time", "timex", "timex3"],
    schema: null,
    letter: "D",
    ground: ["#fff3a6", "#554c12"],
    line: ["#9a6200", "#e6b04f"],
  },
  casualty: {
    family: "casualties",
    many: "casualty figures",
    countColumn: "casualty_figures",
    folded: false,
    scored: true,
    followed: false,
    tag: null,
    conll: "CASUALTY",
    spacy: "CASUALTY",
    foreign: [],
    schema: null,
    letter: "C",
    ground: ["#ffc9c9", "#712424"],
    line: ["#b3261e", "#ff8a80"],
  },
} as const satisfies Readonly<Record<string, KindRecord>>;

export type MentionKind = keyof typeof KINDS;

/** The kinds of which a field of their record says so. */
export type KindWith<Field extends keyof KindRecord, Value> = {
  [K in MentionKind]: (typeof KINDS)[K][Field] extends Value ? K : never;
}[MentionKind];

/** Every kind of mention, in the order of {@link KINDS}. */
export const MENTION_KINDS = Object.keys(KINDS) as readonly MentionKind[];

/** The kinds whose record has this value in a field, in order. */
export const kindsWith = <const Field extends keyof KindRecord, const Value extends KindRecord[Field]>(
  field: Field,
  value: Value,
): readonly KindWith<Field, Value>[] =>
  MENTION_KINDS.filter((kind): kind is KindWith<Field, Value> => (KINDS[kind] as KindRecord)[field] === value);

/** The kinds of name. `group` (demonyms, religions, peoples) is reported and not scored among names. */
export type NameKind = KindWith<"family", "names">;
export const NAME_KINDS = kindsWith("family", "names");

/** The record of a kind that comes from a file; null for one that the program does not know, `constructor` among them. */
export const recordOf = (kind: string): KindRecord | null => (Object.hasOwn(KINDS, kind) ? KINDS[kind as MentionKind] : null);

/** The family of a kind that comes from a file; null for one that the program does not know. */
export const familyOf = (kind: string): Family | null => recordOf(kind)?.family ?? null;

/** A value for each kind. */
export const overKinds = <Value>(valueOf: (kind: MentionKind) => Value): Readonly<Record<MentionKind, Value>> =>
  Object.fromEntries(MENTION_KINDS.map((kind) => [kind, valueOf(kind)])) as Record<MentionKind, Value>;

/** A value for each family. */
export const overFamilies = <Value>(valueOf: (family: Family) => Value): Readonly<Record<Family, Value>> =>
  Object.fromEntries(FAMILIES.map((family) => [family, valueOf(family)])) as Record<Family, Value>;

/** How many of each kind: all zero, to be counted up. */
export const countKinds = (): Record<MentionKind, number> => ({ ...overKinds(() => 0) });
