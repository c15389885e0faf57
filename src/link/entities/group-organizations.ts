import type { Mention, NameMention } from "../../model/mention.js";
import { introducesAlias } from "./introduced-aliases.js";
import { isAcronym, type OrganizationName, type OrganizationNames } from "./organization-name.js";
import type { PlaceKey } from "./place-key.js";
import { areSimilarWords, consonantsOf, isSlipOf, slipKeys } from "./similar-words.js";

/** The organizations of one article: for each mention, in order, its group and the owner that tells it apart. */
export interface OrganizationGroups {
  readonly numbers: readonly number[];
  /** The key of the country or place that owns it ("Azerbaijan's Foreign Ministry"), or null. */
  readonly owners: readonly (string | null)[];
}

export type OrganizationGrouping = (mentions: readonly NameMention[], text: string, all: readonly Mention[]) => OrganizationGroups;

/** A wording of the article: a base, with its owner where many bodies bear it. */
interface Wording {
  readonly name: OrganizationName;
  readonly owner: string | null;
  readonly times: number;
}

/**
 * Builds the grouping. One body are: names that are equal but for legal form, spelling and the order of their words; a
 * name and what the text introduces as another name of it; an acronym and the one name whose initials it spells; a
 * name and the one longer name that it begins or ends, where what that adds makes nothing else of it. Bodies of a
 * generic name are kept apart by the place or people that they belong to; without one, the last one named is meant.
 */
export function createOrganizationGrouping(names: OrganizationNames, placeKey: PlaceKey): OrganizationGrouping {
  return (mentions, text, all) => {
    const read = mentions.map((mention) => names.read(mention.text));
    const owners = ownersOf(mentions, read, text, all, placeKey);
    const keys = read.map((name, i) => keyOf(name, owners[i] ?? null));
    const wordings = new Map<string, Wording>();
    for (const [i, key] of keys.entries())
      wordings.set(key, {
        name: read[i] as OrganizationName,
        owner: owners[i] ?? null,
        ...wordings.get(key),
        times: (wordings.get(key)?.times ?? 0) + 1,
      });
    const sets = createSets(wordings.keys());
    for (const [i, mention] of mentions.entries()) {
      const next = mentions[i + 1];
      if (next && isAcronym(next.text) !== isAcronym(mention.text) && introducesAlias(text, mention, next))
        sets.join(keys[i] ?? "", keys[i + 1] ?? "");
    }
    const introduced = new Set([...wordings.keys()].filter((key) => sets.root(key) !== key).flatMap((key) => [key, sets.root(key)]));
    const fuller = indexFullerNames(wordings, names);
    for (const key of wordings.keys()) {
      const candidates = new Set(fuller(key, introduced.has(key)).map(sets.root));
      candidates.delete(sets.root(key));
      const [only] = candidates;
      if (candidates.size === 1 && only !== undefined) sets.join(only, key);
    }
    const numbers = new Map([...wordings.keys()].map((key, i) => [key, i]));
    return { numbers: keys.map((key) => numbers.get(sets.root(key)) ?? -1), owners };
  };
}

const keyOf = (name: OrganizationName, owner: string | null): string =>
  owner === null || !name.generic ? name.base : `${name.base}\u0000${owner}`;

/** Sets of keys that grow together, each with one of its keys as root. */
function createSets(keys: Iterable<string>): {
  readonly root: (key: string) => string;
  readonly join: (into: string, key: string) => void;
} {
  const parent = new Map<string, string>();
  for (const key of keys) parent.set(key, key);
  const root = (key: string): string => {
    let at = key;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    return at;
  };
  return { root, join: (into, key) => void parent.set(root(key), root(into)) };
}

