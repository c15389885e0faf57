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

/** A record that is no page: what it is instead, as its media type or its status. */
export interface WarcPassed {
  readonly passed: string;
  readonly record: number;
}

const PAGE_TYPES = /^(?:text\/html|application\/xhtml\+xml|text\/plain|application\/(?:rss|atom)\+xml|application\/pdf)$/;

/** True for records of a type that can be an article. */
export const isPageType = (type: string, status: string): boolean => PAGE_TYPES.test(type) && (status === "" || status === "200");

/**
 * Reads the pages of a WARC or WARC.gz by warcio, one at a time: responses with status 200 and resources of a type
 * that can be an article. Pages over `limit` bytes, and a damaged or cut end, are faults with their place.
 */
export async function* readWarcPages(source: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<WarcPage | WarcFault | WarcPassed> {
  const { WARCParser } = await import("warcio");
  const watched = watchEnd(source);
  const parser = new WARCParser(watched.bytes);
  let number = 0;
  let offset = 0;
  const fault = (error: unknown): WarcFault => ({
    fault:
      `Damaged or cut short in record ${number}, which starts at byte ${offset}: ` +
      `${error instanceof Error ? error.message : String(error)}. ` +
      "What came before was read; get the file again.",
    record: number,
    offset,
  });
  try {
    for await (const record of parser) {
      number++;
      offset = parser.offset;
      if (record.warcType !== "response" && record.warcType !== "resource" && record.warcType !== "conversion") continue;
      const contentType = record.httpHeaders?.headers.get("content-type") ?? record.warcContentType ?? "";
      const type = (contentType.split(";")[0] ?? "").trim().toLowerCase();
      const status = String(record.httpHeaders?.statusCode ?? "");
      if (!isPageType(type, status)) {
        yield { passed: status === "" || status === "200" ? type || "record without a type" : `status ${status}`, record: number };
        continue;
      }
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
        bytes,
        type,
        record: number,
        offset,
        url: httpUrl(record.warcTargetURI ?? null),
        archivedAt: readPublishedDate(record.warcDate ?? null),
        charset: /charset\s*=\s*"?([\w:.-]+)/i.exec(contentType)?.[1]?.toLowerCase() ?? null,
      };
    }
  } catch (error) {
    yield fault(error);
    return;
  }
  if (watched.endsWithin()) yield fault(new Error(`the file ends at byte ${watched.size()}, within a record`));
  else if (number === 0) yield { fault: "No WARC records: the file is empty, or no web archive.", record: 0, offset: 0 };
}

/** Bytes that a record announces and does not have. warcio keeps the count in a reader that it does not declare. */
function lacks(record: { readonly _reader: unknown }): number {
  const { limit } = record._reader as { readonly limit?: unknown };
  return typeof limit === "number" ? limit : 0;
}

interface WatchedSource {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Bytes that were given. */
  readonly size: () => number;
  /** True once the whole source was given and did not end as a record does, with two line ends. */
  readonly endsWithin: () => boolean;
}

/**
 * Watches how a source ends. warcio asks an ended one for more for ever when a record is cut short: the source fails when
 * asked too often.
 */
function watchEnd(source: AsyncIterable<Uint8Array>): WatchedSource {
  let size = 0;
  let asked = 0;
  let tail: readonly number[] = [];
  return {
    size: () => size,
    endsWithin: () => asked > 0 && size > 0 && !/\n\r?\n$/.test(String.fromCharCode(...tail)),
    bytes: {
      [Symbol.asyncIterator]() {
        const iterator = source[Symbol.asyncIterator]();
        return {
          async next() {
            const result = await iterator.next();
            if (result.done) {
              if (++asked > 50) throw new Error("the file ends within a record");
            } else {
              size += result.value.length;
              tail = [...tail, ...result.value.slice(-4)].slice(-4);
            }
            return result;
          },
        };
      },
    },
  };
}
