import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
let folder = "";

const run = (...args: readonly string[]) =>
  new Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }>((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
const jsonl = (...records: readonly unknown[]) => records.map((r) => JSON.stringify(r) + "\n").join("");

const TEXT = "Ann Lee met Bo Diaz in Rome on Monday.";
const GOLD = {
  id: "a",
  text: TEXT,
  mentions: [
    { kind: "person", start: 0, end: 7 },
    { kind: "person", start: 12, end: 19 },
    { kind: "place", start: 23, end: 27 },
  ],
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dateline-score-"));
  await writeFile(join(folder, "gold.jsonl"), jsonl(GOLD));
  await writeFile(
    join(folder, "pred.jsonl"),
    jsonl({
      id: "a",
      mentions: [
        { kind: "person", start: 0, end: 7 },
        { kind: "person", start: 31, end: 37 },
      ],
    }),
  );
  await writeFile(join(folder, "empty.jsonl"), "");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("dateline score", () => {
  it("prints a table and every error with its sentence", async () => {
    const { code, stdout } = await run("score", "--gold", "gold.jsonl", "--pred", "pred.jsonl");
    expect(code).toBe(0);
    expect(stdout).toMatch(/people +2 +2 +50\.0 +50\.0 +50\.0/);
    expect(stdout).toContain(`missed   person "Bo Diaz"\n           ${TEXT}`);
    expect(stdout).toContain('spurious person "Monday"');
  });

  it("writes one JSON object and nothing else to standard output", async () => {
    const { stdout } = await run("score", "--gold", "gold.jsonl", "--pred", "pred.jsonl", "--json");
    const { scores } = JSON.parse(stdout);
    expect(Object.keys(scores)).toEqual(["strict", "exact", "partial", "type"]);
    expect(scores.strict.person).toMatchObject({ correct: 1, predicted: 2, gold: 2, precision: 0.5, recall: 0.5, f1: 0.5 });
    expect(scores.strict.place).toMatchObject({ correct: 0, predicted: 0, gold: 1, precision: null, recall: 0, f1: 0 });
    expect(scores.strict.date).toMatchObject({ predicted: 0, gold: 0, precision: null, recall: null, f1: null, interval: null });
    expect(scores.strict.micro).toMatchObject({ correct: 1, predicted: 2, gold: 3, f1: 0.4 });
    expect(scores.strict.micro.interval).toHaveLength(2);
  });

  it("runs the program where no predictions are given", async () => {
    const { code, stdout } = await run("score", "--gold", "gold.jsonl", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout).scores.strict.micro.gold).toBe(3);
  });

  it("takes the text from --articles", async () => {
    await writeFile(join(folder, "a.txt"), TEXT);
    await writeFile(join(folder, "bare.jsonl"), jsonl({ id: "a", mentions: GOLD.mentions }));
    const { stdout } = await run("score", "--gold", "bare.jsonl", "--pred", "pred.jsonl", "--articles", "a.txt");
    expect(stdout).toContain(TEXT);
    const { code, stderr } = await run("score", "--gold", "bare.jsonl");
    expect(code).toBe(4);
    expect(stderr).toContain("--articles");
  });

  it("has an exit code of its own for scores below their floor", async () => {
    const floor = (...floors: readonly string[]) =>
      run("score", "--gold", "gold.jsonl", "--pred", "pred.jsonl", "--quiet", ...floors.flatMap((f) => ["--fail-under", f]));
    expect((await floor("person=0.5")).code).toBe(0);
    const failed = await floor("person=0.85", "micro=0.1");
    expect(failed.code).toBe(5);
    expect(failed.stderr).toBe("dateline: person: F1 0.5000 is below 0.85\n");
    expect((await floor("date=0.1")).code).toBe(5);
    expect((await floor("ships=0.1")).code).toBe(2);
    expect((await floor("person=85")).code).toBe(2);
  });

  it("stops at gold that does not fit its text", async () => {
    await writeFile(join(folder, "wrong.jsonl"), jsonl({ ...GOLD, mentions: [{ kind: "person", start: 1, end: 8, text: "Ann Lee" }] }));
    const { code, stdout, stderr } = await run("score", "--gold", "wrong.jsonl", "--pred", "pred.jsonl");
    expect(code).toBe(4);
    expect(stdout).toBe("");
    expect(stderr).toContain("wrong.jsonl:1, article a, mention 1");
    expect(stderr).toContain("0–7");
  });

  it("says what is missing", async () => {
    expect((await run("score", "--gold", "no.jsonl")).code).toBe(4);
    expect((await run("score")).code).toBe(2);
    const nothing = await run("score", "--gold", "empty.jsonl", "--pred", "empty.jsonl", "--json");
    expect([nothing.code, nothing.stdout]).toEqual([4, ""]);
    expect(nothing.stderr).toContain("holds no records");
  });

  it("is an error with a hint where there is nothing to compare", async () => {
    await writeFile(join(folder, "split.jsonl"), jsonl({ ...GOLD, split: "dev" }, { ...GOLD, id: "b", split: "test" }));
    await writeFile(join(folder, "elsewhere.jsonl"), jsonl({ id: "other", mentions: GOLD.mentions }));
    await writeFile(
      join(folder, "found.jsonl"),
      jsonl({ ...GOLD, mentions: GOLD.mentions.map((m) => ({ ...m, by: "names@1", confidence: 0.9 })) }),
    );
    await mkdir(join(folder, "no-ann"), { recursive: true });
    await writeFile(join(folder, "no-ann/a.txt"), TEXT);
    await writeFile(join(folder, "gold.xlsx"), "PK");
    const cases: readonly (readonly [readonly string[], number, string])[] = [
      [["--gold", "split.jsonl", "--pred", "pred.jsonl", "--split", "tset"], 2, "Its splits are dev, test"],
      [
        ["--gold", "gold.jsonl", "--pred", "elsewhere.jsonl"],
        4,
        'No article is in both gold.jsonl ("a", …) and elsewhere.jsonl ("other", …)',
      ],
      [["--gold", "found.jsonl", "--pred", "gold.jsonl"], 2, "it looks as if --gold and --pred were swapped"],
      [["--gold", "no-ann", "--gold-format", "brat", "--pred", "pred.jsonl"], 4, "no-ann: holds no .ann file, where brat keeps labels"],
      [["--gold", "no-ann", "--pred", "pred.jsonl"], 2, "no-ann: is a folder"],
      [["--gold", "gold.xlsx", "--pred", "pred.jsonl"], 2, "gold.xlsx: is a workbook"],
    ];
    for (const [options, code, message] of cases) {
      const ended = await run("score", ...options);
      expect([ended.code, ended.stdout, ended.stderr]).toEqual([code, "", expect.stringContaining(message)]);
      expect(ended.stderr.trim().split("\n")).toHaveLength(1);
    }
  });

  it("writes JSON to a file on request", async () => {
    await run("score", "--gold", "gold.jsonl", "--pred", "pred.jsonl", "--json", "out.json");
    expect(JSON.parse(await readFile(join(folder, "out.json"), "utf8")).articles).toBe(1);
  });

  it("compares with a baseline, measures agreement and writes a report", async () => {
    await writeFile(join(folder, "better.jsonl"), jsonl({ id: "a", mentions: GOLD.mentions }));
    const compared = await run(
      "score",
      "--gold",
      "gold.jsonl",
      "--pred",
      "better.jsonl",
      "--baseline",
      "pred.jsonl",
      "--report",
      "report.html",
      "--json",
    );
    const { comparison } = JSON.parse(compared.stdout);
    expect(comparison.changes.find((c: { row: string }) => c.row === "micro")).toMatchObject({ now: 1, baseline: 0.4 });
    expect(comparison.fixed).toHaveLength(3);
    expect(comparison.broken).toEqual([]);
    expect(await readFile(join(folder, "report.html"), "utf8")).toContain("Against the baseline");
    const agreed = await run("score", "--gold", "gold.jsonl", "--pred", "better.jsonl", "--agreement");
    expect(agreed.stdout).toContain("Cohen's κ");
    expect((await run("score", "--gold", "gold.jsonl", "--agreement")).code).toBe(2);
  });

  it("scores other formats as they are", async () => {
    await writeFile(join(folder, "gold.conll"), "Ann B-PER\nleft O\nRome B-LOC\n");
    await writeFile(join(folder, "pred.conll"), "Ann I-PER\nleft O\nRome O\n");
    const { stdout } = await run(
      "score",
      "--gold",
      "gold.conll",
      "--gold-format",
      "conll",
      "--pred",
      "pred.conll",
      "--pred-format",
      "conll",
      "--json",
    );
    expect(JSON.parse(stdout).scores.strict.micro).toMatchObject({ correct: 1, predicted: 1, gold: 2 });
  });
});
