import { splitLines, UNIT_BYTES, type Bytes } from "./byte-streams.js";

/** A mail of a mailbox; null bytes where it is larger than a unit may be. */
export interface MailboxMail {
  readonly bytes: Uint8Array | null;
  /** 1-based. */
  readonly record: number;
  /** Where it starts, in bytes of the stream. */
  readonly offset: number;
}

/** What a line that parts two mails begins with. */
const FROM = Buffer.from("From ");
const LINE_END = Buffer.from("\n");

const startsWith = (line: Uint8Array, words: Uint8Array): boolean => words.every((byte, index) => line[index] === byte);

/** A line of a text that began with `From ` has marks before it; one of them is taken away again. */
const unescaped = (line: Uint8Array): Uint8Array => {
  let marks = 0;
  while (line[marks] === 0x3e) marks++;
  return marks > 0 && startsWith(line.subarray(marks), FROM) ? line.subarray(1) : line;
};

/** Cuts a mailbox (mbox, as of Google Takeout, Thunderbird, Apple Mail) into its mails, holding one of them at a time. */
export async function* splitMbox(source: Bytes): AsyncGenerator<MailboxMail> {
  let lines: Uint8Array[] = [];
  let size = 0;
  let record = 0;
  let start = 0;
  let wasBlank = true;
  const mail = (): MailboxMail => ({ bytes: size > UNIT_BYTES ? null : Buffer.concat(lines), record, offset: start });
  for await (const { bytes, offset } of splitLines(source)) {
    const line = bytes ?? new Uint8Array();
    if (wasBlank && startsWith(line, FROM)) {
      if (record > 0) yield mail();
      record++;
      start = offset;
      lines = [];
      size = 0;
    } else {
      size += line.length + 1;
      if (bytes === null) size += UNIT_BYTES;
      if (size <= UNIT_BYTES) lines.push(unescaped(line), LINE_END);
      else lines = [];
    }
    wasBlank = line.length === 0 || (line.length === 1 && line[0] === 13);
  }
  if (record > 0) yield mail();
}
