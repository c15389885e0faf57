import { appendFileSync, cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { globSync } from "tinyglobby";
import { beforeAll, describe, expect, it } from "vitest";
import { KINDS, MENTION_KINDS } from "../../src/model/kinds.js";
import { OUTCOMES } from "../../src/model/outcomes.js";
import { freshFolder, PROJECT, runToEnd } from "../command-line.js";
import { PAGE, RECORD, ROOMS, type Edit } from "./money-kind/edits.js";

/** A copy of the program that can be changed, compiled and run. */
function copyProgram(): string {
  const folder = freshFolder();
  for (const part of ["src", "web", "lexicons", "package.json", "tsconfig.json"])
    cpSync(join(PROJECT, part), join(folder, part), { recursive: true });
  for (const part of ["node_modules", "models", "gazetteer"]) symlinkSync(join(PROJECT, part), join(folder, part), "junction");
  return folder;
}

function apply(edits: readonly Edit[], folder: string): void {
  for (const { file, behind, put } of edits) {
    const before = readFileSync(join(folder, file), "utf8");
    expect(before.split(behind), `${file} holds once: ${behind}`).toHaveLength(2);
    writeFileSync(
      join(folder, file),
      before.replace(behind, () => behind + put),
    );
  }
}

/** The files in which the compiler finds something wrong. */
async function filesAtFault(folder: string): Promise<readonly string[]> {
  const tsc = process.platform === "win32" ? "tsc.cmd" : "tsc";
  const runs = [];
  for (const project of ["tsconfig.json", "web/tsconfig.json"])
    runs.push(await runToEnd(join(PROJECT, "node_modules/.bin", tsc), ["-p", project, "--noEmit", "--pretty", "false"], "", folder));
  const files = runs.flatMap(({ stdout }) => [...stdout.matchAll(/^([^\s(]+)\(\d+,\d+\): error/gm)].map(([, file]) => file ?? ""));
  return [...new Set(files)].sort();
}

/** Writes `dist/` without looking at types. */
const compile = (folder: string): Promise<unknown> =>
  build({
    entryPoints: globSync("src/**/*.ts", { cwd: folder, absolute: true }),
    outdir: join(folder, "dist"),
    outbase: join(folder, "src"),
    format: "esm",
    target: "es2023",
    logLevel: "silent",
  });

/** The compiler takes half a minute: it is asked by `npm run test:kinds`, and every night. */
const asksCompiler = process.env["DATELINE_KINDS"] === "all";

/** An outcome, as "How to add" says: a record, and the words that state it. */
const STARVED: Edit = {
  file: "src/model/outcomes.ts",
  behind: 'displaced: { incidentColumn: "shown", articleColumn: true, reportColumn: false },',
  put: ' starved: { incidentColumn: "shown", articleColumn: true, reportColumn: false },',
};
const STARVE = ["starve", "starves", "starved", "starved", "starving", "", "starved", "intransitive", "people", ""].join("\t");

describe("a program with another kind of mention and another outcome", () => {
  let folder = "";
  let main = "";
  const table = (name: string): string => readFileSync(join(folder, "out", name), "utf8");

  beforeAll(async () => {
    folder = copyProgram();
    main = join(folder, "dist/cli/main.js");
    apply(RECORD, folder);
    const named = asksCompiler ? await filesAtFault(folder) : null;
    apply([...ROOMS, ...PAGE, STARVED], folder);
    cpSync(join(import.meta.dirname, "money-kind/recognize-money.ts.txt"), join(folder, "src/recognize/recognize-money.ts"));
    appendFileSync(join(folder, "lexicons/outcome-verbs.tsv"), `${STARVE}\n`);
    if (named !== null) {
      expect(await filesAtFault(folder)).toEqual([]);
      const edited = [...new Set([...ROOMS, ...PAGE].map(({ file }) => file))];
      expect(edited.filter((file) => !named.includes(file))).toEqual([]);
    }
    await compile(folder);
    writeFileSync(
      join(folder, "fund.txt"),
      "The council of Ostrava paid Mary Holt $1,200 and €35.50. Nine people starved in Gao on Monday.\n",
    );
    const run = await runToEnd(process.execPath, [main, "extract", "fund.txt", "-o", "out", "--format", "none"], "", folder);
    expect(run.code, run.stderr).toBe(0);
    expect(run.stdout + run.stderr).toContain("2 amounts of money");
  });

  it("writes the kind into tables, records, scores: a record, a recognizer and what the compiler then names", async () => {
    expect(table("articles.csv")).toContain("money_amounts");
    expect(table("mentions.csv")).toMatch(/money,,"?\$1,200/);
    const record = JSON.parse(table("annotations.jsonl")) as {
      readonly mentions: readonly { readonly kind: string; readonly text: string }[];
    };
    expect(record.mentions.filter(({ kind }) => kind === "money").map(({ text }) => text)).toEqual(["$1,200", "€35.50"]);
    const files = ["--gold", "out/annotations.jsonl", "--pred", "out/annotations.jsonl", "--errors", "0"];
    const score = await runToEnd(process.execPath, [main, "score", ...files], "", folder);
    expect(score.stdout, score.stderr).toMatch(/amounts of money\s+2\s+2\s+100\.0/);
  });

  it("writes the outcome into tables: a record and the words that state it", () => {
    expect(table("casualties.csv")).toContain(",starved,9,9,9,exact,Gao,");
    const [head = "", row = ""] = table("incidents.csv").split("\r\n");
    expect(row.split(",")[head.split(",").indexOf("starved")]).toBe("9");
  });
});

describe("the table of kinds", () => {
  it("is what the schema of the record allows", () => {
    const schema = readFileSync(join(PROJECT, "schemas/annotation.schema.json"), "utf8");
    const listed = (values: readonly string[]): string => `{ "enum": [${values.map((value) => JSON.stringify(value)).join(", ")}] }`;
    const names = MENTION_KINDS.filter((kind) => KINDS[kind].family === "names");
    expect(schema).toContain(`"kind": ${listed(MENTION_KINDS)}`);
    expect(schema).toContain(`"kind": ${listed(names)}`);
    expect(schema).toContain(`^(?:${names.join("|")}):`);
    expect(schema).toContain(`"outcome": ${listed(OUTCOMES)}`);
  });

  it("has a color for each kind in the review page", () => {
    const style = readFileSync(join(PROJECT, "web/style.css"), "utf8");
    for (const kind of MENTION_KINDS)
      for (const rule of [`.chip.kind-${kind}`, `.piece.kind-${kind}`]) expect(style.includes(`${rule} {`), rule).toBe(true);
  });
});
