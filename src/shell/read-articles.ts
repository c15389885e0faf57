import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { ARTICLE_FORMATS, type Reject } from "../formats/articles/article-format.js";
import { parseTextArticle } from "../formats/articles/text-article.js";
import { decodeText } from "../formats/decode-text.js";
import type { Article } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";

/** An article and where it came from, or a part of the input that is none and why. */
export type ReadArticle =
  | { readonly article: Article; readonly origin: string; readonly warnings: readonly Diagnostic[] }
  | { readonly reject: Reject };

/**
 * Reads articles file by file, in order. A file that cannot be read and a record that is no article
 * become rejects; the others go on. An article without text is kept, with a warning. An id that was given before gets `-2`, `-3`, …, with a warning.
 */
export async function* readArticles(files: readonly string[]): AsyncGenerator<ReadArticle> {
  const taken = new Map<string, number>();
  for (const path of files) {
    let bytes: Uint8Array;
    try {
      bytes = await readFile(path);
    } catch (error) {
      yield { reject: { id: null, place: path, code: "unreadable-file", reason: `Cannot be read: ${(error as Error).message}` } };
      continue;
    }
    const ending = extname(path);
    const parse = ARTICLE_FORMATS.get(ending.toLowerCase()) ?? parseTextArticle;
    const { value, diagnostics } = parse({ path, stem: basename(path, ending), content: decodeText(bytes).text });
    for (const fault of diagnostics.filter((d) => d.severity === "error")) {
      yield { reject: { id: null, place: fault.place ?? path, code: fault.code, reason: fault.message } };
    }
    const warnings = diagnostics.filter((d) => d.severity === "warning");
    for (const article of value) yield* checkArticle(article, path, warnings, taken);
  }
}

function* checkArticle(article: Article, origin: string, warnings: readonly Diagnostic[], taken: Map<string, number>): Generator<ReadArticle> {
  const refusal = refuseArticle(article);
  if (refusal) {
    yield { reject: { id: article.id, place: origin, ...refusal } };
    return;
  }
  const notes = article.text.trim() === "" ? [...warnings, emptyText(origin)] : warnings;
  const count = (taken.get(article.id) ?? 0) + 1;
  taken.set(article.id, count);
  if (count === 1) {
    yield { article, origin, warnings: notes };
    return;
  }
  let id = `${article.id}-${count}`;
  while (taken.has(id)) id += "-2";
  taken.set(id, 1);
  const renamed: Diagnostic = {
    severity: "warning", code: "duplicate-id", place: origin,
    message: `The id "${article.id}" was given before; this article is called "${id}".`,
  };
  yield { article: { ...article, id }, origin, warnings: [...notes, renamed] };
}

const emptyText = (place: string): Diagnostic => ({
  severity: "warning", code: "empty-article", place, message: "The article has no text; it stands in articles.csv with nothing found.",
});

/** Why an article cannot be processed, or null. */
export function refuseArticle(article: Article): { readonly code: string; readonly reason: string } | null {
  if (article.text.includes("\u0000")) {
    return { code: "binary-file", reason: "The text holds NUL characters: this is a binary file or an unknown encoding. Save it as UTF-8." };
  }
  return null;
}
