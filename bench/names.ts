/**
 * npm run bench:names [-- --model open] [--write] [--only-ours]: strict F1 of names on the open sets, beside compromise
 * and, where installed, spaCy and Stanford CoreNLP (CORENLP_HOME is the folder of its jars); speed on one thread; memory.
 * `--write` puts the scores into the model's card.json.
 * The sets lie in ../shared/data/names (or DATELINE_NAMES_DATA) and are not part of this repository.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadGazetteer, loadLexicons, loadNames, modelFolder } from "../src/shell/load-resources.js";
import { createTagNames } from "../src/recognize/names/recognize-names.js";
import { calibrationError, type JudgedMention } from "../src/training/calibrate-confidence.js";
import { labeledText } from "../src/training/labeled-text.js";
import { readLabelSet } from "../src/training/read-label-set.js";
import { createAnalyzer } from "../src/text/analyze.js";
import { compromise, coreNlp, dateline, spacy, type Contestant } from "./name-contestants.js";
import { showNamesOfInterest } from "./names-of-interest.js";
import { f1, fourTypes, THREE, threeTypes, tally, total, type LabeledText } from "./name-scores.js";

const DATA = process.env["DATELINE_NAMES_DATA"] ?? "../shared/data/names";
const SETS = ["conll2003/dev", "conll2003/test", "worldwide/dev", "uner_ewt/test", "gum_open/test", "wnut17/test"];
const TRAIN = [
  "worldwide/train",
  "conll2003/train",
  "uner_ewt/train",
  "gum_open/train",
  "wikigold/all",
  "crossner_politics/train",
  "wnut17/train",
];
if (!existsSync(DATA)) throw new Error(`${DATA}: no label sets. Set DATELINE_NAMES_DATA to their folder.`);

const read = (set: string, natural: boolean): LabeledText[] =>
  readLabelSet(join(DATA, `${set}.jsonl`)).map((document) => ({ ...labeledText(document, natural), region: document.region }));
const words = (set: string): number =>
  readLabelSet(join(DATA, `${set}.jsonl`)).reduce((n, d) => n + d.sentences.reduce((m, s) => m + s.tokens.length, 0), 0);
const show = (value: number | null): string => (value === null ? "–" : value.toFixed(1));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const model = process.argv.includes("open") ? "open" : "en";
const before = process.memoryUsage();
let clock = performance.now();
const weights = await loadNames(model);
const lexicons = await loadLexicons();
const ours = dateline(weights, lexicons, await loadGazetteer());
const loaded = performance.now() - clock;
const scores: Record<string, number | null> = {};

function score(name: string, contestant: Contestant, texts: readonly LabeledText[], four: boolean): ReturnType<Contestant> {
  const found = contestant(texts.map(({ text }) => text));
  const counts = tally(texts, found, threeTypes);
  const all = f1(total(counts.values()));
  scores[name] = all === null ? null : Math.round(all * 100) / 100;
  const four4 = four ? f1(total(tally(texts, found, fourTypes).values())) : null;
  if (four4 !== null) scores[`${name} with MISC`] = Math.round(four4 * 100) / 100;
  say(
    `${name.padEnd(44)} ${show(all).padStart(5)}  ${THREE.map((t) => `${t} ${show(f1(counts.get(t) ?? [0, 0, 0])).padStart(5)}`).join("  ")}${four ? `  with MISC ${show(four4)}` : ""}`,
  );
  return found;
}

say(`names-${model}: strict F1, ${THREE.join(" ")} and all three; loaded in ${loaded.toFixed(0)} ms`);
for (const set of SETS) {
  const texts = read(set, false);
  const found = score(set, ours, texts, set.startsWith("conll"));
  if (set === "worldwide/dev") {
    for (const region of [...new Set(texts.map((t) => t.region))].sort()) {
      const part = texts.map((t, i) => [t, found[i] ?? []] as const).filter(([t]) => t.region === region);
      scores[`${set} ${region}`] = f1(
        total(
          tally(
            part.map(([t]) => t),
            part.map(([, f]) => f),
            threeTypes,
          ).values(),
        ),
      );
      say(`  ${String(region).padEnd(42)} ${show(scores[`${set} ${region}`] ?? null).padStart(5)}`);
    }
  }
  score(`${set} --natural`, ours, read(set, true), false);
}
const test = read("conll2003/test", false);
score(
  "conll2003/test in capitals",
  ours,
  test.map((t) => ({ ...t, text: t.text.replace(/./gsu, (c) => (c.toUpperCase().length === c.length ? c.toUpperCase() : c)) })),
  false,
);
score(
  "conll2003/test in lower case",
  ours,
  test.map((t) => ({ ...t, text: t.text.replace(/./gsu, (c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)) })),
  false,
);

const known = new Set(
  TRAIN.flatMap((set) => read(set, false).flatMap(({ text, spans }) => spans.map((s) => text.slice(s.start, s.end).toLowerCase()))),
);
for (const set of ["conll2003/test", "worldwide/dev"]) {
  const texts = read(set, false);
  const found = ours(texts.map(({ text }) => text));
  const unseen = f1(total(tally(texts, found, threeTypes, (wording) => !known.has(wording.toLowerCase())).values()));
  scores[`${set} unseen names`] = unseen;
  say(`${`${set}, names that no training set holds`.padEnd(44)} ${show(unseen).padStart(5)}`);
}

say("\nexpected calibration error (people, organizations, places)");
for (const set of ["worldwide/dev", "conll2003/test", "uner_ewt/test", "gum_open/test"]) {
  const judged: JudgedMention[] = [];
  const texts = read(set, true);
  ours(texts.map(({ text }) => text)).forEach((spans, i) => {
    const gold = new Set(texts[i]?.spans.map((s) => `${s.start} ${s.end} ${s.type}`));
    for (const s of spans)
      if (threeTypes(s.type)) judged.push({ confidence: s.confidence, right: gold.has(`${s.start} ${s.end} ${s.type}`) });
  });
  scores[`${set} calibration error`] = calibrationError(judged);
  say(`${set.padEnd(44)} ${(calibrationError(judged) ?? 0).toFixed(3)}`);
}

showNamesOfInterest(ours, lexicons, say);

say("\nspeed of the names stage on one thread, tokens of the set a second (worldwide/dev, spaced as people write)");
const texts = read("worldwide/dev", true).map(({ text }) => text);
const tokens = words("worldwide/dev");
const tag = createTagNames(weights);
for (const pass of ["first pass, no word known", "second pass", "third pass"]) {
  const cpu = process.cpuUsage();
  clock = performance.now();
  for (const text of texts) tag(text);
  const seconds = (performance.now() - clock) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  scores[`tokens/s ${pass}`] = Math.round(tokens / seconds);
  say(`${pass.padEnd(44)} ${Math.round(tokens / seconds)} by the clock, ${Math.round((tokens * 1e6) / (user + system))} by processor time`);
}
const after = process.memoryUsage();
say(`memory: ${((after.rss - before.rss) / 2 ** 20).toFixed(0)} MiB resident with model, word cache and texts`);

if (!process.argv.includes("--only-ours")) {
  for (const [name, contestant] of [
    ["compromise", compromise(createAnalyzer())],
    ["spaCy en_core_web_md", spacy()],
    ["Stanford CoreNLP", coreNlp()],
  ] as const) {
    if (!contestant) {
      say(`\n${name}: not installed here`);
      continue;
    }
    say(`\n${name}, on text spaced as people write, which suits it better; articles and possessives stripped`);
    for (const set of SETS) {
      const texts = read(set, true);
      clock = performance.now();
      const counts = tally(texts, contestant(texts.map(({ text }) => text)), threeTypes);
      const seconds = (performance.now() - clock) / 1000;
      say(
        `${set.padEnd(44)} ${show(f1(total(counts.values()))).padStart(5)}  ${THREE.map((t) => `${t} ${show(f1(counts.get(t) ?? [0, 0, 0])).padStart(5)}`).join("  ")}  ${Math.round(words(set) / seconds)} tokens/s`,
      );
    }
  }
}
if (process.argv.includes("--write")) {
  const file = join(modelFolder(model), "card.json");
  writeFileSync(file, `${JSON.stringify({ ...(JSON.parse(readFileSync(file, "utf8")) as object), scores }, null, 2)}\n`);
}
