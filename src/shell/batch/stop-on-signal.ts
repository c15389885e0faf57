/** Whether the user or the system asked the run to end. */
export interface StopRequest {
  readonly stopped: () => boolean;
  /** What the exit then says: 128 and the signal's number, as shells have it (130 for Ctrl-C, 143 for SIGTERM); 0 where nobody asked. */
  readonly exitCode: () => number;
  /** Gives the signals back to the system. */
  readonly release: () => void;
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Listens for Ctrl-C for the system's request to end and for the end of the terminal; the second one ends the process at once. */
export function onInterrupt(tell: () => void): StopRequest {
  let exitCode = 0;
  const listen = (_: NodeJS.Signals, number: number): void => {
    if (exitCode !== 0) process.exit(exitCode);
    exitCode = 128 + number;
    tell();
  };
  for (const signal of SIGNALS) process.on(signal, listen);
  return {
    stopped: () => exitCode !== 0,
    exitCode: () => exitCode,
    release: () => {
      for (const signal of SIGNALS) process.off(signal, listen);
    },
  };
}

/** A source that ends when a stop is requested. */
export async function* stoppable<T>(source: AsyncIterable<T>, { stopped }: Pick<StopRequest, "stopped">): AsyncGenerator<T> {
  for await (const item of source) {
    if (stopped()) return;
    yield item;
  }
}
