import type { WriteStream } from "node:tty";

export interface Progress {
  readonly update: (done: number, rejected: number) => void;
  readonly end: () => void;
}

/** One line of progress on a terminal, redrawn at most ten times a second; nothing elsewhere or when quiet. */
export function createProgress(stream: WriteStream | NodeJS.WriteStream, quiet: boolean): Progress {
  if (quiet || !stream.isTTY) return { update: () => undefined, end: () => undefined };
  const started = Date.now();
  let drawn = 0;
  return {
    update: (done, rejected) => {
      const now = Date.now();
      if (now - drawn < 100) return;
      drawn = now;
      const rate = Math.round(done / Math.max(0.001, (now - started) / 1000));
      stream.write(`\r${done} articles, ${rejected} rejected, ${rate}/s \u001B[K`);
    },
    end: () => {
      if (drawn > 0) stream.write("\r\u001B[K");
    },
  };
}
