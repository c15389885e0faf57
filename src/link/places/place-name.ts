import type { PlaceCandidate, PlaceIndex } from "../../gazetteer/place-index.js";
import type { Mention, NameMention } from "../../model/mention.js";
import type { PlaceKind } from "../../model/place.js";
import type { AnalyzedText } from "../../model/token.js";
import { foldPlaceName } from "../../gazetteer/fold-place-name.js";
import { sentenceFinder } from "../incidents/sentence-finder.js";
import type { PlaceTypes } from "./place-types.js";

/** A name of the article that stands for one place: all its mentions, and what they may mean. */
export interface PlaceName {
  /** As it was looked up. */
  readonly wording: string;
  readonly mentions: readonly NameMention[];
  readonly candidates: readonly PlaceCandidate[];
  /** Kinds that a word beside it allows ("Kano state"); null where none stands there. */
  readonly kinds: ReadonlySet<PlaceKind> | null;
  /** Names of what contains it, written behind it ("Paris, Texas"), nearest first. */
  readonly containers: readonly Container[];
  /** Sentences that it stands in. */
  readonly sentences: ReadonlySet<number>;
  /** Start of its first mention. */
  readonly start: number;
  /** True where the gazetteer lacks the name, and the candidates are those of a place within it ("Hama Military Airport"). */
  readonly ofContainer: boolean;
  /** True where a word says that it is a building, a camp or the like. */
  readonly facility: boolean;
}

/** A name written behind another as that which contains it. */
export interface Container {
  readonly wording: string;
  readonly candidates: readonly PlaceCandidate[];
}

/** What may stand between a name and what contains it. */
const LINKS: ReadonlySet<string> = new Set([",", "(", ", in", "in", "in the", ", in the", ",\u00a0"]);

/** Kinds that contain others. */
export const CONTAINING: ReadonlySet<PlaceKind> = new Set(["country", "admin1", "admin2", "region", "continent"]);

interface Occurrence {
  readonly mention: NameMention;
  readonly wording: string;
  readonly candidates: readonly PlaceCandidate[];
  readonly kinds: ReadonlySet<PlaceKind> | null;
  readonly containers: readonly Container[];
  readonly ofContainer: boolean;
}

/**
 * Gathers the place names of an article. Mentions of one spelling are one name, but where the text sets them apart
 * ("Paris, Texas" and "Paris, France") they are several; one without a container then goes with the one before it.
 */
export function gatherPlaceNames(
  analyzed: AnalyzedText,
  mentions: readonly Mention[],
  index: PlaceIndex,
  types: PlaceTypes,
): readonly PlaceName[] {
  const places = mentions.filter((mention): mention is NameMention => mention.kind === "place");
  const read = places.map((mention) => readOccurrence(analyzed.text, mention, index, types));
  const bySense = new Map<string, Occurrence[]>();
  const lastSense = new Map<string, string>();
  for (const [i, occurrence] of read.entries()) {
    const containers = followingContainers(analyzed.text, read, i, index, types);
    const key = foldPlaceName(occurrence.wording);
    const container = containers[0];
    const own = container && `${key}|${foldPlaceName(container.wording)}`;
    const sense = own ?? lastSense.get(key) ?? senseToCome(analyzed.text, read, i, key, index, types) ?? key;
    lastSense.set(key, sense);
    const members = bySense.get(sense);
    const member = { ...occurrence, containers };
    if (members) members.push(member);
    else bySense.set(sense, [member]);
  }
  const sentenceOf = sentenceFinder(analyzed);
  return [...bySense.values()].map((members) => describeName(members, sentenceOf));
}

function describeName(members: readonly Occurrence[], sentenceOf: (at: number) => number): PlaceName {
  const [first] = members as readonly [Occurrence];
  const kinds = members.map((member) => member.kinds).find((found) => found !== null) ?? null;
  return {
    wording: first.wording,
    mentions: members.map(({ mention }) => mention),
    candidates: first.candidates,
    kinds,
    containers: members.find(({ containers }) => containers.length > 0)?.containers ?? [],
    sentences: new Set(members.map(({ mention }) => sentenceOf(mention.start))),
    start: first.mention.start,
    ofContainer: first.ofContainer,
    facility: kinds !== null && kinds.has("facility"),
  };
}

