import { featureHash } from "./feature-hash.js";

/** Kinds of numbers that a weights file holds; `i4` are two signed numbers a byte, the first in the lower half. */
export type TensorType = "f32" | "i16" | "i8" | "i4" | "u32" | "u16";

/** Where a tensor lies: `offset` in bytes from the start of the data; `scale` times the integers are the values. */
export interface TensorPlace {
  readonly type: TensorType;
  readonly length: number;
  readonly offset: number;
  readonly scale: number;
}

/** What the head of a weights file says. Sizes count units: letters, cells of one direction, and so on. */
export interface WeightsHead {
  /** `names-en@1`: goes with every mention. */
  readonly name: string;
  /** {@link featureHash} of the code that the weights were trained with. */
  readonly features: string;
  /** BIO2 tags, `O` first, then `B-` and `I-` of each type. */
  readonly tags: readonly string[];
  readonly sizes: {
    readonly cased: number;
    readonly lower: number;
    readonly letters: number;
    readonly lists: number;
    readonly learned: number;
    readonly cells: number;
    readonly document: number;
    readonly evidence: number;
    readonly hidden: number;
  };
  /** The characters that the letter tables know, in order; the table has two rows before them: none, unknown. */
  readonly alphabet: readonly string[];
  /** Per type, the points of a piecewise linear map from the model's probability to the measured one. */
  readonly calibration: Readonly<Record<string, readonly (readonly [number, number])[]>>;
  readonly tensors: Readonly<Record<string, TensorPlace>>;
}

/** A weights file in memory; tensors are views of its bytes. */
export interface Weights {
  readonly head: WeightsHead;
  readonly f32: (name: string) => Float32Array;
  readonly i16: (name: string) => Int16Array;
  readonly i8: (name: string) => Int8Array;
  readonly i4: (name: string) => Uint8Array;
  readonly u32: (name: string) => Uint32Array;
  readonly u16: (name: string) => Uint16Array;
  readonly scale: (name: string) => number;
}

export const WEIGHTS_MAGIC = "DLNAMES1";

/**
 * Reads a weights file: magic, length of the head, head as JSON, tensors from the next multiple of 16 on.
 * Throws where the file is not one, or was trained with other features than this code computes.
 */
export function readWeights(bytes: ArrayBuffer): Weights {
  const magic = String.fromCharCode(...new Uint8Array(bytes, 0, Math.min(8, bytes.byteLength)));
  if (magic !== WEIGHTS_MAGIC) throw new Error("This is not a weights file of the name tagger. Rebuild it with npm run train.");
  const length = new DataView(bytes).getUint32(8, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 12, length))) as WeightsHead;
  const features = featureHash();
  if (head.features !== features) {
    throw new Error(
      `The weights ${head.name} were trained with features ${head.features}, this code computes ${features}. ` +
        "Train again with npm run train.",
    );
  }
  const data = Math.ceil((12 + length) / 16) * 16;
  const place = (name: string, type: TensorType): TensorPlace => {
    const tensor = head.tensors[name];
    if (tensor?.type !== type) throw new Error(`The weights ${head.name} have no tensor ${name} of type ${type}.`);
    return tensor;
  };
  return {
    head,
    f32: (name) => {
      const t = place(name, "f32");
      return new Float32Array(bytes, data + t.offset, t.length);
    },
    i16: (name) => {
      const t = place(name, "i16");
      return new Int16Array(bytes, data + t.offset, t.length);
    },
    i8: (name) => {
      const t = place(name, "i8");
      return new Int8Array(bytes, data + t.offset, t.length);
    },
    i4: (name) => {
      const t = place(name, "i4");
      return new Uint8Array(bytes, data + t.offset, t.length);
    },
    u32: (name) => {
      const t = place(name, "u32");
      return new Uint32Array(bytes, data + t.offset, t.length);
    },
    u16: (name) => {
      const t = place(name, "u16");
      return new Uint16Array(bytes, data + t.offset, t.length);
    },
    scale: (name) => head.tensors[name]?.scale ?? 1,
  };
}
