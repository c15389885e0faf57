import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { Outcome } from "../../model/casualty.js";
import { OUTCOMES } from "../../model/casualty.js";
import type { CasualtyMention } from "../../model/mention.js";
import type { ApartReason, NamedVictim, SetApart, Toll, TollProfile, VictimClass } from "../../model/toll.js";
import type { AnalyzedText } from "../../model/token.js";
import { isHit, isOfHit, isOnlyPart, lessTheDead, namedAlive } from "./hit-victims.js";
import { addSingles, type ChosenNumber } from "./add-singles.js";
import { distinctNames } from "./distinct-names.js";
import { createOwnDeaths } from "./own-deaths.js";
import { sentenceFinder } from "./sentence-finder.js";
import { apartReason, type Telling } from "./set-apart.js";
import { createTollWords } from "./toll-words.js";
import { TOLL_RULES, type TollRules } from "./toll-profiles.js";
import { comesOnTop, statementsOf, sumOf, type Statement } from "./toll-statements.js";

/** What the toll of an incident is read from. */
export interface TollInput {
  readonly figures: readonly CasualtyMention[];
  readonly named: readonly NamedVictim[];
  /** Leaves out figures of soldiers, militants, rebels and attackers: data sets of one-sided violence count civilians. */
  readonly civiliansOnly?: boolean;
}

/** Those whom data sets of one-sided violence leave out. */
const FIGHTS: ReadonlySet<VictimClass | undefined> = new Set(["combatant", "perpetrator"]);

/** Says what the toll of an incident is, one row an outcome. */
export type TollsOf = (input: TollInput, profile: TollProfile) => readonly Toll[];

/** Builds the reader of tolls: for an article, then for each of its incidents. Reads `lexicons/toll-words.tsv` and `own-deaths.tsv`. */
export function createTollReader(lexicons: Lexicons): (analyzed: AnalyzedText) => TollsOf {
  const findWord = createTollWords(lexicons);
  const findOwnDeaths = createOwnDeaths(lexicons);
  return (analyzed) => {
    const read = { analyzed, sentenceOf: sentenceFinder(analyzed), findWord, ownDeaths: findOwnDeaths(analyzed) };
    return (input, profile) => tollsOf(input, profile, { ...read, lead: input.figures[0] ? read.sentenceOf(input.figures[0].start) : 0 });
  };
}

/**
 * The toll of an article's main event, one row an outcome that it gives a figure or a named victim for.
 *
 * Figures that are denied, hypothetical, part of another or of another event stay out; feared ones count where nothing
 * is known, totals over a period where the article opens with one or gives nothing else (and `by` then says so); a zero counts only where
 * nobody came to harm. What is left out stands in `apart` with its reason. `low` and `high` are the least and the most
 * that any number of the main event allows, as UCDP keeps them: vague words and single victims move them only where
 * nothing else is stated. Pure: the same figures give the same tolls.
 */
function tollsOf(input: TollInput, profile: TollProfile, telling: Telling): readonly Toll[] {
  const rules = TOLL_RULES[profile];
  const dead = tollOf("killed", input, profile, rules, telling) ?? undefined;
  return OUTCOMES.flatMap((outcome): readonly Toll[] => {
    const toll =
      outcome === "killed"
        ? (dead ?? null)
        : outcome === "injured"
          ? injuredOf(input, profile, rules, telling, dead)
          : tollOf(outcome, input, profile, rules, telling);
    const missing = outcome === "killed" && rules.missingAreDead ? tollOf("missing", input, profile, rules, telling) : null;
    if (toll === null && missing === null) return hypotheticalOf(outcome, input, profile, rules, telling);
    const feared = toll?.modality === "reported" ? fearedOf(outcome, input, profile, rules, telling) : null;
    return [...(missing ? [deadAndMissing(toll, missing)] : toll ? [toll] : []), ...(feared ? [feared] : [])];
  });
}

/** Numbers that have not come about ("could kill thousands"), where an incident has no other of the outcome. */
function hypotheticalOf(outcome: Outcome, input: TollInput, profile: TollProfile, rules: TollRules, telling: Telling): readonly Toll[] {
  const own = input.figures.filter((f) => f.outcome === outcome);
  if (own.length === 0 || own.some(({ modality }) => modality !== "hypothetical")) return [];
  const toll = tollOf(
    outcome,
    { ...input, figures: own.map((f) => ({ ...f, modality: "reported" as const })), named: [] },
    profile,
    rules,
    telling,
  );
  return toll ? [{ ...toll, modality: "hypothetical" }] : [];
}

/** Those feared to have come to harm beside those of whom it is known, a row of their own. */
function fearedOf(outcome: Outcome, input: TollInput, profile: TollProfile, rules: TollRules, telling: Telling): Toll | null {
  const figures = input.figures.filter((f) => f.outcome === outcome && f.modality === "feared" && f.scope === "incident" && f.value !== 0);
  return figures.length === 0 ? null : tollOf(outcome, { ...input, figures, named: [] }, profile, rules, telling);
}

