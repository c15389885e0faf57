import { readFileSync, readlinkSync } from "node:fs";

/**
 * How much a thread or a process has worked, which a busy computer does not change: limits in seconds of the clock refuse good
 * articles there. Linux tells it of every thread and process; elsewhere these give null.
 */
export function threadSeconds(thread: number): number | null {
  return thread > 0 ? readSeconds(`/proc/self/task/${thread}`) : null;
}

/** Seconds of processor time of another process. */
export function processSeconds(pid: number): number | null {
  return readSeconds(`/proc/${pid}`);
}

/** The system's number of the thread that calls; -1 where it does not tell. */
export function ownThread(): number {
  try {
    const [, thread] = /\/task\/(\d+)$/.exec(readlinkSync("/proc/thread-self")) ?? [];
    return thread === undefined ? -1 : Number(thread);
  } catch {
    return -1;
  }
}

/** Ticks a second in which Linux counts, on every architecture that Node runs on. */
const TICKS = 100;

function readSeconds(place: string): number | null {
  try {
    const status = readFileSync(`${place}/stat`, "utf8");
    // The name of the program stands in brackets and may hold anything; times of user and system are the 12th and 13th field after it.
    const fields = status.slice(status.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return null;
  }
}

/** How often work is looked at, in milliseconds. */
const EVERY = 200;
/** Looks in a row without any work after which a thread counts as stuck: five minutes. */
const IDLE = 1500;

export interface WorkWatch {
  /** Seconds worked so far; null where it has not begun, or the system does not tell. */
  readonly worked: () => number | null;
  /** What stands for work where the system does not tell: seconds that surely passed for it, such as those of this whole process. */
  readonly atMost: () => number;
  /** Seconds that it may work. */
  readonly limit: number;
  readonly onLimit: () => void;
}

/** Calls `onLimit` once when work passes its limit, or stands still for five minutes. Gives a function that ends the watch. */
export function watchWork({ worked, atMost, limit, onLimit }: WorkWatch): () => void {
  const started = performance.now();
  let [base, last, idle]: [number | null, number, number] = [null, -1, 0];
  const look = (): void => {
    const now = worked();
    if (now === null) {
      // Both the clock and the work of the whole process have passed the limit: so has this one, or nearly.
      if ((performance.now() - started) / 1000 > limit && atMost() > limit) stop();
      return;
    }
    base ??= now;
    idle = now === last ? idle + 1 : 0;
    last = now;
    if (now - base > limit || idle > IDLE) stop();
  };
  const timer = setInterval(look, EVERY);
  const stop = (): void => {
    clearInterval(timer);
    onLimit();
  };
  return () => clearInterval(timer);
}
