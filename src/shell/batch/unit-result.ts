import type { Origin } from "../../formats/tables/table.js";
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

/** What a unit yields: plain data, written to the journal as JSON. */
export interface UnitResult {
  readonly items: readonly UnitItem[];
  readonly warnings: readonly Diagnostic[];
}

export interface UnitOptions {
  /** Publication date for articles that state none. */
  readonly defaultDate: string | null;
  /** Reads articles that are not English as well. */
  readonly anyLanguage: boolean;
}

/** A unit's result from the JSON of a worker or of a journal. */
export function parseResult(json: string | Uint8Array): UnitResult {
  return JSON.parse(
    typeof json === "string" ? json : Buffer.from(json.buffer, json.byteOffset, json.length).toString("utf8"),
  ) as UnitResult;
}

/** An article that is none, and why. */
export function rejection(id: string | null, place: string, code: string, reason: string): Extract<UnitItem, { outcome: "rejected" }> {
  return { outcome: "rejected", id, place, code, reason };
}
