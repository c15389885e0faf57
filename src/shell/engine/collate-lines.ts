import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CollatedArticle } from "../../collate/collator.js";
import type { PlacedDecision } from "../../collate/decisions.js";
import { ENTITY_LEXICONS } from "../../collate/entities/entity-keys.js";
import { CORPUS_TABLES, type CorpusPart } from "../../formats/tables/corpus-tables.js";
import { openCollators } from "../batch/corpus-collators.js";
import { lookUpArticles } from "../batch/look-up-articles.js";
import { openSpool } from "../batch/spool.js";
import { loadLexicons } from "../load-resources.js";
import { DISK } from "../output/disk.js";

/**
 * The stage over the corpus, for another program: articles come a line each, in the order of the run, as JSON of their
 * digest with `id` and `duplicateOf`; when they end, what they mean together goes out, a line a finding with its rows of
 * every table, and a line a decision that does not fit.
 */
export async function* collateLines(articles: AsyncIterable<string>, decisions: readonly PlacedDecision[]): AsyncGenerator<string> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-collate-"));
  const spool = openSpool(DISK, join(folder, "digests"));
  try {
    const collators = await openCollators(await loadLexicons(ENTITY_LEXICONS), decisions);
    const parts = Object.keys(collators) as CorpusPart[];
    for await (const line of articles) {
      const article = JSON.parse(line) as CollatedArticle;
      for (const part of parts) collators[part].add(article);
      spool.append(line);
    }
    const articleAt = lookUpArticles(spool);
    for (const part of parts) {
      const tables = CORPUS_TABLES.filter((table) => table.part === part);
      for (const found of collators[part].finish(articleAt)) {
        const rows = Object.fromEntries(tables.map(({ name, draw }) => [name, draw(found as never).rows]));
        yield JSON.stringify({ kind: "finding", part, line: JSON.stringify(found), rows });
      }
    }
    for (const part of parts)
      for (const { line, reason } of collators[part].unfit?.() ?? []) yield JSON.stringify({ kind: "unfit", line, reason });
  } finally {
    spool.close();
    await rm(folder, { recursive: true, force: true });
  }
}
