import { open, type FileHandle } from "node:fs/promises";

/** A file of lines that is read line by line where it lies. */
export interface LineIndex {
  readonly lines: number;
  /** The line of a number, from 0, without its end. */
  readonly read: (line: number) => Promise<string>;
  readonly close: () => Promise<void>;
}

const CHUNK = 4_194_304;
const NEWLINE = 0x0a;

/**
 * Notes where each line of a file begins, and hands every line to `take` once. Blank lines are left out. Lines are cut at
 * bytes, so that no text is held twice.
 */
export async function indexLines(path: string, take: (line: string, number: number) => void): Promise<LineIndex> {
  const file = await open(path, "r");
  const starts: number[] = [];
  const ends: number[] = [];
  const note = (start: number, bytes: Uint8Array): void => {
    const line = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8").trimEnd();
    if (line === "") return;
    starts.push(start);
    ends.push(start + bytes.length);
    take(line, starts.length - 1);
  };
  await eachLine(file, note);
  return {
    lines: starts.length,
    read: async (line) => {
      const [start, end] = [starts[line], ends[line]];
      if (start === undefined || end === undefined) throw new RangeError(`${path}: there is no line ${line + 1}`);
      const bytes = Buffer.alloc(end - start);
      await file.read(bytes, 0, bytes.length, start);
      return bytes.toString("utf8").trimEnd();
    },
    close: () => file.close(),
  };
}

async function eachLine(file: FileHandle, note: (start: number, bytes: Uint8Array) => void): Promise<void> {
  let rest: Buffer = Buffer.alloc(0);
  let restStart = 0;
  let position = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const { bytesRead } = await file.read(chunk, 0, CHUNK, position);
    if (bytesRead === 0) break;
    const fresh = chunk.subarray(0, bytesRead);
    const data = rest.length === 0 ? fresh : Buffer.concat([rest, fresh]);
    const dataStart = restStart;
    let from = 0;
    for (let at = data.indexOf(NEWLINE, rest.length); at >= 0; at = data.indexOf(NEWLINE, from)) {
      note(dataStart + from, data.subarray(from, at));
      from = at + 1;
    }
    rest = data.subarray(from);
    restStart = dataStart + from;
    position += bytesRead;
  }
  if (rest.length > 0) note(restStart, rest);
}
