import type { Scope } from "../../model/casualty.js";
import type { CasualtyMention } from "../../model/mention.js";
import type { AnalyzedText } from "../../model/token.js";

const PERIOD = /\b(?:so far this|since (?!then\b)(?:the\b|\d{4}|[a-z]+ \d|january|february|march|april|may|june|july|august|september|october|november|december|early|late|mid|last|it began|they)|this year|in recent (?:days|weeks|months|years)|(?:in|over|during|within) the (?:past|last|ensuing|following|previous) (?:\w+ ){0,3}(?:weeks?|months?|years?|decades?)|over the (?:years|course)|(?:for|in|over) (?:more than |over |nearly |almost |about |at least )?(?:two|three|four|five|six|seven|eight|nine|ten|several|\d+) (?:weeks|months|years|decades)|(?:each|every|per) (?:year|month|week|day)|annually|a year\b|to date\b|between (?:january|february|march|april|may|june|july|august|september|october|november|december|\d{4}) (?:\d{4} )?and (?:january|february|march|april|may|june|july|august|september|october|november|december|\d{4})|from (?:january|february|march|april|may|june|july|august|september|october|november|december|\d{4}) (?:\d{4} )?(?:to|until|through) |in (?:january|february|march|april|may|june|july|august|september|october|november|december) alone|(?:in|over|during) the (?:past|last|previous) (?:day|\d+ hours|week)\b|(?:in|over|during) the (?:\w+ )?(?:quarter|same period|period)\b|this (?:spring|month’s|month's|season’s|season's)|season[’']s|since \d{1,2} [a-z]+|until the end of|by the end of that year|over the past day|during the (?:war|conflict|campaign|pandemic|season|year|insurgency|occupation|uprising|crackdown|genocide)|\w+ season\b|nationwide|world ?wide|globally|in \d{4} alone|alone this)/i;
const EVENTS = /\b(?:in|by|during|after|from|across) (?:(?:the|these|those|such|other|an?) )?(?:(?:\w+ ){0,2}(?:and|series of|string of|spate of|wave of|separate) )?(?:\w+ ){0,2}(?:attacks|bombings|shootings|incidents|accidents|killings|massacres|disasters|floods and)\b/i;
const ONE_TARGET = /\b(?:twin|double|triple|dual|back-to-back|coordinated)\b/i;
const PRESENT_PERIOD = /(?<!\b(?:earlier|later|late|early) )\bthis (?:week|month|season|summer|winter)\b/i;

/** True where the wording around a figure makes it a total over a period or over several events. */
export function soundsCumulative(clause: string, perfect: boolean): boolean {
  return PERIOD.test(clause) || EVENTS.test(clause) && !ONE_TARGET.test(clause) || perfect && PRESENT_PERIOD.test(clause);
}

const exact = (m: CasualtyMention): number | null => (m.value !== null && m.value > 0 ? m.value : null);

/**
 * Settles what only the passage shows: two or more figures of one outcome in a sentence that add up to a figure of
 * one of the two sentences before are parts of it.
 */
export function settleScopes(mentions: readonly CasualtyMention[], analyzed: AnalyzedText): readonly CasualtyMention[] {
  const sentenceOf = new Map<CasualtyMention, number>();
  let s = 0;
  for (const mention of mentions) {
    while (s < analyzed.sentences.length - 1 && (analyzed.sentences[s]?.end ?? 0) <= mention.start) s++;
    sentenceOf.set(mention, s);
  }
  const parts = new Set<CasualtyMention>();
  for (let i = 0; i < mentions.length; ) {
    const here = sentenceOf.get(mentions[i] as CasualtyMention) ?? 0;
    let j = i;
    while (j < mentions.length && sentenceOf.get(mentions[j] as CasualtyMention) === here) j++;
    const group = mentions.slice(i, j);
    for (const outcome of new Set(group.map((m) => m.outcome))) {
      const own = group.filter((m) => m.outcome === outcome && m.scope !== "subset" && exact(m) !== null);
      const sum = own.reduce((total, m) => total + (exact(m) ?? 0), 0);
      const total = mentions.slice(Math.max(0, i - 12), i).find((m) => m.outcome === outcome && !m.implicit && exact(m) === sum && here - (sentenceOf.get(m) ?? 0) <= 2);
      if (own.length > 1 && total) for (const m of own) parts.add(m);
    }
    i = j;
  }
  return mentions.map((m) => (parts.has(m) ? { ...m, scope: "subset" as Scope } : m));
}
