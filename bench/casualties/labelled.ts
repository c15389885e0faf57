import type { CasualtyFigure, Outcome } from "../../src/model/casualty.js";
import { OUTCOMES } from "../../src/model/casualty.js";
import { halfOf, readSet } from "./read-sets.js";
import type { ReadText } from "./read-text.js";

interface Figure extends CasualtyFigure {
  readonly start: number;
  readonly end: number;
}
interface LabelledRow {
  readonly id: string;
  readonly text: string;
  readonly figures: readonly Figure[];
}

const ATTRIBUTES = ["qualifier", "modality", "scope", "attribution"] as const;
type Counts = { right: number; found: number; gold: number };
const none = (): Counts => ({ right: 0, found: 0, gold: 0 });
const f1 = ({ right, found, gold }: Counts): string => (found + gold === 0 ? "–" : ((200 * right) / (found + gold)).toFixed(1));
const sameNumbers = (a: Figure, b: Figure): boolean => a.value === b.value && a.low === b.low && a.high === b.high;

/** Pairs figures of one outcome and overlapping spans, those of equal numbers first: the TempEval way. */
function pair(gold: readonly Figure[], found: readonly Figure[]): readonly (readonly [Figure, Figure])[] {
  const pairs: [Figure, Figure][] = [];
  const usedGold = new Set<Figure>();
  const usedFound = new Set<Figure>();
  for (const exact of [true, false]) {
    for (const g of gold) {
      const match = found.find((f) => !usedGold.has(g) && !usedFound.has(f) && f.outcome === g.outcome && Math.min(f.end, g.end) > Math.max(f.start, g.start) && (!exact || sameNumbers(f, g)));
      if (!match) continue;
      usedGold.add(g);
      usedFound.add(match);
      pairs.push([g, match]);
    }
  }
  return pairs;
}

/** Prints F1 of one labelled set, whole and by half, per outcome, and the attributes of what is right. */
export function benchLabelled(name: string, read: ReadText, showErrors: boolean): void {
  const rows = readSet<LabelledRow>(name);
  if (!rows) {
    console.log(`${name}: not beside this checkout`);
    return;
  }
  const totals = new Map<string, Counts>();
  const attributes = new Map<string, number>();
  let compared = 0;
  const add = (key: string, counts: Partial<Counts>): void => {
    const own = totals.get(key) ?? none();
    own.right += counts.right ?? 0;
    own.found += counts.found ?? 0;
    own.gold += counts.gold ?? 0;
    totals.set(key, own);
  };
  for (const row of rows) {
    const figures: readonly Figure[] = read(row.text).figures;
    for (const set of ["explicit", "all"] as const) {
      const wanted = (f: Figure): boolean => set === "all" || !f.implicit;
      const gold = row.figures.filter(wanted);
      const found = figures.filter(wanted);
      const pairs = pair(gold, found);
      const right = pairs.filter(([g, f]) => sameNumbers(g, f));
      for (const key of [set, `${set} half ${halfOf(row.id)}`]) add(key, { right: right.length, found: found.length, gold: gold.length });
      for (const outcome of OUTCOMES) {
        const of = (f: { outcome: Outcome }): boolean => f.outcome === outcome;
        add(`${set} ${outcome}`, { right: right.filter(([g]) => of(g)).length, found: found.filter(of).length, gold: gold.filter(of).length });
      }
      if (set === "explicit") {
        compared += right.length;
        for (const [g, f] of right) for (const a of ATTRIBUTES) {
          const same = a === "attribution" ? Boolean(g[a]) === Boolean(f[a]) : g[a] === f[a];
          if (same) attributes.set(a, (attributes.get(a) ?? 0) + 1);
        }
      } else if (showErrors && halfOf(row.id) === 0) {
        const near = (f: Figure): string => row.text.slice(Math.max(0, f.start - 80), f.end + 80).replace(/\s+/g, " ");
        for (const g of gold) if (!right.some(([x]) => x === g)) console.log(`  missed   ${g.outcome} ${g.value ?? `${g.low}–${g.high}`} | ${near(g)}`);
        for (const f of found) if (!right.some(([, x]) => x === f)) console.log(`  spurious ${f.outcome} ${f.value ?? `${f.low}–${f.high}`} | ${near(f)}`);
      }
    }
  }
  const of = (key: string): string => f1(totals.get(key) ?? none());
  console.log(`\n${name}: ${rows.length} texts`);
  console.log(`| figures | F1 | half 0 (seen) | half 1 (held) | ${OUTCOMES.join(" | ")} |`);
  console.log(`|${"---|".repeat(OUTCOMES.length + 4)}`);
  for (const set of ["explicit", "all"]) console.log(`| ${set} | ${of(set)} | ${of(`${set} half 0`)} | ${of(`${set} half 1`)} | ${OUTCOMES.map((o) => of(`${set} ${o}`)).join(" | ")} |`);
  console.log(`on ${compared} right explicit figures: ${ATTRIBUTES.map((a) => `${a} ${((100 * (attributes.get(a) ?? 0)) / compared).toFixed(1)}`).join(", ")}`);
}
