import {
  assemble, bump, countDown, DOT_SHORTS, F_ADD, F_DIV, F_FROM_INT, F_MAX, F_MIN, F_MUL, F_NEAREST, F_SUB, floats, get, INT_ADD,
  INT_FROM_F, load, NARROW, set, shuffle, splat, store, storeHalf, type Code, type WasmFunction,
} from "./wasm-assembler.js";

interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

// The part of WebAssembly that is used. Node and browsers have it; the compiler's DOM library, which declares it, stays out of the core.
declare const WebAssembly: {
  readonly Memory: new (descriptor: { readonly initial: number }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>) => { readonly exports: unknown };
};

/** What a hidden value of 1 is as a 16-bit integer. */
export const HIDDEN_ONE = 4096;

/** Vector arithmetic over one memory; every argument is a byte address (16-byte aligned) or a count of at least one. */
export interface VectorKernel {
  readonly memory: WasmMemory;
  /**
   * `y[r] = a[r] + b[r] + scale[r] * Σ w[r][c] * x[c]` for `blocks` of four rows and `chunks` of eight columns; w and x
   * 16-bit, the others floats. Weights lie block by block, chunk by chunk, row by row.
   */
  readonly multiply: (w: number, x: number, scale: number, a: number, b: number, y: number, blocks: number, chunks: number) => void;
  /** `y = a + b` over `quads` of four floats. */
  readonly add: (a: number, b: number, y: number, quads: number) => void;
  /** `(sum - own) / others` over `quads` of four floats, as 16-bit integers in units of 1 / HIDDEN_ONE; `others` at least one. */
  readonly elsewhere: (sum: number, own: number, y: number, quads: number, others: number) => void;
  /** One LSTM step over `quads` of four cells: gates (input, forget, new, output; `stride` bytes apart), cells, hidden state out (16-bit). */
  readonly step: (gates: number, stride: number, cells: number, hidden: number, quads: number) => void;
  /** `tanh` in place over floats. */
  readonly squash: (x: number, quads: number) => void;
  /** `max(x, 0)` in place over floats. */
  readonly rectify: (x: number, quads: number) => void;
  /** Floats as 16-bit integers in units of 1 / HIDDEN_ONE. */
  readonly quantize: (x: number, y: number, quads: number) => void;
}

// A rational function of the seventh degree, within 1e-4 of tanh between its clamps.
const CLAMP = 4.97;

/** Leaves tanh of what `value` leaves; `x` and `s` are scratch locals. */
const tanh = (value: Code, x: number, s: number): Code => [
  ...value, ...floats(-CLAMP), ...F_MAX, ...floats(CLAMP), ...F_MIN, ...set(x),
  ...get(x), ...get(x), ...F_MUL, ...set(s),
  ...get(s), ...floats(378), ...F_ADD, ...get(s), ...F_MUL, ...floats(17325), ...F_ADD, ...get(s), ...F_MUL, ...floats(135135), ...F_ADD, ...get(x), ...F_MUL,
  ...get(s), ...floats(28), ...F_MUL, ...floats(3150), ...F_ADD, ...get(s), ...F_MUL, ...floats(62370), ...F_ADD, ...get(s), ...F_MUL, ...floats(135135), ...F_ADD,
  ...F_DIV,
];
const sigmoid = (value: Code, x: number, s: number): Code =>
  [...tanh([...value, ...floats(0.5), ...F_MUL], x, s), ...floats(0.5), ...F_MUL, ...floats(0.5), ...F_ADD];

function multiply(): WasmFunction {
  const [w, x, scale, plus, more, y, blocks, chunks] = [0, 1, 2, 3, 4, 5, 6, 7];
  const [column, left] = [8, 9];
  const [a, b, c, d, v, t] = [10, 11, 12, 13, 14, 15];
  const accumulate = (row: number, acc: number): Code => [...get(acc), ...load(w, row * 16), ...get(v), ...DOT_SHORTS, ...INT_ADD, ...set(acc)];
  const zero = (acc: number): Code => [...floats(0), ...set(acc)];
  const pair = (p: number, q: number): Code => [
    ...get(p), ...get(q), ...shuffle([0, 4, 1, 5]), ...get(p), ...get(q), ...shuffle([2, 6, 3, 7]), ...INT_ADD,
  ];
  const body = countDown(blocks, [
    ...zero(a), ...zero(b), ...zero(c), ...zero(d), ...get(x), ...set(column), ...get(chunks), ...set(left),
    ...countDown(left, [
      ...load(column), ...set(v), ...accumulate(0, a), ...accumulate(1, b), ...accumulate(2, c), ...accumulate(3, d),
      ...bump(w, 64), ...bump(column, 16),
    ]),
    ...pair(a, b), ...set(t), ...pair(c, d), ...set(v),
    ...store(y, [
      ...get(t), ...get(v), ...shuffle([0, 1, 4, 5]), ...get(t), ...get(v), ...shuffle([2, 3, 6, 7]), ...INT_ADD,
      ...F_FROM_INT, ...load(scale), ...F_MUL, ...load(plus), ...F_ADD, ...load(more), ...F_ADD,
    ]),
    ...bump(y, 16), ...bump(plus, 16), ...bump(more, 16), ...bump(scale, 16),
  ]);
  return { name: "multiply", params: 8, ints: 2, vectors: 6, body };
}

