import type { NameMention } from "../../model/mention.js";
import { dayOfIso } from "../../recognize/dates/civil-day.js";
import type { CollatedArticle } from "../collator.js";
import type { WordCounts } from "../count-words.js";
import { createHashCounter } from "../count-hashes.js";
import { hashWord } from "../hash-word.js";
import { sparseVector, type SparseVector } from "../sparse-vector.js";
import type { Account, ComparedPlace } from "./account.js";
import type { IncidentSketch } from "./sketch-incidents.js";

/** Weights kept of an article's words, its lead and its marks. */
const KEPT = { words: 200, lead: 60, marks: 60 } as const;

/** How rare words, marks and names are in a corpus, and articles weighed by it. */
export interface ArticleWeigher {
  /** Counts an article; all are counted before the first is weighed. */
  readonly count: (article: CollatedArticle) => void;
  /** The accounts of an article: one an incident, and one of the article where it gives no main incident. */
  readonly weigh: (article: CollatedArticle, index: number) => readonly Account[];
  /** True for a hash that two articles hold at least. */
  readonly isShared: (hash: number) => boolean;
  /** How rare a hash is: the logarithm of articles over articles that hold it, in the corpus and in news at large. */
  readonly rarity: (hash: number) => number;
  /** How many articles name a place. */
  readonly articlesNaming: (place: string) => number;
}

/** Share of news articles that a word stands in, 0 to 1, by its hash; words that are not listed stand in few. */
export type WordShares = ReadonlyMap<number, number>;

/** The shares count as if so many articles had been read before the first. */
const READ_BEFORE = 300;

export function createArticleWeigher(shares: WordShares): ArticleWeigher {
  const counter = createHashCounter();
  let articles = 0;
  const rarity = (hash: number): number =>
    Math.log((articles + READ_BEFORE + 1) / (counter.count(hash) + READ_BEFORE * (shares.get(hash) ?? 0) + 0.5));
  const vector = (weighed: Iterable<readonly [hash: number, times: number]>, kept: number): SparseVector =>
    // A word that nobody else has says nothing, unless it is one that others would have: it tells two articles of a few apart.
    sparseVector(
      [...weighed]
        .filter(([hash]) => counter.count(hash) > 1 || shares.has(hash))
        .map(([hash, times]) => [hash, Math.max(0, rarity(hash)) * (1 + Math.log(times))] as const),
      kept,
    );
  return {
    rarity,
    articlesNaming: (place) => counter.count(hashName("place", foldPlain(place))),
    isShared: (hash) => counter.count(hash) > 1,
    count: ({ words, marks, entities }) => {
      articles++;
      for (const hash of words.hashes) counter.add(hash);
      for (const hash of marks) counter.add(hash);
      for (const hash of [...namesOf(entities, "person"), ...namesOf(entities, "place")]) counter.add(hash);
      for (const hash of [...pointsOf(entities), ...countriesOf(entities)]) counter.add(hash);
    },
    weigh: (article, index) => {
      const words = vector(timesOf(article.words), KEPT.words);
      const marks = vector(
        article.marks.map((hash) => [hash, 1] as const),
        KEPT.marks,
      );
      const shared = {
        article: index,
        published: article.publishedAt === null ? null : dayOfIso(article.publishedAt),
        marks,
        lead: vector(timesOf(article.lead), KEPT.lead),
        people: namesOf(article.entities, "person"),
        places: namesOf(article.entities, "place"),
        points: pointsOf(article.entities),
        countries: countriesOf(article.entities),
        heads: headPlacesOf(article),
      };
      const wordsOf = (sketch: IncidentSketch, whole: SparseVector): Pick<Account, "words" | "passage"> => {
        const passage = sketch.words ? vector(timesOf(sketch.words), KEPT.words) : whole;
        return { words: sketch.main ? whole : passage, passage };
      };
      const accounts = article.incidents.map((sketch, at): Account => ({
        ...shared,
        ...factsOf(sketch),
        sketch: at,
        kind: sketch.kind,
        main: sketch.main,
        ...wordsOf(sketch, words),
      }));
      const itself: Account = { ...shared, ...NO_FACTS, sketch: -1, kind: "incident", main: true, words, passage: words };
      return accounts.some(({ main, kind }) => main && kind === "incident") ? accounts : [...accounts, itself];
    },
  };
}

