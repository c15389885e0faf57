import { join } from "node:path";
import type { ArticleDigest } from "../../collate/article-digest.js";
import type { PlacedDecision, UnfitDecision } from "../../collate/decisions.js";
import type { CorpusPart } from "../../formats/tables/corpus-tables.js";
import { RUN_TABLES, type TableSet } from "../../formats/tables/reviewed-tables.js";
import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import { CSV_BYTE_ORDER_MARK, formatCsv } from "../../formats/tables/csv.js";
import type { CorpusFinding, FurtherOutput } from "../output/further-outputs.js";
import type { OutputFolder } from "../output/output-folder.js";
import { openCollators } from "./corpus-collators.js";
import { lookUpArticles } from "./look-up-articles.js";
import { openSpool, type Spool } from "./spool.js";
import { packWaiting, writeWaiting, type WaitingArticle } from "./waiting-rows.js";

/** The last stage of a run: takes every settled article, in order, and writes what they mean together. */
export interface CorpusStage {
  /** @param digest its `ArticleDigest` as JSON. */
  readonly take: (id: string, duplicateOf: string | null, digest: string | Uint8Array) => void;
  /** Keeps rows that wait for ids of the corpus until the end; articles in order, parts of one in theirs. */
  readonly hold: (rows: WaitingArticle) => void;
  /** Writes the files of the corpus. Gives the decisions that no longer fit. */
  readonly finish: (output: OutputFolder, further: readonly FurtherOutput[]) => Promise<readonly UnfitDecision[]>;
  /** Removes what it kept on the disk. May be called again. */
  readonly close: () => void;
}

/** Opens the stage, which keeps digests and rows that wait in files of the output's folder until the end of the run. */
export async function openCorpusStage(
  { path, disk }: Pick<OutputFolder, "path" | "disk">,
  lexicons: Lexicons,
  decisions: readonly PlacedDecision[],
  { articles: articleTables, corpus: corpusTables }: TableSet = RUN_TABLES,
): Promise<CorpusStage> {
  const collators = await openCollators(lexicons, decisions);
  const spool = openSpool(disk, join(path, ".digests.partial"));
  const waiting = openBeside(spool, () => openSpool(disk, join(path, ".waiting.partial")));
  const parts = Object.keys(collators) as CorpusPart[];
  const articleAt = lookUpArticles(spool);
  return {
    take: (id, duplicateOf, digest) => {
      const json = typeof digest === "string" ? digest : Buffer.from(digest.buffer, digest.byteOffset, digest.length).toString("utf8");
      const article = { id, duplicateOf, ...(JSON.parse(json) as ArticleDigest) };
      for (const part of parts) collators[part].add(article);
      spool.append(`{"id":${JSON.stringify(id)},"duplicateOf":${JSON.stringify(duplicateOf)},${json.slice(1)}`);
    },
    hold: (rows) => waiting.append(packWaiting(rows)),
    finish: async (output, further) => {
      for (const { name, columns } of corpusTables)
        await output.append(`${name}.csv`, CSV_BYTE_ORDER_MARK + formatCsv([columns.map((column) => column.name)]));
      for (const part of parts) {
        await output.append(`${part}.jsonl`, "");
        const tables = corpusTables.filter((table) => table.part === part);
        for (const found of collators[part].finish(articleAt)) {
          await output.append(`${part}.jsonl`, JSON.stringify(found) + "\n");
          const drawn = tables.map(({ columns, draw }) => ({ columns, ...draw(found as never) }));
          for (const { name, rows, columns } of drawn) if (rows.length > 0) await output.append(`${name}.csv`, formatCsv(rows, columns));
          for (const { collate } of further) await collate?.({ part, found } as CorpusFinding, drawn);
        }
      }
      await writeWaiting(waiting, articleTables, collators.entities.idOf, output, further);
      return parts.flatMap((part) => collators[part].unfit?.() ?? []).sort((a, b) => a.line - b.line);
    },
    close: () => {
      spool.close();
      waiting.close();
    },
  };
}

/** Opens a second spool, or neither. */
function openBeside(first: Spool, open: () => Spool): Spool {
  try {
    return open();
  } catch (error) {
    first.close();
    throw error;
  }
}
