import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { mapInOrder } from "../src/shell/batch/map-in-order.js";
import { PROJECT } from "./command-line.js";

async function* count(to: number): AsyncGenerator<number> {
  for (let i = 0; i < to; i++) yield i;
}

describe("mapping in order", () => {
  it("gives results in the order of the source, however long each takes, a bounded number under way", async () => {
    let running = 0;
    let most = 0;
    const run = async (i: number): Promise<number> => {
      most = Math.max(most, ++running);
      await new Promise((resume) => setTimeout(resume, (i * 7) % 5));
      running--;
      return i * 2;
    };
    const results = [];
    for await (const result of mapInOrder(count(300), run, () => 1)) results.push(result);
    expect(results).toEqual(Array.from({ length: 300 }, (_, i) => i * 2));
    expect(most).toBeLessThanOrEqual(64);
  });

  it("passes on what fails, after what came before it", async () => {
    const got: number[] = [];
    const run = async (i: number): Promise<number> => {
      if (i === 3) throw new Error("three");
      return i;
    };
    await expect(
      (async () => {
        for await (const result of mapInOrder(count(10), run, () => 1)) got.push(result);
      })(),
    ).rejects.toThrow("three");
    expect(got).toEqual([0, 1, 2]);
  });

  it("answers line by line who asks line by line", async () => {
    const child = spawn(process.execPath, [join(PROJECT, "dist/cli/main.js"), "extract", "--stdin", "--jsonl"], {
      stdio: ["pipe", "pipe", "ignore"],
    });
    const answers = createInterface({ input: child.stdout });
    for (const id of ["a", "b", "c"]) {
      child.stdin.write(`${JSON.stringify({ id, text: "Two people were killed in Kyiv." })}\n`);
      const [line] = (await once(answers, "line")) as [string];
      expect(JSON.parse(line)).toMatchObject({ id });
    }
    child.stdin.end();
    const [code] = (await once(child, "close")) as [number];
    expect(code).toBe(0);
  });
});
