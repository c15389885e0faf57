import type { Scope } from "../../model/casualty.js";
import type { CasualtyMention } from "../../model/mention.js";
import type { AnalyzedText } from "../../model/token.js";
import { partsOf, type Placed } from "./parts.js";
import { isCumulative } from "./scope-rows.js";
import type { Claim } from "./claim.js";

/** Several places under one number: one attack strikes one, a storm or a quake all of them. */
const PLACES = /^[^,;]{0,60}\b(?:in|across|on) (?:at least |more than |as many as )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|different|various|multiple|numerous) (?:\w+ ){0,2}(?:districts|provinces|states|regions|cities|towns|villages|communities|countries|locations|places|areas|neighbou?rhoods|municipalities|counties|camps|cantons|governorates)\b/;
const PLACE_LIST = /^[^,;]{0,40},? in \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?(?:, \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?){1,5},? and \p{Lu}/u;
const ONE_DISASTER = /\b(?:quakes?|earthquakes?|tremors?|tsunami|storms?|cyclone|hurricane|typhoon|floods?|flooding|tornado(?:es)?|wildfires?|landslides?|mudslides?|rains?|monsoon|eruption|volcano|heat ?wave|derailed|crash(?:ed)?|collapsed?)\b/i;
/** A following phrase with a total of its own: "…, pushing the season's toll to 87". */
const RUNNING_ON = /,? (?:pushing|bringing|taking|raising|lifting)\b/;

/** "The deadliest attack in two years", "the third since March": a comparison with others, no total. */
const COMPARED = /\b(?:(?:deadli|bloodi|heavi|busi|larg|bigg|high|low|lat|earli|fierc|grav|strong|long|great|harsh|sever|tough|sharp|wid|hott|wett|cold|dri|warm|old|young|rich|poor)est|first|second|third|fourth|fifth|last|worst|most \p{L}+)(?: [\p{L}'’-]+){0,4} (?:in|since|for|of|over)(?: [\p{L}\d'’-]+){1,5}/giu;

/** A clause without its comparisons, as far as it is looked at. */
export const withoutComparisons = (clause: string): string => (clause.length < REACH ? clause.replace(COMPARED, " ") : clause);

/** True where the wording around a figure, without its grammar, makes it a total over a period or over several events. */
const soundsCumulative = (wording: string): boolean => isCumulative({ claim: NOBODY, chunks: [], clause: withoutComparisons(wording), perfect: false });

/** So much of the sentence around a figure is looked at (UTF-16 units): a list without an end is read in linear time. */
const REACH = 400;

/** Wording alone has no claim. */
const NOBODY = { np: { quantity: null, noun: null }, trigger: -1 } as unknown as Claim;

/** Settles what only the sentence or the passage shows: totals over a period, and parts of a total told before. */
export function settleScopes(mentions: readonly CasualtyMention[], { sentences, text }: AnalyzedText): readonly CasualtyMention[] {
  let s = 0;
  const placed = mentions.map((mention): Placed => {
    while (s < sentences.length - 1 && (sentences[s]?.end ?? 0) <= mention.start) s++;
    const { start, end } = sentences[s] ?? mention;
    const place = { sentence: s, before: text.slice(Math.max(start, mention.start - REACH), mention.start), after: text.slice(mention.end, Math.min(end, mention.end + REACH)) };
    const scope = scopeInSentence(mention, place);
    return { ...place, figure: scope === mention.scope ? mention : { ...mention, scope } };
  });
  const parts = partsOf(placed);
  return placed.map(({ figure }) => (parts.has(figure) ? { ...figure, scope: "subset" as Scope } : figure));
}

/** A period that opens the sentence ("Since March, when…") holds for its figures; one behind "pushing the toll" does not. */
function scopeInSentence({ scope, outcome, by }: CasualtyMention, { before, after }: Pick<Placed, "before" | "after">): Scope {
  const on = by === "casualty:toll" ? -1 : after.search(RUNNING_ON);
  if (scope === "cumulative" && on >= 0 && !soundsCumulative(`${before}#${after.slice(0, on)}`)) return "incident";
  if (scope !== "incident") return scope;
  const opening = /^[^,;]{4,60},/.exec(before)?.[0] ?? "";
  const opensWithPeriod = /^.{0,4}(?:since|in|over|during|within|between|from|so far|this|to date|each|every) /i.test(opening) && soundsCumulative(opening);
  if (opensWithPeriod && outcome !== "detained" && !before.includes(";")) return "cumulative";
  const scattered = (PLACES.test(after) || PLACE_LIST.test(after)) && !ONE_DISASTER.test(before + after);
  return scattered && outcome !== "displaced" && outcome !== "missing" ? "cumulative" : scope;
}
