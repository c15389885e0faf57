import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string): string => readFileSync(join(PROJECT, path), "utf8");

/** The steps of a Dockerfile: what is done, and with what. */
const stepsOf = (path: string): (readonly [string, string])[] =>
  read(path)
    .replace(/\\\n\s*/g, "")
    .split("\n")
    .filter((line) => /^[A-Z]+ /.test(line))
    .map((line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)] as const);
/** What is copied from the checkout. */
const copied = (path: string): string[] =>
  stepsOf(path)
    .filter(([step, what]) => (step === "COPY" || step === "ADD") && !what.startsWith("--from"))
    .flatMap(([, what]) => what.split(" ").slice(0, -1));

describe.each(["Dockerfile", "spark/Dockerfile"])("%s", (path) => {
  it("copies what is there, from an image of a stated version, and does not run as root", () => {
    // Made by `npm run pack:spark`.
    expect(copied(path).filter((source) => source !== "spark/dateline.tar.gz" && !existsSync(join(PROJECT, source)))).toEqual([]);
    for (const [step, what] of stepsOf(path)) if (step === "FROM") expect(what).toMatch(/^[a-z]+:\d[\w.-]+(?: AS \w+)?$/);
    // A number: clusters that refuse root cannot look a name up.
    expect(Number(stepsOf(path).findLast(([step]) => step === "USER")?.[1])).toBeGreaterThan(0);
  });
});

describe("the image of one machine", () => {
  it("has what the package ships and what the build reads", () => {
    const { files, scripts } = JSON.parse(read("package.json")) as { files: string[]; scripts: Record<string, string> };
    const shipped = files.filter((file) => !/^!|^dist$/.test(file));
    const built = Object.entries(scripts)
      .filter(([name]) => name === "build" || name === "build:page")
      .flatMap(([, script]) => script.split(" ").filter((word) => /\.(?:json|ts)$/.test(word)));
    expect(built).toContain("web/vite.config.ts");
    const sources = copied("Dockerfile");
    const has = (file: string): boolean => sources.some((source) => file === source || file.startsWith(`${source}/`));
    expect([...shipped, ...built].filter((file) => !has(file))).toEqual([]);
  });
});

describe("the image of executors", () => {
  it("has the libraries of the Python package in the same versions", () => {
    const wanted = /^dependencies = \[(.*)\]$/m.exec(read("spark/pyproject.toml"))?.[1]?.match(/"[^"]+"/g) ?? [];
    expect(wanted.length).toBeGreaterThan(2);
    for (const library of wanted) expect(read("spark/Dockerfile")).toContain(library);
  });
});
