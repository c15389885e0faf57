import type { Outcome } from "../../src/model/casualty.js";
import type { Token } from "../../src/model/token.js";
import { TOLL_PROFILES } from "../../src/model/toll.js";
import { parseDigits, readNumeral } from "../../src/text/numerals.js";
import { readSet } from "./read-sets.js";
import type { ReadText } from "./read-text.js";

interface WeakLabel {
  readonly kind: string;
  readonly value?: number | null;
  readonly numberRaw?: string | null;
  readonly raw?: string | null;
}
interface WeakRow {
  /** Day of publication and headline, where the set gives them. */
  readonly dct?: string | null;
  readonly title?: string | null;
  readonly text: string;
  readonly labels: readonly WeakLabel[];
}

const WORDS: Readonly<Partial<Record<Outcome, RegExp>>> = {
  killed: /^(?:kill(?:ed|s|ing)?|dead|died?|dies|deaths?|fatalit(?:y|ies)|murder(?:ed)?|slain|toll)$/,
  injured: /^(?:injur(?:ed|ing|ies|y)|wound(?:ed|ing|s)?|hurt)$/,
  missing: /^(?:missing|disappeared|unaccounted)$/,
  displaced: /^(?:displaced|evacuated|homeless|fled)$/,
};

/** The number of a document's label for an outcome; null where it has none that is one number. */
function labelOf(row: WeakRow, outcome: Outcome): number | null {
  const labels = row.labels.filter((label) => label.kind === outcome);
  if (labels.length === 0) return null;
  const numbers = labels.map((label) => {
    if (typeof label.value === "number") return label.value;
    const written = (label.numberRaw ?? label.raw ?? "").replaceAll(",", "").split("[")[0] ?? "";
    const first = /^\D{0,12}(\d+)(?![\d-])/.exec(written);
    return first ? Number(first[1]) : null;
  });
  return numbers.every((n) => n !== null) ? numbers.reduce((sum, n) => sum + n, 0) : null;
}

function numbersIn(tokens: readonly Token[]): readonly { readonly at: number; readonly value: number }[] {
  const found: { at: number; value: number }[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const numeral = readNumeral(tokens, i);
    if (!numeral || numeral.form !== "cardinal") continue;
    found.push({ at: i, value: parseDigits(tokens[i]?.text ?? "") ?? numeral.value });
    i = numeral.last;
  }
  return found;
}

/** What a reader without grammar does: the number nearest to the first word of the outcome. */
function nearestNumber(tokens: readonly Token[], numbers: ReturnType<typeof numbersIn>, outcome: Outcome): number {
  const word = WORDS[outcome];
  const at = word ? tokens.findIndex((token) => word.test(token.lower)) : -1;
  if (at < 0) return 0;
  let best: { at: number; value: number } | null = null;
  for (const number of numbers) if (!best || Math.abs(number.at - at) < Math.abs(best.at - at)) best = number;
  return best?.value ?? 1;
}

/** How many labels an outcome has, and how many of them each way to a number meets. */
interface WeakTally {
  labels: number;
  readonly right: Map<string, number>;
}

/** The ways to a number: profiles of the toll, civilians alone, and what the text allows without a grammar. */
const WAYS = [...TOLL_PROFILES, "civilians", "literal", "nearest"] as const;

function tally(rows: readonly WeakRow[], read: ReadText, withTitle: boolean): ReadonlyMap<Outcome, WeakTally> {
  const tallies = new Map<Outcome, WeakTally>();
  for (const row of rows) {
    const outcomes = WEAK_OUTCOMES.filter((outcome) => labelOf(row, outcome) !== null);
    if (outcomes.length === 0) continue;
    const input = read(row.text, row.dct ?? null, withTitle ? (row.title ?? null) : null);
    const { tokens } = input.analyzed;
    const numbers = numbersIn(tokens);
    for (const outcome of outcomes) {
      const label = labelOf(row, outcome) ?? 0;
      const own = tallies.get(outcome) ?? { labels: 0, right: new Map<string, number>() };
      tallies.set(outcome, own);
      own.labels++;
      const score = (way: string, met: boolean): void => {
        if (met) own.right.set(way, (own.right.get(way) ?? 0) + 1);
      };
      const best = (rules: Parameters<typeof input.tolls>[0]): number => input.tolls(rules).find((t) => t.outcome === outcome)?.best ?? 0;
      for (const profile of TOLL_PROFILES) score(profile, best({ profile }) === label);
      score("civilians", best({ profile: "ucdp", civiliansOnly: true }) === label);
      score("literal", label <= 1 || numbers.some((n) => n.value === label));
      score("nearest", nearestNumber(tokens, numbers, outcome) === label);
    }
  }
  return tallies;
}

const WEAK_OUTCOMES = ["killed", "injured", "missing", "displaced"] as const;

/**
 * Prints how often the toll of an article is exactly its label, per outcome and profile; beside it the share of labels
 * whose number stands in the text at all (0 and 1 need no numeral) and what the nearest number reaches. An outcome
 * that the article does not mention counts as 0 here, as the labels do. Where the set gives headlines, once more with them.
 */
export function benchWeak(name: string, read: ReadText): void {
  const rows = readSet<WeakRow>(`${name}/dev`);
  if (!rows) {
    console.log(`${name}: not beside this checkout`);
    return;
  }
  console.log(`\n${name}: ${rows.length} texts, exact match of the article's toll`);
  console.log(`| outcome | labels | ${TOLL_PROFILES.join(" | ")} | ucdp, civilians only | literal ceiling | nearest number |`);
  console.log(`|---|---|${"---|".repeat(TOLL_PROFILES.length + 3)}`);
  const titled = rows.some(({ title }) => title != null && title !== "");
  for (const withTitle of titled ? [false, true] : [false]) {
    for (const [outcome, { labels, right }] of tally(rows, read, withTitle)) {
      const shares = WAYS.map((way) => ((right.get(way) ?? 0) / labels).toFixed(3));
      console.log(`| ${outcome}${withTitle ? ", with its headline" : ""} | ${labels} | ${shares.join(" | ")} |`);
    }
  }
}
