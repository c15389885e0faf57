import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { freshFolder, PROJECT, runToEnd } from "./command-line.js";

const npm = process.platform === "win32" ? "npm.cmd" : "npm";

describe("the package", () => {
  it("installs in an empty folder and works from the command line, as an import and with its types", async () => {
    const folder = freshFolder();
    const packed = await runToEnd(npm, ["pack", "--ignore-scripts", "--pack-destination", folder], "", PROJECT);
    expect(packed.code, packed.stderr).toBe(0);
    const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "";
    writeFileSync(join(folder, "package.json"), '{"name":"consumer","private":true,"type":"module"}');
    const installed = await runToEnd(npm, ["install", "--prefer-offline", "--no-audit", "--no-fund", `./${tarball}`], "", folder);
    expect(installed.code, installed.stderr).toBe(0);

    const version = await runToEnd("npx", ["--no-install", "dateline", "--version"], "", folder);
    expect(version.stdout.trim()).toBe((JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as { version: string }).version);
    writeFileSync(join(folder, "article.txt"), "Maria Silva spoke in Lisbon on Friday.");
    const run = await runToEnd("npx", ["--no-install", "dateline", "extract", "article.txt", "-o", "out"], "", folder);
    expect(run.code, run.stderr).toBe(0);
    expect(readFileSync(join(folder, "out/places.csv"), "utf8")).toContain("Lisbon");

    const code = `import { extract, type Mention } from "dateline";
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
