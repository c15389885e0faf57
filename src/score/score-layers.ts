import type { Diagnostic } from "../model/diagnostic.js";
import { type BootstrapOptions, DEFAULT_BOOTSTRAP } from "./bootstrap.js";
import { type Calibration, type Judged, calibrate, goldCounts } from "./calibration.js";
import { type Confusion, createConfusionCounter } from "./confusion.js";
import { causeOf } from "./error-causes.js";
import { type ErrorGroup, groupErrors } from "./error-groups.js";
import { type CausedFinding, type Finding, finding, listFindings, startOf } from "./findings.js";
import { type Label, type LabelLayer, compareLabels } from "./label.js";
import { type LabelledKinds, SCORED_KINDS, SCORED_NAMES, UNSCORED_KINDS, findLabelledKinds } from "./labelled-kinds.js";
import { type ArticlePair, pairArticles } from "./pair-articles.js";
import { type Matching, matchLabels } from "./match.js";
import { CASUALTY_ROWS, sameNumbers, tallyCasualties } from "./score-casualties.js";
import { DATE_MEASURES, dateRow, sameValue, tallyDates } from "./score-dates.js";
import { ENTITY_ROWS, tallyEntities } from "./score-entities.js";
import { schemeRow, tallySchemes } from "./score-mentions.js";
import { tallyTokens, tokenRow } from "./score-tokens.js";
import { SCHEMES, SCHEME_WORTH, sameSpan } from "./schemes.js";
import { type ScoreTables, readScores } from "./read-scores.js";
import { type TallyTable, createTallyTable } from "./tally.js";

export interface ScoreOptions {
  readonly bootstrap?: BootstrapOptions;
  /** The kinds to score; without them, those that gold labels (see `findLabelledKinds`). */
  readonly kinds?: readonly string[] | null;
  /** A precision from 0 to 1 for which confidence thresholds are looked for. */
  readonly wantedPrecision?: number | null;
}

/** What a comparison of two layers says. All ratios are from 0 to 1, null over nothing. */
export interface ScoreReport extends ScoreTables {
  /** Articles scored, each as often as gold holds it. */
  readonly articles: number;
  readonly kinds: LabelledKinds;
  readonly bootstrap: BootstrapOptions;
  /** Every miss, every spurious finding and every wrong value, by article and place. */
  readonly findings: readonly CausedFinding[];
  /** The same by cause, the dearest first. */
  readonly errorGroups: readonly ErrorGroup[];
  readonly confusion: Confusion;
  /** Null where no prediction says its confidence. */
  readonly calibration: Calibration | null;
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
  const kinds = findLabelledKinds(
    pairs.map((p) => p.gold),
    pairs.map((p) => p.predicted),
    options.kinds ?? null,
  );
  const scored = new Set(kinds.scored);
  const shown = new Set([...kinds.scored, ...kinds.reported]);
  const table = createTallyTable(tableRows(kinds), pairs.length);
  const findings: CausedFinding[] = [];
  const judged: Judged[] = [];
  const confusion = createConfusionCounter([...shown]);
  const wordings = predictedWordings(pairs, texts);
  const foundElsewhere = (kind: string, wording: string): boolean => wordings.has(`${kind}\u0000${wording}`);
  const withEntities = hasEntities(pairs.map((p) => p.gold)) && hasEntities(pairs.map((p) => p.predicted));
  pairs.forEach(({ id, gold: goldLayer, predicted: predictedLayer }, article) => {
    const text = texts.get(id) ?? null;
    const golds = goldLayer.mentions.filter((label) => shown.has(label.kind)).sort(compareLabels);
    const predictions = predictedLayer.mentions.filter((label) => shown.has(label.kind)).sort(compareLabels);
    const scopedGold = golds.filter((label) => scored.has(label.kind));
    const scopedPredicted = predictions.filter((label) => scored.has(label.kind));
    const matching = tallySchemes(table, article, scopedGold, scopedPredicted);
    for (const kind of kinds.reported) tallySchemes(table, article, ofKind(golds, kind), ofKind(predictions, kind));
    const alone = scopedGold.length === golds.length && scopedPredicted.length === predictions.length;
    confusion.add(golds, predictions, alone ? matching : matchLabels(golds, predictions, SCHEME_WORTH.strict));
    if (text !== null) tallyTokens(table, article, text, [...shown], golds, predictions);
    if (withEntities) tallyNameEntities(table, article, scopedGold, scopedPredicted);
    judgeConfidence(judged, scopedGold, scopedPredicted, matching);
    const found: Finding[] = listFindings(id, text, scopedGold, scopedPredicted, matching);
    if (scored.has("date")) found.push(...dateFindings(table, article, id, text, ofKind(golds, "date"), ofKind(predictions, "date")));
    if (scored.has("casualty"))
      found.push(...casualtyFindings(table, article, id, text, ofKind(golds, "casualty"), ofKind(predictions, "casualty")));
    const context = { foundElsewhere, unscored: golds.filter((label) => !scored.has(label.kind)) };
    for (const f of found.sort((a, b) => startOf(a) - startOf(b))) findings.push({ ...f, cause: causeOf(f, context).id });
  });
  const scores = readScores(table, kinds, bootstrap, { tokens: pairs.some(({ id }) => texts.has(id)), entities: withEntities });
  return {
    articles: pairs.length,
    kinds,
    bootstrap,
    findings,
    table,
    ...scores,
    errorGroups: groupErrors(findings, {
      micro: scores.scores.strict["micro"],
      dates: scores.dates?.value,
      figures: scores.casualties?.all.figures,
    }),
    confusion: confusion.read(),
    calibration: calibrate(judged, goldCounts(kinds.scored, scores.scores.strict), options.wantedPrecision ?? null),
    diagnostics: [
      ...diagnostics,
      ...unknownKinds(
        kinds,
        pairs.map((p) => p.predicted),
      ),
    ],
  };
}