/** The sense of a later mention that names its container, where an early one names none. */
function senseToCome(
  text: string,
  read: readonly Occurrence[],
  from: number,
  key: string,
  index: PlaceIndex,
  types: PlaceTypes,
): string | null {
  for (let i = from + 1; i < read.length; i++) {
    const later = read[i];
    if (!later || foldPlaceName(later.wording) !== key) continue;
    const [container] = followingContainers(text, read, i, index, types);
    if (container) return `${key}|${foldPlaceName(container.wording)}`;
  }
  return null;
}

/** Looks a mention up under the wordings that the gazetteer may know, and reads the words beside it. */
function readOccurrence(text: string, mention: NameMention, index: PlaceIndex, types: PlaceTypes): Occurrence {
  const [inner = "", ...rest] = mention.text.replace(/\s+/gu, " ").split(/, /u);
  const containers = rest
    .map((wording) => ({ wording, candidates: index.find(wording).filter(({ kind }) => CONTAINING.has(kind)) }))
    .filter(({ candidates }) => candidates.length > 0);
  const wording = inner.replace(/['’]s$/u, "").replace(/^the /iu, "");
  const last = wording.slice(wording.lastIndexOf(" ") + 1).toLowerCase();
  const said = last === wording.toLowerCase() ? null : types.after(last);
  const kinds = isDateline(text, mention)
    ? TOWN
    : (types.after(nextWord(text, mention.end)) ?? typeBefore(text, mention.start, types) ?? said);
  for (const spelling of spellingsOf(wording, types)) {
    const found = index.find(spelling);
    // "Arab peninsula" is no town called Arab: without its word of kind a name means what that word says.
    const candidates = said !== null && wording.startsWith(`${spelling} `) ? found.filter(({ kind }) => said.has(kind)) : found;
    if (candidates.length > 0) return { mention, wording: spelling, candidates, kinds, containers, ofContainer: false };
  }
  const candidates = innerPlace(wording, index, types);
  return { mention, wording, candidates, kinds, containers, ofContainer: candidates.length > 0 };
}

const TOWN: ReadonlySet<PlaceKind> = new Set(["city", "neighborhood"]);

/** What may follow the town of a dateline. */
const DATELINE_END = /^(?:, [^.\n(—–]{2,30})? ?(?:\(\p{Lu}|[—–]|--| - )/u;

/** "LAGOS (AP) —": the name that an article begins with, before a dash or an agency, is that of a town. */
const isDateline = (text: string, { start, end }: NameMention): boolean =>
  text.slice(0, start).trim() === "" && DATELINE_END.test(text.slice(end, end + 40));

/** The wording and what the gazetteer may have instead: without a word of kind, with "Saint" in full, without an article. */
function spellingsOf(wording: string, types: PlaceTypes): readonly string[] {
  const spellings = [wording];
  const words = wording.split(" ");
  const full = words.map((word) => ABBREVIATED.get(word.toLowerCase()) ?? word).join(" ");
  if (full !== wording) spellings.push(full);
  const short = words.map((word) => SHORTENED.get(word.toLowerCase()) ?? word).join(" ");
  if (short !== wording) spellings.push(short);
  const kinds = words.length > 1 ? types.after((words.at(-1) ?? "").toLowerCase()) : null;
  if (kinds && !kinds.has("facility") && !kinds.has("water")) spellings.push(words.slice(0, -1).join(" "));
  const article = /^(?:al|el|ad|ar|as|az|an|at|ash)[- ](?=\p{L})/iu;
  if (article.test(wording)) spellings.push(wording.replace(article, ""));
  else if (words.length === 1) spellings.push(`al ${wording}`);
  return spellings;
}

/** The place that a longer name holds: "northern Kivu", "Goma's Virunga Market", "Hospital of Goma", "Goma Military Airport". */
function innerPlace(wording: string, index: PlaceIndex, types: PlaceTypes): readonly PlaceCandidate[] {
  const words = wording.split(" ");
  const known = (inner: readonly string[]): readonly PlaceCandidate[] =>
    inner.length === 0 ? [] : index.find(inner.join(" ").replace(/['’]s$/u, "")).filter(({ own, kind }) => own && kind !== "neighborhood");
  let first = 0;
  while (types.isDirection((words[first] ?? "").toLowerCase())) first++;
  if (first > 0 && first < words.length) return known(words.slice(first));
  const owner = words.findIndex((word) => /['’]s$/u.test(word));
  if (owner >= 0 && owner < words.length - 1) {
    const found = known(words.slice(0, owner + 1));
    if (found.length > 0) return found;
  }
  const of = words.lastIndexOf("of");
  if (of > 0) return known(words.slice(of + 1));
  if (!types.isNamedForTown((words.at(-1) ?? "").toLowerCase())) return [];
  for (let length = Math.min(4, words.length - 1); length > 0; length--) {
    const found = known(words.slice(0, length));
    if (found.length > 0) return found;
  }
  return [];
}

const ABBREVIATED: ReadonlyMap<string, string> = new Map([
  ["st.", "saint"],
  ["st", "saint"],
  ["mt.", "mount"],
  ["ft.", "fort"],
  ["ste.", "sainte"],
  ["n.", "north"],
  ["s.", "south"],
  ["twp", "township"],
  ["twp.", "township"],
  ["co", "county"],
  ["co.", "county"],
]);
const SHORTENED: ReadonlyMap<string, string> = new Map([
  ["saint", "st."],
  ["mount", "mt."],
  ["fort", "ft."],
]);

const nextWord = (text: string, end: number): string => /^[ \u00a0](\p{L}+)/u.exec(text.slice(end, end + 24))?.[1]?.toLowerCase() ?? "";

/** "the Syrian province of …": the kinds that the word before "of" allows. */
function typeBefore(text: string, start: number, types: PlaceTypes): ReadonlySet<PlaceKind> | null {
  const words = text
    .slice(Math.max(0, start - 32), start)
    .trimEnd()
    .toLowerCase()
    .split(/\P{L}+/u);
  const of = words.lastIndexOf("of");
  return of < 1 || of < words.length - 2 ? null : types.before(words[of - 1] ?? "");
}

/** Names behind a mention that may contain it: in the mention itself, the next mentions, or a short form that is none. */
function followingContainers(
  text: string,
  read: readonly Occurrence[],
  at: number,
  index: PlaceIndex,
  types: PlaceTypes,
): readonly Container[] {
  const own = read[at];
  if (!own) return [];
  if (own.containers.length > 0) return own.containers;
  const found: Container[] = [];
  let end = own.mention.end;
  for (let i = at + 1; i < read.length && found.length < 3; i++) {
    const next = read[i];
    if (!next || !isLink(text.slice(end, next.mention.start), types)) break;
    const candidates = next.candidates.filter(({ kind }) => CONTAINING.has(kind));
    if (!candidates.some((outer) => own.candidates.length === 0 || own.candidates.some((inner) => contains(outer, inner)))) break;
    found.push({ wording: next.wording, candidates });
    end = next.mention.end;
  }
  return found.length > 0 ? found : unmarkedContainer(text, own, index);
}

/** ", " and ", in western ": what may stand between a place and what contains it. */
function isLink(between: string, types: PlaceTypes): boolean {
  if (between.length > 32) return false;
  return LINKS.has(
    between
      .trim()
      .split(/\s+/u)
      .filter((word) => !types.isDirection(word.toLowerCase()))
      .join(" "),
  );
}

/** "Elko, Nev." where the short form is no mention of its own. */
function unmarkedContainer(text: string, own: Occurrence, index: PlaceIndex): readonly Container[] {
  const behind = /^,[ \u00a0](\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*)?)/u.exec(text.slice(own.mention.end, own.mention.end + 40))?.[1];
  if (behind === undefined) return [];
  for (const wording of new Set([behind, behind.split(" ")[0] ?? ""])) {
    const candidates = index.find(wording).filter(({ kind }) => kind === "admin1" || kind === "country");
    if (candidates.some((outer) => own.candidates.some((inner) => contains(outer, inner)))) return [{ wording, candidates }];
  }
  return [];
}

/** True where a place lies within another, and is not the same. */
export function contains(outer: PlaceCandidate, inner: PlaceCandidate): boolean {
  if (outer.row === inner.row) return false;
  if (outer.kind === "country") return outer.country !== null && inner.countries.includes(outer.country);
  if (outer.kind === "admin1") return inner.admin1 === outer.row;
  if (outer.kind === "admin2") return inner.admin2 === outer.row;
  return (
    outer.kind === "region" &&
    outer.countries.length > 0 &&
    inner.country !== null &&
    outer.countries.includes(inner.country) &&
    Math.abs(outer.latitude - inner.latitude) < 8 &&
    Math.abs(outer.longitude - inner.longitude) < 10
  );
}
