import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { freshFolder, PROJECT, runToEnd } from "./command-line.js";

const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** Bytes of all weights below a folder. */
const weightsBelow = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === "weights.bin")
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

describe("the package", () => {
  it("installs in an empty folder and works from the command line, as an import and with its types", async () => {
    const folder = freshFolder();
    const packed = await runToEnd(npm, ["pack", "--ignore-scripts", "--pack-destination", folder], "", PROJECT);
    expect(packed.code, packed.stderr).toBe(0);
    const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "";
    expect(statSync(join(folder, tarball)).size).toBeLessThan(30e6);
    writeFileSync(join(folder, "package.json"), '{"name":"consumer","private":true,"type":"module"}');
    const installed = await runToEnd(npm, ["install", "--prefer-offline", "--no-audit", "--no-fund", `./${tarball}`], "", folder);
    expect(installed.code, installed.stderr).toBe(0);

    const version = await runToEnd("npx", ["--no-install", "dateline", "--version"], "", folder);
    expect(version.stdout.trim()).toBe((JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as { version: string }).version);
    writeFileSync(join(folder, "article.txt"), "Maria Silva spoke in Lisbon on Friday.");
    const run = await runToEnd("npx", ["--no-install", "dateline", "extract", "article.txt", "-o", "out"], "", folder);
    expect(run.code, run.stderr).toBe(0);
    expect(readFileSync(join(folder, "out/places.csv"), "utf8")).toContain("Lisbon");

    // The open model is a package of its own.
    const installedDateline = join(folder, "node_modules/dateline-news");
    expect(weightsBelow(installedDateline)).toBeLessThan(24e6);
    expect(existsSync(join(installedDateline, "dist/training"))).toBe(false);
    const article = ["--no-install", "dateline", "extract", "article.txt", "--jsonl", "--model", "open"];
    const missing = await runToEnd("npx", article, "", folder);
    expect(missing.code).toBe(4);
    expect(missing.stderr).toContain("npm install dateline-names-open");
    expect(missing.stderr.trim().split("\n")).toHaveLength(1);
    cpSync(join(PROJECT, "packages/names-open"), join(folder, "node_modules/dateline-names-open"), { recursive: true });
    const open = await runToEnd("npx", article, "", folder);
    expect(open.code, open.stderr).toBe(0);
    expect(open.stdout).toContain('"by":"names-open@1"');

    const code = `import { extract, type Mention } from "dateline-news";
const { mentions } = await extract({ text: "Maria Silva spoke in Lisbon." });
const places: string[] = mentions.filter((m: Mention) => m.kind === "place").map((m) => m.text);
console.log(places.join());
`;
    writeFileSync(join(folder, "consumer.ts"), `declare const console: { log(line: string): void };\n${code}`);
    writeFileSync(
      join(folder, "consumer.mjs"),
      code.replace(", type Mention", "").replace(": string[]", "").replace("(m: Mention)", "(m)"),
    );
    const imported = await runToEnd(process.execPath, ["consumer.mjs"], "", folder);
    expect(imported.stdout.trim(), imported.stderr).toContain("Lisbon");
    const tsc = join(PROJECT, "node_modules/typescript/bin/tsc");
    const compilerOptions = {
      noEmit: true,
      strict: true,
      target: "es2022",
      lib: ["es2022"],
      module: "nodenext",
      types: [],
      skipLibCheck: false,
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["consumer.ts"] }));
    const types = await runToEnd(process.execPath, [tsc, "-p", "."], "", folder);
    expect(types.stdout).toBe("");
  }, 240_000);
});
