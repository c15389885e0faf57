/** Whether the user asked the run to end. */
export interface StopRequest {
  readonly stopped: () => boolean;
  /** Gives the signals back to the system. */
  readonly release: () => void;
}

/** Listens for Ctrl-C and for the system's request to end; the second one ends the process at once. */
export function onInterrupt(tell: () => void): StopRequest {
  let stopped = false;
  const listen = (): void => {
    if (stopped) process.exit(130);
    stopped = true;
    tell();
  };
  process.on("SIGINT", listen);
  process.on("SIGTERM", listen);
  return {
    stopped: () => stopped,
    release: () => {
      process.off("SIGINT", listen);
      process.off("SIGTERM", listen);
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
