import { cosine } from "../sparse-vector.js";
import type { Account } from "./account.js";
import { comparePlaces } from "./compare-places.js";
import { saturate, sharedRarity, shares } from "./shared-hashes.js";
import type { Pairs } from "./find-candidates.js";

/** What tells whether two accounts are of one incident: each from 0 to about 1, in the order of the weights. */
export const PAIR_FEATURES = [
  "one",
  "words",
  "wordsHigh",
  "lead",
  "marks",
  "marksShared",
  "people",
  "places",
  "publishedGap",
  "publishedApart",
  "publishedFar",
  "undated",
  "sameDays",
  "nearDays",
  "daysApart",
  "daysFar",
  "daysUnknown",
  "samePlace",
  "nearPlace",
  "otherPlace",
  "otherCountry",
  "placeUnknown",
  "placeNamed",
  "placeUnnamed",
  "killedSame",
  "killedDiffer",
  "injuredSame",
  "injuredDiffer",
  "causeSame",
  "causeDiffer",
  "aside",
  "asideWords",
  "silent",
  "wordsFar",
  "nearest",
  "mutual",
  "leadNearest",
  "lift",
  "leadLift",
  "usual",
  "apart",
  "placeRare",
  "placesTop",
  "killedRises",
  "told",
  "fresh",
  "causeRare",
  "headRare",
  "passage",
  "countryRare",
  "countryNone",
  "anew",
  "pointsRare",
  "pointsShared",
  "pointNamed",
] as const;
export type PairFeature = (typeof PAIR_FEATURES)[number];
export type PairFeatures = Readonly<Record<PairFeature, number>>;

/** How alike the words of two accounts are, by themselves and beside the others that each was paired with. */
interface Likeness {
  readonly words: number;
  readonly lead: number;
  /** Share of the greatest likeness that either has to any other. */
  readonly nearest: number;
  /** Share of the greatest likeness that both have. */
  readonly mutual: number;
  readonly leadNearest: number;
  /** How far above what is usual among the accounts that the two were paired with. */
  readonly lift: number;
  readonly leadLift: number;
  readonly usual: number;
}

/** Compares the accounts of each pair. What is alike in one corpus is not in another: so likeness also counts beside that to others. */
export function* comparePairs(accounts: readonly Account[], pairs: Pairs, rarity: (hash: number) => number): Generator<PairFeatures> {
  const count = pairs.length / 2;
  const words = new Float32Array(count);
  const leads = new Float32Array(count);
  const bestWords = new Float32Array(accounts.length);
  const sumWords = new Float32Array(accounts.length);
  const sumLeads = new Float32Array(accounts.length);
  const met = new Uint32Array(accounts.length);
  const bestLeads = new Float32Array(accounts.length);
  const causes = new Map<string, number>();
  for (const { cause } of accounts) causes.set(cause, (causes.get(cause) ?? 0) + 1);
  const rarityOfCause = (cause: string): number => Math.log((accounts.length + 1) / (causes.get(cause) ?? 1));
  for (let i = 0; i < count; i++) {
    const [a, b] = [pairs[2 * i] as number, pairs[2 * i + 1] as number];
    words[i] = cosine((accounts[a] as Account).words, (accounts[b] as Account).words);
    leads[i] = cosine((accounts[a] as Account).lead, (accounts[b] as Account).lead);
    for (const account of [a, b]) {
      sumWords[account] = (sumWords[account] as number) + (words[i] as number);
      sumLeads[account] = (sumLeads[account] as number) + (leads[i] as number);
      met[account] = (met[account] as number) + 1;
      bestWords[account] = Math.max(bestWords[account] as number, words[i] as number);
      bestLeads[account] = Math.max(bestLeads[account] as number, leads[i] as number);
    }
  }
  for (let i = 0; i < count; i++) {
    const [a, b] = [pairs[2 * i] as number, pairs[2 * i + 1] as number];
    const [x, y, w] = [bestWords[a] as number, bestWords[b] as number, words[i] as number];
    const usualOf = (sums: Float32Array): number =>
      Math.max(0.01, ((sums[a] as number) / (met[a] as number) + (sums[b] as number) / (met[b] as number)) / 2);
    const [usual, usualLead] = [usualOf(sumWords), usualOf(sumLeads)];
    const likeness = {
      words: w,
      lead: leads[i] as number,
      nearest: ratio(w, Math.min(x, y)),
      mutual: ratio(w, Math.max(x, y)),
      leadNearest: ratio(leads[i] as number, Math.max(bestLeads[a] as number, bestLeads[b] as number)),
      lift: Math.log1p(w / usual) / 3,
      leadLift: Math.log1p((leads[i] as number) / usualLead) / 3,
      usual,
    };
    yield compareAccounts(accounts[a] as Account, accounts[b] as Account, likeness, rarity, rarityOfCause);
  }
}

const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

