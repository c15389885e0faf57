import { globSync } from "tinyglobby";
import { readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const SRC = fileURLToPath(new URL("../src", import.meta.url));

const WEB = fileURLToPath(new URL("../web", import.meta.url));

/** Each room imports only from itself and from rooms to its left. */
const ORDER = [
  "model",
  "text",
  "lexicon",
  "gazetteer",
  "recognize",
  "link",
  "collate",
  "score",
  "formats",
  "pipeline",
  "extractor",
  "core",
  "training",
  "shell",
  "review",
  "cli",
  "index",
  "plugins",
];

/** Rooms that may touch the world: disk, clock, environment, processes. */
const WORLDLY = new Set(["training", "shell", "cli"]);

const roomOf = (file: string): string => {
  const first = relative(SRC, file).split(sep)[0] ?? "";
  return first.replace(/\.ts$/, "");
};

const files = globSync("**/*.ts", { cwd: SRC, absolute: true });
const importsOf = (file: string): string[] =>
  [...readFileSync(file, "utf8").matchAll(/^(?:import|export)[^;]*?from\s+"([^"]+)"|^import\s+"([^"]+)"|import\(\s*"([^"]+)"/gm)].map(
    (m) => m[1] ?? m[2] ?? m[3] ?? "",
  );

describe("the house", () => {
  it("has only the rooms of the design", () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !ORDER.includes(room))).toEqual([]);
  });

  it("imports one way: each room only from those to its left", () => {
    const wrong: string[] = [];
    for (const file of files) {
      for (const target of importsOf(file)) {
        if (!target.startsWith(".")) continue;
        const to = roomOf(join(dirname(file), target.replace(/\.js$/, ".ts")));
        // index.ts is the public door: the command line may come in through it, as any user does.
        if (ORDER.indexOf(to) > ORDER.indexOf(roomOf(file))) wrong.push(`${relative(SRC, file)} → ${target}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("keeps the world out of the core: node: imports only in training, shell and cli", () => {
    const wrong = files
      .filter((file) => !WORLDLY.has(roomOf(file)) && roomOf(file) !== "index")
      .flatMap((file) =>
        importsOf(file)
          .filter((t) => t.startsWith("node:"))
          .map((t) => `${relative(SRC, file)} → ${t}`),
      );
    expect(wrong).toEqual([]);
  });

  it("keeps clock, chance and environment out of the core", () => {
    const world = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bprocess\.|\bfetch\(|\bperformance\.now\(/;
    const wrong = files
      .filter((file) => !WORLDLY.has(roomOf(file)))
      .filter((file) => world.test(readFileSync(file, "utf8")))
      .map((file) => relative(SRC, file));
    expect(wrong).toEqual([]);
  });

  it("lets the review page take nothing but types of the nouns from the program", () => {
    const page = globSync("**/*.{ts,tsx}", { cwd: WEB, absolute: true });
    const wrong = page.flatMap((file) => {
      const text = readFileSync(file, "utf8");
      const out = [...text.matchAll(/^import\s([^;]*?)\sfrom\s+"([^"]*\/src\/[^"]+)"/gm)];
      return out
        .filter(([, names = "", from = ""]) => !names.startsWith("type ") || !from.includes("/src/model/"))
        .map(([line]) => `${relative(WEB, file)}: ${line}`);
    });
    expect(page.length).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });

  it("has no line above 140 characters", () => {
    const long = files.flatMap((file) =>
      readFileSync(file, "utf8")
        .split("\n")
        .flatMap((line, i) => (line.length > 140 ? [`${relative(SRC, file)}:${i + 1}`] : [])),
    );
    expect(long).toEqual([]);
  });

  it("exports nothing that nobody uses", () => {
    const doors = new Set(["index.ts", "core.ts", "plugins/compromise.ts", "plugins/wink.ts"]);
    const written = new Map<string, number>();
    const all = globSync(["src/**/*.ts", "web/**/*.{ts,tsx}", "bench/**/*.ts", "tests/**/*.ts", "spark/*.ts"], {
      cwd: join(SRC, ".."),
      absolute: true,
    });
    for (const file of all)
      for (const [word] of readFileSync(file, "utf8").matchAll(/[\w$]+/g)) written.set(word, (written.get(word) ?? 0) + 1);
    const unused = files
      .filter((file) => !doors.has(relative(SRC, file).split(sep).join("/")))
      .flatMap((file) =>
        [...readFileSync(file, "utf8").matchAll(/^export (?:async )?(?:const|function\*?|type|interface|class) ([\w$]+)/gm)]
          .map(([, name = ""]) => name)
          .filter((name) => written.get(name) === 1)
          .map((name) => `${relative(SRC, file)}: ${name}`),
      );
    expect(unused).toEqual([]);
  });

  it("names its files in kebab-case and has no drawer for odds and ends", () => {
    const names = files.map((file) => relative(SRC, file));
    expect(names.filter((n) => !/^(?:[a-z0-9-]+\/)*[a-z0-9-]+\.ts$/.test(n.split(sep).join("/")))).toEqual([]);
    expect(names.filter((n) => /\b(?:utils?|helpers?|common|manager|misc)\b/.test(n))).toEqual([]);
  });
});
