import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import type { Disk } from "./disk.js";

/** Who writes into a folder. */
interface Owner {
  readonly pid: number;
  /** When the process started, in the system's own terms (`/proc`); null where it cannot be told. Numbers of processes are used again. */
  readonly start: string | null;
  readonly host: string;
  readonly since: string;
}

/** Thrown where another run writes into the folder. Its message names it. */
export class FolderInUseError extends Error {
  override readonly name = "FolderInUseError";
}

const LOCK = ".dateline.lock";

/**
 * Takes a folder for this process alone, or throws {@link FolderInUseError} at once. The lock of a process that is no more
 * is taken over. Gives a function that releases it.
 */
export async function lockFolder(disk: Disk, folder: string): Promise<() => Promise<void>> {
  const path = join(folder, LOCK);
  const own: Owner = { pid: process.pid, start: startOf(process.pid), host: hostname(), since: new Date().toISOString() };
  const content = JSON.stringify(own);
  for (let tries = 0; tries < 3; tries++) {
    if (await take(disk, path, content)) return () => release(disk, path, content);
    const found = await disk.read(path);
    if (found === null) continue;
    const owner = parseOwner(found);
    if (owner !== null && isAlive(owner)) throw new FolderInUseError(describe(owner));
    if (owner === null && found.length === 0) {
      // Another run has created it and not yet written its name.
      await new Promise((resume) => setTimeout(resume, 200));
      if ((await disk.read(path))?.length !== 0) continue;
    }
    await dismiss(disk, path, found);
  }
  throw new FolderInUseError("another run has just begun to write into it");
}

async function take(disk: Disk, path: string, content: string): Promise<boolean> {
  try {
    const file = await disk.create(path);
    try {
      await file.write(Buffer.from(content));
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    await disk.remove(path).catch(() => undefined);
    throw error;
  }
}

/** Removes a dead lock, unless another run has put its own in its place meanwhile: that one is put back. */
async function dismiss(disk: Disk, path: string, dead: Uint8Array): Promise<void> {
  const aside = `${path}.${process.pid}.partial`;
  await disk.rename(path, aside).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  });
  const moved = await disk.read(aside);
  if (moved !== null && !Buffer.from(moved).equals(dead)) await disk.rename(aside, path);
  else await disk.remove(aside);
}

async function release(disk: Disk, path: string, content: string): Promise<void> {
  const found = await disk.read(path).catch(() => null);
  if (found !== null && Buffer.from(found).toString("utf8") === content) await disk.remove(path).catch(() => undefined);
}

function parseOwner(bytes: Uint8Array): Owner | null {
  try {
    const owner = JSON.parse(Buffer.from(bytes).toString("utf8")) as Owner;
    return Number.isInteger(owner.pid) && typeof owner.host === "string" ? owner : null;
  } catch {
    return null;
  }
}

/** A process of another computer counts as alive: it cannot be asked. */
function isAlive({ pid, start, host }: Owner): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  return start === null || startOf(pid) === start;
}

/** When a process started, in ticks since the boot that is named with it; null where the system does not tell. */
function startOf(pid: number): string | null {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name of the program stands in brackets and may hold anything; field 22 is the 20th after it.
    return `${boot}/${status.slice(status.lastIndexOf(")") + 2).split(" ")[19] ?? ""}`;
  } catch {
    return null;
  }
}

function describe({ pid, host, since }: Owner): string {
  const elsewhere = host === hostname() ? "" : ` on ${JSON.stringify(host.slice(0, 80))}`;
  const remedy = host === hostname() ? "" : `, or if it is no more, delete ${LOCK} in it`;
  return `another run (process ${pid}${elsewhere}, since ${String(since)
    .slice(0, 19)
    .replace(/[^\d:T-]/g, "")}) is writing into it. Wait for its end${remedy}`;
}
