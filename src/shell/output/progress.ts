export interface Progress {
  readonly update: (done: number, rejected: number) => void;
  readonly end: () => void;
}

export interface ProgressOptions {
  readonly stream: { readonly isTTY?: boolean; readonly columns?: number; readonly write: (text: string) => unknown };
  readonly quiet: boolean;
  /** Bytes of all inputs; 0 where unknown. */
  readonly total: number;
  /** Bytes of them that were read so far. */
  readonly read: () => number;
  /** Milliseconds now. */
  readonly clock?: () => number;
}

const BAR = 20;

/** On a terminal a bar with rate and time left, redrawn at most ten times a second; elsewhere a line a minute. */
export function createProgress({ stream, quiet, total, read, clock = Date.now }: ProgressOptions): Progress {
  if (quiet) return { update: () => undefined, end: () => undefined };
  const started = clock();
  let last = started;
  let drawn = false;
  const every = stream.isTTY ? 100 : 60_000;
  return {
    update: (done, rejected) => {
      const now = clock();
      if (now - last < every) return;
      last = now;
      const text = describe(done, rejected, (now - started) / 1000, total === 0 ? null : Math.min(1, read() / total));
      if (stream.isTTY) stream.write(`\r${text.slice(0, Math.max(20, (stream.columns ?? 100) - 1))}\u001B[K`);
      else stream.write(`dateline: ${text}\n`);
      drawn = true;
    },
    end: () => {
      if (drawn && stream.isTTY) stream.write("\r\u001B[K");
    },
  };
}

function describe(done: number, rejected: number, seconds: number, share: number | null): string {
  const rate = done / Math.max(0.001, seconds);
  const figures =
    `${done.toLocaleString("en-US")} articles, ${rejected.toLocaleString("en-US")} rejected, ` +
    `${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s`;
  if (share === null) return figures;
  const filled = Math.round(share * BAR);
  const bar = "#".repeat(filled) + "-".repeat(BAR - filled);
  const left = share > 0.01 ? `, ${formatSeconds((seconds / share) * (1 - share))} left` : "";
  return `[${bar}] ${Math.round(share * 100)}% ${figures}${left}`;
}

function formatSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60
    ? `${whole} s`
    : whole < 3600
      ? `${Math.floor(whole / 60)} min ${whole % 60} s`
      : `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
