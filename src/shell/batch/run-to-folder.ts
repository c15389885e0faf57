import type { PlacedDecision } from "../../collate/decisions.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import type { InputItem } from "../input/input-unit.js";
import type { FurtherOutput } from "../output/further-outputs.js";
import { FURTHER_FILES, openFurtherOutputs } from "../output/open-further-outputs.js";
import type { OutputFolder } from "../output/output-folder.js";
import { ENTITY_LEXICONS } from "../../collate/entities/entity-keys.js";
import { loadLexicons } from "../load-resources.js";
import { openCorpusStage, type CorpusStage } from "./corpus-stage.js";
import { extractToFolder, type RunReport } from "./extract-to-folder.js";
import { JOURNAL, openJournal, type Journal, type JournalOptions } from "./journal.js";
import { formatRunRecord } from "./run-record.js";
import type { UnitRunner } from "./unit-runner.js";

/** A run over articles into a folder of tables. */
export interface FolderRun extends JournalOptions {
  /** Taken for this run; it is released at the end, whatever happens. */
  readonly output: OutputFolder;
  readonly items: AsyncIterable<InputItem>;
  readonly runner: UnitRunner;
  /** What people decided of the corpus, and the file that says so. */
  readonly decisions?: readonly PlacedDecision[];
  readonly decisionsFile?: string | null;
  /** What is written beside CSV and JSON Lines. */
  readonly formats: readonly string[];
  /** Names the program with its options. */
  readonly fingerprint: string;
  /** For `run.json`: what the user asked for. */
  readonly paths: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly stopped: () => boolean;
  readonly onArticle: (done: number, rejected: number) => void;
  readonly onNote: (note: Diagnostic) => void;
  /** A line for the user. */
  readonly say: (line: string) => void;
}

export interface EndedRun {
  readonly report: RunReport;
  /** False where it was stopped: the tables hold what was done until then. */
  readonly complete: boolean;
}

/**
 * Runs to the end and gives every file its name, or throws and changes none (HalfCommittedError where the disk did not let
 * it). What was done stays in the journal, from which a later run goes on.
 */
export async function runToFolder(run: FolderRun): Promise<EndedRun> {
  const { output } = run;
  let journal: Journal | null = null;
  let corpus: CorpusStage | null = null;
  try {
    journal = await openJournal(output.path, run, output.disk);
    corpus = await openCorpusStage(output, await loadLexicons(ENTITY_LEXICONS), run.decisions ?? []);
    const further = await openFurtherOutputs(run.formats, output);
    return await writeRun(run, journal, corpus, further);
  } catch (error) {
    await output.abandon();
    await journal?.close(false).catch(() => undefined);
    throw error;
  } finally {
    corpus?.close();
    await output.release();
  }
}

async function writeRun(run: FolderRun, journal: Journal, corpus: CorpusStage, further: readonly FurtherOutput[]): Promise<EndedRun> {
  const { output, items, runner, fingerprint, paths, options } = run;
  const started = new Date();
  const extracted = await extractToFolder({
    items,
    runner,
    journal,
    output,
    further,
    corpus,
    fingerprint,
    onArticle: run.onArticle,
    onNote: run.onNote,
  });
  // What the workers held is free for the outputs that are made at the end.
  await runner.close();
  const unfit = (await corpus.finish(output, further)).map(({ line, reason }): Diagnostic => ({
    severity: "warning",
    code: "unfit-decision",
    place: `${run.decisionsFile ?? "decisions"}:${line}`,
    message: `No longer fits: ${reason}.`,
  }));
  for (const note of unfit) run.onNote(note);
  const report = { ...extracted, warnings: [...extracted.warnings, ...unfit] };
  for (const { finish } of further) {
    const remark = await finish(output, report.counts.articles);
    if (remark !== null) run.say(remark);
  }
  const complete = !run.stopped();
  const files = [...output.names(), "run.json"];
  await output.append(
    "run.json",
    formatRunRecord({ report, started, ended: new Date(), paths, options, complete, reused: journal.recalled(), fingerprint, files }),
  );
  const ended = await journal.close(complete);
  await output.commit(complete ? [...FURTHER_FILES, JOURNAL.before] : FURTHER_FILES, ended);
  return { report, complete };
}
