import type { Scope } from "../../model/casualty.js";
import type { CasualtyMention } from "../../model/mention.js";
import type { AnalyzedText } from "../../model/token.js";
import { partsOf, type Placed } from "./parts.js";

const PERIOD = /\b(?:so far this|since (?!then\b)(?:the\b|\d{4}|[a-z]+ \d|january|february|march|april|may|june|july|august|september|october|november|december|early|late|mid|last|it began|they)|(?<!\b(?:earlier|later|late|early) )this year|in recent (?:days|weeks|months|years)|(?:in|over|during|within) the (?:past|last|ensuing|following|previous) (?:\w+ ){0,3}(?:weeks?|months?|years?|decades?)|over the (?:years|course)|(?:in|over|(?:dragged|raged|lasted|gone|going|continued|run|ran|fought)(?: (?:on|out))? for) (?:more than |over |nearly |almost |about |at least )?(?:two|three|four|five|six|seven|eight|nine|ten|several|\d+) (?:weeks|months|years|decades)|(?:each|every|per) (?:year|month|week|day)|annually|a year\b(?! (?:after|ago|before|earlier|later|old|since|to the day))|to date\b|between (?:january|february|march|april|may|june|july|august|september|october|november|december|\d{4}) (?:\d{4} )?and (?:january|february|march|april|may|june|july|august|september|october|november|december|\d{4})|from (?:january|february|march|april|may|june|july|august|september|october|november|december|\d{4}) (?:\d{4} )?(?:to|until|through) |in (?:january|february|march|april|may|june|july|august|september|october|november|december) alone|(?:in|over|during) the (?:past|last|previous) (?:day|\d+ hours|week)\b|(?:in|over|during) the (?:\w+ )?(?:quarter|same period|period)\b|this (?:spring|month’s|month's|season’s|season's)|season[’']s|since \d{1,2} [a-z]+|until the end of|by the end of that year|over the past day|(?:in|during|by) the (?:[\w-]+ ){0,2}(?:war|conflict|campaign|pandemic|insurgency|occupation|uprising|crackdown|genocide)\b|during the (?:season|year)|(?:in|amid|as part of) (?:an? |the |its |their |his )?(?:[\w-]+ ){0,3}(?:crackdown|purge)\b|\w+ season\b|(?:nationwide|world ?wide|globally)\b(?! (?!(?:since|so|in|as|by|and|on|during|from|to|have|has|were|are)\b)[a-z])|in \d{4} alone|alone this)/i;
const EVENTS = /\b(?:in|by|during|after|from|across) (?:(?:the|these|those|such|other|an?) )?(?:(?:\w+ ){0,2}(?:and|series of|string of|spate of|wave of|separate) )?(?:\w+ ){0,2}(?:attacks|bombings|shootings|incidents|accidents|killings|massacres|disasters|floods and)\b/i;
const ONE_TARGET = /\b(?:twin|double|triple|dual|back-to-back|coordinated)\b/i;
const PRESENT_PERIOD = /(?<!\b(?:earlier|later|late|early) )\bthis (?:week|month|season|summer|winter)\b/i;
/** Several places under one number: one attack strikes one, a storm or a quake all of them. */
const PLACES = /^[^,;]{0,60}\b(?:in|across|on) (?:at least |more than |as many as )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|different|various|multiple|numerous) (?:\w+ ){0,2}(?:districts|provinces|states|regions|cities|towns|villages|communities|countries|locations|places|areas|neighbou?rhoods|municipalities|counties|camps|cantons|governorates)\b/;
const PLACE_LIST = /^[^,;]{0,40},? in \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?(?:, \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?){1,5},? and \p{Lu}/u;
const ONE_DISASTER = /\b(?:quakes?|earthquakes?|tremors?|tsunami|storms?|cyclone|hurricane|typhoon|floods?|flooding|tornado(?:es)?|wildfires?|landslides?|mudslides?|rains?|monsoon|eruption|volcano|heat ?wave|derailed|crash(?:ed)?|collapsed?)\b/i;
/** "From both the storm and the landslides". */
const BOTH = /\b(?:from|in|by|of) both (?:the )?[\w' -]{2,40} and\b/i;
/** A following phrase with a total of its own: "…, pushing the season's toll to 87". */
const RUNNING_ON = /,? (?:pushing|bringing|taking|raising|lifting)\b/;

/** "The deadliest attack in two years", "the third since March": a comparison with others, no total. */
const COMPARED = /\b(?:(?:deadli|bloodi|heavi|busi|larg|bigg|high|low|lat|earli|fierc|grav|strong|long|great|harsh|sever|tough|sharp|wid|hott|wett|cold|dri|warm|old|young|rich|poor)est|first|second|third|fourth|fifth|last|worst|most \p{L}+)(?: [\p{L}'’-]+){0,4} (?:in|since|for|of|over)(?: [\p{L}\d'’-]+){1,5}/giu;

/** True where the wording around a figure makes it a total over a period or over several events. */
export function soundsCumulative(wording: string, perfect: boolean): boolean {
  const clause = wording.length < REACH ? wording.replace(COMPARED, " ") : wording;
  return PERIOD.test(clause) || BOTH.test(clause) || EVENTS.test(clause) && !ONE_TARGET.test(clause) || perfect && PRESENT_PERIOD.test(clause);
}

/** So much of the sentence around a figure is looked at (UTF-16 units): a list without an end is read in linear time. */
const REACH = 400;

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
  if (scope === "cumulative" && on >= 0 && !soundsCumulative(`${before}#${after.slice(0, on)}`, false)) return "incident";
  if (scope !== "incident") return scope;
  const opening = /^[^,;]{4,60},/.exec(before)?.[0] ?? "";
  const period = PERIOD.exec(opening);
  if (period && period.index < 4 && outcome !== "detained" && !before.includes(";")) return "cumulative";
  const scattered = (PLACES.test(after) || PLACE_LIST.test(after)) && !ONE_DISASTER.test(before + after);
  return scattered && outcome !== "displaced" && outcome !== "missing" ? "cumulative" : scope;
}
