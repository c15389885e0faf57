import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { PlaceKind } from "../../model/place.js";

/** What words beside a name say of its kind. */
export interface PlaceTypes {
  /** The kinds that a word after a name allows ("Kano state"); null where it says nothing. */
  readonly after: (word: string) => ReadonlySet<PlaceKind> | null;
  /** The kinds that a word and "of" before a name allow ("the state of Kano"). */
  readonly before: (word: string) => ReadonlySet<PlaceKind> | null;
  /** True for what is often named for the town that it lies in ("Hama Military Airport", not "Hama Street"). */
  readonly isNamedForTown: (word: string) => boolean;
  /** True for a part of a place: "western". */
  readonly isDirection: (word: string) => boolean;
}

/** Reads `lexicons/place-types.tsv`. */
export function readPlaceTypes(lexicons: Lexicons): PlaceTypes {
  const after = new Map<string, ReadonlySet<PlaceKind>>();
  const named = new Set<string>();
  const directions = new Set<string>();
  const before = new Map<string, ReadonlySet<PlaceKind>>();
  for (const { word = "", kinds = "", side = "", named_for: owner = "" } of lexicons.get("place-types") ?? []) {
    if (kinds === "direction") {
      directions.add(word);
      continue;
    }
    if (owner === "yes") named.add(word);
    const set = new Set(kinds.split(";") as PlaceKind[]);
    after.set(word, set);
    if (side === "both") before.set(word, set);
  }
  return {
    after: (word) => after.get(word) ?? null,
    before: (word) => before.get(word) ?? null,
    isNamedForTown: (word) => named.has(word),
    isDirection: (word) => directions.has(word),
  };
}
