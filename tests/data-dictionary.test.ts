import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dateline } from "./command-line.js";

describe("the data dictionary", () => {
  it("in output/README.md is what `dateline dictionary` prints (run it again after a change of columns)", async () => {
    const { stdout } = await dateline(["dictionary"]);
    expect(readFileSync(new URL("../output/README.md", import.meta.url), "utf8")).toBe(stdout);
  });
});

describe("the page of codebooks", () => {
  it("in docs/CODEBOOKS.md is what `dateline dictionary --codebooks` prints", async () => {
    const { stdout } = await dateline(["dictionary", "--codebooks"]);
    expect(readFileSync(new URL("../docs/CODEBOOKS.md", import.meta.url), "utf8")).toBe(stdout);
  });
});
