import type { DayOrder } from "../../formats/articles/web/written-days.js";
import type { ArticleTotals, Origin } from "../../formats/tables/table.js";
import type { Article } from "../../model/article.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import type { Layer } from "../../model/layer.js";
import type { Sentence } from "../../model/token.js";

/** What became of one article of a unit. */
export type UnitItem =
  | {
      readonly outcome: "extracted";
      readonly article: Article;
      readonly origin: Origin;
      readonly layer: Layer;
      readonly sentences: readonly Sentence[];
      readonly tokens: number;
      /** The numbers of its MinHash signature; null for a text too short to have one. */
      readonly signature: readonly number[] | null;
    }
  | { readonly outcome: "skipped"; readonly article: Article; readonly origin: Origin; readonly language: string; readonly reason: string }
  | { readonly outcome: "rejected"; readonly id: string | null; readonly place: string; readonly code: string; readonly reason: string };

/** An article that came in parts, without what those hold. */
export interface LongItem {
  readonly outcome: "long";
  /** Its text is empty: the parts have it. */
  readonly article: Article;
  readonly origin: Origin;
  /** Of what was found, only the entities and the tolls. */
  readonly layer: Layer;
  readonly totals: ArticleTotals;
  readonly signature: readonly number[] | null;
  /** Which of the unit's parts are its own, from 0. */
  readonly parts: { readonly first: number; readonly count: number };
}

/** What stands in one part of a long article. Offsets count in the whole text. */
export interface PartRecord {
  /** Where its text begins. */
  readonly start: number;
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly mentions: Layer["mentions"];
  /** Of the title; with the first part alone. */
  readonly titleMentions: Layer["mentions"];
  readonly incidents: NonNullable<Layer["incidents"]>;
}

/** What a unit yields: plain data, written to the journal as JSON. */
export interface UnitResult<Item = UnitItem> {
  readonly items: readonly Item[];
  readonly warnings: readonly Diagnostic[];
}

export interface UnitOptions {
  /** Publication date for articles that state none. */
  readonly defaultDate: string | null;
  /** Which of the numbers of 03/05/2024 is the day, in names of files and near headlines; absent where nobody says. */
  readonly dateOrder?: DayOrder;
  /** Reads articles that are not English as well. */
  readonly anyLanguage: boolean;
}

/** A unit's result from the JSON of a worker or of a journal. */
export function parseResult<Item = UnitItem>(json: string | Uint8Array): UnitResult<Item> {
  return JSON.parse(
    typeof json === "string" ? json : Buffer.from(json.buffer, json.byteOffset, json.length).toString("utf8"),
  ) as UnitResult<Item>;
}

/** An article that is none, and why. */
export function rejection(id: string | null, place: string, code: string, reason: string): Extract<UnitItem, { outcome: "rejected" }> {
  return { outcome: "rejected", id, place, code, reason };
}
