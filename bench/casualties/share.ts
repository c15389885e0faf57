import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Prints which share of the pipeline's processor time each stage takes, on the articles beside the checkout or else the corpus. */
export function benchShare(): void {
  const folder = [at("../../../shared/articles"), at("../../corpus")].find(existsSync) ?? "corpus";
  const run = spawnSync(process.execPath, ["--import", "tsx", at("../stage-shares.ts"), folder], { encoding: "utf8" });
  console.log(run.status === 0 ? `\n${run.stdout.trim()}` : `\nshares of the stages: ${run.stderr.trim()}`);
}
