import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as core from "../src/core.js";
import * as door from "../src/index.js";
import * as compromise from "../src/plugins/compromise.js";
import * as wink from "../src/plugins/wink.js";
import { freshFolder, PROJECT, runToEnd } from "./command-line.js";

/** Line ends as they are everywhere: those of CSV, and of a checkout that has others. */
const plain = (text: string): string => text.replaceAll("\r\n", "\n");
const page = plain(readFileSync(join(PROJECT, "docs/LIBRARY.md"), "utf8"));
const examples = [...page.matchAll(/```js\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g)].map(([, code = "", output = ""]) => ({
  code,
  output,
}));

/** A folder in which the built package is installed beside those that the examples use. */
function installFolder(): string {
  const folder = freshFolder();
  mkdirSync(join(folder, "node_modules"));
  for (const name of readdirSync(join(PROJECT, "node_modules")))
    if (!name.startsWith(".")) symlinkSync(join(PROJECT, "node_modules", name), join(folder, "node_modules", name), "junction");
  symlinkSync(PROJECT, join(folder, "node_modules/dateline-news"), "junction");
  return folder;
}

/** Runs all examples in one process, and gives what each printed. */
const RUNNER = `import { format } from "node:util";
const print = console.log.bind(console);
const printed = [];
for (let number = 0; number < Number(process.argv[2]); number++) {
  let lines = "";
  console.log = (...values) => { lines += format(...values) + "\\n"; };
  await import("./example-" + number + ".mjs");
  printed.push(lines);
}
print(JSON.stringify(printed));
`;

describe("docs/LIBRARY.md", () => {
  it("has examples that print what the page says", async () => {
    const folder = installFolder();
    examples.forEach(({ code }, number) => writeFileSync(join(folder, `example-${number}.mjs`), code));
    writeFileSync(join(folder, "run.mjs"), RUNNER);
    const { stdout, stderr } = await runToEnd(process.execPath, ["run.mjs", String(examples.length)], "", folder);
    expect(stderr).toBe("");
    expect((JSON.parse(stdout) as readonly string[]).map(plain)).toEqual(examples.map(({ output }) => output));
    expect(examples.length).toBe([...page.matchAll(/```js/g)].length);
  });

  it("has one for everything that the package exports", () => {
    const shown = examples.map(({ code }) => code).join("\n");
    const names = [door, core, compromise, wink]
      .flatMap((module) => Object.keys(module))
      .map((name) => (name === "default" ? "dateline" : name));
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(shown))).toEqual([]);
  });
});
