import { join } from "node:path";
import type { NotRead, RunCounts } from "../../formats/run-summary.js";
import type { Reject } from "../../formats/articles/article-format.js";
import { ARTICLES_TABLE } from "../../formats/tables/articles-table.js";
import { TABLES, type TableOutline } from "../../formats/tables/all-tables.js";
import { CSV_BYTE_ORDER_MARK, formatCsv } from "../../formats/tables/csv.js";
import { drawArticle, markDuplicate, type DrawnArticle, type Wanted } from "../../formats/tables/draw-article.js";
import type { ArticleResult } from "../../formats/tables/table.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { countKinds, MENTION_KINDS } from "../../model/kinds.js";
import type { CorpusStage } from "./corpus-stage.js";
import { drawUnit, resultOf, type DrawnItem } from "./draw-unit.js";
import type { FurtherOutput } from "../output/further-outputs.js";
import { countUnread } from "../input/count-unread.js";
import type { InputItem, UnreadFile } from "../input/input-unit.js";
import { unitKey, type Journal } from "./journal.js";
import { mapInOrder } from "./map-in-order.js";
import type { OutputFolder } from "../output/output-folder.js";
import { createSettler } from "./settle-results.js";
import { writeLongArticle } from "./long-article.js";
import { writeRows, type RowsOf } from "./write-rows.js";
import { openSpool, type Spool } from "./spool.js";
import { parseResult, type LongItem, type UnitItem, type UnitResult } from "./unit-result.js";
import type { RanUnit, UnitRunner } from "./unit-runner.js";

export interface RunReport {
  readonly counts: RunCounts;
  /** The first rejects; all are in `rejects.jsonl`. */
  readonly rejects: readonly Reject[];
  /** The first warnings, each once. */
  readonly warnings: readonly Diagnostic[];
  readonly notRead: NotRead;
  /** Ids of the first articles without a publication date. */
  readonly undated: readonly string[];
}

export interface ExtractionRun {
  readonly items: AsyncIterable<InputItem>;
  readonly runner: UnitRunner;
  readonly journal: Journal;
  readonly output: OutputFolder;
  readonly further: readonly FurtherOutput[];
  /** What is drawn of each article; the tables of a run unless said otherwise. */
  readonly tables?: readonly TableOutline[];
  /** Takes every settled article that was read. */
  readonly corpus: CorpusStage;
  /** Names the program and its options: what was done under another one is done again. */
  readonly fingerprint: string;
  readonly onArticle: (done: number, rejected: number) => void;
  readonly onNote: (note: Diagnostic) => void;
}

/** How many rejects and warnings run.json lists. */
const LISTED = 1000;
/** How many undated articles are named. */
const NAMED = 5;
const ID_COLUMN = ARTICLES_TABLE.columns.findIndex(({ name }) => name === "article_id");
/** Seconds between two points to which a power cut can throw the run back. */
const SYNC_SECONDS = 5;

type Outcome =
  | ({ readonly key: string } & Omit<RanUnit, "lasting">)
  | { readonly reject: Reject }
  | { readonly note: Diagnostic }
  | { readonly unread: UnreadFile };

