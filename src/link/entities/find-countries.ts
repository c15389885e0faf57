import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { Mention, NameMention } from "../../model/mention.js";
import type { PersonCues } from "./person-cues.js";
import type { PlaceKey } from "./place-key.js";

/** Gives, for each person mentioned, the ISO 3166-1 code of the country that the words around the mention give, or null. */
export type PersonCountries = (
  mentions: readonly NameMention[],
  cues: readonly PersonCues[],
  text: string,
  all: readonly Mention[],
) => readonly (string | null)[];

/** Units between a country and the name of its president. */
const NEAR = 60;

/** The codes of countries by their places' key, the European Union's among them. */
export function countryCodes(lexicons: Lexicons, placeKey: PlaceKey): ReadonlyMap<string, string> {
  return new Map([
    ...(lexicons.get("countries") ?? []).map(({ name = "", code = "" }) => [placeKey(name), code] as const),
    ["eu", "EU"],
    ["european union", "EU"],
  ]);
}

/** Reads "Russian President X", "Kenya's finance minister, X" and "X, the Polish prime minister". */
export function createPersonCountries(codes: ReadonlyMap<string, string>, placeKey: PlaceKey): PersonCountries {
  return (mentions, cues, text, all) => {
    const places = all.filter((mention) => mention.kind === "place" || mention.kind === "group");
    let next = 0;
    return mentions.map((mention, i) => {
      while (next < places.length && (places[next]?.end ?? 0) <= mention.start) next++;
      const [before, behind] = [places[next - 1], places[next]];
      const code = (place: Mention): string | null => codes.get(placeKey(place.text)) ?? null;
      if (
        before &&
        (cues[i]?.offices.length ?? 0) > 0 &&
        mention.start - before.end < NEAR &&
        /^(?:['’]s?)?(?:[ \n][\p{L}\p{M}'’-]+){1,6},? $/u.test(text.slice(before.end, mention.start))
      )
        return code(before);
      if (
        behind &&
        behind.start - mention.end < NEAR &&
        /^, (?:\d+, )?(?:who is )?(?:an? |the )?(?:[\p{Ll}-]+ ){0,3}(?:(?:of|from|for|in) (?:the )?)?$/u.test(
          text.slice(mention.end, behind.start),
        )
      )
        return code(behind);
      return null;
    });
  };
}
