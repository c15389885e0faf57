import { parseJsonArticle } from "../formats/articles/jsonl-articles.js";
import { decodeText } from "../formats/decode-text.js";
import { refuseArticle, type ReadArticle } from "./read-articles.js";

/**
 * Reads standard input: as one article with the id `stdin`, or as JSON Lines, each line as soon as it is whole.
 * Bytes are UTF-8; lines end at LF. A line that is no article becomes a reject with its number.
 */
export async function* readStdin(stdin: AsyncIterable<Uint8Array>, jsonl: boolean): AsyncGenerator<ReadArticle> {
  if (!jsonl) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of stdin) chunks.push(chunk);
    const text = decodeText(Buffer.concat(chunks)).text;
    const article = { id: "stdin", text, title: null, publishedAt: null, source: null, place: null, language: null };
    const refusal = refuseArticle(article);
    yield refusal ? { reject: { id: "stdin", place: "<stdin>", ...refusal } } : { article, origin: "<stdin>", warnings: [] };
    return;
  }
  let number = 0;
  for await (const line of splitLines(stdin)) {
    number++;
    if (line.trim() === "") continue;
    const place = `<stdin>:${number}`;
    const { value, diagnostics } = parseJsonArticle(line, `stdin-${number}`, place);
    for (const fault of diagnostics.filter((d) => d.severity === "error")) {
      yield { reject: { id: null, place, code: fault.code, reason: fault.message } };
    }
    const warnings = diagnostics.filter((d) => d.severity === "warning");
    for (const article of value) yield { article, origin: place, warnings };
  }
}

/** The lines of a byte stream, without their LF. */
async function* splitLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8");
  let parts: string[] = [];
  for await (const chunk of chunks) {
    const pieces = decoder.decode(chunk, { stream: true }).split("\n");
    for (const [i, piece] of pieces.entries()) {
      parts.push(piece);
      if (i < pieces.length - 1) {
        yield parts.join("");
        parts = [];
      }
    }
  }
  const rest = parts.join("") + decoder.decode();
  if (rest !== "") yield rest;
}
