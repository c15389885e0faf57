import { inputSize } from "./describe-word.js";
import type { Weights } from "./read-weights.js";
import { CONSTANT_BYTES, createVectorKernel, type MultiplySparse, type VectorKernel } from "./vector-kernel.js";

/** Matrices of which most blocks are zero (training/prune.py). */
const SPARSE = ["word", "forward", "backward", "first", "evidence"] as const;
/** Those that add to what is kept of words. */
const TO_KEPT: readonly string[] = ["forward", "backward"];
export type SparseMatrix = (typeof SPARSE)[number];

/**
 * Multiplies by some of a sparse matrix's blocks of four rows: `y = a + b + matrix · x`, for `blocks` blocks from block
 * `from` on, x, a, b and y being byte addresses, the last three of what belongs to row 0.
 */
export type MultiplyBlocks = (x: number, a: number, b: number, y: number, from?: number, blocks?: number) => void;

/** What `keep` makes of the words' matrix times two vectors, for blocks as in {@link MultiplyBlocks}. */
export type KeepTwoWords = (x1: number, x2: number, y1: number, y2: number, from: number, blocks: number) => void;

/** One stretch of WebAssembly memory: the weights, then named rooms. */
export interface NetworkMemory {
  readonly kernel: VectorKernel;
  readonly floats: Float32Array;
  readonly shorts: Int16Array;
  /** Byte address of a tensor or of a room. */
  readonly at: (name: string) => number;
  readonly multiply: Readonly<Record<SparseMatrix, MultiplyBlocks>>;
  /** Null where the words' matrix lacks chunks. */
  readonly keepTwoWords: KeepTwoWords | null;
}

/** Copies the weights into a memory that also has `rooms`, by name in bytes. */
export function createNetworkMemory(weights: Weights, rooms: Readonly<Record<string, number>>): NetworkMemory {
  const shortTensors = [...SPARSE.map((name) => `${name}.weights`), "output.weights"];
  const floatTensors = [...SPARSE.map((name) => `${name}.scales`), "first.bias", "output.scales", "output.bias"];
  let top = Math.ceil(CONSTANT_BYTES / 64) * 64;
  const place = new Map<string, number>();
  const reserve = (name: string, bytes: number): void => {
    place.set(name, top);
    top = Math.ceil((top + bytes) / 64) * 64;
  };
  for (const name of shortTensors) reserve(name, weights.i16(name).byteLength);
  for (const name of floatTensors) reserve(name, weights.f32(name).byteLength);
  for (const name of SPARSE) reserve(`${name}.chunks`, weights.u16(`${name}.chunks`).byteLength);
  for (const [name, bytes] of Object.entries(rooms)) reserve(name, bytes);

  const blocksOf = (name: SparseMatrix): number => weights.f32(`${name}.scales`).length / 4;
  const chunksOf = (name: SparseMatrix): number => weights.u16(`${name}.chunks`).length / blocksOf(name);
  const kernel = createVectorKernel(
    top,
    SPARSE.filter((name) => !TO_KEPT.includes(name)).map(chunksOf),
    SPARSE.filter((name) => TO_KEPT.includes(name)).map(chunksOf),
  );
  const floats = new Float32Array(kernel.memory.buffer);
  const shorts = new Int16Array(kernel.memory.buffer);
  const at = (name: string): number => place.get(name) as number;
  for (const name of shortTensors) shorts.set(weights.i16(name), at(name) / 2);
  for (const name of floatTensors) floats.set(weights.f32(name), at(name) / 4);
  for (const name of SPARSE) shorts.set(new Int16Array(weights.u16(`${name}.chunks`)), at(`${name}.chunks`) / 2);

  const multiplyBy = (name: SparseMatrix): MultiplyBlocks => {
    const [all, chunks] = [blocksOf(name), chunksOf(name)];
    const [w, scales, columns] = [at(`${name}.weights`), at(`${name}.scales`), at(`${name}.chunks`)];
    const kept = TO_KEPT.includes(name);
    const run = (kept ? kernel.multiplyKept : kernel.multiplySparse).get(chunks) as MultiplySparse;
    const rowsOfA = kept ? 8 : 16;
    return (x, a, b, y, from = 0, blocks = all) =>
      run(
        w + from * chunks * 64,
        x,
        scales + from * 16,
        a + from * rowsOfA,
        b + from * 16,
        y + from * 16,
        blocks,
        columns + from * chunks * 2,
      );
  };
  const keepTwoWords = (): KeepTwoWords | null => {
    const chunks = chunksOf("word");
    // Every block keeps the same number of chunks, each its own: with as many as there are columns for, none is left out.
    if (chunks * 8 < inputSize(weights.head)) return null;
    const [w, scales] = [at("word.weights"), at("word.scales")];
    return (x1, x2, y1, y2, from, blocks) =>
      kernel.keepPair(w + from * chunks * 64, x1, x2, scales + from * 16, y1 + from * 8, y2 + from * 8, blocks, chunks);
  };
  return {
    kernel,
    floats,
    shorts,
    at,
    keepTwoWords: keepTwoWords(),
    multiply: {
      word: multiplyBy("word"),
      forward: multiplyBy("forward"),
      backward: multiplyBy("backward"),
      first: multiplyBy("first"),
      evidence: multiplyBy("evidence"),
    },
  };
}
