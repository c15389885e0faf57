import { setFlagsFromString } from "node:v8";

// V8 reads each of these settings whenever it comes to what they decide; what it is in the middle of is not touched.

/** How much of its live objects' size a heap may grow by before it is collected, in percent. V8 itself allows 60 to 300. */
const GROWTH = 40;

/** Lets heaps grow little beyond what lives in them: memory for a few collections more. */
export function boundHeaps(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}

/**
 * Keeps the young spaces of all threads as large as they have become so far. They would grow to 16 MB each in a long run
 * whether that helps or not. A thread that starts lets all grow again, so this is said from time to time.
 */
export function holdYoungSpaces(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
}

/**
 * How much a function runs before V8 optimizes it, where every processor has a worker already: then what compiles beside
 * the workers takes time from them, and code that is warm rather than hot is not worth it. V8's own is 135,168 (11.3).
 */
const INTERRUPT_BUDGET = 500_000;

/** Compiles less. */
export function spareCompiler(): void {
  setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
}