function add(): WasmFunction {
  const [a, b, y, quads] = [0, 1, 2, 3];
  const body = countDown(quads, [...store(y, [...load(a), ...load(b), ...F_ADD]), ...bump(a, 16), ...bump(b, 16), ...bump(y, 16)]);
  return { name: "add", params: 4, ints: 0, vectors: 0, body };
}

const toShorts = (value: Code, scratch: number): Code => [
  ...value, ...floats(HIDDEN_ONE), ...F_MUL, ...F_NEAREST, ...INT_FROM_F, ...set(scratch), ...get(scratch), ...get(scratch), ...NARROW,
];

function step(): WasmFunction {
  const [gates, stride, cells, hidden, quads] = [0, 1, 2, 3, 4];
  const [forget, fresh, output] = [5, 6, 7];
  const [x, s, cell] = [8, 9, 10];
  const next = (from: number, to: number): Code => [...get(from), ...get(stride), 0x6a, ...set(to)];
  const body = [
    ...next(gates, forget), ...next(forget, fresh), ...next(fresh, output),
    ...countDown(quads, [
      ...sigmoid(load(forget), x, s), ...load(cells), ...F_MUL,
      ...sigmoid(load(gates), x, s), ...tanh(load(fresh), x, s), ...F_MUL, ...F_ADD, ...set(cell),
      ...store(cells, get(cell)),
      ...storeHalf(hidden, toShorts([...sigmoid(load(output), x, s), ...tanh(get(cell), x, s), ...F_MUL], s)),
      ...bump(gates, 16), ...bump(forget, 16), ...bump(fresh, 16), ...bump(output, 16), ...bump(cells, 16), ...bump(hidden, 8),
    ]),
  ];
  return { name: "step", params: 5, ints: 3, vectors: 3, body };
}

function squash(): WasmFunction {
  const body = countDown(1, [...store(0, tanh(load(0), 2, 3)), ...bump(0, 16)]);
  return { name: "squash", params: 2, ints: 0, vectors: 2, body };
}

function rectify(): WasmFunction {
  const body = countDown(1, [...store(0, [...load(0), ...floats(0), ...F_MAX]), ...bump(0, 16)]);
  return { name: "rectify", params: 2, ints: 0, vectors: 0, body };
}

function quantize(): WasmFunction {
  const body = countDown(2, [...storeHalf(1, toShorts(load(0), 3)), ...bump(0, 16), ...bump(1, 8)]);
  return { name: "quantize", params: 3, ints: 0, vectors: 1, body };
}

function elsewhere(): WasmFunction {
  const [sum, own, y, quads, others] = [0, 1, 2, 3, 4];
  const [count, scratch] = [5, 6];
  const body = [
    ...splat(others), ...set(count),
    ...countDown(quads, [
      ...storeHalf(y, toShorts([...load(sum), ...load(own), ...F_SUB, ...get(count), ...F_DIV], scratch)),
      ...bump(sum, 16), ...bump(own, 16), ...bump(y, 8),
    ]),
  ];
  return { name: "elsewhere", params: 5, ints: 0, vectors: 2, body };
}

const BYTES = assemble([multiply(), add(), elsewhere(), step(), squash(), rectify(), quantize()]);

/** A kernel over a fresh memory of `bytes` bytes. Throws `WebAssembly.CompileError` on engines without SIMD (before 2021). */
export function createVectorKernel(bytes: number): VectorKernel {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65536) });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(BYTES), { host: { memory } });
  return { ...(exports as Omit<VectorKernel, "memory">), memory };
}
