import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { freshFolder, PROJECT, runToEnd } from "./command-line.js";

const readme = readFileSync(join(PROJECT, "README.md"), "utf8");

describe("the README", () => {
  it("has a library example of at most five lines that runs and finds what it promises", async () => {
    const code = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
    expect(code.trim().split("\n").filter(Boolean).length).toBeLessThanOrEqual(5);
    const script = join(freshFolder(), "example.mjs");
    writeFileSync(script, code.replace('"dateline-news"', JSON.stringify(join(PROJECT, "dist/index.js"))));
    const { stdout, stderr } = await runToEnd(process.execPath, [script]);
    expect(stdout.split("\n"), stderr).toEqual(expect.arrayContaining(["place: Gaza", "date: Monday", "casualty: At least 12"]));
  });

  it("names only npm scripts that exist", () => {
    const scripts = Object.keys((JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as { scripts: object }).scripts);
    const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1]);
    expect(named.filter((name) => !scripts.includes(name ?? ""))).toEqual([]);
  });
});
