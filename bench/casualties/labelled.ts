import type { CasualtyFigure } from "../../src/model/casualty.js";
import { OUTCOMES } from "../../src/model/casualty.js";
import { halfOf, readSet } from "./read-sets.js";
import type { ReadText } from "./read-text.js";

interface Figure extends CasualtyFigure {
  readonly start: number;
  readonly end: number;
}
export interface LabelledRow {
  readonly id: string;
  readonly text: string;
  readonly figures: readonly Figure[];
}

export const ATTRIBUTES = ["qualifier", "modality", "scope", "attribution"] as const;
type Attribute = (typeof ATTRIBUTES)[number];
interface Counts {
  readonly right: number;
  readonly found: number;
  readonly gold: number;
}

/** Counts of one labelled set by set of figures, half and outcome, and how often the attributes of right figures agree. */
export interface LabelledTally {
  readonly texts: number;
  readonly counts: ReadonlyMap<string, Counts>;
  readonly compared: number;
  readonly attributes: ReadonlyMap<Attribute, number>;
}

export const f1 = ({ right, found, gold }: Counts = { right: 0, found: 0, gold: 0 }): string =>
  found + gold === 0 ? "–" : ((200 * right) / (found + gold)).toFixed(1);
export const sameNumbers = (a: CasualtyFigure, b: CasualtyFigure): boolean => a.value === b.value && a.low === b.low && a.high === b.high;

/** Pairs figures of one outcome and overlapping spans, those of equal numbers first: the TempEval way. */
export function pairFigures<F extends Figure>(gold: readonly Figure[], found: readonly F[]): readonly (readonly [Figure, F])[] {
  const pairs: [Figure, F][] = [];
  const usedGold = new Set<Figure>();
  const usedFound = new Set<F>();
  for (const exact of [true, false]) {
    for (const g of gold) {
      const overlaps = (f: F): boolean => f.outcome === g.outcome && Math.min(f.end, g.end) > Math.max(f.start, g.start);
      const match = found.find((f) => !usedGold.has(g) && !usedFound.has(f) && overlaps(f) && (!exact || sameNumbers(f, g)));
      if (!match) continue;
      usedGold.add(g);
      usedFound.add(match);
      pairs.push([g, match]);
    }
  }
  return pairs;
}

const agrees = (attribute: Attribute, g: CasualtyFigure, f: CasualtyFigure): boolean =>
  attribute === "attribution" ? Boolean(g.attribution) === Boolean(f.attribution) : g[attribute] === f[attribute];

/** What is told of one text: its figures that were labelled, those read, and which of both are right. */
type Listener = (
  row: LabelledRow,
  gold: readonly Figure[],
  found: readonly Figure[],
  right: readonly (readonly [Figure, Figure])[],
) => void;

/** Reads a labelled set and counts; null where it is not beside the checkout. */
export function tallyLabelled(name: string, read: ReadText, listen?: Listener): LabelledTally | null {
  const rows = readSet<LabelledRow>(name);
  if (!rows) return null;
  const counts = new Map<string, Counts>();
  const attributes = new Map<Attribute, number>();
  let compared = 0;
  const add = (key: string, right: number, found: number, gold: number): void => {
    const own = counts.get(key);
    counts.set(key, { right: (own?.right ?? 0) + right, found: (own?.found ?? 0) + found, gold: (own?.gold ?? 0) + gold });
  };
  for (const row of rows) {
    const figures: readonly Figure[] = read(row.text).figures;
    for (const set of ["explicit", "all"] as const) {
      const wanted = (f: Figure): boolean => set === "all" || !f.implicit;
      const [gold, found] = [row.figures.filter(wanted), figures.filter(wanted)];
      const right = pairFigures(gold, found).filter(([g, f]) => sameNumbers(g, f));
      for (const key of [set, `${set} half ${halfOf(row.id)}`]) add(key, right.length, found.length, gold.length);
      for (const outcome of OUTCOMES) {
        const of = (f: Figure): boolean => f.outcome === outcome;
        add(`${set} ${outcome}`, right.filter(([g]) => of(g)).length, found.filter(of).length, gold.filter(of).length);
      }
      if (set === "all") listen?.(row, gold, found, right);
      if (set === "all") continue;
      compared += right.length;
      for (const [g, f] of right) for (const a of ATTRIBUTES) if (agrees(a, g, f)) attributes.set(a, (attributes.get(a) ?? 0) + 1);
    }
  }
  return { texts: rows.length, counts, compared, attributes };
}

const numbers = (f: Figure): string => String(f.value ?? `${f.low}–${f.high}`);

const listErrors: Listener = (row, gold, found, right) => {
  if (halfOf(row.id) !== 0) return;
  const near = (f: Figure): string => row.text.slice(Math.max(0, f.start - 80), f.end + 80).replace(/\s+/g, " ");
  for (const g of gold) if (!right.some(([x]) => x === g)) console.log(`  missed   ${g.outcome} ${numbers(g)} | ${near(g)}`);
  for (const f of found) if (!right.some(([, x]) => x === f)) console.log(`  spurious ${f.outcome} ${numbers(f)} | ${near(f)}`);
};

export const share = (tally: LabelledTally, attribute: Attribute): string =>
  ((100 * (tally.attributes.get(attribute) ?? 0)) / tally.compared).toFixed(1);

/** Prints F1 of one labelled set, whole and by half, per outcome, and the attributes of what is right. */
export function benchLabelled(name: string, read: ReadText, showErrors: boolean): void {
  const tally = tallyLabelled(name, read, showErrors ? listErrors : undefined);
  if (!tally) {
    console.log(`${name}: not beside this checkout`);
    return;
  }
  const of = (key: string): string => f1(tally.counts.get(key));
  console.log(`\n${name}: ${tally.texts} texts`);
  console.log(`| figures | F1 | half 0 (seen) | half 1 (held) | ${OUTCOMES.join(" | ")} |`);
  console.log(`|${"---|".repeat(OUTCOMES.length + 4)}`);
  for (const set of ["explicit", "all"]) {
    console.log(`| ${[set, of(set), of(`${set} half 0`), of(`${set} half 1`), ...OUTCOMES.map((o) => of(`${set} ${o}`))].join(" | ")} |`);
  }
  console.log(`on ${tally.compared} right explicit figures: ${ATTRIBUTES.map((a) => `${a} ${share(tally, a)}`).join(", ")}`);
}
