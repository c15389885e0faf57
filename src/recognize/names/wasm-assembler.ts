/**
 * Just enough of the WebAssembly binary format to write loops over vectors: no compiler, no native tool, the bytes are
 * made when the model loads. Each helper returns the bytes of one instruction or construct.
 */
export type Code = readonly number[];

/** Unsigned LEB128. */
export function leb(value: number): number[] {
  const bytes: number[] = [];
  let rest = value >>> 0;
  do {
    const byte = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest ? byte | 0x80 : byte);
  } while (rest);
  return bytes;
}

/** Signed LEB128. */
function signedLeb(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const byte = rest & 0x7f;
    rest >>= 7;
    if ((rest === 0 && !(byte & 0x40)) || (rest === -1 && byte & 0x40)) return [...bytes, byte];
    bytes.push(byte | 0x80);
  }
}

const simd = (opcode: number): Code => [0xfd, ...leb(opcode)];

export const get = (local: number): Code => [0x20, ...leb(local)];
export const set = (local: number): Code => [0x21, ...leb(local)];
export const i32 = (value: number): Code => [0x41, ...signedLeb(value)];
/** `local += value` for an i32 local. */
export const bump = (local: number, value: number): Code => [...get(local), ...i32(value), 0x6a, ...set(local)];

/** Repeats `body` until the i32 local has counted down to zero; the body runs at least once. */
export const countDown = (local: number, body: Code): Code => [
  0x03,
  0x40,
  ...body,
  ...get(local),
  ...i32(-1),
  0x6a,
  0x22,
  ...leb(local),
  0x0d,
  0x00,
  0x0b,
];

/** Loads 16 bytes from address `local + offset`. */
export const load = (local: number, offset = 0): Code => [...get(local), ...simd(0x00), 0x00, ...leb(offset)];
/** Loads 16 bytes from address `local + further`, both i32 locals. */
export const loadAt = (local: number, further: number): Code => [...get(local), ...get(further), ...I32_ADD, ...simd(0x00), 0x00, 0x00];
/** Loads four signed 16-bit numbers from address `local + offset` as 32-bit ones. */
export const loadShorts = (local: number, offset = 0): Code => [...get(local), ...simd(0x03), 0x00, ...leb(offset)];
/** Stores the 16 bytes that `value` leaves at address `local + offset`. */
export const store = (local: number, value: Code, offset = 0): Code => [...get(local), ...value, ...simd(0x0b), 0x00, ...leb(offset)];
/** Stores the lower 8 bytes that `value` leaves. */
export const storeHalf = (local: number, value: Code, offset = 0): Code => [
  ...get(local),
  ...value,
  ...simd(0x5b),
  0x00,
  ...leb(offset),
  0x00,
];

/** The unsigned 16-bit number at address `local + offset`. */
export const loadShort = (local: number, offset = 0): Code => [...get(local), 0x2f, 0x00, ...leb(offset)];

/** Four copies of a float. */
export function floats(value: number): Code {
  const bytes = [...new Uint8Array(new Float32Array([value, value, value, value]).buffer)];
  return [...simd(0x0c), ...bytes];
}
/** The 16 bytes at a fixed address: engines load them with one instruction, where they put a constant together with four. */
export const loadFrom = (address: number): Code => [...i32(address), ...simd(0x00), 0x00, 0x00];
/** Four copies of an i32 local, as floats. */
export const splat = (local: number): Code => [...get(local), ...simd(0x11), ...simd(0xfa)];
/** Chooses four 32-bit lanes out of the eight of two vectors. */
export const shuffle = (lanes: readonly [number, number, number, number]): Code => [
  ...simd(0x0d),
  ...lanes.flatMap((lane) => [lane * 4, lane * 4 + 1, lane * 4 + 2, lane * 4 + 3]),
];

export const I32_ADD: Code = [0x6a];
export const F_ADD = simd(0xe4);
export const F_SUB = simd(0xe5);
export const F_MUL = simd(0xe6);
export const F_DIV = simd(0xe7);
/** "Pseudo" minimum and maximum: one instruction each; they differ from the others in zeros' signs and what is no number. */
export const F_MIN = simd(0xea);
export const F_MAX = simd(0xeb);
export const F_FROM_INT = simd(0xfa);
export const INT_ADD = simd(0xae);
export const INT_SUB = simd(0xb1);
export const DOT_SHORTS = simd(0xba);
export const NARROW = simd(0x85);

/** A function of i32 parameters and no result. Locals after the parameters: `ints` of i32, then `vectors` of v128. */
export interface WasmFunction {
  readonly name: string;
  readonly params: number;
  readonly ints: number;
  readonly vectors: number;
  readonly body: Code;
}

/** A module with the functions, over a memory that the host gives as `host.memory`. */
export function assemble(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const section = (id: number, content: Code): number[] => [id, ...leb(content.length), ...content];
  const vector = (items: readonly Code[]): number[] => [...leb(items.length), ...items.flat()];
  const name = (text: string): number[] => [...leb(text.length), ...[...text].map((c) => c.charCodeAt(0))];
  const types = functions.map((f) => [0x60, ...leb(f.params), ...Array<number>(f.params).fill(0x7f), 0x00]);
  const memory = [...name("host"), ...name("memory"), 0x02, 0x00, 0x01];
  const code = functions.map((f) => {
    const locals = [
      [...leb(f.ints), 0x7f],
      [...leb(f.vectors), 0x7b],
    ];
    const body = [...vector(locals), ...f.body, 0x0b];
    return [...leb(body.length), ...body];
  });
  return new Uint8Array([
    0x00,
    0x61,
    0x73,
    0x6d,
    0x01,
    0x00,
    0x00,
    0x00,
    ...section(1, vector(types)),
    ...section(2, vector([memory])),
    ...section(3, vector(functions.map((_, i) => leb(i)))),
    ...section(7, vector(functions.map((f, i) => [...name(f.name), 0x00, ...leb(i)]))),
    ...section(10, vector(code)),
  ]);
}
