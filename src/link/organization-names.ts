import type { Mention, NameMention } from "../model/mention.js";
import { foldName } from "./fold-name.js";
import type { PlaceKey } from "./place-names.js";

/** Words that many bodies share: such a name is told apart by its owner ("Azerbaijan's Foreign Ministry"). */
const GENERIC = /\b(?:ministry|parliament|senate|congress|police|army|navy|air force|government|court|committee|council|agency|service|embassy|commission|office|department|bank|prosecutor|guard|authority|party|university|federation|union|assembly|cabinet|directorate|bureau)\b/;

/** Words that an acronym passes over. */
const SMALL_WORDS = new Set(["of", "the", "and", "for", "in", "on", "to", "de", "la", "del", "des", "du", "&"]);

/**
 * Groups the organizations of one article: equal wordings of equal owner; a name and the acronym in brackets behind it;
 * an acronym and the one name whose initials it spells; a name and the one longer name that it begins ("Sputnik" with
 * "Sputnik Azerbaijan"). Bodies of a generic name are kept apart by the place or people named before them.
 */
export function groupOrganizations(mentions: readonly NameMention[], text: string, all: readonly Mention[], placeKey: PlaceKey): readonly number[] {
  const keys = ownedKeys(mentions, text, all, placeKey);
  const wordings = new Map<string, string>();
  for (const [i, key] of keys.entries()) {
    if (!wordings.has(key)) wordings.set(key, mentions[i]?.text.replace(/\s+/gu, " ") ?? "");
  }
  const parent = new Map<string, string>([...wordings.keys()].map((key) => [key, key]));
  const root = (key: string): string => {
    let at = key;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    return at;
  };
  const join = (a: string, b: string): void => {
    parent.set(root(b), root(a));
  };
  for (const [i, mention] of mentions.entries()) {
    const next = mentions[i + 1];
    if (next && /^["”’')]? ?\(["“]?$/u.test(text.slice(mention.end, next.start)) && /^["”]?\)/u.test(text.slice(next.end, next.end + 2))) {
      if (isAcronym(next.text) !== isAcronym(mention.text)) join(keys[i] ?? "", keys[i + 1] ?? "");
    }
  }
  const fullerNames = indexFullerNames(wordings);
  const joined = new Set([...wordings.keys()].filter((key) => root(key) !== key).flatMap((key) => [key, root(key)]));
  for (const key of wordings.keys()) {
    if (joined.has(key)) continue;
    const roots = new Set(fullerNames(key).map(root));
    const [only] = roots;
    if (roots.size === 1 && only !== undefined && only !== key) join(only, key);
  }
  const numbers = new Map([...wordings.keys()].map((key, i) => [key, i]));
  return keys.map((key) => numbers.get(root(key)) ?? -1);
}

/** Finds, for the key of a wording, the longer names that it may stand for: by its letters or as their beginning. */
function indexFullerNames(wordings: ReadonlyMap<string, string>): (key: string) => readonly string[] {
  const byInitials = new Map<string, string[]>();
  const byBeginning = new Map<string, string[]>();
  const add = (index: Map<string, string[]>, at: string, key: string): void => {
    const list = index.get(at);
    if (list) list.push(key);
    else index.set(at, [key]);
  };
  for (const [key, wording] of wordings) {
    if (isAcronym(wording)) continue;
    const words = foldName(wording).split(/[ -]/u).filter(Boolean);
    const initials = (list: readonly string[]): string => list.map((word) => word[0] ?? "").join("");
    if (words.length > 1) {
      for (const letters of new Set([initials(words), initials(words.filter((word) => !SMALL_WORDS.has(word)))])) add(byInitials, letters, key);
    }
    for (let space = key.indexOf(" "); space > 0; space = key.indexOf(" ", space + 1)) add(byBeginning, key.slice(0, space), key);
  }
  return (key) => {
    const wording = wordings.get(key) ?? "";
    if (isAcronym(wording)) return byInitials.get(wording.replace(/\P{L}/gu, "").toLowerCase()) ?? [];
    return GENERIC.test(foldName(wording)) ? [] : (byBeginning.get(key) ?? []);
  };
}

/** The folded wording of each mention, for a generic one with its owner; without an owner it is the one named last. */
function ownedKeys(mentions: readonly NameMention[], text: string, all: readonly Mention[], placeKey: PlaceKey): readonly string[] {
  const owners = all.filter((mention) => mention.kind === "place" || mention.kind === "group");
  let next = 0;
  const last = new Map<string, string>();
  return mentions.map((mention) => {
    const wording = foldName(mention.text);
    if (!GENERIC.test(wording)) return wording;
    while (next < owners.length && (owners[next]?.end ?? 0) <= mention.start) next++;
    const before = owners[next - 1];
    const owner = before && mention.start - before.end <= 3 && /^(?:['’]s?)? $/u.test(text.slice(before.end, mention.start)) ? before : null;
    const key = owner ? `${wording}\u0000${placeKey(owner.text)}` : (last.get(wording) ?? wording);
    last.set(wording, key);
    return key;
  });
}

const isAcronym = (wording: string): boolean => /^\p{Lu}[\p{Lu}.\-\d]{1,9}s?$/u.test(wording);
