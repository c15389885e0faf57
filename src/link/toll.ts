import type { Outcome } from "../model/casualty.js";
import { OUTCOMES } from "../model/casualty.js";
import type { CasualtyMention } from "../model/mention.js";
import type { NamedVictim, Toll, TollProfile } from "../model/toll.js";
import type { AnalyzedText } from "../model/token.js";
import { sentenceFinder } from "./sentence-finder.js";
import { TOLL_RULES, type TollRules } from "./toll-profiles.js";

/** Figures that one clause states together, as one number: a running total, or coordinated figures added up. */
export interface Statement {
  readonly figures: readonly CasualtyMention[];
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly running: boolean;
  readonly sentence: number;
  readonly attribution: string | null;
}

/** What the toll of an article is read from. */
export interface TollInput {
  readonly analyzed: AnalyzedText;
  readonly figures: readonly CasualtyMention[];
  readonly named: readonly NamedVictim[];
  /** Leaves out figures of soldiers, militants, rebels and attackers: data sets of one-sided violence count civilians. */
  readonly civiliansOnly?: boolean;
}

const COMBATANTS = /\b(?:soldiers?|troops?|militants?|rebels?|insurgents?|fighters?|gunm[ae]n|jihadists?|terrorists?|attackers?|assailants?|bombers?|guerrillas?|militiam[ae]n|combatants?|bandits?|extremists?)\b/i;
/** Words that put a number in the place of an earlier one. */
const UPDATE = /\b(?:increased|raised|revised|updated|climbed|risen|rose|raising|bringing|brings|brought)\b[^.;]{1,80}\bto\s$/i;
/** A sentence about another event than the article's own. */
const OTHER_EVENT = /\b(?:in (?:19|20)\d\d\b|last (?:year|month)|years? ago|months? ago|weeks? ago|previous(?:ly)? |earlier this (?:month|year|week)|a similar (?:attack|incident|accident)|in a separate|separately|elsewhere|the day before|a day earlier|days? (?:ago|earlier|after|later)|in retaliation for|revenge for|reprisal for|following (?:the|an) earlier|an earlier)\b/i;

/**
 * The toll of an article's main event, one row an outcome that it gives a figure or a named victim for. Figures that
 * are denied, hypothetical or part of another stay out; totals over a period count only where nothing else does.
 * Pure: the same figures give the same tolls.
 */
export function tollsOf(input: TollInput, profile: TollProfile): readonly Toll[] {
  const rules = TOLL_RULES[profile];
  const sentenceOf = sentenceFinder(input.analyzed);
  return OUTCOMES.flatMap((outcome): readonly Toll[] => {
    const toll = tollOf(outcome, input, profile, rules, sentenceOf);
    const missing = outcome === "killed" && rules.missingAreDead ? tollOf("missing", input, profile, rules, sentenceOf) : null;
    return missing ? [deadAndMissing(toll, missing)] : toll ? [toll] : [];
  });
}

/** EM-DAT's total deaths: the dead and the missing together. */
function deadAndMissing(dead: Toll | null, missing: Toll): Toll {
  if (!dead) return { ...missing, outcome: "killed", by: "missing-presumed-dead" };
  return {
    ...dead, by: "dead-and-missing", best: sumOf([dead.best, missing.best]), low: sumOf([dead.low, missing.low]),
    high: sumOf([dead.high, missing.high]), restsOn: [...dead.restsOn, ...missing.restsOn].sort((a, b) => a - b),
    against: [...dead.against, ...missing.against].sort((a, b) => a - b),
  };
}

