import * as v from "valibot";

/** What a distributed engine asks of one line: a unit that it cut itself, or a file that the program is to cut. */
export interface EngineRequest {
  /** What the answers name. */
  readonly of: number;
  /** The file, as the user knows it. */
  readonly file: string;
  /** The file's copy on this machine, to be cut into units; absent where the request is a unit. */
  readonly path?: string | undefined;
  /** The unit's text, or its bytes in base64. */
  readonly text?: string | undefined;
  readonly bytes?: string | undefined;
  /** 1-based line or row within the file, and where it starts in bytes. */
  readonly record?: number | null | undefined;
  readonly offset?: number | null | undefined;
  /** The ending that names its format, and the id that its article has where it states none. */
  readonly ending?: string | undefined;
  readonly stem?: string | undefined;
  /** Ids that the run gave to articles whose own were taken already, by `unit:at` of their answers. */
  readonly ids?: Readonly<Record<string, string>> | undefined;
}

const REQUEST = v.pipe(
  v.strictObject({
    of: v.number(),
    file: v.string(),
    path: v.optional(v.string()),
    text: v.optional(v.string()),
    bytes: v.optional(v.string()),
    record: v.nullish(v.number()),
    offset: v.nullish(v.number()),
    ending: v.optional(v.string()),
    stem: v.optional(v.string()),
    ids: v.optional(v.record(v.string(), v.string())),
  }),
  v.check(
    ({ path, text, bytes }) => [path, text, bytes].filter((given) => given !== undefined).length === 1,
    "one of path, text and bytes is wanted",
  ),
) satisfies v.GenericSchema<EngineRequest, EngineRequest>;

/** Reads a request. Throws an error that names the line and what is wrong with it. */
export function parseRequest(line: Uint8Array, number: number): EngineRequest {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(line.buffer, line.byteOffset, line.length).toString("utf8"));
  } catch (error) {
    throw new Error(`<stdin>:${number}: is no JSON (${(error as Error).message}); write a request a line.`, { cause: error });
  }
  const { success, output, issues } = v.safeParse(REQUEST, value);
  if (success) return output;
  const [issue] = issues;
  const where = issue.path?.map(({ key }) => String(key)).join(".") ?? "";
  throw new Error(`<stdin>:${number}: ${where === "" ? "" : `${where}: `}${issue.message}; see docs/SPARK.md.`);
}
