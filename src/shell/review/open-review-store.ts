import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parse } from "csv-parse/sync";
import type { CorpusEntity } from "../../model/corpus-entity.js";
import type { CorpusIncident } from "../../model/corpus-incident.js";
import type { Layer } from "../../model/layer.js";
import { loadCountryShapes } from "../load-resources.js";
import { DISK } from "../output/disk.js";
import { lockFolder } from "../output/lock-folder.js";
import { makeFolders } from "../output/make-folders.js";
import { writeWhole } from "../output/write-files.js";
import { indexLines, type LineIndex } from "./line-index.js";
import { loadGuide } from "./load-guide.js";
import { openReviewJournal } from "./review-journal.js";
import type { ReviewStore, StoredArticle } from "./review-store.js";

/** The files of a review. */
export interface ReviewFiles {
  /** The folder of the run: `annotations.jsonl`, `texts.jsonl`, `articles.csv`, `incidents.jsonl`, `entities.jsonl`. */
  readonly run: string;
  /** Journal of the reviewer. */
  readonly journal: string;
  readonly decisions: string;
  readonly gold: string | null;
  readonly second: string | null;
}

export interface OpenReviewStore extends ReviewStore {
  /** Lets go of files and folders. */
  readonly close: () => Promise<void>;
}

/** A file of the run that is missing or is not what it should be, in words for the user. */
export class RunFault extends Error {
  override readonly name = "RunFault";
}

/**
 * Opens a run for review. Its folder and that of the journal are taken for this process alone: a run that writes into them
 * meanwhile would change what is reviewed. Throws {@link RunFault}, JournalFault and FolderInUseError in words for the user.
 */
export async function openReviewStore(files: ReviewFiles): Promise<OpenReviewStore> {
  for (const name of ["annotations.jsonl", "texts.jsonl"])
    if ((await DISK.kindOf(join(files.run, name))) !== "file")
      throw new RunFault(
        `${join(files.run, name)}: no such file. Review needs the folder that dateline extract wrote, or a folder of articles.`,
      );
  const folders = [...new Set([files.run, dirname(files.journal)])];
  const releases: (() => Promise<void>)[] = [];
  try {
    for (const folder of folders) {
      await makeFolders(DISK, folder);
      releases.push(await lockFolder(DISK, folder));
    }
    return await openFiles(files, releases);
  } catch (error) {
    for (const release of releases) await release();
    throw error;
  }
}

async function openFiles(files: ReviewFiles, releases: readonly (() => Promise<void>)[]): Promise<OpenReviewStore> {
  const sources = await readSources(join(files.run, "articles.csv"));
  const articles: StoredArticle[] = [];
  const records = join(files.run, "annotations.jsonl");
  let annotations: LineIndex | null = null;
  const lineOf = new Map<string, number>();
  const texts = await indexLines(join(files.run, "texts.jsonl"), (line, number) => void lineOf.set(idOf(line), number));
  const guide = await loadGuide();
  const journal = await openReviewJournal(files.journal);
  return {
    articles,
    scan: async (take) => {
      annotations ??= await indexLines(records, (line, number) => {
        const layer = parseLayer(line, records, number);
        const { id, title, publishedAt } = layer;
        articles.push({ id, title, publishedAt, source: sources.get(id) ?? null });
        take(number, layer);
      });
    },
    read: async (index) => {
      const layer = parseLayer((await annotations?.read(index)) ?? "", records, index);
      const line = lineOf.get(layer.id);
      if (line === undefined)
        throw new RunFault(`${join(files.run, "texts.jsonl")}: lacks the article ${layer.id}. Run dateline extract again.`);
      return { layer, text: (JSON.parse(await texts.read(line)) as { readonly text: string }).text };
    },
    corpus: async () => ({
      incidents: await readObjects<CorpusIncident>(join(files.run, "incidents.jsonl")),
      entities: await readObjects<CorpusEntity>(join(files.run, "entities.jsonl")),
    }),
    entries: journal.entries,
    append: journal.append,
    gold: () => (files.gold === null ? Promise.resolve("") : readOrEmpty(files.gold)),
    ...(files.gold === null ? {} : { writeGold: (content: string) => writeWhole(files.gold ?? "", content) }),
    ...(files.second === null ? {} : { second: () => readFile(files.second ?? "", "utf8") }),
    decisions: () => readOrEmpty(files.decisions),
    writeDecisions: (content) => writeWhole(files.decisions, content),
    guide,
    shapes: loadCountryShapes,
    close: async () => {
      await journal.close();
      await annotations?.close();
      await texts.close();
      for (const release of releases) await release();
    },
  };
}

/** The id that a line of `texts.jsonl` begins with; the text behind it is not read. */
function idOf(line: string): string {
  const start = /^\{"id":("(?:[^"\\]|\\.)*")/.exec(line);
  return (start?.[1] ? JSON.parse(start[1]) : (JSON.parse(line) as { readonly id: string }).id) as string;
}

function parseLayer(line: string, path: string, number: number): Layer {
  try {
    const layer = JSON.parse(line) as Layer;
    if (typeof layer.id === "string" && Array.isArray(layer.mentions)) return { ...layer, entities: layer.entities ?? [] };
  } catch {
    // Told below.
  }
  throw new RunFault(`${path}:${number + 1}: is no annotation record. Run dateline extract again.`);
}

async function readOrEmpty(path: string): Promise<string> {
  const bytes = await DISK.read(path);
  return bytes === null ? "" : Buffer.from(bytes).toString("utf8");
}

async function readObjects<T>(path: string): Promise<readonly T[]> {
  const found: T[] = [];
  if ((await DISK.kindOf(path)) !== "file") return found;
  const file = await indexLines(path, (line) => void found.push(JSON.parse(line) as T));
  await file.close();
  return found;
}

/** The outlets of articles, which records do not say; none where the table is missing. */
async function readSources(path: string): Promise<ReadonlyMap<string, string>> {
  const written = await readOrEmpty(path);
  if (written === "") return new Map();
  const rows = parse(written, { columns: true, bom: true, relax_column_count: true }) as readonly Readonly<Record<string, string>>[];
  return new Map(rows.flatMap(({ article_id: id, source }) => (id && source ? [[id, source] as const] : [])));
}
