import type { LexiconRow } from "../../lexicon/parse-lexicon.js";
import type { CasualtyMention } from "../../model/mention.js";
import type { AnalyzedText, Sentence } from "../../model/token.js";
import { isAllCapitals } from "../../text/casing.js";
import { FAMILY_OF_RULE } from "./rules.js";

/** Weight by feature; `bias` is added always. In log-odds. */
export type ConfidenceWeights = ReadonlyMap<string, number>;

export const readConfidenceWeights = (rows: readonly LexiconRow[]): ConfidenceWeights =>
  new Map(rows.map((row) => [row["feature"] ?? "", Number(row["weight"])]));

/** What the confidence of a figure is read from: the rule that fired, whom it counts, its number, its sentence. */
export function confidenceFeatures(
  figure: CasualtyMention,
  sentence: Sentence | undefined,
  figures: readonly CasualtyMention[],
  { text }: AnalyzedText,
): readonly string[] {
  const family = FAMILY_OF_RULE.get(figure.by.slice("casualty:".length)) ?? figure.by.slice("casualty:".length);
  const wording = sentence ? text.slice(sentence.start, sentence.end) : "";
  const size = figure.value ?? figure.low ?? figure.high ?? 0;
  const distance = figure.cue ? Math.max(figure.cue.start - figure.end, figure.start - figure.cue.end) : 0;
  const mates = sentence ? figures.filter((other) => other.start >= sentence.start && other.end <= sentence.end).length : 1;
  const features: readonly (readonly [string, boolean])[] = [
    [`rule:${family}`, true],
    [`outcome:${figure.outcome}`, figure.outcome !== "killed"],
    ["implicit", figure.implicit],
    ["victims:none", !figure.implicit && figure.victims === null && family !== "toll" && family !== "noun"],
    ["number:vague", figure.qualifier === "vague"],
    ["number:zero", figure.value === 0],
    [
      "number:bounded",
      figure.qualifier === "at-least" ||
        figure.qualifier === "at-most" ||
        figure.qualifier === "approximate" ||
        figure.qualifier === "range",
    ],
    ["number:thousands", size >= 1000],
    ["modality:other", figure.modality !== "reported"],
    ["scope:subset", figure.scope === "subset"],
    ["scope:cumulative", figure.scope === "cumulative"],
    ["attributed", figure.attribution !== null],
    ["cue:far", distance > 60],
    ["sentence:capitals", isAllCapitals(wording)],
    ["sentence:headline", !/[.!?…]["”’']?\s*$/.test(wording)],
    ["sentence:long", wording.length > 250],
    ["sentence:many-figures", mates > 3],
    ["doubted", figure.doubt != null],
  ];
  return features.filter(([, holds]) => holds).map(([name]) => name);
}

/** The probability that outcome and numbers of a figure are right: logistic in the weights of its features. */
export function confidenceOf(features: readonly string[], weights: ConfidenceWeights): number {
  const odds = features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), weights.get("bias") ?? 0);
  return Math.round(1e4 / (1 + Math.exp(-odds))) / 1e4;
}
