import { createHash } from "node:crypto";
import type { CasualtyMention } from "../../src/model/mention.js";
import { confidenceFeatures } from "../../src/recognize/casualties/confidence.js";
import { fitConfidence, judgeExamples } from "../../src/training/fit-confidence.js";
import { pairFigures, sameNumbers, type LabelledRow } from "./labelled.js";
import { readSet } from "./read-sets.js";
import type { ReadText } from "./read-text.js";

const FOLDS = 5;
const SCOPES = ["incident", "subset", "cumulative"] as const;
/** So many words on each side of a figure are features. */
const REACH = 12;

/** A figure that was read, what the rows decided of it, and what its label says; no label where it is spurious. */
interface Learnable {
  readonly fold: number;
  readonly figure: CasualtyMention;
  readonly label: LabelledRow["figures"][number] | null;
  /** What stands around it, without what the rows decided. */
  readonly words: readonly string[];
  /** The same with what the rows decided. */
  readonly rows: readonly string[];
}

const foldOf = (id: string): number => parseInt(createHash("sha256").update(id).digest("hex").slice(0, 6), 16) % FOLDS;

function learnables(rows: readonly LabelledRow[], read: ReadText): readonly Learnable[] {
  return rows.flatMap((row) => {
    const { figures, analyzed } = read(row.text);
    const labels = new Map(
      pairFigures(row.figures, figures)
        .filter(([g, f]) => sameNumbers(g, f))
        .map(([g, f]) => [f, g] as const),
    );
    return figures
      .filter((figure) => !figure.implicit)
      .map((figure): Learnable => {
        const sentence = analyzed.sentences.find(({ start, end }) => start <= figure.start && figure.start < end);
        const inside = analyzed.tokens.filter((t) => sentence && t.start >= sentence.start && t.end <= sentence.end);
        const before = inside.filter((t) => t.end <= figure.start).slice(-REACH);
        const after = inside.filter((t) => t.start >= figure.end).slice(0, REACH);
        const words = [...before.map((t) => `before:${t.lower}`), ...after.map((t) => `after:${t.lower}`)];
        const decided = confidenceFeatures(figure, sentence, figures, analyzed);
        return { fold: foldOf(row.id), figure, label: labels.get(figure) ?? null, words, rows: [...words, ...decided] };
      });
  });
}

type Features = (one: Learnable) => readonly string[];

/** The likelihood of a yes for every figure, from a model that did not see its article. */
function crossed(all: readonly Learnable[], features: Features, isTrue: (one: Learnable) => boolean): ReadonlyMap<Learnable, number> {
  const likelihood = new Map<Learnable, number>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const examples = (of: readonly Learnable[]) => of.map((one) => ({ features: [...new Set(features(one))], right: isTrue(one) }));
    const weights = fitConfidence(examples(all.filter((one) => one.fold !== fold)));
    const held = all.filter((one) => one.fold === fold);
    judgeExamples(examples(held), weights).forEach(({ confidence }, i) => {
      const one = held[i];
      if (one) likelihood.set(one, confidence);
    });
  }
  return likelihood;
}

const percent = (right: number, all: number): string => ((100 * right) / all).toFixed(1);

/**
 * Prints what a logistic regression over words and over the rows' own decisions reaches beside the rows: whether a figure is
 * one, over what it runs, whether it has a source. Five folds of articles; every figure is judged by a model that did not see
 * its article.
 */
export function benchLearnt(read: ReadText): void {
  const sets = ["labelled/dev", "labelled/rare"].map((name) => readSet<LabelledRow>(name));
  if (sets.some((rows) => rows === null)) return;
  const rows = sets.flatMap((set) => set ?? []);
  const all = learnables(rows, read);
  const labelled = all.filter(({ label }) => label !== null);
  const gold = rows.reduce((sum, row) => sum + row.figures.filter(({ implicit }) => !implicit).length, 0);
  const f1 = (kept: readonly Learnable[]): string => percent(2 * kept.filter(({ label }) => label !== null).length, kept.length + gold);
  const ways: readonly (readonly [string, Features])[] = [
    ["words", (one) => one.words],
    ["words and rows", (one) => one.rows],
  ];
  console.log("\nlearnt beside the rows, cross-validated over articles of both labelled sets");
  console.log("| | rows | logistic regression on words | on words and what the rows decided |");
  console.log("|---|---|---|---|");
  const admitted = ways.map(([, features]) => {
    const likelihood = crossed(all, features, ({ label }) => label !== null);
    return f1(all.filter((one) => (likelihood.get(one) ?? 1) >= 0.5));
  });
  console.log(`| figures admitted, F1 of explicit ones | ${f1(all)} | ${admitted.join(" | ")} |`);
  const scoped = ways.map(([, features]) => {
    const models = SCOPES.map((scope) => [scope, crossed(labelled, features, ({ label }) => label?.scope === scope)] as const);
    const chosen = (one: Learnable): string =>
      models.reduce((best, model) => ((model[1].get(one) ?? 0) > (best[1].get(one) ?? 0) ? model : best))[0];
    return percent(labelled.filter((one) => chosen(one) === one.label?.scope).length, labelled.length);
  });
  const scopeRight = labelled.filter(({ label, figure }) => label?.scope === figure.scope).length;
  console.log(`| scope | ${percent(scopeRight, labelled.length)} | ${scoped.join(" | ")} |`);
  const sourced = ways.map(([, features]) => {
    const likelihood = crossed(labelled, features, ({ label }) => Boolean(label?.attribution));
    return percent(labelled.filter((one) => (likelihood.get(one) ?? 0) >= 0.5 === Boolean(one.label?.attribution)).length, labelled.length);
  });
  const sourceRight = labelled.filter(({ label, figure }) => Boolean(label?.attribution) === Boolean(figure.attribution)).length;
  console.log(`| source given or not | ${percent(sourceRight, labelled.length)} | ${sourced.join(" | ")} |`);
}
