import { httpUrl } from "./make-article.js";
import { readPublishedDate } from "./published-date.js";

/** A page that a web archive holds. */
export interface WarcPage {
  readonly bytes: Uint8Array;
  readonly url: string | null;
  /** The day on which it was archived: later than its publication or the same, so never used as that. */
  readonly archivedAt: string | null;
  /** Media type of the response, lower case, without parameters. */
  readonly type: string;
  readonly charset: string | null;
  /** 1-based number of the record in the archive, counting records of every type. */
  readonly record: number;
  /** Where the record starts: a byte offset into the file as it lies on disk (compressed, if it is). */
  readonly offset: number;
}

/** A record that was passed over although it is a response, and why. */
export interface WarcFault {
  readonly fault: string;
  readonly record: number;
  readonly offset: number;
}

const PAGE_TYPES = /^(?:text\/html|application\/xhtml\+xml|text\/plain|application\/(?:rss|atom)\+xml|application\/pdf)$/;

/** True for records of a type that can be an article. */
const isPage = (type: string, status: string): boolean => PAGE_TYPES.test(type) && (status === "" || status === "200");

/**
 * Reads the pages of a WARC or WARC.gz by warcio, one at a time: responses with status 200 and resources of a type
 * that can be an article. Pages over `limit` bytes, and a damaged or cut end, are faults with their place.
 */
export async function* readWarcPages(source: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<WarcPage | WarcFault> {
  const { WARCParser } = await import("warcio");
  const parser = new WARCParser(endFirmly(source));
  let number = 0;
  let offset = 0;
  const fault = (error: unknown): WarcFault => ({
    fault: `Damaged or cut short: ${error instanceof Error ? error.message : String(error)}`, record: number, offset,
  });
  try {
    for await (const record of parser) {
      number++;
      offset = parser.offset;
      if (record.warcType !== "response" && record.warcType !== "resource" && record.warcType !== "conversion") continue;
      const contentType = record.httpHeaders?.headers.get("content-type") ?? record.warcContentType ?? "";
      const type = (contentType.split(";")[0] ?? "").trim().toLowerCase();
      if (!isPage(type, String(record.httpHeaders?.statusCode ?? ""))) continue;
      const chunks: Uint8Array[] = [];
      let size = 0;
      for await (const chunk of record) {
        size += chunk.length;
        if (size > limit) break;
        chunks.push(chunk);
      }
      if (size > limit) {
        await record.skipFully().catch(() => undefined);
        yield { fault: `The page is larger than ${limit} bytes.`, record: number, offset };
        continue;
      }
      if (lacks(record) > 0) throw new Error("the file ends within a record");
      if (size === 0) continue;
      const bytes = new Uint8Array(size);
      chunks.reduce((at, chunk) => (bytes.set(chunk, at), at + chunk.length), 0);
      yield {
        bytes, type, record: number, offset,
        url: httpUrl(record.warcTargetURI ?? null), archivedAt: readPublishedDate(record.warcDate ?? null),
        charset: /charset\s*=\s*"?([\w:.-]+)/i.exec(contentType)?.[1]?.toLowerCase() ?? null,
      };
    }
  } catch (error) {
    yield fault(error);
    return;
  }
  if (number === 0) yield { fault: "No WARC records: the file is empty, or no web archive.", record: 0, offset: 0 };
}

/** Bytes that a record announces and does not have. warcio keeps the count in a reader that it does not declare. */
function lacks(record: { readonly _reader: unknown }): number {
  const { limit } = record._reader as { readonly limit?: unknown };
  return typeof limit === "number" ? limit : 0;
}

/** warcio asks an ended source for more for ever when a record is cut short: the source fails when asked too often. */
function endFirmly(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return {
    [Symbol.asyncIterator]() {
      const iterator = source[Symbol.asyncIterator]();
      let asked = 0;
      return {
        async next() {
          const result = await iterator.next();
          if (result.done && ++asked > 50) throw new Error("the file ends within a record");
          return result;
        },
      };
    },
  };
}
