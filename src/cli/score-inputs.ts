import { access, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import type { AnnotationRecord } from "../formats/parse-annotation-record.js";
import type { Article } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { DEFAULT_OPTIONS } from "../pipeline.js";
import type { LabelLayer } from "../score/label.js";
import { type AnnotationFile, readAnnotations, readArticlesById } from "../shell/input/read-annotations.js";
import { parseIsoDate } from "../text/iso-date.js";
import { readInterchangeFiles } from "../shell/input/read-interchange-files.js";
import { CommandFault, EXIT } from "./exit-codes.js";
import { listFaults } from "./list-faults.js";

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
  const gold = ofSplit(await loadRecords(options.gold, texts, options.goldFormat), options);
  const predicted =
    options.pred === undefined
      ? await predict(gold, texts, articles?.values ?? new Map())
      : await loadRecords(options.pred, texts, options.predFormat);
  if (options.pred !== undefined) refuseUnlike(gold, predicted, { gold: options.gold, pred: options.pred });
  return { gold, predicted, texts, diagnostics: articles?.diagnostics ?? [] };
}

/** The records of a split, all where none is named. Throws where there are none: a score over nothing says nothing. */
function ofSplit(records: readonly AnnotationRecord[], { gold, split }: ScoreSources): readonly AnnotationRecord[] {
  if (records.length === 0) throw new CommandFault(`${gold}: holds no records. Name the file that holds the gold labels.`, EXIT.files);
  if (split === undefined) return records;
  const kept = records.filter((record) => Reflect.get(record, "split") === split);
  if (kept.length > 0) return kept;
  const splits = [...new Set(records.flatMap((record) => (Reflect.get(record, "split") as string | undefined) ?? []))].sort();
  throw new CommandFault(
    `--split ${split}: no record of ${gold} says this split. ` +
      `${splits.length > 0 ? `Its splits are ${splits.join(", ")}.` : "Its records say no split; leave --split out."}`,
    EXIT.usage,
  );
}

/** Throws where gold and predictions have no article in common, or look as if they were given the wrong way round. */
function refuseUnlike(
  gold: readonly LabelLayer[],
  predicted: readonly LabelLayer[],
  paths: { readonly gold: string; readonly pred: string },
): void {
  if (predicted.length === 0)
    throw new CommandFault(`${paths.pred}: holds no records. Name the file that holds the predictions.`, EXIT.files);
  const known = new Set(gold.map(({ id }) => id));
  if (!predicted.some(({ id }) => known.has(id))) {
    const some = (records: readonly LabelLayer[]): string =>
      records
        .slice(0, 2)
        .map(({ id }) => `"${id}"`)
        .join(", ");
    throw new CommandFault(
      `No article is in both ${paths.gold} (${some(gold)}, …) and ${paths.pred} (${some(predicted)}, …): ` +
        `records are paired by their ids. Give both the same ids.`,
      EXIT.files,
    );
  }
  if (isFound(gold) && !isFound(predicted))
    throw new CommandFault(
      `${paths.gold} holds what a program found, each with its rule or model, and ${paths.pred} does not: ` +
        `it looks as if --gold and --pred were swapped. Give the labels of people as --gold.`,
      EXIT.usage,
    );
}

/** True for records whose every mention says what found it, as a program's do and those of people do not. */
function isFound(records: readonly LabelLayer[]): boolean {
  const mentions = records.flatMap((record) => record.mentions);
  return mentions.length > 0 && mentions.every((mention) => typeof Reflect.get(mention, "by") === "string");
}

/** Kinds of files that hold no records, by their ending: what they are, and what to give instead. */
const NO_RECORDS: Readonly<Record<string, string>> = {
  ".xlsx": "is a workbook",
  ".xls": "is a workbook",
  ".csv": "is a table",
  ".html": "is a page",
};

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
  const what = NO_RECORDS[extname(path).toLowerCase()];
  if (format === "jsonl" && what !== undefined)
    throw new CommandFault(
      `${path}: ${what}, and score reads annotation records: give annotations.jsonl of the run, or say the ` +
        `format with --gold-format or --pred-format.`,
      EXIT.usage,
    );
  const isFolder = (await stat(path)).isDirectory();
  if (format === "jsonl" && isFolder)
    throw new CommandFault(
      `${path}: is a folder, and records are in a file: give ${join(path, "annotations.jsonl")} of a run, ` +
        `or say the format with --gold-format or --pred-format.`,
      EXIT.usage,
    );
  const { records, diagnostics } = await readIn(format, path, texts).catch((error: Error) => {
    throw error instanceof CommandFault ? error : new CommandFault(`${path}: cannot be read: ${error.message}`, EXIT.files);
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
  const { files } = await readInterchangeFiles(path, format.shape);
  if (format.shape === "folder" && !files.some((file) => file.path.endsWith(".ann")))
    throw new CommandFault(`${path}: holds no .ann file, where ${name} keeps labels. Name the folder that holds them.`, EXIT.files);
  const { value, diagnostics } = format.read(files, { textOf, ids: [...texts.keys()] });
  return { records: value, diagnostics };
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
      `The text of ${lacking.length} articles of gold is not known (${lacking.slice(0, 3).join(", ")}): ` +
        `give --articles, or predictions with --pred.`,
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
