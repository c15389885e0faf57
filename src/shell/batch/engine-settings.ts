import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** V8's major version: settings come and go with it, and of one that it does not know it complains on stderr. */
const ENGINE = Number.parseInt(process.versions.v8, 10);

/** Sets a setting where V8 knows it. All are read whenever V8 comes to what they decide; nothing under way is touched. */
function set(flag: string, first: number, last: number): void {
  if (ENGINE >= first && ENGINE <= last) setFlagsFromString(flag);
}

/** How much of its live objects' size a heap may grow by before it is collected, in percent. V8 itself allows 60 to 300. */
const GROWTH = 30;

/** Lets heaps grow little beyond what lives in them: memory for a few collections more. */
export function boundHeaps(): void {
  set(`--heap-growing-percent=${GROWTH}`, 11, 13);
}

/** The same where one article takes most of the memory: each collection then gives back much. */
const GROWTH_IN_LONG_ARTICLES = 10;

/** Units of text from which that is worth the collections. */
const LONG = 2_000_000;

/** Lets heaps grow even less while an article of so many units is read. Gives what ends that. */
export function tightenHeaps(units: number): () => void {
  if (units < LONG) return () => undefined;
  set(`--heap-growing-percent=${GROWTH_IN_LONG_ARTICLES}`, 11, 13);
  return boundHeaps;
}

/**
 * Keeps the young spaces of all threads as large as they have become so far. They would grow to 16 MB each in a long run
 * whether that helps or not. A thread that starts lets all grow again, so this is said from time to time.
 */
export function holdYoungSpaces(): void {
  set("--semi-space-growth-factor=1", 11, 13);
}

/**
 * How much a function runs before V8 optimizes it: code that is warm rather than hot is not worth the processor time that
 * compiling it takes beside the workers. V8's own is 135,168 (11.3).
 */
const INTERRUPT_BUDGET = 1_000_000;

/** Compiles less. Later engines than that of Node 20 count calls instead, and are left alone. */
export function spareCompiler(): void {
  set(`--interrupt-budget=${INTERRUPT_BUDGET}`, 11, 11);
}

/**
 * Collects the heap of this thread at once. V8 leaves the heap of a thread that has nothing to do as large as its last work
 * made it; after a long article another thread needs that room.
 */
export function collectNow(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}
