import { UNIT_BYTES, collect, splitLines, type Bytes } from "./byte-streams.js";
import { fault, type InputItem } from "./input-unit.js";

/**
 * Reads standard input: as one article with the id `stdin`, or as JSON Lines, each line as soon as it is whole. A line
 * that is too long becomes a fault with its number.
 */
export async function* readStdin(stdin: Bytes, jsonl: boolean): AsyncGenerator<InputItem> {
  const common = { file: "<stdin>", charset: null, url: null, fields: null } as const;
  if (!jsonl) {
    try {
      yield { unit: { ...common, record: null, offset: null, ending: ".txt", stem: "stdin", bytes: await collect(stdin) } };
    } catch (error) {
      yield fault("<stdin>", "too-large", `Standard input ${(error as Error).message}.`);
    }
    return;
  }
  for await (const { bytes, number, offset } of splitLines(stdin)) {
    if (bytes === null) yield fault(`<stdin>:${number}`, "too-large", `The line is longer than ${UNIT_BYTES / 1e6} MB.`);
    else if (bytes.some((byte) => byte > 32))
      yield { unit: { ...common, record: number, offset, ending: ".jsonl", stem: `stdin-${number}`, bytes } };
  }
}