function tallyNameEntities(table: TallyTable, article: number, gold: readonly Label[], predicted: readonly Label[]): void {
  const golds = gold.filter((label) => SCORED_NAMES.has(label.kind));
  const predictions = predicted.filter((label) => SCORED_NAMES.has(label.kind));
  tallyEntities(table, article, golds, predictions, matchLabels(golds, predictions, SCHEME_WORTH.strict));
}

const hasEntities = (layers: readonly LabelLayer[]): boolean =>
  layers.some((layer) => layer.mentions.some((label) => typeof label.entity === "string"));

function judgeConfidence(judged: Judged[], gold: readonly Label[], predicted: readonly Label[], matching: Matching): void {
  const right = new Set<number>();
  for (const [g, p] of matching.pairs) {
    const a = gold[g];
    const b = predicted[p];
    if (a && b && a.kind === b.kind && sameSpan(a, b)) right.add(p);
  }
  predicted.forEach(({ kind, confidence }, p) => {
    if (typeof confidence === "number") judged.push({ kind, confidence, correct: right.has(p) });
  });
}

/** Kind and wording of every predicted name. */
function predictedWordings(pairs: readonly ArticlePair[], texts: ReadonlyMap<string, string>): ReadonlySet<string> {
  const wordings = new Set<string>();
  for (const { id, predicted } of pairs) {
    const text = texts.get(id);
    for (const { kind, start, end, text: wording = text?.slice(start, end) } of predicted.mentions) {
      if (SCORED_NAMES.has(kind) && wording !== undefined) wordings.add(`${kind}\u0000${wording}`);
    }
  }
  return wordings;
}

const ofKind = (labels: readonly Label[], kind: string): readonly Label[] => labels.filter((label) => label.kind === kind);

function tableRows(kinds: LabelledKinds): readonly string[] {
  const all = [...new Set([...SCORED_KINDS, ...kinds.scored, ...UNSCORED_KINDS])];
  return [
    ...SCHEMES.flatMap((scheme) => all.map((kind) => schemeRow(scheme, kind))),
    ...all.map(tokenRow),
    ...DATE_MEASURES.map(dateRow),
    ...CASUALTY_ROWS,
    ...ENTITY_ROWS,
  ];
}

/** Dates found at the right place with the wrong value. */
function dateFindings(
  table: TallyTable,
  article: number,
  id: string,
  text: string | null,
  gold: readonly Label[],
  predicted: readonly Label[],
): Finding[] {
  return tallyDates(table, article, gold, predicted).pairs.flatMap(([g, p]) => {
    const a = gold[g];
    const b = predicted[p];
    return a && b && !sameValue(a, b) ? [finding(id, text, "content", a, b)] : [];
  });
}

/** Figures found at the right place with the wrong numbers or the wrong outcome. */
function casualtyFindings(
  table: TallyTable,
  article: number,
  id: string,
  text: string | null,
  gold: readonly Label[],
  predicted: readonly Label[],
): Finding[] {
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
  return kinds.unknown
    .filter((kind) => !UNSCORED_KINDS.includes(kind))
    .map((kind) => {
      const count = predicted.reduce((n, layer) => n + ofKind(layer.mentions, kind).length, 0);
      return {
        severity: "warning",
        code: "unlabelled-kind",
        place: null,
        message: `gold labels no ${kind} anywhere: ${count} predicted are unknown, not wrong, and left out; --kinds counts them`,
      };
    });
}
