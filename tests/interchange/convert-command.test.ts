import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
let folder = "";
const run = (...args: readonly string[]) =>
  new Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }>((resolve) => {
    execFile(process.execPath, [MAIN, "convert", ...args], { cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
const RECORD = {
  id: "a",
  text: "😀 Ann Lee left Rome.\r\n",
  mentions: [
    { kind: "person", start: 3, end: 10, text: "Ann Lee" },
    { kind: "place", start: 16, end: 20, text: "Rome" },
  ],
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dateline-convert-"));
  await writeFile(join(folder, "gold.jsonl"), JSON.stringify(RECORD) + "\n");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("dateline convert", () => {
  it("goes to brat and back", async () => {
    expect(await run("--from", "jsonl", "--to", "brat", "gold.jsonl", "-o", "brat")).toMatchObject({ code: 0, stderr: "" });
    expect(await readdir(join(folder, "brat"))).toEqual(["a.ann", "a.txt"]);
    expect(await readFile(join(folder, "brat/a.ann"), "utf8")).toBe("T1\tperson 2 9\tAnn Lee\nT2\tplace 15 19\tRome\n");
    await run("--from", "brat", "--to", "jsonl", "brat", "-o", "back.jsonl");
    expect(JSON.parse(await readFile(join(folder, "back.jsonl"), "utf8"))).toEqual(RECORD);
  });

  it("writes a file to standard output where none is named", async () => {
    const { stdout, stderr } = await run("--from", "jsonl", "--to", "conll", "gold.jsonl", "--scheme", "bioes");
    expect(stdout).toContain("Ann -X- -X- B-PER\nLee -X- -X- E-PER\n");
    expect(stdout).toContain("Rome -X- -X- S-LOC\n");
    expect(stderr).toContain("--articles");
  });

  it("ends with a code that says whose fault it is", async () => {
    expect((await run("--from", "jsonl", "--to", "brat", "gold.jsonl")).code).toBe(2);
    expect((await run("--from", "xml", "--to", "brat", "gold.jsonl", "-o", "x")).code).toBe(2);
    expect((await run("--from", "jsonl", "--to", "spacy", "none.jsonl")).code).toBe(4);
    await writeFile(join(folder, "wrong.jsonl"), JSON.stringify({ ...RECORD, mentions: [{ ...RECORD.mentions[0], start: 2, end: 9 }] }));
    const wrong = await run("--from", "jsonl", "--to", "spacy", "wrong.jsonl", "-o", "wrong.json");
    expect(wrong.code).toBe(4);
    expect(wrong.stderr).toContain("nearest fitting span is 3–10");
    expect(await readdir(folder)).not.toContain("wrong.json");
  });
});
