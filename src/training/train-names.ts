import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command, Option } from "commander";
import { featureHash } from "../recognize/names/feature-hash.js";
import { readWeights, type WeightsHead } from "../recognize/names/read-weights.js";
import { createTagNames } from "../recognize/names/recognize-names.js";
import { fitCalibration, type JudgedMention } from "./calibrate-confidence.js";
import { labeledText } from "./labeled-text.js";
import { packModel } from "./pack-model.js";
import { readLabelSet } from "./read-label-set.js";

const SETS = [
  "worldwide/train",
  "worldwide/dev",
  "conll2003/train",
  "conll2003/dev",
  "uner_ewt/train",
  "uner_ewt/dev",
  "gum_open/train",
  "gum_open/dev",
  "wikigold/all",
  "crossner_politics/train",
  "wnut17/train",
  "wnut17/dev",
];
const TRAINED_ON: Readonly<Record<string, readonly string[]>> = {
  en: ["worldwide/train", "conll2003/train", "uner_ewt/train", "gum_open/train", "wikigold/all", "crossner_politics/train", "wnut17/train"],
  open: ["uner_ewt/train", "gum_open/train", "wikigold/all", "crossner_politics/train", "wnut17/train"],
};
/**
 * What each shipped model was trained with, stage by stage. The second stage of `en` makes the large matrices sparse; the
 * one that words go through stays dense, since making it sparse cost a point on worldwide/dev.
 */
const STAGES: Readonly<Record<"en" | "open", readonly (readonly string[])[]>> = {
  en: [
    ["--epochs", "10", "--batch", "2500", "--rare", "4", "--keep", "57", "16", "32", "19"],
    ["--epochs", "3", "--batch", "2500", "--rare", "4", "--keep", "57", "8", "20", "12", "--rate", "6e-4", "--ramp", "0", "0.4"],
  ],
  open: [["--epochs", "10", "--batch", "2000", "--rare", "3"]],
};
/** Calibration is fitted on news first: that is what confidences will be read on. */
const CALIBRATED_ON = ["worldwide/dev", "conll2003/dev", "gum_open/dev"];

interface Options {
  readonly data: string;
  readonly model: "en" | "open";
  readonly work: string;
  readonly python: string;
  readonly seed: string;
  readonly threads: string;
  readonly resume?: true;
  readonly packOnly?: true;
}

const options = new Command("train")
  .description("rebuild the weights of the name tagger (training/README.md)")
  .option("--data <dir>", "label sets, SET/SPLIT.jsonl", "../shared/data/names")
  .addOption(new Option("--model <name>", "which tagger").choices(["en", "open"]).default("en"))
  .option("--work <dir>", "tables, features and checkpoints", ".train")
  .option("--python <path>", "Python with training/requirements.txt", "python3")
  .option("--seed <n>", "of everything random", "1")
  .option("--threads <n>", "of the trainer", "2")
  .option("--resume", "go on from the last checkpoint")
  .option("--pack-only", "pack the last checkpoint, without training")
  .parse(process.argv)
  .opts<Options>();

const { data, model, work, python } = options;
const stages = STAGES[model];
const checkpoint = (stage: number): string => join(work, `checkpoint-${model}${stage === 0 ? "" : `-${stage + 1}`}.pt`);

function run(program: string, args: readonly string[]): void {
  process.stderr.write(`${program} ${args.join(" ")}\n`);
  const { status, error } = spawnSync(program, args, { stdio: "inherit" });
  if (status !== 0)
    throw new Error(
      `${program} ${args[0] ?? ""} failed` +
        `${error ? `: ${error.message}` : ` with exit code ${String(status)}`}. See training/README.md for ` +
        `what it needs.`,
    );
}

/** What the packed model believes of its findings on the calibration sets, by type. */
function judge(bytes: Uint8Array): ReadonlyMap<string, readonly JudgedMention[]> {
  const tag = createTagNames(readWeights(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer));
  const judged = new Map<string, JudgedMention[]>();
  for (const set of CALIBRATED_ON) {
    for (const document of readLabelSet(join(data, `${set}.jsonl`))) {
      const { text, spans } = labeledText(document, true);
      const gold = new Set(spans.map((s) => `${s.start} ${s.end} ${s.type === "NORP" ? "GRP" : s.type}`));
      for (const { start, end, type, confidence } of tag(text)) {
        // CoNLL and GUM have no groups of their own.
        if (type === "MISC" || (type === "GRP" && set !== "worldwide/dev")) continue;
        const list = judged.get(type) ?? [];
        list.push({ confidence, right: gold.has(`${start} ${end} ${type}`) });
        judged.set(type, list);
      }
    }
  }
  return judged;
}

if (!options.packOnly) {
  run(python, ["training/tables.py", work]);
  run(process.execPath, [
    "--import",
    "tsx",
    "src/training/export-features.ts",
    data,
    join(work, "features"),
    join(work, "extra-words.txt"),
    ...SETS,
  ]);
  for (const [stage, settings] of stages.entries()) {
    run(python, [
      "training/train.py",
      work,
      "--model",
      model,
      "--seed",
      String(Number(options.seed) + stage),
      "--threads",
      options.threads,
      ...settings,
      "--checkpoint",
      checkpoint(stage),
      ...(stage > 0 ? ["--from", checkpoint(stage - 1)] : []),
      ...(options.resume ? ["--resume"] : []),
    ]);
  }
}
const tensors = join(work, `tensors-${model}`);
run(python, ["training/export.py", work, checkpoint(stages.length - 1), tensors]);
const name = `names-${model}@1`;
const calibration: WeightsHead["calibration"] = Object.fromEntries(
  [...judge(packModel(tensors, name, {}))].map(([type, list]) => [type, fitCalibration(list)]),
);
const bytes = packModel(tensors, name, calibration);
const folder = join(model === "open" ? "packages" : "models", `names-${model}`);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "weights.bin"), bytes);
writeFileSync(
  join(folder, "card.json"),
  `${JSON.stringify(
    {
      name,
      features: featureHash(),
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      seed: Number(options.seed),
      stages,
      trainedOn: TRAINED_ON[model],
      chosenOn: ["worldwide/dev", "conll2003/dev"],
      calibratedOn: CALIBRATED_ON,
    },
    null,
    2,
  )}\n`,
);
process.stderr.write(
  `${folder}/weights.bin: ${(bytes.length / 1e6).toFixed(1)} MB. Next: npm run bench:names, which writes the scores into card.json.\n`,
);
