import { readFileSync } from "node:fs";

/** Files that a command opens at once while it loads, and those of each worker thread. Measured with Node 20. */
const NEEDED = { command: 100, worker: 80 } as const;

/**
 * Why a command with some workers cannot run here: the system lets too few files be open at once (`ulimit -n`), and what
 * cannot be loaded then fails in ways that say nothing. Null where it can, or where the system does not tell its limit.
 */
export function tooFewOpenFiles(workers: number): string | null {
  let limit: number;
  try {
    limit = Number(/^Max open files\s+(\d+)/m.exec(readFileSync("/proc/self/limits", "utf8"))?.[1] ?? Infinity);
  } catch {
    return null;
  }
  const needed = NEEDED.command + NEEDED.worker * workers;
  if (limit >= needed) return null;
  const fewer = workers > 1 ? ", or give fewer worker threads with --jobs" : "";
  return `the system lets ${limit} files be open at once, and ${needed} are needed. Raise the limit with ulimit -n ${needed}${fewer}.`;
}
