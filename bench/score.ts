/**
 * npm run bench:score [-- ARTICLES MENTIONS]: the scorer at size. Writes made-up gold and predictions (10,000 articles
 * with 50 mentions each, nine in ten of them found), scores them with the built program and prints seconds and memory.
 */
import { spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createRandom } from "../src/score/random.js";

const [articles = 10_000, mentions = 500_000] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), "dateline-bench-score-"));
const random = createRandom(1);
const KINDS = ["person", "organization", "place", "date"] as const;

/** Writes both layers of an article: a mention every 20 characters, one in ten missed and one in ten moved. */
async function write(): Promise<void> {
  const [gold, pred] = ["gold", "pred"].map((name) => createWriteStream(join(folder, `${name}.jsonl`)));
  if (!gold || !pred) return;
  const each = Math.round(mentions / articles);
  const text = "Anna Smirnova went. ".repeat(each + 1);
  for (let a = 0; a < articles; a++) {
    const marks = Array.from({ length: each }, (_, i) => {
      const kind = KINDS[random(KINDS.length)] ?? "person";
      const start = i * 20;
      return {
        kind,
        start,
        end: start + 13,
        text: text.slice(start, start + 13),
        ...(kind === "date" ? { type: "DATE", value: "2025-07-01" } : {}),
      };
    });
    const found = marks
      .filter(() => random(10) > 0)
      .map((mark) => (random(10) > 0 ? mark : { ...mark, end: mark.end - 9, text: mark.text.slice(0, 4) }));
    for (const [stream, list] of [
      [gold, marks],
      [pred, found],
    ] as const) {
      if (!stream.write(JSON.stringify({ id: `a${a}`, text, mentions: list }) + "\n")) await once(stream, "drain");
    }
  }
  for (const stream of [gold, pred]) {
    stream.end();
    await once(stream, "finish");
  }
}

await write();
const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const code = `process.argv.splice(1, 1); await import(process.argv[1]); process.on("exit", () => console.error("PEAK", process.resourceUsage().maxRSS, process.cpuUsage().user + process.cpuUsage().system));`;
const started = performance.now();
const run = spawnSync(
  process.execPath,
  [
    "--input-type=module",
    "-e",
    code,
    "x",
    main,
    "score",
    "--gold",
    join(folder, "gold.jsonl"),
    "--pred",
    join(folder, "pred.jsonl"),
    "--errors",
    "0",
    "--quiet",
  ],
  { encoding: "utf8", maxBuffer: 1 << 26 },
);
const seconds = (performance.now() - started) / 1000;
const [, peak = "0", cpu = "0"] = /PEAK (\d+) (\d+)/.exec(run.stderr) ?? [];
console.log(run.stdout.trim());
console.log(
  `\n${articles} articles, ${mentions} gold mentions: ${seconds.toFixed(1)} s (${(Number(cpu) / 1e6).toFixed(1)} s of processor time), peak ${Math.round(Number(peak) / 1024)} MiB`,
);
rmSync(folder, { recursive: true });