function tollOf(outcome: Outcome, input: TollInput, profile: TollProfile, rules: TollRules, sentenceOf: (at: number) => number): Toll | null {
  const civil = input.civiliansOnly === true && input.figures.some((f) => f.outcome === outcome && f.scope === "subset" && isCivilian(f));
  const usable = input.figures.filter((f) =>
    f.outcome === outcome &&
    f.modality !== "denied" && f.modality !== "hypothetical" && (civil ? isCivilian(f) : f.scope !== "subset") &&
    !(input.civiliansOnly === true && f.victims !== null && COMBATANTS.test(f.victims)));
  const { sentences, text } = input.analyzed;
  const elsewhere = (f: CasualtyMention): boolean => {
    const sentence = sentences[sentenceOf(f.start)];
    return sentence !== undefined && sentenceOf(f.start) > 0 && OTHER_EVENT.test(text.slice(sentence.start, sentence.end));
  };
  // A total of several attacks that opens the article is its main event.
  const ofMainEvent = (f: CasualtyMention): boolean => f.scope === "incident" || civil || f.scope === "cumulative" && sentenceOf(f.start) === 0;
  const tiers = [
    usable.filter((f) => ofMainEvent(f) && f.modality === "reported" && !elsewhere(f)),
    usable.filter((f) => ofMainEvent(f) && !elsewhere(f)),
    usable.filter(ofMainEvent),
    usable.filter((f) => f.modality === "reported" && !elsewhere(f)),
    usable,
  ];
  const figures = tiers.find((tier) => tier.length > 0) ?? [];
  const named = distinctNames(input.named.filter((n) => n.outcome === outcome));
  if (figures.length === 0) {
    if (named.length === 0) return null;
    return { outcome, best: named.length, low: named.length, high: null, profile, by: "named-victims", restsOn: named.map((n) => n.start), against: [] };
  }
  const statements = statementsOf(figures, sentenceOf, input.analyzed);
  const { chosen, by } = rules.choose(statements);
  const numbers = statements.flatMap((s) => [s.low, s.value, s.high].filter((n) => n !== null));
  const open = statements.some((s) => s.high === null);
  const starts = new Set(chosen.figures.map((f) => f.start));
  return {
    outcome, best: chosen.value ?? (rules.vagueCounts ? rules.vagueCounts(chosen.low) : null),
    low: numbers.length > 0 ? Math.min(...numbers) : null, high: open || numbers.length === 0 ? null : Math.max(...numbers),
    profile, by, restsOn: [...starts].sort((a, b) => a - b),
    against: statements.filter((s) => s !== chosen && s.value !== chosen.value).flatMap((s) => s.figures.map((f) => f.start)),
  };
}

/** Groups figures by the words that state their outcome; running totals keep their last number, lists are added up. */
export function statementsOf(figures: readonly CasualtyMention[], sentenceOf: (at: number) => number, analyzed: AnalyzedText): readonly Statement[] {
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
    const running = first.by === "casualty:toll" || sentence !== undefined && UPDATE.test(analyzed.text.slice(sentence.start, first.start));
    const members = running ? group.slice(-1) : group;
    const statement: Statement = {
      figures: members, running, sentence: sentenceOf(first.start), attribution: first.attribution,
      value: sumOf(members.map((f) => f.value)),
      low: sumOf(members.map((f) => f.low ?? (f.qualifier === "approximate" ? f.value : f.low))),
      high: sumOf(members.map((f) => f.high ?? (f.qualifier === "approximate" ? f.value : f.high))),
    };
    const previous = statements.at(-1);
    // "Killed a family of four, then shot two other people": the second comes on top of the first.
    if (previous && !running && !previous.running && previous.sentence === statement.sentence && first.increment === true) {
      statements[statements.length - 1] = {
        ...previous, figures: [...previous.figures, ...members], value: sumOf([previous.value, statement.value]),
        low: sumOf([previous.low, statement.low]), high: sumOf([previous.high, statement.high]),
      };
    } else statements.push(statement);
  }
  return statements;
}

const isCivilian = (f: CasualtyMention): boolean => /\bcivilians?\b/i.test(f.victims ?? "");

const sumOf = (numbers: readonly (number | null)[]): number | null =>
  numbers.reduce<number | null>((sum, n) => (sum === null || n === null ? null : sum + n), 0);

/** Named victims by the last word of their name. */
function distinctNames(named: readonly NamedVictim[]): readonly NamedVictim[] {
  const seen = new Set<string>();
  return named.filter((n) => {
    const key = n.text.toLowerCase().split(/\s+/).at(-1) ?? "";
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
