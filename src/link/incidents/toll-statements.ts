import type { CasualtyMention } from "../../model/mention.js";
import type { AnalyzedText } from "../../model/token.js";

/** Figures that one clause states together, as one number: a running total, or coordinated figures added up. */
export interface Statement {
  readonly figures: readonly CasualtyMention[];
  /** Starts of the named victims that it counts besides. */
  readonly named?: readonly number[];
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** A number that stands for an earlier one: "the toll rose to 12". */
  readonly running: boolean;
  /** All its figures come on top of a total that stands elsewhere: "nine more bodies were found". */
  readonly increment: boolean;
  /** The sentence says that it puts a lower number in the place of a higher one. */
  readonly lowered: boolean;
  /** The sentence sums up: "Overall, nine people died". */
  readonly total: boolean;
  readonly sentence: number;
  readonly attribution: string | null;
}

/** Words that put a number in the place of an earlier one. */
const UPDATE = /\b(?:increased|raised|revised|updated|climbed|risen|rose|raising|bringing|brings|brought)\b[^.;]{1,80}\bto\s$/i;
/** Reports that follow earlier ones. */
const LATER =
  /\b(?:later|subsequent|updated|newer) (?:reports?|figures?|counts?|estimates?|statements?)\b|\blater (?:said|put|confirmed|announced|reported|gave|told)\b/i;
const LOWERED = /\b(?:lowered|reduced|cut|corrected|revised (?:down|downwards?))\b/i;
/** Openings of a sentence that adds up what the article tells, behind note marks of an encyclopedia. */
const SUMS_UP = /^(?:\[[^\]]{1,6}\]|\W)*(?:overall|in all|altogether|in total|all told|collectively|in sum)\b/i;

/**
 * Groups figures by the words that state their outcome: running totals keep their last number, lists are added up,
 * and what comes on top of a statement joins it.
 */
export function statementsOf(
  figures: readonly CasualtyMention[],
  sentenceOf: (at: number) => number,
  analyzed: AnalyzedText,
): readonly Statement[] {
  const groups = new Map<string, CasualtyMention[]>();
  for (const figure of figures) {
    const key = `${sentenceOf(figure.start)}:${figure.cue?.start ?? figure.start}`;
    const group = groups.get(key);
    if (group) group.push(figure);
    else groups.set(key, [figure]);
  }
  const statements: Statement[] = [];
  for (const group of groups.values()) {
    const first = group[0];
    if (!first) continue;
    const sentence = analyzed.sentences[sentenceOf(first.start)];
    const wording = sentence ? analyzed.text.slice(sentence.start, sentence.end) : "";
    const updates = (sentence !== undefined && UPDATE.test(analyzed.text.slice(sentence.start, first.start))) || LATER.test(wording);
    // Another source's count stands beside the first one, whatever its place in the text.
    const running = updates || (first.by === "casualty:toll" && !isRival(first, statements));
    const members = running ? group.slice(-1) : group;
    const statement: Statement = {
      figures: members,
      running,
      increment: members.every((f) => f.increment === true),
      lowered: LOWERED.test(wording),
      total: SUMS_UP.test(wording) && first.scope === "incident",
      sentence: sentenceOf(first.start),
      attribution: first.attribution,
      value: sumOf(members.map((f) => f.value)),
      low: sumOf(members.map((f) => f.low ?? (f.qualifier === "approximate" ? f.value : f.low))),
      high: sumOf(members.map((f) => f.high ?? (f.qualifier === "approximate" ? f.value : f.high))),
    };
    const previous = statements.at(-1);
    if (previous && !running && !previous.running && addsTo(previous, statement, first, analyzed.text)) {
      statements[statements.length - 1] = {
        ...previous,
        figures: [...previous.figures, ...members],
        value: sumOf([previous.value, statement.value]),
        low: sumOf([previous.low, statement.low]),
        high: sumOf([previous.high, statement.high]),
      };
    } else statements.push(statement);
  }
  return statements;
}

/** True for a number of a source other than that of the first number. */
export function isRival(figure: CasualtyMention, before: readonly Statement[]): boolean {
  const source = before.find(({ attribution }) => attribution !== null)?.attribution ?? null;
  return source !== null && figure.attribution !== null && source.toLowerCase() !== figure.attribution.toLowerCase();
}

/**
 * "Killed a family of four, then shot two other people": the second comes on top of the first. The dead are added up
 * two sentences further on too; of the wounded, "three others" there are others than the dead.
 */
function addsTo(previous: Statement, next: Statement, figure: CasualtyMention, text: string): boolean {
  const gap = next.sentence - previous.sentence;
  return gap === 0 ? figure.increment === true : figure.outcome === "killed" && gap <= 2 && comesOnTop(figure, text);
}

/** True for a figure that comes on top of what was told before: "two more died", "a guard was also killed". */
export function comesOnTop(figure: CasualtyMention, text: string): boolean {
  const to = figure.cue?.end ?? figure.end;
  return figure.increment === true || (to > figure.end && / also /i.test(text.slice(figure.end, to)));
}

/** The sum; null where one of the numbers is unknown. */
export const sumOf = (numbers: readonly (number | null)[]): number | null =>
  numbers.reduce<number | null>((sum, n) => (sum === null || n === null ? null : sum + n), 0);
