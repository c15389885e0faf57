import { createReadStream } from "node:fs";

/** A line of a file and its number, from 1. */
export interface NumberedLine {
  readonly line: string;
  readonly number: number;
}

/**
 * Reads a UTF-8 file line by line without holding it whole. Lines end at `\n` alone (a `\r` before it is dropped):
 * JSON may hold U+2028 and a bare `\r` is none of our business. A byte order mark is dropped.
 */
export async function* readLines(path: string): AsyncGenerator<NumberedLine> {
  const decoder = new TextDecoder("utf-8");
  let rest = "";
  let number = 0;
  const clean = (line: string): string => (line.endsWith("\r") ? line.slice(0, -1) : line);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Uint8Array>) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) yield { line: clean(part), number: ++number };
  }
  rest += decoder.decode();
  if (rest !== "") yield { line: clean(rest), number: number + 1 };
}
