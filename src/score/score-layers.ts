import type { Diagnostic } from "../model/diagnostic.js";
import { type BootstrapOptions, DEFAULT_BOOTSTRAP } from "./bootstrap.js";
import { type Finding, finding, listFindings, startOf } from "./findings.js";
import { type Label, type LabelLayer, compareLabels } from "./label.js";
import { type LabelledKinds, SCORED_KINDS, findLabelledKinds } from "./labelled-kinds.js";
import { pairArticles } from "./pair-articles.js";
import { CASUALTY_ROWS, sameNumbers, tallyCasualties } from "./score-casualties.js";
import { DATE_MEASURES, dateRow, sameValue, tallyDates } from "./score-dates.js";
import { schemeRow, tallySchemes } from "./score-mentions.js";
import { SCHEMES } from "./schemes.js";
import { type ScoreTables, readScores } from "./read-scores.js";
import { type TallyTable, createTallyTable } from "./tally.js";

export interface ScoreOptions {
  readonly bootstrap?: BootstrapOptions;
  /** The kinds to score; without them, those that gold labels (see `findLabelledKinds`). */
  readonly kinds?: readonly string[] | null;
}

/** What a comparison of two layers says. All ratios are from 0 to 1, null over nothing. */
export interface ScoreReport extends ScoreTables {
  /** Articles scored, each as often as gold holds it. */
  readonly articles: number;
  readonly kinds: LabelledKinds;
  readonly bootstrap: BootstrapOptions;
  /** Every miss, every spurious finding and every wrong value, by article and place. */
  readonly findings: readonly Finding[];
  /** What was left out and why. */
  readonly diagnostics: readonly Diagnostic[];
  /** The counts of each article, for further resampling. */
  readonly table: TallyTable;
}

/**
 * Scores predicted layers against gold. Layers are paired by article id; see {@link pairArticles} for articles that
 * one side lacks. Texts are needed for sentences and token scores only.
 *
 * @param texts the text of each article by id.
 */
export function scoreLayers(
  gold: readonly LabelLayer[],
  predicted: readonly LabelLayer[],
  texts: ReadonlyMap<string, string> = new Map(),
  options: ScoreOptions = {},
): ScoreReport {
  const bootstrap = options.bootstrap ?? DEFAULT_BOOTSTRAP;
  const { pairs, diagnostics } = pairArticles(gold, predicted);
  const kinds = findLabelledKinds(pairs.map((p) => p.gold), pairs.map((p) => p.predicted), options.kinds ?? null);
  const scored = new Set(kinds.scored);
  const table = createTallyTable(tableRows(kinds), pairs.length);
  const findings: Finding[] = [];
  pairs.forEach(({ id, gold: goldLayer, predicted: predictedLayer }, article) => {
    const text = texts.get(id) ?? null;
    const golds = [...goldLayer.mentions].sort(compareLabels);
    const predictions = [...predictedLayer.mentions].sort(compareLabels);
    const found: Finding[] = [];
    const inScope = (labels: readonly Label[]): readonly Label[] => labels.filter((label) => scored.has(label.kind));
    const scopedGold = inScope(golds);
    const scopedPredicted = inScope(predictions);
    const matching = tallySchemes(table, article, scopedGold, scopedPredicted);
    found.push(...listFindings(id, text, scopedGold, scopedPredicted, matching));
    for (const kind of kinds.reported) tallySchemes(table, article, ofKind(golds, kind), ofKind(predictions, kind));
    if (scored.has("date")) found.push(...dateFindings(table, article, id, text, ofKind(golds, "date"), ofKind(predictions, "date")));
    if (scored.has("casualty")) found.push(...casualtyFindings(table, article, id, text, ofKind(golds, "casualty"), ofKind(predictions, "casualty")));
    findings.push(...found.sort((a, b) => startOf(a) - startOf(b)));
  });
  return {
    articles: pairs.length, kinds, bootstrap, findings, table,
    diagnostics: [...diagnostics, ...unknownKinds(kinds, pairs.map((p) => p.predicted))],
    ...readScores(table, kinds, bootstrap),
  };
}

const ofKind = (labels: readonly Label[], kind: string): readonly Label[] => labels.filter((label) => label.kind === kind);

function tableRows(kinds: LabelledKinds): readonly string[] {
  const all = [...new Set([...SCORED_KINDS, ...kinds.scored, ...kinds.reported])];
  return [...SCHEMES.flatMap((scheme) => all.map((kind) => schemeRow(scheme, kind))), ...DATE_MEASURES.map(dateRow), ...CASUALTY_ROWS];
}

/** Dates found at the right place with the wrong value. */
function dateFindings(table: TallyTable, article: number, id: string, text: string | null, gold: readonly Label[], predicted: readonly Label[]): Finding[] {
  return tallyDates(table, article, gold, predicted).pairs.flatMap(([g, p]) => {
    const a = gold[g];
    const b = predicted[p];
    return a && b && !sameValue(a, b) ? [finding(id, text, "content", a, b)] : [];
  });
}

/** Figures found at the right place with the wrong numbers or the wrong outcome. */
function casualtyFindings(table: TallyTable, article: number, id: string, text: string | null, gold: readonly Label[], predicted: readonly Label[]): Finding[] {
  const matching = tallyCasualties(table, article, gold, predicted);
  const findings: Finding[] = [];
  for (const [g, p] of matching.pairs) {
    const a = gold[g];
    const b = predicted[p];
    if (a && b && !sameNumbers(a, b)) findings.push(finding(id, text, "content", a, b));
  }
  const free = new Set(matching.spurious);
  for (const g of matching.missed) {
    const a = gold[g];
    const partner = [...free].find((p) => a && predicted[p] && overlaps(a, predicted[p]));
    const b = partner === undefined ? undefined : predicted[partner];
    if (!a || !b || partner === undefined) continue;
    free.delete(partner);
    findings.push(finding(id, text, "content", a, b));
  }
  return findings;
}

const overlaps = (a: Label, b: Label): boolean => Math.min(a.end, b.end) > Math.max(a.start, b.start);

function unknownKinds(kinds: LabelledKinds, predicted: readonly LabelLayer[]): readonly Diagnostic[] {
  return kinds.unknown.map((kind) => {
    const count = predicted.reduce((n, layer) => n + ofKind(layer.mentions, kind).length, 0);
    return {
      severity: "warning", code: "unlabelled-kind", place: null,
      message: `gold labels no ${kind} anywhere: ${count} predicted are unknown, not wrong, and left out; --kinds counts them`,
    };
  });
}
