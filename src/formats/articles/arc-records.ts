import { gunzipSync } from "fflate";
import { httpUrl } from "./make-article.js";
import { readPublishedDate } from "./published-date.js";
import { isPageType, type WarcFault, type WarcPage, type WarcPassed } from "./warc-records.js";

/** The line before a record: address, IP address, 14 digits of time, media type, length. */
const RECORD_LINE = /^(\S+) \S+ (\d{14}) (\S*) (?:.* )?(\d+)$/;
/** Longest such line. */
const LINE_UNITS = 20_000;

/**
 * Reads the pages of an ARC file, the form of web archives before WARC, expanded, one at a time: responses with status 200
 * of a type that can be an article. A damaged or cut end is a fault with its place.
 */
export async function* readArcPages(source: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<WarcPage | WarcFault | WarcPassed> {
  const reader = createReader(source);
  for (let record = 0; ; record++) {
    const offset = reader.offset();
    const line = await reader.line();
    if (line === null) return;
    if (line.trim() === "") {
      record--;
      continue;
    }
    const match = RECORD_LINE.exec(line.trim());
    const fault = (reason: string): WarcFault => ({
      fault:
        `Damaged or cut short in record ${record}, which starts at byte ${offset}: ${reason}. What came ` +
        `before was read; get the file again.`,
      record,
      offset,
    });
    if (!match) {
      yield fault("no line of an ARC record begins there");
      return;
    }
    const [, url = "", time = "", type = "", length = "0"] = match;
    const bytes = await reader.take(Number(length), limit);
    if (bytes === "cut") {
      yield fault("the file ends within it");
      return;
    }
    if (url.startsWith("filedesc:") || url.startsWith("dns:")) continue;
    if (bytes === "large") yield { fault: `The page is larger than ${limit} bytes.`, record, offset };
    else yield pageOf(bytes, { url, time, type, record, offset });
  }
}

interface RecordFacts {
  readonly url: string;
  readonly time: string;
  readonly type: string;
  readonly record: number;
  readonly offset: number;
}

function pageOf(bytes: Uint8Array, { url, time, type, record, offset }: RecordFacts): WarcPage | WarcPassed {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 65_536)).toString("latin1");
  const end = /\r?\n\r?\n/.exec(text);
  const isHttp = text.startsWith("HTTP/") && end !== null;
  const head = isHttp ? text.slice(0, end.index) : "";
  const status = /^HTTP\/[\d.]+ (\d{3})/.exec(head)?.[1] ?? "200";
  const header = (name: string): string => new RegExp(`^${name}:\\s*(.*)$`, "im").exec(head)?.[1]?.trim() ?? "";
  const stated = header("content-type") || type;
  const media = (stated.split(";")[0] ?? "").trim().toLowerCase();
  if (!isPageType(media, status)) return { passed: status === "200" ? media || "record without a type" : `status ${status}`, record };
  const body = isHttp ? bytes.subarray(end.index + end[0].length) : bytes;
  const whole = /chunked/i.test(header("transfer-encoding")) ? joinChunks(body) : body;
  return {
    bytes: /gzip/i.test(header("content-encoding")) ? expanded(whole) : whole,
    type: media,
    record,
    offset,
    url: httpUrl(url),
    archivedAt: readPublishedDate(time.slice(0, 8)),
    charset: /charset\s*=\s*"?([\w:.-]+)/i.exec(stated)?.[1]?.toLowerCase() ?? null,
  };
}

function expanded(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes);
  } catch {
    return bytes;
  }
}

/** The body of a response that was sent in chunks, each with its length before it. */
function joinChunks(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const end = bytes.indexOf(10, at);
    if (end < 0) break;
    const size = Number.parseInt(Buffer.from(bytes.subarray(at, end)).toString("latin1"), 16);
    if (!Number.isInteger(size)) return bytes;
    if (size === 0) break;
    parts.push(bytes.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 2;
  }
  return Buffer.concat(parts);
}

interface RecordReader {
  readonly offset: () => number;
  /** The next line without its end; null at the end of the source. */
  readonly line: () => Promise<string | null>;
  /** The next bytes, or why there are none: the source ends before, or they are more than may be held. */
  readonly take: (length: number, limit: number) => Promise<Uint8Array | "cut" | "large">;
}

function createReader(source: AsyncIterable<Uint8Array>): RecordReader {
  const iterator = source[Symbol.asyncIterator]();
  let held: Uint8Array = new Uint8Array();
  let offset = 0;
  const more = async (): Promise<boolean> => {
    const next = await iterator.next();
    if (next.done) return false;
    held = held.length === 0 ? next.value : Buffer.concat([held, next.value]);
    return true;
  };
  const drop = (length: number): Uint8Array => {
    const taken = held.subarray(0, length);
    held = held.subarray(length);
    offset += length;
    return taken;
  };
  return {
    offset: () => offset,
    line: async () => {
      while (!held.includes(10) && held.length < LINE_UNITS) if (!(await more())) break;
      if (held.length === 0) return null;
      const end = held.indexOf(10);
      return Buffer.from(drop(end < 0 ? held.length : end + 1))
        .toString("latin1")
        .replace(/\r?\n$/, "");
    },
    take: async (length, limit) => {
      if (length <= limit) {
        while (held.length < length) if (!(await more())) return "cut";
        return new Uint8Array(drop(length));
      }
      let left = length;
      while (left > 0) {
        if (held.length === 0 && !(await more())) return "cut";
        left -= drop(Math.min(left, held.length)).length;
      }
      return "large";
    },
  };
}
