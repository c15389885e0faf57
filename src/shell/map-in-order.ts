/** How much may be under way at once: items, and bytes of their input. */
const AHEAD = { items: 64, bytes: 48_000_000 } as const;

/**
 * Maps a source through `run` with a bounded number of items under way, giving results in the order of the source, so
 * that the output does not depend on the number of workers or on who is done first.
 *
 * @param weigh bytes that an item holds until its result is taken.
 */
export async function* mapInOrder<A, B>(source: AsyncIterable<A>, run: (item: A) => Promise<B>, weigh: (item: A) => number): AsyncGenerator<B> {
  const pending: { readonly result: Promise<B>; readonly bytes: number }[] = [];
  let bytes = 0;
  const iterator = source[Symbol.asyncIterator]();
  let ended = false;
  try {
    while (!ended || pending.length > 0) {
      while (!ended && pending.length < AHEAD.items && bytes < AHEAD.bytes) {
        const next = await iterator.next();
        if (next.done) {
          ended = true;
          break;
        }
        const weight = weigh(next.value);
        bytes += weight;
        const result = run(next.value);
        result.catch(() => undefined);
        pending.push({ result, bytes: weight });
      }
      const first = pending.shift();
      if (!first) continue;
      bytes -= first.bytes;
      yield await first.result;
    }
  } finally {
    await iterator.return?.();
  }
}