/** The injured: figures that state wounds before those that only say who was hit, of whom some may have died. */
function injuredOf(input: TollInput, profile: TollProfile, rules: TollRules, telling: Telling, dead: Toll | undefined): Toll | null {
  const hit = input.figures.filter((f) => isHit(f, telling));
  const named = namedAlive(input.named, dead, telling);
  const wounded = tollOf(
    "injured",
    { ...input, named: [], figures: input.figures.filter((f) => !hit.includes(f)) },
    profile,
    rules,
    telling,
  );
  const stated = wounded?.restsOn.some((start) => input.figures.some((f) => f.start === start && f.outcome === "injured" && !f.implicit));
  const toll = tollOf("injured", { ...input, named }, profile, rules, telling);
  const others = toll && isOfHit(toll, hit) ? lessTheDead(toll, dead) : toll;
  if (!wounded || wounded.best === null || wounded.best === 0 || !stated || isOnlyPart(wounded, others, hit)) return others;
  return {
    ...wounded,
    apart: [...wounded.apart, ...hit.map(({ start }): SetApart => ({ start, reason: "hit" }))].sort((a, b) => a.start - b.start),
  };
}

/** EM-DAT's total deaths: the dead and the missing together. */
function deadAndMissing(dead: Toll | null, missing: Toll): Toll {
  if (!dead) return { ...missing, outcome: "killed", by: "missing-presumed-dead" };
  const inOrder = (a: number, b: number): number => a - b;
  return {
    ...dead,
    by: "dead-and-missing",
    best: sumOf([dead.best, missing.best]),
    low: sumOf([dead.low, missing.low]),
    high: sumOf([dead.high, missing.high]),
    restsOn: [...dead.restsOn, ...missing.restsOn].sort(inOrder),
    against: [...dead.against, ...missing.against].sort(inOrder),
    apart: [...dead.apart, ...missing.apart].sort((a, b) => a.start - b.start),
  };
}

function tollOf(outcome: Outcome, input: TollInput, profile: TollProfile, rules: TollRules, telling: Telling): Toll | null {
  const own = input.figures.filter((f) => f.outcome === outcome);
  const civil = input.civiliansOnly === true && own.some((f) => f.scope === "subset" && isCivilian(f));
  const counted = own.filter((f) => !(input.civiliansOnly === true && FIGHTS.has(f.victimClass)) && (!civil || isCivilian(f)));
  const reasons = new Map(counted.map((f) => [f, apartReason(civil ? { ...f, scope: "incident" } : f, telling)] as const));
  const of = (reason: ApartReason | null): readonly CasualtyMention[] => counted.filter((f) => reasons.get(f) === reason);
  // Of one person "forced out" tells of an office far more often than of a home.
  const without = withoutNumber(outcome === "displaced" ? [] : input.named.filter((n) => n.outcome === outcome), telling);
  const { names, bare } = without;
  const main = mainFigures(of(null));
  // "Six people were shot, two of whom have died": a part of the wounded is all of the dead.
  const figures = [main, of("cumulative"), outcome === "killed" ? of("part") : []].find((tier) => tier.length > 0) ?? [];
  const apart = own
    .filter((f) => !figures.includes(f))
    .map((f): SetApart => ({ start: f.start, reason: reasonOf(f, reasons.get(f) ?? null, figures) }));
  const feared = figures.length > 0 && figures.every((f) => f.modality === "feared");
  const toll = { outcome, profile, modality: feared ? "feared" : "reported" } as const;
  if (figures.length === 0) {
    const { people, by, value } = without;
    if (value === 0) return null;
    return {
      ...toll,
      ...classesOf(value, [], people, 0),
      best: value,
      low: value,
      high: value,
      by,
      restsOn: people.map((n) => n.start),
      against: [],
      apart,
    };
  }
  const found = withNamed(statementsOf(figures, telling), names, telling);
  const picked = rules.choose(found);
  const numbers: ChosenNumber =
    outcome === "killed" && input.civiliansOnly !== true
      ? addSingles(picked, { statements: found, named: names, bare, telling })
      : { ...picked, own: 0, statements: found };
  const { chosen, statements } = numbers;
  const parts = own.filter((f) => chosen.figures.includes(f) || f.scope === "subset");
  return {
    ...toll,
    ...classesOf(chosen.value, parts, chosen.named ? without.people : [], numbers.own),
    best: chosen.value ?? (rules.vagueCounts ? rules.vagueCounts(chosen.low) : null),
    ...boundsOf(statements, chosen),
    by: chosen.figures[0]?.scope === "cumulative" && !civil ? "cumulative" : numbers.by,
    restsOn: [...new Set([...(chosen.named ?? []), ...chosen.figures.map((f) => f.start)])].sort((a, b) => a - b),
    against: statements.filter((s) => s !== chosen && s.value !== chosen.value).flatMap((s) => s.figures.map((f) => f.start)),
    apart,
  };
}

