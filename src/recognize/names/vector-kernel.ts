import {
  assemble,
  bump,
  countDown,
  DOT_SHORTS,
  F_ADD,
  F_DIV,
  F_FROM_INT,
  F_MAX,
  F_MIN,
  F_MUL,
  F_SUB,
  floats,
  get,
  i32,
  I32_ADD,
  INT_ADD,
  INT_SUB,
  load,
  loadAt,
  loadFrom,
  loadShort,
  loadShorts,
  NARROW,
  set,
  shuffle,
  splat,
  store,
  storeHalf,
  type Code,
  type WasmFunction,
} from "./wasm-assembler.js";

interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

// The part of WebAssembly that is used. Node and browsers have it; the compiler's DOM library, which declares it, stays out of the core.
declare const WebAssembly: {
  readonly Memory: new (descriptor: { readonly initial: number }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (
    module: object,
    imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ) => { readonly exports: unknown };
};

/** What a hidden value of 1 is as a 16-bit integer. */
export const HIDDEN_ONE = 4096;

/** What 1 is as a 16-bit integer in the kept parts of gates, which reach from -16 to 16; larger ones have long saturated them. */
export const GATE_ONE = 2048;

export type MultiplySparse = (w: number, x: number, scale: number, a: number, b: number, y: number, blocks: number, at: number) => void;

/** Vector arithmetic over one memory; every argument is a byte address (16-byte aligned) or a count of at least one. */
export interface VectorKernel {
  readonly memory: WasmMemory;
  /**
   * `y[r] = a[r] + b[r] + scale[r] * Σ w[r][c] * x[c]` for `blocks` of four rows and `chunks` of eight columns; w and x
   * 16-bit, the others floats. Weights lie block by block, chunk by chunk, row by row.
   */
  readonly multiply: (w: number, x: number, scale: number, a: number, b: number, y: number, blocks: number, chunks: number) => void;
  /**
   * The same for a sparse matrix that keeps some chunks of each block of four rows, as many in each: `at` lists where
   * their columns lie in x (16-bit, in bytes). One function for every number of chunks that the kernel was made for.
   */
  readonly multiplySparse: ReadonlyMap<number, MultiplySparse>;
  /** The same where a is what {@link keep} made of floats. */
  readonly multiplyKept: ReadonlyMap<number, MultiplySparse>;
  /**
   * Two dense multiplications at once, so that each weight is loaded once for both: `y[r] = scale[r] * Σ w[r][c] * x[c]` for two
   * vectors x, as {@link keep} makes 16-bit integers of floats. Weights lie as in `multiply`.
   */
  readonly keepPair: (w: number, x1: number, x2: number, scale: number, y1: number, y2: number, blocks: number, chunks: number) => void;
  /** `y = a + b` over `quads` of four floats. */
  readonly add: (a: number, b: number, y: number, quads: number) => void;
  /** `(sum - own) / others` over `quads` of four floats, as 16-bit integers in units of 1 / HIDDEN_ONE; `others` at least one. */
  readonly elsewhere: (sum: number, own: number, y: number, quads: number, others: number) => void;
  /**
   * One LSTM step over `quads` of four cells: gates (input, forget, new, output; `stride` bytes apart), cells, hidden state out
   * (16-bit).
   */
  readonly step: (gates: number, stride: number, cells: number, hidden: number, quads: number) => void;
  /** `tanh` in place over floats. */
  readonly squash: (x: number, quads: number) => void;
  /** `max(x, 0)` in place over floats. */
  readonly rectify: (x: number, quads: number) => void;
  /** Floats as 16-bit integers in units of 1 / HIDDEN_ONE. */
  readonly quantize: (x: number, y: number, quads: number) => void;
  /** Floats as 16-bit integers in units of 1 / GATE_ONE. */
  readonly keep: (x: number, y: number, quads: number) => void;
}

/** 1.5 · 2²³: a float below 2²² that it is added to has its nearest integer in the lowest bits, as the processor rounds. */
const ROUNDER = 12_582_912;

const CLAMP = 4.97;

/** Numbers that the functions calculate with; four copies of each lie at the start of the memory. */
const CONSTANTS = [-CLAMP, CLAMP, 28, 3150, 62370, 135135, 378, 17325, 0.5, 2, ROUNDER, HIDDEN_ONE, GATE_ONE, 1 / GATE_ONE] as const;

/** Bytes at the start of the memory that are the kernel's own. */
export const CONSTANT_BYTES = CONSTANTS.length * 16;

const constant = (value: (typeof CONSTANTS)[number]): Code => loadFrom(16 * CONSTANTS.indexOf(value));

// A rational function of the seventh degree, within 1e-4 of tanh between its clamps.
/** Sets `above` and `below` to numerator and denominator of tanh of what `value` leaves; `s` is a scratch local. */
const tanhParts = (value: Code, above: number, below: number, s: number): Code => [
  ...value,
  ...constant(-CLAMP),
  ...F_MAX,
  ...constant(CLAMP),
  ...F_MIN,
  ...set(above),
  ...get(above),
  ...get(above),
  ...F_MUL,
  ...set(s),
  ...get(s),
  ...constant(28),
  ...F_MUL,
  ...constant(3150),
  ...F_ADD,
  ...get(s),
  ...F_MUL,
  ...constant(62370),
  ...F_ADD,
  ...get(s),
  ...F_MUL,
  ...constant(135135),
  ...F_ADD,
  ...set(below),
  ...get(s),
  ...constant(378),
  ...F_ADD,
  ...get(s),
  ...F_MUL,
  ...constant(17325),
  ...F_ADD,
  ...get(s),
  ...F_MUL,
  ...constant(135135),
  ...F_ADD,
  ...get(above),
  ...F_MUL,
  ...set(above),
];
/** The same for twice the logistic function: it is 1 + tanh(x / 2), over 2. */
const sigmoidParts = (value: Code, above: number, below: number, s: number): Code => [
  ...tanhParts([...value, ...constant(0.5), ...F_MUL], above, below, s),
  ...get(above),
  ...get(below),
  ...F_ADD,
  ...set(above),
];

// Locals of both multiplications: eight parameters, two integers, four sums of four, and two more.
const [W, X, SCALE, PLUS, MORE, Y, BLOCKS, LAST] = [0, 1, 2, 3, 4, 5, 6, 7];
const [COLUMN, LEFT] = [8, 9];
const SUMS = [10, 11, 12, 13];
const [V, T] = [14, 15];

/** Adds to the sums of four rows what the chunk of columns in `V` gives with the weights from `offset` on. */
const accumulate = (offset: number): Code =>
  SUMS.flatMap((sum, row) => [...get(sum), ...load(W, offset + row * 16), ...get(V), ...DOT_SHORTS, ...INT_ADD, ...set(sum)]);
/** Leaves the four sums of four numbers each as four floats; overwrites two locals. */
function addUp([a = 0, b = 0, c = 0, d = 0]: readonly number[], scratch: number, another: number): Code {
  const pair = (p: number, q: number): Code => [
    ...get(p),
    ...get(q),
    ...shuffle([0, 4, 1, 5]),
    ...get(p),
    ...get(q),
    ...shuffle([2, 6, 3, 7]),
    ...INT_ADD,
  ];
  return [
    ...pair(a, b),
    ...set(scratch),
    ...pair(c, d),
    ...set(another),
    ...get(scratch),
    ...get(another),
    ...shuffle([0, 1, 4, 5]),
    ...get(scratch),
    ...get(another),
    ...shuffle([2, 3, 6, 7]),
    ...INT_ADD,
    ...F_FROM_INT,
  ];
}

/** A block of four rows around what `chunks` adds up; with `kept`, a is as {@link VectorKernel.keep} makes it. */
function rowsOf(chunks: Code, kept = false): Code {
  return countDown(BLOCKS, [
    ...SUMS.flatMap((sum) => [...floats(0), ...set(sum)]),
    ...chunks,
    ...store(Y, [
      ...addUp(SUMS, T, V),
      ...load(SCALE),
      ...F_MUL,
      ...(kept ? [...loadShorts(PLUS), ...F_FROM_INT, ...constant(1 / GATE_ONE), ...F_MUL] : load(PLUS)),
      ...F_ADD,
      ...load(MORE),
      ...F_ADD,
    ]),
    ...bump(Y, 16),
    ...bump(PLUS, kept ? 8 : 16),
    ...bump(MORE, 16),
    ...bump(SCALE, 16),
  ]);
}

function multiply(): WasmFunction {
  const chunks = LAST;
  const body = rowsOf([
    ...get(X),
    ...set(COLUMN),
    ...get(chunks),
    ...set(LEFT),
    ...countDown(LEFT, [...load(COLUMN), ...set(V), ...accumulate(0), ...bump(W, 64), ...bump(COLUMN, 16)]),
  ]);
  return { name: "multiply", params: 8, ints: 2, vectors: 6, body };
}

/** Chunks that are written out one after another; with more, V8 runs out of registers and the loop takes up to twice the time. */
const UNROLLED = 2;

function multiplySparse(chunks: number, kept: boolean): WasmFunction {
  const at = LAST;
  let part = Math.min(UNROLLED, chunks);
  while (chunks % part) part--;
  const body = rowsOf(
    [
      ...i32(chunks / part),
      ...set(LEFT),
      ...countDown(LEFT, [
        ...Array.from({ length: part }, (_, k) => [
          ...get(X),
          ...loadShort(at, 2 * k),
          ...I32_ADD,
          ...set(COLUMN),
          ...load(COLUMN),
          ...set(V),
          ...accumulate(64 * k),
        ]).flat(),
        ...bump(W, 64 * part),
        ...bump(at, 2 * part),
      ]),
    ],
    kept,
  );
  return { name: `${kept ? "multiplyKept" : "multiply"}${chunks}`, params: 8, ints: 2, vectors: 6, body };
}

function keepPair(): WasmFunction {
  const [w, x1, x2, scale, y1, y2, blocks, chunks] = [0, 1, 2, 3, 4, 5, 6, 7];
  const [left, column] = [8, 9];
  const sums = [10, 11, 12, 13, 14, 15, 16, 17];
  const [v1, v2, weights] = [18, 19, 20];
  const [ofFirst, ofSecond] = [sums.slice(0, 4), sums.slice(4)];
  const into = (sum: number, v: number): Code => [...get(sum), ...get(weights), ...get(v), ...DOT_SHORTS, ...INT_ADD, ...set(sum)];
  const body = countDown(blocks, [
    ...sums.flatMap((sum) => [...floats(0), ...set(sum)]),
    ...get(chunks),
    ...set(left),
    ...i32(0),
    ...set(column),
    ...countDown(left, [
      ...loadAt(x1, column),
      ...set(v1),
      ...loadAt(x2, column),
      ...set(v2),
      ...[0, 1, 2, 3].flatMap((row) => [
        ...load(w, row * 16),
        ...set(weights),
        ...into(ofFirst[row] as number, v1),
        ...into(ofSecond[row] as number, v2),
      ]),
      ...bump(w, 64),
      ...bump(column, 16),
    ]),
    ...storeHalf(y1, toShorts([...addUp(ofFirst, v1, v2), ...load(scale), ...F_MUL], weights, GATE_ONE)),
    ...storeHalf(y2, toShorts([...addUp(ofSecond, v1, v2), ...load(scale), ...F_MUL], weights, GATE_ONE)),
    ...bump(scale, 16),
    ...bump(y1, 8),
    ...bump(y2, 8),
  ]);
  return { name: "keepPair", params: 8, ints: 2, vectors: 11, body };
}

function add(): WasmFunction {
  const [a, b, y, quads] = [0, 1, 2, 3];
  const body = countDown(quads, [...store(y, [...load(a), ...load(b), ...F_ADD]), ...bump(a, 16), ...bump(b, 16), ...bump(y, 16)]);
  return { name: "add", params: 4, ints: 0, vectors: 0, body };
}

/** Floats below 2²² / `one` as 16-bit integers in units of 1 / `one`. */
const toShorts = (value: Code, scratch: number, one: typeof HIDDEN_ONE | typeof GATE_ONE = HIDDEN_ONE): Code => [
  ...value,
  ...constant(one),
  ...F_MUL,
  ...constant(ROUNDER),
  ...F_ADD,
  ...constant(ROUNDER),
  ...INT_SUB,
  ...set(scratch),
  ...get(scratch),
  ...get(scratch),
  ...NARROW,
];

/** Fractions are brought over one denominator, since a division costs as much as ten multiplications; none leaves the range of floats. */
function step(): WasmFunction {
  const [gates, stride, cells, hidden, quads] = [0, 1, 2, 3, 4];
  const [forget, fresh, output] = [5, 6, 7];
  const [s, fAbove, fBelow, iAbove, iBelow, gAbove, gBelow, cell] = [8, 9, 10, 11, 12, 13, 14, 15];
  const next = (from: number, to: number): Code => [...get(from), ...get(stride), ...I32_ADD, ...set(to)];
  const body = [
    ...next(gates, forget),
    ...next(forget, fresh),
    ...next(fresh, output),
    ...countDown(quads, [
      ...sigmoidParts(load(forget), fAbove, fBelow, s),
      ...sigmoidParts(load(gates), iAbove, iBelow, s),
      ...tanhParts(load(fresh), gAbove, gBelow, s),
      // cell = f / 2 · cell + i / 2 · g
      ...get(iBelow),
      ...get(gBelow),
      ...F_MUL,
      ...set(s),
      ...get(fAbove),
      ...load(cells),
      ...F_MUL,
      ...get(s),
      ...F_MUL,
      ...get(iAbove),
      ...get(gAbove),
      ...F_MUL,
      ...get(fBelow),
      ...F_MUL,
      ...F_ADD,
      ...get(fBelow),
      ...get(s),
      ...F_MUL,
      ...constant(2),
      ...F_MUL,
      ...F_DIV,
      ...set(cell),
      ...store(cells, get(cell)),
      // hidden = o / 2 · tanh(cell)
      ...sigmoidParts(load(output), fAbove, fBelow, s),
      ...tanhParts(get(cell), gAbove, gBelow, s),
      ...storeHalf(
        hidden,
        toShorts(
          [...get(fAbove), ...get(gAbove), ...F_MUL, ...get(fBelow), ...get(gBelow), ...F_MUL, ...constant(2), ...F_MUL, ...F_DIV],
          s,
        ),
      ),
      ...bump(gates, 16),
      ...bump(forget, 16),
      ...bump(fresh, 16),
      ...bump(output, 16),
      ...bump(cells, 16),
      ...bump(hidden, 8),
    ]),
  ];
  return { name: "step", params: 5, ints: 3, vectors: 8, body };
}

function squash(): WasmFunction {
  const [x, quads] = [0, 1];
  const [above, below, s] = [2, 3, 4];
  const body = countDown(quads, [
    ...store(x, [...tanhParts(load(x), above, below, s), ...get(above), ...get(below), ...F_DIV]),
    ...bump(x, 16),
  ]);
  return { name: "squash", params: 2, ints: 0, vectors: 3, body };
}

function rectify(): WasmFunction {
  const body = countDown(1, [...store(0, [...load(0), ...floats(0), ...F_MAX]), ...bump(0, 16)]);
  return { name: "rectify", params: 2, ints: 0, vectors: 0, body };
}

function quantize(name: string, one: typeof HIDDEN_ONE | typeof GATE_ONE): WasmFunction {
  const body = countDown(2, [...storeHalf(1, toShorts(load(0), 3, one)), ...bump(0, 16), ...bump(1, 8)]);
  return { name, params: 3, ints: 0, vectors: 1, body };
}

function elsewhere(): WasmFunction {
  const [sum, own, y, quads, others] = [0, 1, 2, 3, 4];
  const [count, scratch] = [5, 6];
  const body = [
    ...splat(others),
    ...set(count),
    ...countDown(quads, [
      ...storeHalf(y, toShorts([...load(sum), ...load(own), ...F_SUB, ...get(count), ...F_DIV], scratch)),
      ...bump(sum, 16),
      ...bump(own, 16),
      ...bump(y, 8),
    ]),
  ];
  return { name: "elsewhere", params: 5, ints: 0, vectors: 2, body };
}

/**
 * A kernel over a fresh memory of `bytes` bytes, which can multiply by sparse matrices that keep `chunks` chunks a block,
 * and by those of `keptChunks` with {@link VectorKernel.multiplyKept}.
 * Throws `WebAssembly.CompileError` on engines without SIMD (before 2021).
 */
export function createVectorKernel(bytes: number, chunks: readonly number[] = [], keptChunks: readonly number[] = []): VectorKernel {
  const [sizes, keptSizes] = [[...new Set(chunks)], [...new Set(keptChunks)]];
  const code = assemble([
    multiply(),
    ...sizes.map((size) => multiplySparse(size, false)),
    ...keptSizes.map((size) => multiplySparse(size, true)),
    keepPair(),
    add(),
    elsewhere(),
    step(),
    squash(),
    rectify(),
    quantize("quantize", HIDDEN_ONE),
    quantize("keep", GATE_ONE),
  ]);
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65536) });
  new Float32Array(memory.buffer).set(CONSTANTS.flatMap((value) => [value, value, value, value]));
  const functions = new WebAssembly.Instance(new WebAssembly.Module(code), { host: { memory } }).exports as Record<string, MultiplySparse>;
  return {
    ...(functions as unknown as Omit<VectorKernel, "memory" | "multiplySparse" | "multiplyKept">),
    memory,
    multiplySparse: new Map(sizes.map((size) => [size, functions[`multiply${size}`] as MultiplySparse])),
    multiplyKept: new Map(keptSizes.map((size) => [size, functions[`multiplyKept${size}`] as MultiplySparse])),
  };
}
