import type { Reject } from "../../formats/articles/article-format.js";
import { ARTICLE_FORMATS } from "../../formats/articles/article-format.js";
import type { Article } from "../../model/article.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { placeOf } from "./input-unit.js";
import { readPdf } from "./read-pdf.js";
import { readUnits } from "./read-units.js";

/** An article, or a part of the input that is none and why. */
export type ReadArticle = { readonly article: Article; readonly warnings: readonly Diagnostic[] } | { readonly reject: Reject };

/** Reads articles file by file, in order and in this thread, without looking for anything in them: for scoring. */
export async function* readArticles(files: readonly string[]): AsyncGenerator<ReadArticle> {
  for await (const item of readUnits(files, { fields: null, count: () => undefined })) {
    if ("fault" in item) yield { reject: { id: null, ...item.fault } };
    if (!("unit" in item)) continue;
    const place = placeOf(item.unit);
    const pdf = item.unit.ending === ".pdf" ? await readPdf(item.unit.bytes) : null;
    if (pdf !== null && "reason" in pdf) {
      yield { reject: { id: null, place, code: pdf.code, reason: pdf.reason } };
      continue;
    }
    const bytes = pdf === null ? item.unit.bytes : Buffer.from(pdf.json);
    const found = await ARTICLE_FORMATS.get(item.unit.ending)?.({ ...item.unit, bytes, path: place });
    for (const { severity, code, message, place: at } of found?.diagnostics ?? []) {
      if (severity === "error") yield { reject: { id: null, place: at ?? place, code, reason: message } };
    }
    const warnings = found?.diagnostics.filter(({ severity }) => severity === "warning") ?? [];
    for (const article of found?.value ?? []) yield { article, warnings };
  }
}
