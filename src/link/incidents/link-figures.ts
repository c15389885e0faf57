import type { CasualtyMention, DateMention, FigureLink, Mention, NameMention } from "../../model/mention.js";
import type { AnalyzedText } from "../../model/token.js";
import { sentenceFinder } from "./sentence-finder.js";

type Located = NameMention | DateMention;

/** Prepositions that set a place or a day: "in Kano", "near the port", "on Monday". */
const SETTING = /\b(?:in|at|near|outside|inside|around|across|from|on|of|north|south|east|west|throughout|during|since|off)(?: the| a| an)?(?: [\p{L}'’-]+){0,2} $/iu;

/**
 * Gives every casualty figure the place and the date mention that it belongs to, with the reason: one in its clause,
 * else in its sentence, else in the sentence before, else the first of the article (the lead or the dateline). Within
 * a sentence a mention behind a preposition of place goes before one without, then the nearest, then the earlier.
 */
export function linkFigures(analyzed: AnalyzedText, mentions: readonly Mention[]): readonly Mention[] {
  const places = mentions.filter((m): m is NameMention => m.kind === "place");
  const dates = mentions.filter((m): m is DateMention => m.kind === "date" && (m.type === "DATE" || m.type === "TIME") && m.value !== "PRESENT_REF" && m.value !== "PAST_REF" && m.value !== "FUTURE_REF");
  if (!mentions.some((m) => m.kind === "casualty")) return mentions;
  // Outside its own sentence a figure takes a day or a week, never "the early 2000s".
  const days = dates.filter((m) => m.from !== null && m.to !== null && m.from.slice(0, 4) === m.to.slice(0, 4) && Number(m.to.slice(5, 7)) - Number(m.from.slice(5, 7)) <= 1);
  const sentenceOf = sentenceFinder(analyzed);
  const placesBySentence = bySentence(places, sentenceOf);
  const daysBySentence = bySentence(days, sentenceOf);
  const datesBySentence = bySentence(dates, sentenceOf);
  return mentions.map((mention) => mention.kind !== "casualty" ? mention : {
    ...mention,
    place: link(analyzed, mention, placesBySentence, places[0] ?? null, sentenceOf, placesBySentence),
    date: link(analyzed, mention, datesBySentence, days[0] ?? dates[0] ?? null, sentenceOf, daysBySentence),
  });
}

function link(
  analyzed: AnalyzedText, figure: CasualtyMention, bySentence: ReadonlyMap<number, readonly Located[]>, lead: Located | null,
  sentenceOf: (at: number) => number, around: ReadonlyMap<number, readonly Located[]>,
): FigureLink | null {
  const own = sentenceOf(figure.start);
  const here = (bySentence.get(own) ?? []).filter((m) => m.end <= figure.start || m.start >= figure.end);
  const clause = clauseAround(analyzed, figure, own);
  const near = here.filter((m) => m.start >= clause.start && m.end <= clause.end);
  const found = nearest(analyzed.text, figure, near);
  if (found) return asLink(found, "clause");
  const wider = nearest(analyzed.text, figure, here);
  if (wider) return asLink(wider, "sentence");
  const before = around.get(own - 1)?.at(-1);
  if (before) return asLink(before, "sentence-before");
  return lead && lead.start < figure.start ? asLink(lead, "lead") : lead ? asLink(lead, "article") : null;
}

const asLink = ({ start, end, text }: Located, reason: string): FigureLink => ({ start, end, text, reason, confidence: 0.5 });

/** The stretch between the semicolons, "while" and "but" around a figure. */
function clauseAround({ text, sentences }: AnalyzedText, figure: CasualtyMention, sentence: number): { readonly start: number; readonly end: number } {
  const whole = sentences[sentence] ?? figure;
  const cue = figure.cue ?? figure;
  const from = Math.min(cue.start, figure.start);
  const to = Math.max(cue.end, figure.end);
  const boundary = /;|,? (?:while|but|whereas|although) |, and (?=(?:at least |about |some |another )?(?:\d|\p{Ll}+ (?:people|others|more)))/giu;
  let start = whole.start;
  let end = whole.end;
  for (const match of text.slice(whole.start, whole.end).matchAll(boundary)) {
    const at = whole.start + match.index;
    if (at < from) start = Math.max(start, at);
    else if (at >= to) {
      end = at;
      break;
    }
  }
  return { start, end };
}

function nearest(text: string, figure: CasualtyMention, candidates: readonly Located[]): Located | null {
  const cue = figure.cue ?? figure;
  const rank = (m: Located): number => {
    const distance = Math.min(Math.abs(m.start - cue.end), Math.abs(cue.start - m.end), Math.abs(m.start - figure.end), Math.abs(figure.start - m.end));
    return (SETTING.test(text.slice(Math.max(0, m.start - 48), m.start)) ? 0 : 100_000) + distance;
  };
  let best: Located | null = null;
  for (const candidate of candidates) if (!best || rank(candidate) < rank(best)) best = candidate;
  return best;
}

function bySentence<M extends Located>(mentions: readonly M[], sentenceOf: (at: number) => number): ReadonlyMap<number, readonly M[]> {
  const map = new Map<number, M[]>();
  for (const mention of mentions) {
    const sentence = sentenceOf(mention.start);
    const list = map.get(sentence);
    if (list) list.push(mention);
    else map.set(sentence, [mention]);
  }
  return map;
}