/** Finds, for the key of a wording, the fuller names that it may stand for. */
function indexFullerNames(
  wordings: ReadonlyMap<string, Wording>,
  names: OrganizationNames,
): (key: string, introduced: boolean) => readonly string[] {
  const byInitials = new Map<string, string[]>();
  const byPart = new Map<string, { readonly key: string; readonly rest: string; readonly begins: boolean }[]>();
  const bySound = new Map<string, string[]>();
  const bySlip = new Map<string, string[]>();
  const byWords = new Map<string, string[]>();
  for (const [key, { name }] of wordings) {
    for (const letters of name.initials) add(byInitials, letters, key);
    for (let space = name.base.indexOf(" "); space > 0; space = name.base.indexOf(" ", space + 1)) {
      const [start, end] = [name.base.slice(0, space), name.base.slice(space + 1)];
      add(byPart, start, { key, rest: end, begins: true });
      add(byPart, end, { key, rest: start, begins: false });
    }
    // "W Sydney" is "Western Sydney".
    const [first = "", ...others] = name.base.split(" ");
    if (first.length > 1 && others.length > 0) add(byPart, `${first[0] ?? ""} ${others.join(" ")}`, { key, rest: "", begins: false });
    if (name.acronym !== null) continue;
    add(bySound, consonantsOf(lettersOf(name)), key);
    if (name.base.includes(" ")) add(byWords, wordsOf(name), key);
    if (!name.generic) for (const form of slipKeys(lettersOf(name))) add(bySlip, form, key);
  }
  const lettersAt = (key: string): string => lettersOf((wordings.get(key) as Wording).name);
  const isSlip = ({ name, times }: Wording, other: Wording): boolean =>
    (times < other.times || (times === other.times && lettersOf(name).length >= TOLD_BY_LENGTH)) &&
    isSlipOf(lettersOf(name), lettersOf(other.name));
  return (key, introduced) => {
    const wording = wordings.get(key) as Wording;
    const { name, owner } = wording;
    const parts = (byPart.get(name.base) ?? []).filter(
      (part) =>
        (owner === null || (owner === wordings.get(part.key)?.owner && !part.begins && name.base.includes(" "))) &&
        (name.generic ||
          (part.begins
            ? (names.mayAdd(part.rest) && !(name.acronym !== null && names.isPlace(part.rest))) || isFirstWord(name, part.rest, names)
            : name.acronym === null)) &&
        !(!part.begins && PART_OF.test(part.rest)),
    );
    const spelled =
      name.acronym !== null || name.generic
        ? []
        : [
            ...(name.base.includes(" ") ? (byWords.get(wordsOf(name)) ?? []) : []),
            ...(bySound.get(consonantsOf(lettersOf(name))) ?? []).filter((other) => areSimilarWords(lettersOf(name), lettersAt(other))),
            ...slipKeys(lettersOf(name)).flatMap((form) =>
              (bySlip.get(form) ?? []).filter((other) => isSlip(wording, wordings.get(other) as Wording)),
            ),
          ];
    const letters = name.acronym ?? (TITLE_CASE.test(name.base) ? name.base : null);
    const spelledOut = introduced || letters === null ? [] : (byInitials.get(letters) ?? []);
    return [...spelledOut, ...(introduced ? [] : parts.map((part) => part.key)), ...spelled];
  };
}

/** Letters from which on two names that are one letter apart are one, however often each comes. */
const TOLD_BY_LENGTH = 8;

/** What may be an acronym that is written as a name, "Unicef". */
const TITLE_CASE = /^\p{L}{3,8}$/u;
/** The words in one order: "Front National" and "National Front" are one. */
const wordsOf = ({ base }: OrganizationName): string => base.split(" ").sort().join(" ");
const lettersOf = ({ base }: OrganizationName): string => base.replace(/[ -]/g, "");

/** "Parliamentary Assembly of the [Council of Europe]" is a body of the council's. */
const PART_OF = / (?:of|for|to|at|in|on)(?: the)?$/;

/**
 * One word that one longer name begins, and that adds one word which makes no other body of it: a town's, "Brisbane" with
 * "Brisbane Roar", or a firm's, "Wexford" with "Wexford Grantley".
 */
const isFirstWord = ({ base, acronym }: OrganizationName, rest: string, names: OrganizationNames): boolean =>
  acronym === null && !/[ -]/.test(base) && !rest.includes(" ") && !names.read(rest).generic && !names.setsApart(rest);

function add<T>(index: Map<string, T[]>, at: string, value: T): void {
  const list = index.get(at);
  if (list) list.push(value);
  else index.set(at, [value]);
}

/** The owner of each mention of a generic name: within it, right before it, else that of the last one, else of the only one. */
function ownersOf(
  mentions: readonly NameMention[],
  read: readonly OrganizationName[],
  text: string,
  all: readonly Mention[],
  placeKey: PlaceKey,
): readonly (string | null)[] {
  const places = all.filter((mention) => mention.kind === "place" || mention.kind === "group");
  let next = 0;
  const said = mentions.map((mention, i) => {
    while (next < places.length && (places[next]?.end ?? 0) <= mention.start) next++;
    const name = read[i] as OrganizationName;
    if (name.owner !== null) return name.owner;
    const before = places[next - 1];
    const adjacent = before && mention.start - before.end <= 3 && /^(?:['’]s?)? $/u.test(text.slice(before.end, mention.start));
    return name.generic && adjacent ? placeKey(before.text) : null;
  });
  const known = new Map<string, Set<string>>();
  for (const [i, owner] of said.entries()) if (owner !== null) add2(known, (read[i] as OrganizationName).base, owner);
  const last = new Map<string, string>();
  return said.map((owner, i) => {
    const name = read[i] as OrganizationName;
    if (owner !== null) last.set(name.base, owner);
    if (owner !== null || !name.generic) return owner;
    const only = known.get(name.base);
    return last.get(name.base) ?? (only?.size === 1 ? ([...only][0] ?? null) : null);
  });
}

function add2(index: Map<string, Set<string>>, at: string, value: string): void {
  index.set(at, (index.get(at) ?? new Set()).add(value));
}
