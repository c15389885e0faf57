import type { RunCounts } from "../formats/run-summary.js";
import { formatAnnotationRecord } from "../formats/annotation-record.js";
import type { Reject } from "../formats/articles/article-format.js";
import { TABLES } from "../formats/tables/all-tables.js";
import { CSV_BYTE_ORDER_MARK, formatCsv } from "../formats/tables/csv.js";
import type { ArticleResult } from "../formats/tables/table.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { MENTION_KINDS, type MentionKind } from "../model/mention.js";
import type { FurtherOutput } from "./further-outputs.js";
import type { InputItem } from "./input-unit.js";
import { unitKey, type Journal } from "./journal.js";
import { mapInOrder } from "./map-in-order.js";
import type { OutputFolder } from "./output-folder.js";
import type { UnitResult } from "./unit-result.js";
import { createSettler } from "./settle-results.js";
import type { UnitRunner } from "./unit-runner.js";

export interface RunReport {
  readonly counts: RunCounts;
  /** The first rejects; all are in `rejects.jsonl`. */
  readonly rejects: readonly Reject[];
  /** The first warnings, each once. */
  readonly warnings: readonly Diagnostic[];
}

export interface ExtractionRun {
  readonly items: AsyncIterable<InputItem>;
  readonly runner: UnitRunner;
  readonly journal: Journal;
  readonly output: OutputFolder;
  readonly further: readonly FurtherOutput[];
  /** Names the program and its options: what was done under another one is done again. */
  readonly fingerprint: string;
  readonly onArticle: (done: number, rejected: number) => void;
  readonly onNote: (note: Diagnostic) => void;
}

/** How many rejects and warnings run.json lists. */
const LISTED = 1000;
/** Seconds between two points to which a power cut can throw the run back. */
const SYNC_SECONDS = 5;

type Outcome = { readonly key: string; readonly json: string } | { readonly reject: Reject } | { readonly note: Diagnostic };

/** Extracts all units and writes every table, `annotations.jsonl` and `rejects.jsonl`, article by article, in order. */
export async function extractToFolder(run: ExtractionRun): Promise<RunReport> {
  const { journal, output, further } = run;
  const rejects: Reject[] = [];
  const warnings = new Map<string, Diagnostic>();
  const mentions = Object.fromEntries(MENTION_KINDS.map((kind) => [kind, 0])) as Record<MentionKind, number>;
  const counts = { articles: 0, skipped: 0, duplicates: 0, rejected: 0, tokens: 0, undated: 0, entities: 0 };
  const settle = createSettler();
  const warn = (warning: Diagnostic): void => {
    const key = `${warning.code}\n${warning.place}\n${warning.message}`;
    if (warnings.size < LISTED && !warnings.has(key)) {
      warnings.set(key, warning);
      if (warning.code === "guessed-fields") run.onNote(warning);
    }
  };
  const reject = async (refused: Reject): Promise<void> => {
    counts.rejected++;
    if (rejects.length < LISTED) rejects.push(refused);
    await output.append("rejects.jsonl", JSON.stringify(refused) + "\n");
  };
  const take = async (result: ArticleResult): Promise<void> => {
    await output.append("annotations.jsonl", formatAnnotationRecord(result.layer, result.skipped) + "\n");
    for (const table of TABLES) {
      const { rows } = table.draw(result);
      if (rows.length > 0) await output.append(`${table.name}.csv`, formatCsv(rows, table.columns));
      for (const { rows: takeRows } of further) await takeRows(table.name, rows);
    }
    for (const { article } of further) await article(result);
    counts.articles++;
    if (result.skipped) counts.skipped++;
    if (result.duplicate) counts.duplicates++;
    if (result.layer.publishedAt === null) counts.undated++;
    counts.tokens += result.tokens;
    counts.entities += result.layer.entities.length;
    for (const mention of result.layer.mentions) mentions[mention.kind]++;
  };

  for (const { name, columns } of TABLES) await output.append(`${name}.csv`, CSV_BYTE_ORDER_MARK + formatCsv([columns.map((column) => column.name)]));
  await output.append("annotations.jsonl", "");
  await output.append("rejects.jsonl", "");
  let synced = Date.now();
  for await (const outcome of mapInOrder(run.items, (item) => runItem(item, run), weigh)) {
    if ("note" in outcome) warn(outcome.note);
    else if ("reject" in outcome) await reject(outcome.reject);
    else {
      await journal.append(outcome.key, outcome.json);
      const { items, warnings: found } = JSON.parse(outcome.json) as UnitResult;
      for (const warning of found) warn(warning);
      for (const item of items) {
        const settled = settle(item);
        if (settled.warning) warn(settled.warning);
        if ("reject" in settled.item) await reject(settled.item.reject);
        else await take(settled.item.result);
      }
    }
    run.onArticle(counts.articles, counts.rejected);
    if (Date.now() - synced > SYNC_SECONDS * 1000) {
      await journal.sync();
      synced = Date.now();
    }
  }
  return { counts: { ...counts, mentions }, rejects, warnings: [...warnings.values()] };
}

/** A unit's result from the journal of an earlier run, or from a worker. */
async function runItem(item: InputItem, { runner, journal, fingerprint }: ExtractionRun): Promise<Outcome> {
  if ("note" in item) return item;
  if ("fault" in item) return { reject: { id: null, ...item.fault } };
  const key = unitKey(fingerprint, item.unit);
  const known = await journal.recall(key);
  if (known !== null) return { key, json: known };
  const { json, lasting } = await runner.run(item.unit);
  return { key: lasting ? key : NEVER_RECALLED, json };
}

/** The key of a result that another try may better: one that was stopped at a limit. */
const NEVER_RECALLED = "0".repeat(32);

const weigh = (item: InputItem): number => ("unit" in item ? item.unit.bytes.length : 0);