type Facts = Pick<Account, "days" | "place" | "killed" | "injured" | "cause">;
const NO_FACTS: Facts = { days: null, place: null, killed: null, injured: null, cause: "unknown" };

function factsOf({ date, place, tolls, cause }: IncidentSketch): Facts {
  const best = (outcome: string): number | null =>
    tolls.find((toll) => toll.outcome === outcome && toll.modality === "reported")?.best ?? null;
  return {
    days: date && [dayOfIso(date.from), dayOfIso(date.to)],
    place: place && comparedPlace(place),
    killed: best("killed"),
    injured: best("injured"),
    cause,
  };
}

const comparedPlace = ({ name, latitude, longitude, country, what, geonameid }: NonNullable<IncidentSketch["place"]>): ComparedPlace => ({
  name: foldPlain(name),
  hash: hashName("place", foldPlain(name)),
  point: geonameid === undefined ? hashName("place", foldPlain(name)) : hashPoint(geonameid),
  ...(latitude !== undefined && { latitude }),
  ...(longitude !== undefined && { longitude }),
  ...(country !== undefined && { country }),
  ...(what !== undefined && { what }),
  ...(geonameid !== undefined && { geonameid }),
});

function* timesOf({ hashes, counts }: WordCounts): Generator<readonly [number, number]> {
  for (let i = 0; i < hashes.length; i++) yield [hashes[i] as number, counts[i] ?? 1];
}

/** Hashes of the names of a kind, ascending. A person counts with first and last name only: a last name alone has many bearers. */
function namesOf(entities: CollatedArticle["entities"], kind: NameMention["kind"]): Int32Array {
  const hashes = new Set<number>();
  for (const entity of entities) {
    if (entity.kind !== kind) continue;
    const words = foldPlain(entity.name).split(" ");
    if (kind === "person" && words.length < 2) continue;
    hashes.add(hashName(kind, kind === "person" ? `${words[0]} ${words.at(-1)}` : words.join(" ")));
  }
  return Int32Array.from(hashes).sort();
}

/** Hashes of the places that the gazetteer knows, ascending. */
function pointsOf(entities: CollatedArticle["entities"]): Int32Array {
  const known = entities.flatMap(({ kind, location }) => (kind === "place" && location?.geonameid != null ? [location.geonameid] : []));
  return Int32Array.from(new Set(known.map(hashPoint))).sort();
}

const hashPoint = (geonameid: number): number => hashWord(`point:${geonameid}`);

function countriesOf(entities: CollatedArticle["entities"]): Int32Array {
  const codes = entities.flatMap(({ kind, location }) => (kind === "place" && location?.country ? [location.country] : []));
  return Int32Array.from(new Set(codes.map((code) => hashWord(`country:${code}`)))).sort();
}

/** Places named most in a text that it is set in. */
const HEADS = 3;

function headPlacesOf({ entities, scene }: CollatedArticle): Int32Array {
  const most = entities
    .filter(({ kind }) => kind === "place")
    .sort((a, b) => b.mentions - a.mentions)
    .slice(0, HEADS);
  const names = [...scene.titlePlaces, ...most.map(({ name }) => name)];
  return Int32Array.from(new Set(names.map((name) => hashName("place", foldPlain(name))))).sort();
}

const hashName = (kind: NameMention["kind"], folded: string): number => hashWord(`${kind}:${folded}`);

/** Lower case, without accents, marks and a leading article. */
export const foldPlain = (name: string): string =>
  name
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^the /, "");
