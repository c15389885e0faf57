import { type AnnotationRecord, parseAnnotationRecord } from "../../formats/parse-annotation-record.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { findInputs } from "./find-inputs.js";
import { readArticles } from "./read-articles.js";
import { readLines } from "./read-lines.js";
import type { Article } from "../../model/article.js";

/** What a file of annotation records holds. */
export interface AnnotationFile {
  readonly records: readonly AnnotationRecord[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads annotation JSON Lines. Blank lines are skipped. Every line is read even after a fault, so that all faults are
 * told at once.
 *
 * @param textOf the text of an article that a record does not bring along.
 */
export async function readAnnotations(path: string, textOf: (id: string) => string | null): Promise<AnnotationFile> {
  const records: AnnotationRecord[] = [];
  const diagnostics: Diagnostic[] = [];
  for await (const { line, number } of readLines(path)) {
    if (line.trim() === "") continue;
    const parsed = parseAnnotationRecord(line, `${path}:${number}`, textOf);
    if (parsed.value) records.push(parsed.value);
    diagnostics.push(...parsed.diagnostics);
  }
  return { records, diagnostics };
}

/** Reads the articles below a path by id; those that cannot be read become warnings. Null where the path holds none. */
export async function readArticlesById(
  path: string,
): Promise<{ readonly articles: ReadonlyMap<string, Article>; readonly diagnostics: readonly Diagnostic[] } | null> {
  const { files, missing } = await findInputs([path], process.cwd());
  if (missing.length > 0) return null;
  const articles = new Map<string, Article>();
  const diagnostics: Diagnostic[] = [];
  for await (const read of readArticles(files)) {
    if ("reject" in read)
      diagnostics.push({ severity: "warning", code: read.reject.code, message: read.reject.reason, place: read.reject.place });
    else articles.set(read.article.id, read.article);
  }
  return { articles, diagnostics };
}
