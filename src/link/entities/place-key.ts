import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import { foldName } from "./fold-name.js";

/** Gives the key under which wordings of one place meet: its country's name for aliases and demonyms, else itself. */
export type PlaceKey = (wording: string) => string;

/** Reads the aliases and demonyms of `lexicons/countries.tsv`. */
export function createPlaceKey(lexicons: Lexicons): PlaceKey {
  const keys = new Map<string, string>();
  for (const { name = "", aliases = "", demonyms = "" } of lexicons.get("countries") ?? []) {
    for (const wording of [name, ...aliases.split(";"), ...demonyms.split(";")]) {
      const key = foldName(wording);
      // Of two countries that share a demonym (Congolese) the first keeps it.
      if (key && !keys.has(key)) keys.set(key, foldName(name));
    }
  }
  return (wording) => {
    const key = foldName(wording).replace(/^the /, "");
    return keys.get(key) ?? key;
  };
}
