import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { dateline, freshFolder, PROJECT, runToEnd } from "../command-line.js";

const MAIN = join(PROJECT, "dist/cli/main.js");
let folder = "";
const run = (...args: string[]): ReturnType<typeof dateline> => dateline(args, "", folder);
const shell = (command: string): ReturnType<typeof runToEnd> =>
  runToEnd("bash", ["-c", command.replaceAll("DATELINE", `"${process.execPath}" "${MAIN}"`)], "", folder);
const linux = it.runIf(process.platform === "linux");

beforeAll(() => {
  folder = freshFolder();
  mkdirSync(join(folder, "both"));
  writeFileSync(join(folder, "both/a.txt"), "Two people were killed in Kyiv.");
  writeFileSync(join(folder, "both/articles.csv"), 'title,text\nT,"Three people were killed in Lagos."\n');
  const kinds = ["constructor", "toString", "__proto__", "hasOwnProperty"].map((kind, i) => ({
    kind,
    start: i,
    end: i + 1,
    confidence: 0.5,
  }));
  writeFileSync(join(folder, "kinds.jsonl"), JSON.stringify({ id: "a\u001b[2J", text: "Anna Lind spoke.", mentions: kinds }));
});

/** One line each, with no character that a terminal obeys. */
function expectPlain(stderr: string): void {
  // eslint-disable-next-line no-control-regex -- control characters are what must not be there
  expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  expect(stderr).not.toContain("\n    at ");
}

describe("a command line that asks for trouble", () => {
  it("is refused where output would go over input, and nothing is changed", async () => {
    const { code, stderr } = await run("extract", "both", "-o", "both");
    expect([code, stderr]).toEqual([2, expect.stringContaining("both/a.txt")]);
    expect(readFileSync(join(folder, "both/articles.csv"), "utf8")).toContain("Lagos");
    expect((await run("convert", "--from", "jsonl", "--to", "jsonl", "kinds.jsonl", "-o", "./kinds.jsonl")).code).toBe(2);
    expect((await run("score", "--gold", "kinds.jsonl", "--pred", "kinds.jsonl", "--json", "kinds.jsonl")).code).toBe(2);
  });

  it("leaves the tables of an earlier run out, and says so; counts a file once", async () => {
    expect((await run("extract", ".", "both/a.txt", "./both/a.txt", "--quiet")).code).toBe(0);
    const articles = readFileSync(join(folder, "output/articles.csv"), "utf8").trim().split("\n").length;
    const { stderr } = await run("extract", ".");
    expect(stderr).toContain("written by an earlier run");
    expect(readFileSync(join(folder, "output/articles.csv"), "utf8").trim().split("\n")).toHaveLength(articles);
  });

  linux("is told where a folder cannot be, where standard output is full, and where too few files may be open", async () => {
    expect((await run("extract", "both", "-o", "/proc/x/y")).code).toBe(4);
    for (const command of [
      "DATELINE dictionary > /dev/full",
      "DATELINE extract --jsonl both > /dev/full",
      "ulimit -n 40; DATELINE extract both -o few",
    ]) {
      const { code, stderr } = await shell(command);
      expect([code, command]).toEqual([4, command]);
      expectPlain(stderr);
    }
  });

  linux("reads a file whose name is no UTF-8", async () => {
    await shell(
      "mkdir -p odd; printf 'Two people were killed in Kyiv.' > odd/caf$'\\xe9'.txt; DATELINE extract odd -o odd-out --quiet; DATELINE extract odd/caf$'\\xe9'.txt -o odd-two --quiet",
    );
    for (const name of ["odd-out", "odd-two"])
      expect(readFileSync(join(folder, name, "articles.csv"), "utf8")).toContain(String.raw`caf\xE9`);
  });

  it("scores kinds of any name, and converts them, with messages that a terminal does not obey", async () => {
    const scored = await run(
      "score",
      "--gold",
      "kinds.jsonl",
      "--pred",
      "kinds.jsonl",
      "--agreement",
      "--baseline",
      "kinds.jsonl",
      "--report",
      "r.html",
    );
    expect([scored.code, scored.stderr]).toEqual([0, ""]);
    for (const kind of ["constructor", "toString", "__proto__"]) expect(scored.stdout).toContain(kind);
    for (const format of ["conll", "brat", "doccano", "labelstudio", "spacy", "w3c"]) {
      const { code, stderr } = await run("convert", "--from", "jsonl", "--to", format, "kinds.jsonl", "-o", `k.${format}`);
      expect([code, format]).toEqual([0, format]);
      expectPlain(stderr);
    }
    writeFileSync(join(folder, "bad.jsonl"), '{"id":"\\u001b[2J","mentions":[{"kind":"\\u001b]0;x","start":3,"end":1}]}');
    const { code, stderr } = await run("score", "--gold", "bad.jsonl", "--pred", "bad.jsonl");
    expect(code).toBe(4);
    expectPlain(stderr);
  });

  it("is ended by SIGTERM with 143", async () => {
    writeFileSync(
      join(folder, "long.jsonl"),
      Array.from({ length: 300 }, (_, i) =>
        JSON.stringify({ id: `a${i}`, text: `Report ${i}. ${"Two people were killed in Kyiv. ".repeat(30)}` }),
      ).join("\n"),
    );
    const child = spawn(process.execPath, [MAIN, "extract", "long.jsonl", "-o", "ended", "--quiet", "--jobs", "1"], {
      cwd: folder,
      stdio: "ignore",
    });
    const ended = new Promise<number | null>((resolve) => void child.on("close", resolve));
    const journal = join(folder, "ended/journal.partial.jsonl");
    for (let tries = 0; tries < 600 && !(existsSync(journal) && readFileSync(journal).includes("\n{")); tries++)
      await new Promise((resume) => setTimeout(resume, 50));
    child.kill("SIGTERM");
    expect(await ended).toBe(143);
  });
}, 240_000);
