import type { CasualtyMention } from "../../model/mention.js";
import type { NamedVictim } from "../../model/toll.js";
import type { Telling } from "./set-apart.js";
import { sumOf, type Statement } from "./toll-statements.js";

/** What is told besides the number that was chosen. */
export interface Besides {
  readonly statements: readonly Statement[];
  /** Named victims of the outcome, each once. */
  readonly named: readonly NamedVictim[];
  /** Victims of a headline that stand without their article. */
  readonly bare: readonly NamedVictim[];
  readonly telling: Telling;
}

/** A number as chosen, and the name of the rule that chose it. */
export interface ChosenNumber {
  readonly chosen: Statement;
  readonly by: string;
  /** How many of it did it themselves. */
  readonly own: number;
  /** All numbers, those that say the same without the added ones with them, too. */
  readonly statements: readonly Statement[];
}

/**
 * The dead that come to a chosen number without being counted in it: who is named beside a single victim, and who killed others
 * and then himself. A total, and a number that already takes them in, stay as they are.
 */
export function addSingles(picked: { readonly chosen: Statement; readonly by: string }, besides: Besides): ChosenNumber {
  const { chosen } = picked;
  if (chosen.running || chosen.total || chosen.value === null || chosen.value === 0)
    return { ...picked, own: 0, statements: besides.statements };
  const named = addBare(addNamed(chosen, besides), besides);
  const { count: own, attackers } = attackersBeside(named, besides);
  const full = own === 0 ? named : { ...more(named, own), named: [...(named.named ?? []), ...attackers.map(({ start }) => start)] };
  const added = (full.value ?? 0) - chosen.value;
  const others = besides.statements.filter(({ figures }) => !figures.some((figure) => attackers.includes(figure)));
  return {
    chosen: full,
    own,
    by: own > 0 ? "with-own-death" : named === chosen ? picked.by : "with-the-named",
    statements: others.map((one) => (one === chosen ? full : added > 0 && one.value === chosen.value ? more(one, added) : one)),
  };
}

/** A number with so many more. */
const more = (statement: Statement, count: number): Statement => ({
  ...statement,
  value: sumOf([statement.value, count]),
  low: sumOf([statement.low, count]),
  high: sumOf([statement.high, count]),
});

/** Single victims who are only described: of those named together there may be more. */
function addNamed(chosen: Statement, { named, telling }: Besides): Statement {
  if (!chosen.figures.every(({ implicit }) => implicit) || chosen.named) return chosen;
  const value = chosen.value ?? 0;
  const { text } = telling.analyzed;
  const beside = named.filter(
    (victim) =>
      chosen.figures.some((figure) => isBeside(victim, figure, telling)) &&
      !chosen.figures.some((figure) => isApposed(victim, figure, text)),
  );
  const listed = largestList(named, telling);
  const theirs = listed.length > value + beside.length ? listed : beside;
  const count = Math.max(value + beside.length, listed.length);
  return count <= value ? chosen : { ...more(chosen, count - value), named: theirs.map(({ start }) => start) };
}

/** "Man, two children found dead": who stands in a headline beside its number. */
function addBare(chosen: Statement, { bare, telling: { sentenceOf } }: Besides): Statement {
  const beside = bare.filter(
    ({ described, start }) =>
      described === "beside-figure" && chosen.figures.some((figure) => sentenceOf(figure.start) === sentenceOf(start)),
  );
  const named = [...(chosen.named ?? []), ...beside.map(({ start }) => start)];
  return beside.length === 0 ? chosen : { ...more(chosen, beside.length), named };
}

/** The named victims of the sentence that names the most. */
function largestList(named: readonly NamedVictim[], { sentenceOf }: Telling): readonly NamedVictim[] {
  const lists = new Map<number, NamedVictim[]>();
  for (const victim of named) lists.set(sentenceOf(victim.start), [...(lists.get(sentenceOf(victim.start)) ?? []), victim]);
  return [...lists.values()].reduce<readonly NamedVictim[]>((most, list) => (list.length > most.length ? list : most), []);
}

/** "Her mother, Ana Ruiz": one person, described and named. */
const isApposed = (victim: NamedVictim, figure: CasualtyMention, text: string): boolean =>
  victim.start >= figure.end && /^,?\s$/.test(text.slice(figure.end, victim.start));

/** What stands between two people who are told together: an age, "and". */
const JOINED = /^(?:,\s?\d{1,3})?,?\sand\s$/;

/** "Shot Ana Ruiz, 31, and her mother": joined by "and", in one sentence. */
function isBeside(victim: NamedVictim, figure: CasualtyMention, { analyzed: { text }, sentenceOf }: Telling): boolean {
  if (sentenceOf(victim.start) !== sentenceOf(figure.start)) return false;
  return JOINED.test(victim.start < figure.start ? text.slice(victim.end, figure.start) : text.slice(figure.end, victim.start));
}

/** Dead attackers whom a number does not take in: how many, and the figures that tell of them. */
interface Attackers {
  readonly count: number;
  readonly attackers: readonly CasualtyMention[];
}

const isOfAttackers = ({ figures }: Statement): boolean => figures.every(({ victimClass }) => victimClass === "perpetrator");

/**
 * "Killed his wife and then himself"; "killed two guards before police shot the gunman dead". Not where a sum of those killed before
 * stands beside the number: that counts them all.
 */
function attackersBeside(chosen: Statement, { statements, telling }: Besides): Attackers {
  const sentences = new Set([...chosen.figures.map(({ start }) => start), ...(chosen.named ?? [])].map(telling.sentenceOf));
  const own = telling.ownDeaths.some(({ sentence }) => sentences.has(sentence)) ? 1 : 0;
  const isTheirs = chosen.figures.every(({ start, cue }) => cue !== undefined && cue.end <= start) && !isOfAttackers(chosen);
  const told = isTheirs ? statements.filter(isOfAttackers) : [];
  const most = told.reduce<Statement | null>((a, b) => ((b.value ?? 0) > (a?.value ?? 0) ? b : a), null);
  const count = Math.max(own, most?.value ?? 0);
  const rest = (chosen.value ?? 0) - count;
  const isTotal = statements.some(
    ({ value, figures }) =>
      value === rest && figures.some((f) => !f.implicit && !chosen.figures.includes(f) && f.victimClass !== "perpetrator"),
  );
  return count === 0 || isTotal ? { count: 0, attackers: [] } : { count, attackers: told.flatMap(({ figures }) => figures) };
}
