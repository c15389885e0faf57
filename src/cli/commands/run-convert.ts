import type { InterchangeFormat, NamedFile } from "../../formats/interchange/interchange-format.js";
import { INTERCHANGE_FORMATS } from "../../formats/interchange/interchange-formats.js";
import type { Article } from "../../model/article.js";
import type { Checked, Diagnostic } from "../../model/diagnostic.js";
import type { AnnotationRecord } from "../../formats/parse-annotation-record.js";
import { readInterchangeFiles } from "../../shell/input/read-interchange-files.js";
import { isSameFile, writeAll, writeWhole } from "../../shell/output/write-files.js";
import { printable } from "../../shell/output/printable.js";
import { CommandFault, EXIT } from "../exit-codes.js";
import { listFaults } from "../list-faults.js";
import { loadArticles } from "../score-inputs.js";
import type { ConvertOptions } from "./convert.js";

/** Reads annotations in one format and writes them in another. Nothing is written where anything is at fault. */
export async function runConvert(path: string, options: ConvertOptions): Promise<void> {
  const from = formatOf(options.from);
  const to = formatOf(options.to);
  if (to.shape === "folder" && options.output === undefined)
    throw new CommandFault(`${to.name} is a folder of files: name it with -o.`, EXIT.usage);
  for (const input of [path, options.articles]) {
    if (options.output !== undefined && input !== undefined && (await isSameFile(input, options.output))) {
      throw new CommandFault(`${options.output}: is what is read. Nothing was changed: give -o another name.`, EXIT.usage);
    }
  }
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
export async function readRecords(
  path: string,
  format: InterchangeFormat,
  articles: ReadonlyMap<string, Article>,
): Promise<Checked<readonly AnnotationRecord[]>> {
  const { files, links } = await readInterchangeFiles(path, format.shape).catch((error: NodeJS.ErrnoException) => {
    throw new CommandFault(
      `${path}: ${error.code === "ENOENT" ? "no such file or folder" : `cannot be read as ${format.name}: ${error.message}`}.`,
      EXIT.files,
    );
  });
  const { value, diagnostics } = format.read(files, { textOf: (id) => articles.get(id)?.text ?? null, ids: [...articles.keys()] });
  return { value, diagnostics: [...links.map(linkWarning), ...diagnostics] };
}

/** What a link in a folder leads to may lie anywhere: it is left out, and said. */
export const linkWarning = (place: string): Diagnostic => ({
  severity: "warning",
  code: "link",
  place,
  message: "is a link and was left out: put the file itself there",
});

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
    for (const { content } of files)
      if (!process.stdout.write(content)) await new Promise((resolve) => process.stdout.once("drain", resolve));
    return;
  }
  if (format.shape === "folder") await writeAll(output, files);
  else for (const { content } of files) await writeWhole(output, content);
}
