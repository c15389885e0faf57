import { access } from "node:fs/promises";
import type { AnnotationRecord } from "../formats/parse-annotation-record.js";
import type { Article } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { DEFAULT_OPTIONS } from "../pipeline.js";
import type { LabelLayer } from "../score/label.js";
import { type AnnotationFile, readAnnotations, readArticlesById } from "../shell/input/read-annotations.js";
import { parseIsoDate } from "../text/iso-date.js";
import { readInterchangeFiles } from "../shell/input/read-interchange-files.js";
import { CommandFault, EXIT } from "./exit-codes.js";

/** Everything that a score is computed from. */
export interface ScoreInputs {
  readonly gold: readonly AnnotationRecord[];
  readonly predicted: readonly LabelLayer[];
  /** By article id. */
  readonly texts: Map<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Where they are read from. */
export interface ScoreSources {
  readonly gold: string;
  readonly pred?: string;
  readonly articles?: string;
  /** Only gold that says this split. */
  readonly split?: string;
  readonly goldFormat: string;
  readonly predFormat: string;
}

/** Reads gold, predictions and articles. A fault in any of them ends the command: a score of half the gold is no score. */
export async function loadScoreInputs(options: ScoreSources): Promise<ScoreInputs> {
  const articles = options.articles === undefined ? null : await loadArticles(options.articles);
  const texts = new Map<string, string>();
  for (const article of articles?.values.values() ?? []) texts.set(article.id, article.text);
  const gold = (await loadRecords(options.gold, texts, options.goldFormat)).filter(
    (record) => options.split === undefined || Reflect.get(record, "split") === options.split,
  );
  const predicted =
    options.pred === undefined
      ? await predict(gold, texts, articles?.values ?? new Map())
      : await loadRecords(options.pred, texts, options.predFormat);
  return { gold, predicted, texts, diagnostics: articles?.diagnostics ?? [] };
}

/** Reads the articles that `--articles` names. */
export async function loadArticles(
  path: string,
): Promise<{ readonly values: ReadonlyMap<string, Article>; readonly diagnostics: readonly Diagnostic[] }> {
  const found = await readArticlesById(path);
  if (!found) throw new CommandFault(`${path}: no such file, and no article (.txt, .md, .html, .jsonl) matches it.`, EXIT.files);
  return { values: found.articles, diagnostics: found.diagnostics };
}

/** Reads records and remembers the texts that they bring along. The text is not kept with the record. */
export async function loadRecords(path: string, texts: Map<string, string>, format: string): Promise<readonly AnnotationRecord[]> {
  await access(path).catch(() => {
    throw new CommandFault(`${path}: no such file.`, EXIT.files);
  });
  const { records, diagnostics } = await readIn(format, path, texts).catch((error: Error) => {
    throw new CommandFault(`${path}: cannot be read: ${error.message}`, EXIT.files);
  });
  const faults = diagnostics.filter((d) => d.severity === "error");
  if (faults.length > 0) throw new CommandFault(listFaults(faults), EXIT.files);
  return records.map(({ text, ...record }) => {
    if (text !== undefined && !texts.has(record.id)) texts.set(record.id, text);
    return record;
  });
}

async function readIn(name: string, path: string, texts: ReadonlyMap<string, string>): Promise<AnnotationFile> {
  const textOf = (id: string): string | null => texts.get(id) ?? null;
  // Our own records are read line by line: a large file is never held whole.
  if (name === "jsonl") return readAnnotations(path, textOf);
  const { INTERCHANGE_FORMATS } = await import("../formats/interchange/interchange-formats.js");
  const format = INTERCHANGE_FORMATS.get(name);
  if (!format) throw new Error(`no such format: ${name}`);
  const { value, diagnostics } = format.read((await readInterchangeFiles(path, format.shape)).files, { textOf, ids: [...texts.keys()] });
  return { records: value, diagnostics };
}

/** The first faults, a line each. */
export function listFaults(faults: readonly Diagnostic[]): string {
  const lines = faults.slice(0, 20).map((fault) => `${fault.place}: ${fault.message}`);
  return [...lines, ...(faults.length > 20 ? [`… and ${faults.length - 20} more`] : [])].join("\n");
}

/** Runs the program over the articles of gold. */
async function predict(
  gold: readonly AnnotationRecord[],
  texts: ReadonlyMap<string, string>,
  articles: ReadonlyMap<string, Article>,
): Promise<readonly LabelLayer[]> {
  const byId = new Map(gold.map((record) => [record.id, record]));
  const lacking = [...byId.keys()].filter((id) => !texts.has(id));
  if (lacking.length > 0) {
    throw new CommandFault(
      `The text of ${lacking.length} articles of gold is not known (${lacking.slice(0, 3).join(", ")}): give --articles, or predictions with --pred.`,
      EXIT.files,
    );
  }
  const [{ loadResources }, { processArticle }, { createPipeline }] = await Promise.all([
    import("../shell/load-resources.js"),
    import("../shell/batch/process-article.js"),
    import("../pipeline.js"),
  ]);
  const pipeline = createPipeline(await loadResources(DEFAULT_OPTIONS), DEFAULT_OPTIONS);
  const layers: LabelLayer[] = [];
  for (const [id, record] of byId) {
    const known = articles.get(id);
    const text = texts.get(id) ?? "";
    const article =
      known?.text === text
        ? known
        : {
            id,
            text,
            title: record.title ?? null,
            publishedAt: parseIsoDate(record.publishedAt ?? "") ?? null,
            source: null,
            place: null,
            language: null,
          };
    layers.push(processArticle(pipeline, article).layer);
  }
  return layers;
}
