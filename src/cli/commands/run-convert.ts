import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { InterchangeFormat, NamedFile } from "../../formats/interchange/interchange-format.js";
import { INTERCHANGE_FORMATS } from "../../formats/interchange/interchange-formats.js";
import type { Article } from "../../model/article.js";
import type { Checked, Diagnostic } from "../../model/diagnostic.js";
import type { AnnotationRecord } from "../../formats/parse-annotation-record.js";
import { readInterchangeFiles } from "../../shell/input/read-interchange-files.js";
import { printable } from "../../shell/output/printable.js";
import { CommandFault, EXIT } from "../exit-codes.js";
import { listFaults, loadArticles } from "../score-inputs.js";
import type { ConvertOptions } from "./convert.js";

/** Reads annotations in one format and writes them in another. Nothing is written where anything is at fault. */
export async function runConvert(path: string, options: ConvertOptions): Promise<void> {
  const from = formatOf(options.from);
  const to = formatOf(options.to);
  if (to.shape === "folder" && options.output === undefined) throw new CommandFault(`${to.name} is a folder of files: name it with -o.`, EXIT.usage);
  const articles = options.articles === undefined ? null : await loadArticles(options.articles);
  const read = await readRecords(path, from, articles?.values ?? new Map());
  const written = to.write(withMetadata(read.value, articles?.values ?? new Map()), { scheme: options.scheme });
  const diagnostics = [...(articles?.diagnostics ?? []), ...read.diagnostics, ...written.diagnostics];
  failOn(diagnostics);
  if (!options.quiet) {
    for (const d of diagnostics) process.stderr.write(printable(`dateline: ${d.place === null ? "" : `${d.place}: `}${d.message}`));
  }
  await deliver(written.value, to, options.output).catch((error: Error) => {
    throw new CommandFault(`${options.output}: cannot be written: ${error.message}`, EXIT.files);
  });
}

/** Reads annotations in any format. Faults are errors among the diagnostics. */
export async function readRecords(path: string, format: InterchangeFormat, articles: ReadonlyMap<string, Article>): Promise<Checked<readonly AnnotationRecord[]>> {
  const files = await readInterchangeFiles(path, format.shape).catch((error: NodeJS.ErrnoException) => {
    throw new CommandFault(`${path}: ${error.code === "ENOENT" ? "no such file or folder" : `cannot be read as ${format.name}: ${error.message}`}.`, EXIT.files);
  });
  return format.read(files, { textOf: (id) => articles.get(id)?.text ?? null, ids: [...articles.keys()] });
}

/** Title and publication date come from the article where the annotations do not say them. */
function withMetadata(records: readonly AnnotationRecord[], articles: ReadonlyMap<string, Article>): readonly AnnotationRecord[] {
  return records.map((record) => {
    const article = articles.get(record.id);
    if (!article) return record;
    return {
      ...record,
      ...(record.title === undefined && article.title !== null ? { title: article.title } : {}),
      ...(record.publishedAt === undefined && article.publishedAt !== null ? { publishedAt: article.publishedAt } : {}),
    };
  });
}

function failOn(diagnostics: readonly Diagnostic[]): void {
  const faults = diagnostics.filter((d) => d.severity === "error");
  if (faults.length > 0) throw new CommandFault(listFaults(faults), EXIT.files);
}

function formatOf(name: string): InterchangeFormat {
  const format = INTERCHANGE_FORMATS.get(name);
  if (!format) throw new CommandFault(`${name}: no such format. Formats: ${[...INTERCHANGE_FORMATS.keys()].join(", ")}.`, EXIT.usage);
  return format;
}

async function deliver(files: readonly NamedFile[], format: InterchangeFormat, output: string | undefined): Promise<void> {
  if (output === undefined) {
    for (const { content } of files) if (!process.stdout.write(content)) await new Promise((resolve) => process.stdout.once("drain", resolve));
    return;
  }
  if (format.shape === "folder") await mkdir(output, { recursive: true });
  for (const { path, content } of files) {
    const target = format.shape === "folder" ? join(output, path) : output;
    await mkdir(dirname(target), { recursive: true });
    const temporary = `${target}.${process.pid}.partial`;
    await writeFile(temporary, content);
    await rename(temporary, target);
  }
}
