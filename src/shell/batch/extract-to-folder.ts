import type { NotRead, RunCounts } from "../../formats/run-summary.js";
import type { Reject } from "../../formats/articles/article-format.js";
import { TABLES } from "../../formats/tables/all-tables.js";
import { CSV_BYTE_ORDER_MARK, formatCsv } from "../../formats/tables/csv.js";
import { drawArticle, markDuplicate, type DrawnArticle, type Wanted } from "../../formats/tables/draw-article.js";
import type { ArticleResult } from "../../formats/tables/table.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { MENTION_KINDS, type MentionKind } from "../../model/mention.js";
import type { CorpusStage } from "./corpus-stage.js";
import { drawUnit, resultOf, type DrawnItem } from "./draw-unit.js";
import type { FurtherOutput } from "../output/further-outputs.js";
import { countUnread } from "../input/count-unread.js";
import type { InputItem, UnreadFile } from "../input/input-unit.js";
import { unitKey, type Journal } from "./journal.js";
import { mapInOrder } from "./map-in-order.js";
import type { OutputFolder } from "../output/output-folder.js";
import { createSettler } from "./settle-results.js";
import { parseResult, type UnitItem, type UnitResult } from "./unit-result.js";
import type { RanUnit, UnitRunner } from "./unit-runner.js";

export interface RunReport {
  readonly counts: RunCounts;
  /** The first rejects; all are in `rejects.jsonl`. */
  readonly rejects: readonly Reject[];
  /** The first warnings, each once. */
  readonly warnings: readonly Diagnostic[];
  readonly notRead: NotRead;
}

export interface ExtractionRun {
  readonly items: AsyncIterable<InputItem>;
  readonly runner: UnitRunner;
  readonly journal: Journal;
  readonly output: OutputFolder;
  readonly further: readonly FurtherOutput[];
  /** Takes every settled article that was read. */
  readonly corpus: CorpusStage;
  /** Names the program and its options: what was done under another one is done again. */
  readonly fingerprint: string;
  readonly onArticle: (done: number, rejected: number) => void;
  readonly onNote: (note: Diagnostic) => void;
}

/** How many rejects and warnings run.json lists. */
const LISTED = 1000;
/** Seconds between two points to which a power cut can throw the run back. */
const SYNC_SECONDS = 5;

type Outcome =
  | ({ readonly key: string } & Omit<RanUnit, "lasting">)
  | { readonly reject: Reject }
  | { readonly note: Diagnostic }
  | { readonly unread: UnreadFile };

/** Extracts all units and writes every table, `annotations.jsonl`, `texts.jsonl` and `rejects.jsonl`, article by article, in order. */
export async function extractToFolder(run: ExtractionRun): Promise<RunReport> {
  const { journal, output, further, corpus } = run;
  const rejects: Reject[] = [];
  const warnings = new Map<string, Diagnostic>();
  const mentions = Object.fromEntries(MENTION_KINDS.map((kind) => [kind, 0])) as Record<MentionKind, number>;
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
  /** `result` gives the article itself, which few outputs need: most take what the worker drew. */
  const take = async (drawn: DrawnArticle, duplicate: boolean, result: () => ArticleResult): Promise<void> => {
    await output.append("annotations.jsonl", drawn.record);
    await output.append("texts.jsonl", drawn.text);
    for (const [index, csv] of drawn.csv.entries()) if (csv.length > 0) await output.append(`${TABLES[index]?.name}.csv`, csv);
    for (const another of further) if (another.wants() !== null) await another.take(drawn, result);
    counts.articles++;
    if (drawn.skipped) counts.skipped++;
    if (duplicate) counts.duplicates++;
    if (drawn.undated) counts.undated++;
    counts.tokens += drawn.tokens;
    counts.entities += drawn.entities;
    for (const kind of MENTION_KINDS) mentions[kind] += drawn.mentions[kind];
  };
  const settleAndTake = async (item: Extract<DrawnItem, { outcome: "read" }>, read: () => UnitItem | undefined): Promise<void> => {
    const { id, duplicate, warning } = settle(item);
    if (warning) warn(warning);
    let known: ArticleResult | null = null;
    const result = (): ArticleResult => (known ??= resultOf(read() as Exclude<UnitItem, { outcome: "rejected" }>, id, duplicate));
    const drawn = id !== item.id ? drawArticle(result(), wantedBy(further)) : duplicate ? markDuplicate(item.drawn, duplicate) : item.drawn;
    if (!drawn.skipped) corpus.take(id, duplicate?.of ?? null, drawn.digest);
    await take(drawn, duplicate !== null, result);
  };

  for (const { name, columns } of TABLES)
    await output.append(`${name}.csv`, CSV_BYTE_ORDER_MARK + formatCsv([columns.map((column) => column.name)]));
  await output.append("annotations.jsonl", "");
  await output.append("texts.jsonl", "");
  await output.append("rejects.jsonl", "");
  let synced = Date.now();
  for await (const outcome of mapInOrder(run.items, (item) => runItem(item, run), weigh)) {
    if ("note" in outcome) warn(outcome.note);
    else if ("unread" in outcome) unread.add(outcome.unread);
    else if ("reject" in outcome) await reject(outcome.reject);
    else {
      await journal.append(outcome.key, outcome.json);
      let parsed: UnitResult | null = null;
      const unit = (): UnitResult => (parsed ??= parseResult(outcome.json));
      const { items, warnings: found } = outcome.drawn ?? drawUnit(unit(), wantedBy(further));
      for (const warning of found) warn(warning);
      for (const [index, item] of items.entries()) {
        if (item.outcome === "rejected") await reject({ id: item.id, place: item.place, code: item.code, reason: item.reason });
        else await settleAndTake(item, () => unit().items[index]);
      }
      if (outcome.buffer) run.runner.reuse(outcome.buffer);
    }
    run.onArticle(counts.articles, counts.rejected);
    if (Date.now() - synced > SYNC_SECONDS * 1000) {
      await journal.sync();
      synced = Date.now();
    }
  }
  return { counts: { ...counts, mentions }, rejects, warnings: [...warnings.values()], notRead: unread.all() };
}

/** A unit's result from the journal of an earlier run, or from a worker. */
async function runItem(item: InputItem, { runner, journal, fingerprint, further }: ExtractionRun): Promise<Outcome> {
  if ("note" in item || "unread" in item) return item;
  if ("fault" in item) return { reject: { id: null, ...item.fault } };
  const key = unitKey(fingerprint, item.unit);
  const known = await journal.recall(key);
  if (known !== null) return { key, json: known, drawn: null, buffer: null };
  const { lasting, ...ran } = await runner.run(item.unit, wantedBy(further));
  return { key: lasting ? key : NEVER_RECALLED, ...ran };
}

/** What to draw of the articles that come next. An output that is full by the time they do leaves it. */
function wantedBy(further: readonly FurtherOutput[]): Wanted {
  const wants = further.map((output) => output.wants());
  return { sheets: wants.includes("sheets"), entry: wants.includes("entry") };
}

/** The key of a result that another try may better: one that was stopped at a limit. */
const NEVER_RECALLED = "0".repeat(32);

const weigh = (item: InputItem): number => ("unit" in item ? item.unit.bytes.length : 0);