/** Compares two accounts. The order of the two does not matter. */
function compareAccounts(
  a: Account,
  b: Account,
  { words, lead, nearest, mutual, leadNearest, lift, leadLift, usual }: Likeness,
  rarity: (hash: number) => number,
  rarityOfCause: (cause: string) => number,
): PairFeatures {
  const gap = a.published === null || b.published === null ? null : Math.abs(a.published - b.published);
  const days = daysBetween(a, b);
  const places = comparePlaces(a, b, rarity);
  const aside = a.main && b.main ? 0 : 1;
  return {
    one: 1,
    words,
    wordsHigh: Math.max(0, words - 0.35),
    lead,
    marks: cosine(a.marks, b.marks),
    marksShared: saturate(sharedRarity(a.marks.hashes, b.marks.hashes, rarity) / 20),
    people: Math.min(3, sharedRarity(a.people, b.people, rarity) / 6) / 3,
    publishedGap: gap === null ? 0 : Math.min(1, Math.log1p(gap) / 7),
    publishedApart: gap !== null && gap > 4 ? 1 : 0,
    publishedFar: gap !== null && gap > 30 ? 1 : 0,
    undated: gap === null ? 1 : 0,
    sameDays: days === 0 ? 1 : 0,
    nearDays: days !== null && days > 0 && days <= 2 ? 1 : 0,
    daysApart: days !== null && days > 2 && days <= 20 ? 1 : 0,
    daysFar: days !== null && days > 20 ? 1 : 0,
    daysUnknown: days === null ? 1 : 0,
    ...places,
    apart: apartness(a, b, days, places.placeUnnamed === 1),
    ...compareTolls("killed", a.killed, b.killed),
    ...compareTolls("injured", a.injured, b.injured),
    causeSame: known(a, b) && a.cause === b.cause ? 1 : 0,
    causeDiffer: known(a, b) && a.cause !== b.cause ? 1 : 0,
    aside,
    asideWords: aside * words,
    silent: a.sketch < 0 || b.sketch < 0 ? 1 : 0,
    wordsFar: gap === null ? 0 : words * Math.min(1, Math.log1p(gap) / 7),
    nearest,
    mutual,
    leadNearest,
    lift,
    leadLift,
    usual,
    killedRises: rises(a, b),
    told: Math.min(1, (toldIn(a, b) + toldIn(b, a)) / 2),
    fresh: gap !== null && gap <= 2 ? 1 : 0,
    causeRare: known(a, b) && a.cause === b.cause ? Math.min(1, rarityOfCause(a.cause) / 5) : 0,
    passage: a.passage === a.words && b.passage === b.words ? words : cosine(a.passage, b.passage),
    anew: days !== null && isFresh(a) && isFresh(b) ? Math.min(1, days / FORTNIGHT) : 0,
  };
}

/** 1 where the later of two gives as many dead or more, -1 where it gives fewer, 0 where one gives none. */
function rises(a: Account, b: Account): number {
  if (a.killed === null || b.killed === null || a.published === null || b.published === null) return 0;
  const [first, second] = a.published <= b.published ? [a, b] : [b, a];
  return (second.killed as number) >= (first.killed as number) ? 1 : -1;
}

/** 1 where the day that one gives lies within a few days before the other was published. */
function toldIn({ days }: Account, { published }: Account): number {
  if (days === null || published === null || days[1] - days[0] > 27) return 0;
  const gap = published - days[0];
  return gap >= -1 && gap <= 4 ? 1 : 0;
}

const known = (a: Account, b: Account): boolean =>
  ![a.cause, b.cause].some((cause) => cause === "unknown" || cause === "other" || cause === "attack");

/** Days that lie between what two accounts tell; 0 where they meet; null where one does not say, or only to a month. */
function daysBetween({ days: a }: Account, { days: b }: Account): number | null {
  if (a === null || b === null || a[1] - a[0] > 27 || b[1] - b[0] > 27) return null;
  return Math.max(0, a[0] - b[1], b[0] - a[1]);
}

/** Causes of what lasts: its victims are counted for weeks, on days of their own. */
const LASTING: ReadonlySet<string> = new Set(["disease", "earthquake", "flood", "landslide", "storm", "heat", "cold", "famine"]);
/** Causes by which victims of the former are told. */
const mayLast = (cause: string): boolean => LASTING.has(cause) || cause === "drowning" || cause === "collapse" || cause === "unknown";

/** Days within which news is told, and days apart at which two such are of two happenings. */
const FRESH = 5;
const ANEW = 6;

/** True for news of its own day. */
const isFresh = ({ published, days }: Account): boolean =>
  published !== null && days !== null && published >= days[0] && published - days[0] <= FRESH;

/** Days after which it no longer matters how far apart two days are. */
const FORTNIGHT = 14;

/** How far its like elsewhere is from being told apart: places have several names, days have one. */
const ELSEWHERE = 0.5;

/**
 * 1 for the next of its kind: both are news of their own day, days apart, and share no name of a person and no rare pair
 * of words, as follow-ups do. Less for its like elsewhere, where neither names a place of the other; else 0.
 */
function apartness(a: Account, b: Account, days: number | null, elsewhere: boolean): number {
  const anew = days !== null && days >= ANEW && isFresh(a) && isFresh(b);
  if (shares(a.people, b.people) + shares(a.marks.hashes, b.marks.hashes) > 0) return 0;
  if (anew && (LASTING.has(a.cause) || LASTING.has(b.cause)) && mayLast(a.cause) && mayLast(b.cause)) return 0;
  return anew ? 1 : elsewhere && shares(a.places, b.places) + shares(a.points, b.points) === 0 ? ELSEWHERE : 0;
}

function compareTolls<Outcome extends "killed" | "injured">(
  outcome: Outcome,
  a: number | null,
  b: number | null,
): Pick<PairFeatures, `${Outcome}Same` | `${Outcome}Differ`> {
  const both = a !== null && b !== null;
  // Rare numbers that agree say more than a one that agrees with a one.
  const same = both && a === b ? saturate(Math.log1p(a)) : 0;
  const differ = both ? Math.min(1, Math.abs(Math.log1p(a) - Math.log1p(b)) / 2) : 0;
  return { [`${outcome}Same`]: same, [`${outcome}Differ`]: differ } as Pick<PairFeatures, `${Outcome}Same` | `${Outcome}Differ`>;
}