/** Extracts all units and writes every table, `annotations.jsonl`, `texts.jsonl` and `rejects.jsonl`, article by article, in order. */
export async function extractToFolder(run: ExtractionRun): Promise<RunReport> {
  const { journal, output, further, corpus, tables = TABLES } = run;
  const rejects: Reject[] = [];
  const undated: string[] = [];
  const warnings = new Map<string, Diagnostic>();
  const mentions = countKinds();
  const counts = { articles: 0, skipped: 0, duplicates: 0, rejected: 0, tokens: 0, undated: 0, entities: 0 };
  const settle = createSettler();
  const unread = countUnread();
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
  const count = (article: Counted, duplicate: boolean): void => {
    counts.articles++;
    if (article.skipped) counts.skipped++;
    if (duplicate) counts.duplicates++;
    if (article.undated) counts.undated++;
    counts.tokens += article.tokens;
    counts.entities += article.entities;
    for (const kind of MENTION_KINDS) mentions[kind] += article.mentions[kind];
  };
  const rowOutputs = { output, further, corpus, tables };
  /** Articles that the stage over the corpus took. */
  let taken = 0;
  /** `result` gives the article itself, which few outputs need: most take what the worker drew. */
  const take = async (drawn: DrawnArticle, of: RowsOf, duplicate: boolean, result: () => ArticleResult): Promise<void> => {
    await output.append("annotations.jsonl", drawn.record);
    await output.append("texts.jsonl", drawn.text);
    await writeRows(drawn, of, result, rowOutputs);
    count(drawn, duplicate);
    if (drawn.undated && undated.length < NAMED) undated.push(String(drawn.row[ID_COLUMN]));
  };
  const settleAndTake = async (item: Extract<DrawnItem, { outcome: "read" }>, read: () => UnitItem | undefined): Promise<void> => {
    const { id, duplicate, warning } = settle(item);
    if (warning) warn(warning);
    let known: ArticleResult | null = null;
    const result = (): ArticleResult => (known ??= resultOf(read() as Exclude<UnitItem, { outcome: "rejected" }>, id, duplicate));
    const drawn =
      id !== item.id ? drawArticle(result(), wantedBy(further), tables) : duplicate ? markDuplicate(item.drawn, duplicate) : item.drawn;
    const article = taken;
    if (!drawn.skipped) {
      corpus.take(id, duplicate?.of ?? null, drawn.digest);
      taken++;
    }
    await take(drawn, { article, id }, duplicate !== null, result);
  };

  const takeUnit = async ({ key, json, drawn, parts }: Extract<Outcome, { readonly key: string }>): Promise<void> => {
    let parsed: UnitResult<UnitItem | LongItem> | null = null;
    const unit = (): UnitResult<UnitItem | LongItem> => (parsed ??= parseResult<UnitItem | LongItem>(json));
    const { items, warnings: found } = drawn ?? drawUnit(unit(), wantedBy(further), tables);
    const partAt = async (index: number): Promise<string> => parts?.at(index) ?? (await journal.recallPart(key, index)) ?? lost(key);
    for (const item of items) {
      if (item.outcome !== "long") continue;
      for (let i = item.parts.first; i < item.parts.first + item.parts.count; i++) await journal.appendPart(key, i, await partAt(i));
    }
    await journal.append(key, json);
    for (const warning of found) warn(warning);
    for (const [index, item] of items.entries()) {
      if (item.outcome === "rejected") await reject({ id: item.id, place: item.place, code: item.code, reason: item.reason });
      else if (item.outcome === "long") await settleAndWrite(item, (part) => partAt(item.parts.first + part));
      else await settleAndTake(item, () => unit().items[index] as UnitItem);
    }
  };
  const settleAndWrite = async (item: LongItem, partAt: (index: number) => Promise<string>): Promise<void> => {
    const { article, origin, layer, totals, signature } = item;
    const { id, duplicate, warning } = settle({ id: article.id, origin, copyable: { textHash: layer.textHash ?? "", signature } });
    if (warning) warn(warning);
    const digest = await writeLongArticle({ item, id, duplicate, partAt, article: taken }, rowOutputs, wantedBy(further));
    corpus.take(id, duplicate?.of ?? null, digest);
    taken++;
    count({ ...totals, skipped: false, undated: layer.publishedAt === null, entities: layer.entities.length }, duplicate !== null);
  };

  for (const { name, columns } of tables)
    await output.append(`${name}.csv`, CSV_BYTE_ORDER_MARK + formatCsv([columns.map((column) => column.name)]));
  await output.append("annotations.jsonl", "");
  await output.append("texts.jsonl", "");
  await output.append("rejects.jsonl", "");
  let synced = Date.now();
  const spools = new Set<Spool>();
  const openParts = (key: string): Spool => {
    const spool = openSpool(output.disk, join(output.path, `.parts-${key}.partial`));
    spools.add(spool);
    return spool;
  };
  try {
    for await (const outcome of mapInOrder(run.items, (item) => runItem(item, run, openParts), weigh)) {
      if ("note" in outcome) warn(outcome.note);
      else if ("unread" in outcome) unread.add(outcome.unread);
      else if ("reject" in outcome) await reject(outcome.reject);
      else {
        await takeUnit(outcome);
        if (outcome.buffer) run.runner.reuse(outcome.buffer);
        outcome.parts?.close();
        if (outcome.parts) spools.delete(outcome.parts);
      }
      run.onArticle(counts.articles, counts.rejected);
      if (Date.now() - synced > SYNC_SECONDS * 1000) {
        await journal.sync();
        synced = Date.now();
      }
    }
  } finally {
    for (const spool of spools) spool.close();
  }
  return { counts: { ...counts, mentions }, rejects, warnings: [...warnings.values()], notRead: unread.all(), undated };
}

/** A unit's result from the journal of an earlier run, or from a worker. */
async function runItem(
  item: InputItem,
  { runner, journal, fingerprint, further }: ExtractionRun,
  openParts: (key: string) => Spool,
): Promise<Outcome> {
  if ("note" in item || "unread" in item) return item;
  if ("fault" in item) return { reject: { id: null, ...item.fault } };
  const key = unitKey(fingerprint, item.unit);
  const known = await journal.recall(key);
  if (known !== null && (await hasParts(known, key, journal))) return { key, json: known, drawn: null, buffer: null, parts: null };
  const { lasting, ...ran } = await runner.run(item.unit, wantedBy(further), () => openParts(key));
  return { key: lasting ? key : NEVER_RECALLED, ...ran };
}

/** Whether the journal has all parts of the long articles of a unit that it knows. */
async function hasParts(json: string, key: string, journal: Journal): Promise<boolean> {
  if (!json.includes('"outcome":"long"')) return true;
  for (const item of parseResult<UnitItem | LongItem>(json).items) {
    if (item.outcome !== "long") continue;
    for (let i = item.parts.first; i < item.parts.first + item.parts.count; i++)
      if ((await journal.recallPart(key, i)) === null) return false;
  }
  return true;
}

function lost(key: string): never {
  throw new Error(`The journal changed while it was read: a part of ${key} is gone.`);
}

/** What an article adds to the counts of the run. */
type Counted = Pick<DrawnArticle, "skipped" | "undated" | "tokens" | "entities" | "mentions">;

/** What to draw of the articles that come next. An output that is full by the time they do leaves it. */
function wantedBy(further: readonly FurtherOutput[]): Wanted {
  const wants = further.map((output) => output.wants());
  return { sheets: wants.includes("sheets"), entry: wants.includes("entry") };
}

/** The key of a result that another try may better: one that was stopped at a limit. */
const NEVER_RECALLED = "0".repeat(32);

const weigh = (item: InputItem): number => ("unit" in item ? item.unit.bytes.length : 0);
