import { familyOf, type Family } from "../model/kinds.js";
import { type Label, type LabelLayer, compareLabels } from "./label.js";
import { matchLabels } from "./match.js";
import { pairArticles } from "./pair-articles.js";
import { SCHEME_WORTH, sameSpan } from "./schemes.js";
import { coveredWords, wordStarts } from "./score-tokens.js";
import { f1Of } from "./tally.js";

/** Agreement of two annotators on one question; coefficients are at most 1, and null where there is nothing to disagree on. */
export interface AgreementRow {
  /** What was judged: a kind, `all kinds`, or a field such as `outcome`. */
  readonly question: string;
  /** What one judgement is about: a word of the text, or a span that both marked. */
  readonly unit: "words" | "spans";
  readonly units: number;
  /** Share of units on which both say the same. */
  readonly observed: number | null;
  readonly cohenKappa: number | null;
  readonly krippendorffAlpha: number | null;
}

export interface Agreement {
  /** F1 of spans and kinds, one annotator against the other; the same both ways. By kind, and `all`. */
  readonly f1: Readonly<Record<string, number | null>>;
  readonly rows: readonly AgreementRow[];
}

/** What is compared of spans that both marked. */
const FIELDS: Readonly<Record<Family, readonly (keyof Label)[]>> = {
  names: [],
  dates: ["type", "value"],
  casualties: ["outcome", "value", "qualifier", "modality", "scope", "implicit"],
};

/**
 * How far two annotators agree. F1 needs no notion of chance; Cohen's kappa and Krippendorff's alpha (nominal) are given
 * over the words of the texts, each in or out of a kind, and over the spans that both marked alike, for their kind and
 * fields.
 */
export function measureAgreement(
  first: readonly LabelLayer[],
  second: readonly LabelLayer[],
  texts: ReadonlyMap<string, string>,
): Agreement {
  const kinds = [...new Set([...first, ...second].flatMap((layer) => layer.mentions.map((m) => m.kind)))].sort();
  const words = new Map<string, Judgements>([...kinds, "all kinds"].map((kind) => [kind, createJudgements()]));
  const spans = new Map<string, Judgements>();
  const judge = (question: string, a: unknown, b: unknown): void => {
    const judgements = spans.get(question) ?? createJudgements();
    spans.set(question, judgements);
    judgements.add(String(a), String(b));
  };
  const counts = new Map<string, { correct: number; first: number; second: number }>(
    [...kinds, "all"].map((kind) => [kind, { correct: 0, first: 0, second: 0 }]),
  );
  const ids = new Set(second.map((layer) => layer.id));
  for (const pair of pairArticles(
    first.filter((layer) => ids.has(layer.id)),
    second,
  ).pairs) {
    const a = [...pair.gold.mentions].sort(compareLabels);
    const b = [...pair.predicted.mentions].sort(compareLabels);
    countMatches(a, b, counts);
    for (const [i, j] of matchLabels(a, b, SCHEME_WORTH.exact).pairs) {
      const x = a[i];
      const y = b[j];
      if (!x || !y || !sameSpan(x, y)) continue;
      judge("kind", x.kind, y.kind);
      if (x.kind !== y.kind) continue;
      for (const field of FIELDS[familyOf(x.kind) ?? "names"])
        if (x[field] !== undefined && y[field] !== undefined) judge(`${x.kind} ${field}`, x[field], y[field]);
    }
    const text = texts.get(pair.id);
    if (text !== undefined) judgeWords(text, kinds, a, b, words);
  }
  const row =
    (unit: AgreementRow["unit"]) =>
    ([question, judgements]: readonly [string, Judgements]): AgreementRow => ({ question, unit, ...judgements.read() });
  return {
    f1: Object.fromEntries([...counts].map(([kind, c]) => [kind, f1Of(c.correct, c.first, c.second)])),
    rows: [...[...words].filter(([, j]) => j.read().units > 0).map(row("words")), ...[...spans].map(row("spans"))],
  };
}

function countMatches(
  a: readonly Label[],
  b: readonly Label[],
  counts: ReadonlyMap<string, { correct: number; first: number; second: number }>,
): void {
  const count = (kind: string, field: "correct" | "first" | "second"): void => {
    for (const name of [kind, "all"]) {
      const row = counts.get(name);
      if (row) row[field]++;
    }
  };
  for (const label of a) count(label.kind, "first");
  for (const label of b) count(label.kind, "second");
  for (const [i, j] of matchLabels(a, b, SCHEME_WORTH.strict).pairs) {
    const x = a[i];
    const y = b[j];
    if (x && y && x.kind === y.kind && sameSpan(x, y)) count(x.kind, "correct");
  }
}

function judgeWords(
  text: string,
  kinds: readonly string[],
  a: readonly Label[],
  b: readonly Label[],
  words: ReadonlyMap<string, Judgements>,
): void {
  const starts = wordStarts(text);
  const covers = (labels: readonly Label[]): readonly ReadonlySet<number>[] =>
    kinds.map((kind) =>
      coveredWords(
        starts,
        labels.filter((l) => l.kind === kind),
      ),
    );
  const inA = covers(a);
  const inB = covers(b);
  const together = words.get("all kinds");
  for (let word = 0; word < starts.length - 1; word++) {
    const kindsIn = (sets: readonly ReadonlySet<number>[]): string => kinds.filter((_, k) => sets[k]?.has(word)).join("+");
    kinds.forEach((kind, k) => words.get(kind)?.add(inA[k]?.has(word) ? "in" : "out", inB[k]?.has(word) ? "in" : "out"));
    together?.add(kindsIn(inA), kindsIn(inB));
  }
}

/** Pairs of nominal judgements, counted. */
export interface Judgements {
  readonly add: (a: string, b: string) => void;
  readonly read: () => Pick<AgreementRow, "units" | "observed" | "cohenKappa" | "krippendorffAlpha">;
}

export function createJudgements(): Judgements {
  const first = new Map<string, number>();
  const second = new Map<string, number>();
  let units = 0;
  let same = 0;
  const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);
  return {
    add: (a, b) => {
      units++;
      if (a === b) same++;
      count(first, a);
      count(second, b);
    },
    read: () => {
      if (units === 0) return { units, observed: null, cohenKappa: null, krippendorffAlpha: null };
      const observed = same / units;
      let expected = 0;
      let pairsAlike = 0;
      const values = 2 * units;
      for (const value of new Set([...first.keys(), ...second.keys()])) {
        const a = first.get(value) ?? 0;
        const b = second.get(value) ?? 0;
        expected += (a / units) * (b / units);
        pairsAlike += ((a + b) * (a + b - 1)) / (values * (values - 1));
      }
      return {
        units,
        observed,
        cohenKappa: expected < 1 ? (observed - expected) / (1 - expected) : null,
        krippendorffAlpha: pairsAlike < 1 ? 1 - (1 - observed) / (1 - pairsAlike) : null,
      };
    },
  };
}
