/** How much may be under way at once: items, and bytes of their input. */
const AHEAD = { items: 64, bytes: 48_000_000 } as const;

/**
 * Maps a source through `run` with a bounded number of items under way, giving results in the order of the source, so
 * that the output does not depend on the number of workers or on who is done first. A result that is due is given at
 * once, also while the source keeps the next item waiting: who asks line by line is answered line by line.
 *
 * @param weigh bytes that an item holds until its result is taken.
 */
export async function* mapInOrder<A, B>(
  source: AsyncIterable<A>,
  run: (item: A) => Promise<B>,
  weigh: (item: A) => number,
): AsyncGenerator<B> {
  const pending: { readonly result: Promise<B>; readonly bytes: number }[] = [];
  let bytes = 0;
  const iterator = source[Symbol.asyncIterator]();
  let upcoming: Promise<IteratorResult<A>> | null = null;
  let ended = false;
  try {
    for (;;) {
      if (!ended && pending.length < AHEAD.items && bytes < AHEAD.bytes) upcoming ??= iterator.next();
      const first = pending[0];
      if (upcoming === null && first === undefined) return;
      const arrived: "item" | "result" = await Promise.race([
        ...(upcoming === null ? [] : [upcoming.then(() => "item" as const)]),
        ...(first === undefined ? [] : [first.result.then(() => "result" as const)]),
      ]);
      if (arrived === "item" && upcoming !== null) {
        const next: IteratorResult<A> = await upcoming;
        upcoming = null;
        if (next.done) ended = true;
        else {
          const weight = weigh(next.value);
          bytes += weight;
          const result = run(next.value);
          result.catch(() => undefined);
          pending.push({ result, bytes: weight });
        }
      } else if (first !== undefined) {
        pending.shift();
        bytes -= first.bytes;
        yield await first.result;
      }
    }
  } finally {
    // A source that is waiting for its next item cannot be told to end; it ends with the program.
    if (upcoming === null) await iterator.return?.();
  }
}
