import { formatAnnotationRecord } from "../formats/annotation-record.js";
import type { Reject } from "../formats/articles/article-format.js";
import { TABLES } from "../formats/tables/all-tables.js";
import { CSV_BYTE_ORDER_MARK, formatCsv } from "../formats/tables/csv.js";
import type { ArticleResult } from "../formats/tables/table.js";
import type { Article } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { MENTION_KINDS, type MentionKind } from "../model/mention.js";
import { mapInOrder, type ArticleRunner } from "./article-runner.js";
import type { OutputFolder } from "./output-folder.js";
import type { ReadArticle } from "./read-articles.js";

/** What a run did, for `run.json` and for the summary that the user reads. */
export interface RunCounts {
  readonly articles: number;
  readonly rejected: number;
  readonly tokens: number;
  readonly undated: number;
  readonly mentions: Readonly<Record<MentionKind, number>>;
  readonly entities: number;
}

export interface RunReport {
  readonly counts: RunCounts;
  readonly rejects: readonly Reject[];
  readonly warnings: readonly Diagnostic[];
}

export interface ExtractionRun {
  readonly articles: AsyncIterable<ReadArticle>;
  readonly runner: ArticleRunner;
  readonly output: OutputFolder;
  /** Publication date for articles that state none. */
  readonly defaultDate: string | null;
  readonly onArticle: (done: number, rejected: number) => void;
}

/** Extracts all articles and writes every table, `annotations.jsonl` and `rejects.jsonl`, article by article. */
export async function extractToFolder({ articles, runner, output, defaultDate, onArticle }: ExtractionRun): Promise<RunReport> {
  const rejects: Reject[] = [];
  const warnings: Diagnostic[] = [];
  const mentions = Object.fromEntries(MENTION_KINDS.map((kind) => [kind, 0])) as Record<MentionKind, number>;
  let done = 0;
  let tokens = 0;
  let undated = 0;
  let entities = 0;
  for (const table of TABLES) {
    await output.append(`${table.name}.csv`, CSV_BYTE_ORDER_MARK + formatCsv([table.columns.map((column) => column.name)]));
  }
  await output.append("annotations.jsonl", "");
  await output.append("rejects.jsonl", "");
  const run = async (read: ReadArticle): Promise<{ result: ArticleResult; warnings: readonly Diagnostic[] } | { reject: Reject }> => {
    if ("reject" in read) return read;
    const article = withDefaultDate(read.article, defaultDate);
    const processed = await runner.run(article);
    if ("fault" in processed) {
      return { reject: { id: article.id, place: read.origin, code: "internal-fault", reason: `The program failed on this article: ${processed.fault}. Please report it.` } };
    }
    return { result: { article, origin: read.origin, ...processed }, warnings: read.warnings };
  };
  for await (const outcome of mapInOrder(articles, runner.width, run)) {
    if ("reject" in outcome) {
      rejects.push(outcome.reject);
      await output.append("rejects.jsonl", JSON.stringify(outcome.reject) + "\n");
    } else {
      const { result } = outcome;
      warnings.push(...outcome.warnings);
      await output.append("annotations.jsonl", formatAnnotationRecord(result.layer) + "\n");
      for (const table of TABLES) {
        const { rows } = table.draw(result);
        if (rows.length > 0) await output.append(`${table.name}.csv`, formatCsv(rows));
      }
      done++;
      tokens += result.tokens;
      entities += result.layer.entities.length;
      if (result.layer.publishedAt === null) undated++;
      for (const mention of result.layer.mentions) mentions[mention.kind]++;
    }
    onArticle(done, rejects.length);
  }
  return { counts: { articles: done, rejected: rejects.length, tokens, undated, mentions, entities }, rejects, warnings };
}

/** The article, dated by the user where it does not date itself. */
export function withDefaultDate(article: Article, defaultDate: string | null): Article {
  return article.publishedAt === null && defaultDate !== null ? { ...article, publishedAt: defaultDate } : article;
}
