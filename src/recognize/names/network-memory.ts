import type { Weights } from "./read-weights.js";
import { createVectorKernel, type VectorKernel } from "./vector-kernel.js";

/** Matrices of which most blocks are zero (training/prune.py). */
const SPARSE = ["word", "forward", "backward", "first", "evidence"] as const;
export type SparseMatrix = (typeof SPARSE)[number];

/**
 * Multiplies by some of a sparse matrix's blocks of four rows: `y = a + b + matrix · x`, for `blocks` blocks from block
 * `from` on, x, a, b and y being byte addresses, the last three of what belongs to row 0.
 */
export type MultiplyBlocks = (x: number, a: number, b: number, y: number, from?: number, blocks?: number) => void;

/** One stretch of WebAssembly memory: the weights, then named rooms. */
export interface NetworkMemory {
  readonly kernel: VectorKernel;
  readonly floats: Float32Array;
  readonly shorts: Int16Array;
  /** Byte address of a tensor or of a room. */
  readonly at: (name: string) => number;
  readonly multiply: Readonly<Record<SparseMatrix, MultiplyBlocks>>;
}

/** Copies the weights into a memory that also has `rooms`, by name in bytes. */
export function createNetworkMemory(weights: Weights, rooms: Readonly<Record<string, number>>): NetworkMemory {
  const shortTensors = [...SPARSE.map((name) => `${name}.weights`), "output.weights"];
  const floatTensors = [...SPARSE.map((name) => `${name}.scales`), "first.bias", "output.scales", "output.bias"];
  let top = 64;
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
  const kernel = createVectorKernel(top, SPARSE.map(chunksOf));
  const floats = new Float32Array(kernel.memory.buffer);
  const shorts = new Int16Array(kernel.memory.buffer);
  const at = (name: string): number => place.get(name) as number;
  for (const name of shortTensors) shorts.set(weights.i16(name), at(name) / 2);
  for (const name of floatTensors) floats.set(weights.f32(name), at(name) / 4);
  for (const name of SPARSE) shorts.set(new Int16Array(weights.u16(`${name}.chunks`)), at(`${name}.chunks`) / 2);

  const multiplyBy = (name: SparseMatrix): MultiplyBlocks => {
    const [all, chunks] = [blocksOf(name), chunksOf(name)];
    const [w, scales, columns] = [at(`${name}.weights`), at(`${name}.scales`), at(`${name}.chunks`)];
    const run = kernel.multiplySparse.get(chunks) as VectorKernel["multiply"];
    return (x, a, b, y, from = 0, blocks = all) =>
      run(w + from * chunks * 64, x, scales + from * 16, a + from * 16, b + from * 16, y + from * 16, blocks, columns + from * chunks * 2);
  };
  return {
    kernel,
    floats,
    shorts,
    at,
    multiply: {
      word: multiplyBy("word"),
      forward: multiplyBy("forward"),
      backward: multiplyBy("backward"),
      first: multiplyBy("first"),
      evidence: multiplyBy("evidence"),
    },
  };
}