/** Those of whom an incident tells without a number of them. */
interface WithoutNumber {
  /** Each person named, once. */
  readonly names: readonly NamedVictim[];
  /** Single victims of a headline. */
  readonly bare: readonly NamedVictim[];
  /** Whichever are the most: the named, those of a headline, or those left of a number of whom so many lived. */
  readonly people: readonly NamedVictim[];
  readonly by: string;
  readonly value: number;
}

function withoutNumber(victims: readonly NamedVictim[], { sentenceOf }: Telling): WithoutNumber {
  const names = distinctNames(
    victims.filter(({ described }) => !described),
    sentenceOf,
  );
  const bare = victims.filter(({ described }) => described === "alone" || described === "beside-figure");
  const unsaved = victims.filter(({ described }) => described === "survivors").sort((a, b) => (b.count ?? 1) - (a.count ?? 1));
  const sets = [
    { people: names, by: "named-victims" },
    { people: bare, by: "headline" },
    { people: unsaved.slice(0, 1), by: "survivors" },
  ].map(({ people, by }) => ({ people, by, value: people.reduce((sum, { count = 1 }) => sum + count, 0) }));
  return { names, bare, ...sets.reduce((most, one) => (one.value > most.value ? one : most)) };
}

/** Who the people of a toll were, as far as its figures, the parts of them and named victims say; never more than all. */
function classesOf(
  all: number | null,
  figures: readonly CasualtyMention[],
  named: readonly NamedVictim[],
  attackers: number,
): Pick<Toll, "victims" | "perpetrators"> {
  const counts = new Map<VictimClass, number>();
  const count = (name: VictimClass | undefined, value: number | null, add: boolean): void => {
    if (!name || name === "unknown" || !value || (all !== null && value > all)) return;
    counts.set(name, add ? (counts.get(name) ?? 0) + value : Math.max(counts.get(name) ?? 0, value));
  };
  for (const { victimClass, value, scope } of figures) count(victimClass, value, scope !== "subset");
  for (const { victimClass } of named) count(victimClass, 1, true);
  count("perpetrator", attackers, true);
  const victims = Object.fromEntries([...counts].filter(([, value]) => all === null || value <= all));
  return { victims, perpetrators: victims["perpetrator"] ?? null };
}

/** The figures of the main event: what is known before what is feared, and a zero only where nobody came to harm. */
function mainFigures(sure: readonly CasualtyMention[]): readonly CasualtyMention[] {
  const known = sure.filter((f) => f.modality === "reported");
  const figures = known.length > 0 ? known : sure;
  const harmed = figures.filter((f) => f.value !== 0);
  return harmed.length > 0 ? harmed : figures;
}

function reasonOf(figure: CasualtyMention, reason: ApartReason | null, used: readonly CasualtyMention[]): ApartReason {
  if (reason !== null) return reason;
  if (figure.value === 0) return "zero";
  return figure.modality === "feared" && used.some((f) => f.modality === "reported") ? "feared" : "part";
}

/** "Ana Ruiz was killed along with two guards": the named dead before a first number that comes on top of them. */
function withNamed(
  statements: readonly Statement[],
  named: readonly NamedVictim[],
  { analyzed, sentenceOf }: Telling,
): readonly Statement[] {
  const [first, ...rest] = statements;
  const figure = first?.figures[0];
  if (!first || !figure || figure.outcome !== "killed" || !comesOnTop(figure, analyzed.text)) return statements;
  const before = named.filter((n) => n.start < figure.start && first.sentence - sentenceOf(n.start) <= 1).map((n) => n.start);
  const plus = (n: number | null): number | null => sumOf([n, before.length]);
  return before.length === 0
    ? statements
    : [{ ...first, named: before, value: plus(first.value), low: plus(first.low), high: plus(first.high) }, ...rest];
}

/**
 * The least and the most that the statements allow; what comes on top of a total moves neither. "At least 18" leaves
 * the most open, but where another statement closes it with as many or more.
 */
function boundsOf(all: readonly Statement[], chosen: Statement): Pick<Toll, "low" | "high"> {
  const totals = all.filter((s) => s === chosen || !s.increment);
  const statements = totals.length > 0 ? totals : all;
  const counted = statements.filter((s) => s.value !== null || s.high !== null);
  const several = counted.filter((s) => s.figures.some((f) => !f.implicit));
  const found = several.length > 0 ? several : counted.length > 0 ? counted : statements;
  const weighed = found.includes(chosen) ? found : [...found, chosen];
  const numbers = weighed.flatMap((s) => [s.low, s.value, s.high].filter((n) => n !== null));
  const open = weighed.filter((s) => s.high === null).flatMap((s) => [s.low, s.value].filter((n) => n !== null));
  const closed = Math.max(...weighed.flatMap((s) => s.high ?? []), -1);
  const high =
    closed >= 0 && open.every((n) => n <= closed) && weighed.every((s) => s.high !== null || s.low !== null || s.value !== null)
      ? closed
      : null;
  return { low: numbers.length > 0 ? Math.min(...numbers) : null, high };
}

const isCivilian = (f: CasualtyMention): boolean => /\bcivilians?\b/i.test(f.victims ?? "");
