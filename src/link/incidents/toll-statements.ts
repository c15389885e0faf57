import type { CasualtyMention } from "../../model/mention.js";
import type { Telling } from "./set-apart.js";

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

/**
 * Groups figures by the words that state their outcome: running totals keep their last number, lists are added up,
 * and what comes on top of a statement joins it.
 */
export function statementsOf(figures: readonly CasualtyMention[], telling: Telling): readonly Statement[] {
  const { analyzed, sentenceOf } = telling;
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
    const wording = wordingOf(first, telling);
    // Another source's count stands beside the first one, whatever its place in the text.
    const running = wording.updates || (first.by === "casualty:toll" && !isRival(first, statements));
    const members = running ? group.slice(-1) : group;
    const statement: Statement = {
      figures: members,
      running,
      increment: members.every((f) => f.increment === true),
      lowered: wording.lowers,
      total: wording.sumsUp && first.scope === "incident",
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

/** Tokens between a word that raises a number and the "to" before it. */
const RAISED = 16;
/** Marks at the head of a sentence, note marks of an encyclopedia among them, that an opening may stand behind. */
const OPENING = 4;

/** What the sentence of a figure says of it. */
interface Wording {
  readonly updates: boolean;
  readonly lowers: boolean;
  readonly sumsUp: boolean;
}

function wordingOf(figure: CasualtyMention, { analyzed: { tokens, sentences }, sentenceOf, findWord }: Telling): Wording {
  const { first = 0, last = -1 } = sentences[sentenceOf(figure.start)] ?? {};
  let at = first;
  while (at < last && (tokens[at]?.end ?? 0) <= figure.start) at++;
  const raised = tokens[at - 1]?.lower === "to" ? findWord("update", tokens, Math.max(first, at - 1 - RAISED), at - 2) : -1;
  const parts = tokens.slice(raised + 1, at).some(({ lower }) => lower === ";" || lower === ".");
  let head = first;
  while (head < first + OPENING && head < last && !/\p{L}/u.test(tokens[head]?.text ?? "")) head++;
  return {
    updates: (raised >= 0 && !parts) || findWord("later", tokens, first, last) >= 0,
    lowers: findWord("lowered", tokens, first, last) >= 0,
    sumsUp: findWord("sum", tokens, head, Math.min(last, head + 1)) >= 0,
  };
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
