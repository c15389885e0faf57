import type { CorpusPlace } from "../../model/corpus-incident.js";
import type { SparseVector } from "../sparse-vector.js";

/** What is compared of an article's telling of one incident, or of an article that gives no casualties. */
export interface Account {
  /** The article's place in the input, from 0. */
  readonly article: number;
  /** Its place among the sketches of the article; -1 for an article that gives no main incident. */
  readonly sketch: number;
  readonly kind: "incident" | "aggregate";
  /** True where the article is about it, or gives no incident. */
  readonly main: boolean;
  /** Day of publication, counted from 1970-01-01; null where the article is undated. */
  readonly published: number | null;
  /** First and last day of what happened. */
  readonly days: readonly [from: number, to: number] | null;
  readonly place: ComparedPlace | null;
  readonly killed: number | null;
  readonly injured: number | null;
  readonly cause: string;
  /** Words of the article, or, where it is about something else, of the sentences that tell of the incident. */
  readonly words: SparseVector;
  /** Words of the headline and the first sentences. */
  readonly lead: SparseVector;
  readonly marks: SparseVector;
  /** Words of the sentences that tell of it; those of the article where that tells of nothing else. */
  readonly passage: SparseVector;
  /** Hashes of the full names of people that it gives, ascending. */
  readonly people: Int32Array;
  /** Hashes of the places that it names, ascending. */
  readonly places: Int32Array;
  /** Hashes of those that the gazetteer knows, ascending: of each the same under all its names. */
  readonly points: Int32Array;
  /** Hashes of the countries that these lie in, ascending. */
  readonly countries: Int32Array;
  /** Those of them that it names most or in its headline, ascending: where it is set, whichever of them a figure was linked to. */
  readonly heads: Int32Array;
}

/** A place as two accounts compare it. */
export interface ComparedPlace extends Pick<CorpusPlace, "latitude" | "longitude" | "country" | "what" | "geonameid"> {
  /** Folded. */
  readonly name: string;
  /** Its name as a hash among the places of an article. */
  readonly hash: number;
  /** Its hash among the points of an article; that of its name where the gazetteer does not know it. */
  readonly point: number;
}
