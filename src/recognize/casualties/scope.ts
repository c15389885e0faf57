import type { Scope } from "../../model/casualty.js";
import type { CasualtyMention } from "../../model/mention.js";
import type { AnalyzedText } from "../../model/token.js";
import type { CompileWording } from "./compile-pattern.js";
import { partPatterns, partsOf, type PartPatterns, type Placed } from "./parts.js";
import { isCumulative } from "./scope-rows.js";
import type { Claim } from "./claim.js";

/** The wordings that settle scope, compiled once from the lexicons. */
export interface ScopePatterns extends PartPatterns {
  /** Several places under one number: one attack strikes one, a storm or a quake all of them. */
  readonly places: RegExp;
  /** The same before a figure: "attacked three villages, killing 12". */
  readonly struckPlaces: RegExp;
  readonly oneDisaster: RegExp;
  readonly compile: CompileWording;
}

export const scopePatterns = (compile: CompileWording): ScopePatterns => ({
  ...partPatterns(compile),
  compile,
  places: compile("^[^,;]{0,60}\\b(?:in|across|on) (?:at least |more than |as many as )?<some-number> (?:\\w+ ){0,2}<places>\\b"),
  struckPlaces: compile("\\b<strike> (?:at least |more than |as many as )?<some-number> (?:\\w+ ){0,2}<places>\\b[^.;]*$", "i"),
  oneDisaster: compile("\\b(?:<disaster>|derailed|crash(?:ed)?|collapsed?)\\b", "i"),
});

const PLACE_LIST =
  /^[^,;]{0,40},? in \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?(?:, \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?){1,5},? and \p{Lu}/u;
/** A following phrase with a total of its own: "…, pushing the season's toll to 87". */
const RUNNING_ON = /,? (?:pushing|bringing|taking|raising|lifting)\b/;

/** "The deadliest attack in two years", "the third since March": a comparison with others, no total. */
const COMPARED =
  "\\b(?:(?!(?:arr|prot|for|w|gu|unr|inter|requ|cont)est)\\w{3,}est|<rank>(?! (?:[\\w-]+ )?<long-unit> of\\b)" +
  "|last(?! (?:\\w+[’']s|<calendar-unit>)\\b)|worst|most \\w+)" +
  "(?: [\\w'’-]+){0,4} (?:in|since|for|of|over)(?: [\\w'’-]+){1,5}";

/** A clause without its comparisons, as far as it is looked at. */
export const withoutComparisons = (clause: string, compile: CompileWording): string =>
  clause.length < REACH ? clause.replace(compile(COMPARED, "gi"), " ") : clause;

/** True where the wording around a figure, without its grammar, makes it a total over a period or over several events. */
const soundsCumulative = (wording: string, compile: CompileWording): boolean =>
  isCumulative({ claim: NOBODY, chunks: [], clause: withoutComparisons(wording, compile), perfect: false, compile });

/** So much of the sentence around a figure is looked at (UTF-16 units): a list without an end is read in linear time. */
const REACH = 400;

/** Wording alone has no claim. */
const NOBODY = { np: { quantity: null, noun: null }, trigger: -1 } as unknown as Claim;

/** Settles what only the sentence or the passage shows: totals over a period, and parts of a total told before. */
export function settleScopes(
  mentions: readonly CasualtyMention[],
  { sentences, text }: AnalyzedText,
  patterns: ScopePatterns,
): readonly CasualtyMention[] {
  let s = 0;
  const placed = mentions.map((mention): Placed => {
    while (s < sentences.length - 1 && (sentences[s]?.end ?? 0) <= mention.start) s++;
    const { start, end } = sentences[s] ?? mention;
    const place = {
      sentence: s,
      before: text.slice(Math.max(start, mention.start - REACH), mention.start),
      after: text.slice(mention.end, Math.min(end, mention.end + REACH)),
    };
    const scope = scopeInSentence(mention, place, patterns);
    return { ...place, figure: scope === mention.scope ? mention : { ...mention, scope } };
  });
  const parts = partsOf(placed, patterns);
  return placed.map(({ figure }) => (parts.has(figure) ? { ...figure, scope: "subset" as Scope } : figure));
}

/** A period that opens the sentence ("Since March, when…") holds for its figures; one behind "pushing the toll" does not. */
function scopeInSentence(
  { scope, outcome, by, implicit }: CasualtyMention,
  { before, after }: Pick<Placed, "before" | "after">,
  { places, struckPlaces, oneDisaster, compile }: ScopePatterns,
): Scope {
  const on = by === "casualty:toll" ? -1 : after.search(RUNNING_ON);
  if (scope === "cumulative" && on >= 0 && !soundsCumulative(`${before}#${after.slice(0, on)}`, compile)) return "incident";
  // A single victim without a number is no total.
  if (scope !== "incident" || implicit) return scope;
  const opening = /^[^,;]{4,60},/.exec(before)?.[0] ?? "";
  const opensWithPeriod =
    /^.{0,4}(?:since|in|over|during|within|between|from|so far|this|to date|each|every) /i.test(opening) &&
    soundsCumulative(opening, compile);
  if (opensWithPeriod && outcome !== "detained" && !before.includes(";")) return "cumulative";
  const scattered = (places.test(after) || struckPlaces.test(before) || PLACE_LIST.test(after)) && !oneDisaster.test(before + after);
  return scattered && outcome !== "displaced" && outcome !== "missing" ? "cumulative" : scope;
}
