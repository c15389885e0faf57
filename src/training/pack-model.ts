import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inputSize } from "../recognize/names/describe-word.js";
import { featureHash } from "../recognize/names/feature-hash.js";
import { hashWord } from "../recognize/names/hash-word.js";
import { WEIGHTS_MAGIC, type TensorPlace, type TensorType, type WeightsHead } from "../recognize/names/read-weights.js";
import { HIDDEN_ONE } from "../recognize/names/vector-kernel.js";
import { casedForms } from "../recognize/names/word-features.js";

/** What the trainer writes beside `tensors.bin`. */
interface Manifest {
  readonly tags: readonly string[];
  readonly sizes: WeightsHead["sizes"];
  readonly alphabet: readonly string[];
  readonly tensors: Readonly<Record<string, { readonly shape: readonly number[]; readonly offset: number }>>;
}

/** Largest weight as a 16-bit integer: sums over 400 inputs of ±8 stay within 32 bits. */
const WEIGHT_ONE = 2047;

/** Turns the trainer's folder into the bytes of a weights file: tables as bytes, matrices as 16-bit integers with one scale a row. */
export function packModel(folder: string, name: string, calibration: WeightsHead["calibration"]): Uint8Array {
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;
  const raw = readFileSync(join(folder, "tensors.bin"));
  const read = (tensor: string): { values: Float32Array; rows: number; columns: number } => {
    const place = manifest.tensors[tensor];
    if (!place) throw new Error(`${folder}: no tensor ${tensor}`);
    const length = place.shape.reduce((a, b) => a * b, 1);
    const values = new Float32Array(raw.buffer.slice(raw.byteOffset + place.offset, raw.byteOffset + place.offset + length * 4));
    return { values, rows: place.shape[0] ?? 1, columns: length / (place.shape[0] ?? 1) };
  };
  const lines = (file: string): string[] =>
    readFileSync(join(folder, file), "utf8")
      .split("\n")
      .filter((line) => line !== "");

  const tensors: Record<string, TensorPlace> = {};
  const parts: Uint8Array[] = [];
  let offset = 0;
  const put = (
    tensor: string,
    type: TensorType,
    array: Float32Array | Int16Array | Int8Array | Uint8Array | Uint32Array | Uint16Array,
    scale = 1,
  ): void => {
    tensors[tensor] = { type, length: array.length, offset, scale };
    const bytes = new Uint8Array(Math.ceil(array.byteLength / 16) * 16);
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    parts.push(bytes);
    offset += bytes.length;
  };
  const putFloats = (tensor: string): void => put(tensor, "f32", read(tensor).values);

  /** Rows in blocks of four, columns in chunks of eight, as the kernel reads them. */
  const putMatrix = (tensor: string, { values, rows, columns } = read(tensor), kept?: readonly (readonly number[])[]): void => {
    if (rows % 4) throw new Error(`${tensor}: ${rows} rows`);
    const all = Array.from({ length: Math.ceil(columns / 8) }, (_, chunk) => chunk);
    const chunks = kept?.[0]?.length ?? all.length;
    const packed = new Int16Array(rows * chunks * 8);
    const scales = new Float32Array(rows);
    for (let row = 0; row < rows; row++) {
      let largest = 1e-9;
      for (let c = 0; c < columns; c++) largest = Math.max(largest, Math.abs(values[row * columns + c] ?? 0));
      scales[row] = largest / WEIGHT_ONE / HIDDEN_ONE;
      (kept?.[row >> 2] ?? all).forEach((chunk, k) => {
        for (let c = 0; c < 8 && 8 * chunk + c < columns; c++) {
          packed[((row >> 2) * chunks + k) * 32 + (row & 3) * 8 + c] = Math.round(
            ((values[row * columns + 8 * chunk + c] ?? 0) / largest) * WEIGHT_ONE,
          );
        }
      });
    }
    put(tensor, "i16", packed);
    put(`${tensor.replace(/\.weights$/, "")}.scales`, "f32", scales);
  };
  /** As above, of each block of four rows only the chunks that hold more than zeros, and where their columns begin, in bytes. */
  const putSparse = (name: string, { values, rows, columns } = read(`${name}.weights`)): void => {
    const chunks = Math.ceil(columns / 8);
    const norms = Array.from({ length: rows / 4 }, (_, block) =>
      Array.from({ length: chunks }, (_, chunk) => {
        let sum = 0;
        for (let row = 4 * block; row < 4 * block + 4; row++)
          for (let c = 8 * chunk; c < Math.min(columns, 8 * chunk + 8); c++) sum += (values[row * columns + c] ?? 0) ** 2;
        return sum;
      }),
    );
    const most = Math.max(1, ...norms.map((block) => block.filter((norm) => norm > 0).length));
    const kept = norms.map((block) =>
      block
        .map((norm, chunk) => ({ norm, chunk }))
        .sort((a, b) => b.norm - a.norm)
        .slice(0, most)
        .map(({ chunk }) => chunk)
        .sort((a, b) => a - b),
    );
    putMatrix(`${name}.weights`, { values, rows, columns }, kept);
    put(
      `${name}.chunks`,
      "u16",
      Uint16Array.from(kept.flat(), (chunk) => chunk * 16),
    );
  };
  const toBytes = (values: Float32Array): { bytes: Int8Array; scale: number } => {
    // Half a thousandth of the values may be clipped: they are what makes a scale coarse.
    const sorted = Float32Array.from(values, Math.abs).sort();
    const scale = (sorted[Math.floor(sorted.length * 0.9995)] ?? 1) / 127;
    return { bytes: Int8Array.from(values, (v) => Math.max(-127, Math.min(127, Math.round(v / scale)))), scale };
  };
  /** Four bits a value with one scale for all: the error is far below the noise that training adds to the same inputs. */
  const toHalves = (values: Float32Array): { halves: Uint8Array; scale: number } => {
    let squares = 0;
    for (const v of values) squares += v * v;
    // 0.335 deviations a step loses least of a normal distribution at sixteen steps.
    const scale = 0.335 * Math.sqrt(squares / values.length);
    const half = (v: number): number => Math.max(-8, Math.min(7, Math.round(v / scale))) & 15;
    return {
      halves: Uint8Array.from({ length: values.length / 2 }, (_, i) => half(values[2 * i] ?? 0) | (half(values[2 * i + 1] ?? 0) << 4)),
      scale,
    };
  };
  const sortedHashes = (words: readonly string[]): { hashes: Uint32Array; order: number[] } => {
    const all = words.map(hashWord);
    const order = words.map((_, i) => i).sort((a, b) => (all[a] ?? 0) - (all[b] ?? 0) || a - b);
    const unique = order.filter((w, i) => i === 0 || all[w] !== all[order[i - 1] ?? 0]);
    return { hashes: Uint32Array.from(unique, (w) => all[w] ?? 0), order: unique };
  };

  const rowOf = new Map(
    lines("cased.txt").map((line) => {
      const [word = "", row = ""] = line.split("\t");
      return [word, Number(row)] as const;
    }),
  );
  // A form that would be found under its lower-cased or capitalized spelling with the same row is left out.
  const kept = [...rowOf].filter(([word, row]) => {
    const others = casedForms(word, false)
      .slice(1)
      .filter((form) => form !== word);
    const fallback = others.find((form) => rowOf.has(form));
    return word.toLowerCase() === word || fallback === undefined || rowOf.get(fallback) !== row;
  });
  const cased = sortedHashes(kept.map(([word]) => word));
  put("cased.hashes", "u32", cased.hashes);
  put(
    "cased.rows",
    "u16",
    Uint16Array.from(cased.order, (i) => kept[i]?.[1] ?? 0),
  );
  const casedHalves = toHalves(read("cased.vectors").values);
  put("cased.vectors", "i4", casedHalves.halves, casedHalves.scale);

  const putTable = (table: string, words: readonly string[]): void => {
    const { hashes, order } = sortedHashes(words);
    const { values, columns } = read(`${table}.vectors`);
    const { bytes, scale } = toBytes(values);
    const rows = new Int8Array(order.length * columns);
    order.forEach((word, i) => rows.set(bytes.subarray(word * columns, (word + 1) * columns), i * columns));
    put(`${table}.hashes`, "u32", hashes);
    put(`${table}.vectors`, "i8", rows, scale);
  };
  const lower = sortedHashes(lines("lower.txt"));
  const lowerValues = read("lower.vectors");
  const lowerHalves = toHalves(lowerValues.values);
  const size = lowerValues.columns / 2;
  const lowerRows = new Uint8Array(lower.order.length * size);
  lower.order.forEach((word, i) => lowerRows.set(lowerHalves.halves.subarray(word * size, (word + 1) * size), i * size));
  put("lower.hashes", "u32", lower.hashes);
  put("lower.vectors", "i4", lowerRows, lowerHalves.scale);
  putTable("learned", lines("learned.txt"));
  const listed = lines("lists.txt").map((line) => line.split("\t"));
  const lists = sortedHashes(listed.map(([word = ""]) => word));
  put("lists.hashes", "u32", lists.hashes);
  put(
    "lists.bits",
    "u16",
    Uint16Array.from(lists.order, (i) => Number(listed[i]?.[1])),
  );
  // What a word says of its document is computed along with its gates.
  const [word, topic] = [read("word.weights"), read("document.weights")];
  const joined = new Float32Array(word.values.length + topic.values.length);
  joined.set(word.values);
  joined.set(topic.values, word.values.length);
  putSparse("word", { values: joined, rows: word.rows + topic.rows, columns: word.columns });
  for (const name of ["forward", "backward", "first", "evidence"]) putSparse(name);
  putMatrix("output.weights");
  for (const tensor of [
    "letters.table",
    "letters.bias",
    "base",
    "flags.gates",
    "case.gates",
    "document.gates",
    "document.bias",
    "first.bias",
    "output.bias",
    "chain.transitions",
    "chain.starts",
    "chain.ends",
  ])
    putFloats(tensor);

  const head: WeightsHead = {
    name,
    features: featureHash(),
    tags: manifest.tags,
    sizes: manifest.sizes,
    alphabet: manifest.alphabet,
    calibration,
    tensors,
  };
  if (read("word.weights").columns !== inputSize(head))
    throw new Error("The word vector of the trainer and of the recognizer differ in length.");
  const text = new TextEncoder().encode(JSON.stringify(head));
  const data = Math.ceil((12 + text.length) / 16) * 16;
  const bytes = new Uint8Array(data + offset);
  bytes.set(new TextEncoder().encode(WEIGHTS_MAGIC));
  new DataView(bytes.buffer).setUint32(8, text.length, true);
  bytes.set(text, 12);
  let at = data;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
