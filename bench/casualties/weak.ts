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
  /** Day of publication, where the set gives it. */
  readonly dct?: string | null;
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

/**
 * Prints how often the toll of an article is exactly its label, per outcome and profile; beside it the share of labels
 * whose number stands in the text at all (0 and 1 need no numeral) and what the nearest number reaches. An outcome
 * that the article does not mention counts as 0 here, as the labels do.
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
  for (const outcome of ["killed", "injured", "missing", "displaced"] as const) {
    let labels = 0;
    let literal = 0;
    let naive = 0;
    const right = new Map<string, number>();
    for (const row of rows) {
      const label = labelOf(row, outcome);
      if (label === null) continue;
      labels++;
      const input = read(row.text, row.dct ?? null);
      const { tokens } = input.analyzed;
      const numbers = numbersIn(tokens);
      if (label <= 1 || numbers.some((n) => n.value === label)) literal++;
      if (nearestNumber(tokens, numbers, outcome) === label) naive++;
      const score = (key: string, best: number): void => {
        if (best === label) right.set(key, (right.get(key) ?? 0) + 1);
      };
      for (const profile of TOLL_PROFILES) score(profile, input.tolls({ profile }).find((t) => t.outcome === outcome)?.best ?? 0);
      score("civilians", input.tolls({ profile: "ucdp", civiliansOnly: true }).find((t) => t.outcome === outcome)?.best ?? 0);
    }
    if (labels === 0) continue;
    const share = (n: number): string => (n / labels).toFixed(3);
    console.log(
      `| ${outcome} | ${labels} | ${[...TOLL_PROFILES, "civilians"].map((key) => share(right.get(key) ?? 0)).join(" | ")} | ${share(literal)} | ${share(naive)} |`,
    );
  }
}
