import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir, userInfo, availableParallelism } from "node:os";
import { basename, dirname, join } from "node:path";
import { MENTION_KINDS } from "../../model/mention.js";
import { createReviewRoutes } from "../../review/routes.js";
import { openReview, type Review } from "../../review/review.js";
import { onInterrupt } from "../../shell/batch/stop-on-signal.js";
import { packageVersion } from "../../shell/package-version.js";
import { DISK } from "../../shell/output/disk.js";
import { printable } from "../../shell/output/printable.js";
import { openBrowser } from "../../shell/review/open-browser.js";
import { openReviewStore, type OpenReviewStore, type ReviewFiles } from "../../shell/review/open-review-store.js";
import { loadPage } from "../../shell/review/page-files.js";
import { serveLoopback, type LoopbackServer } from "../../shell/review/serve-loopback.js";
import { CommandFault, EXIT } from "../exit-codes.js";
import type { ReviewCommandOptions } from "./review.js";

const say = (line: string): void => void process.stderr.write(printable(line));

/** Serves the review page until the user ends it. */
export async function runReview(folder: string, options: ReviewCommandOptions): Promise<void> {
  const page = await loadPage();
  if (page === null) throw new CommandFault("The review page is not built. Run npm run build, or install the package again.", EXIT.files);
  const unknown = options.sampleKinds?.find((kind) => !(MENTION_KINDS as readonly string[]).includes(kind));
  if (unknown !== undefined)
    throw new CommandFault(`--sample-kinds: there is no kind ${unknown}. Write some of ${MENTION_KINDS.join(", ")}.`, EXIT.usage);
  if (options.second !== undefined && options.gold === undefined)
    throw new CommandFault("--second is compared with your own gold: name that with --gold.", EXIT.usage);
  if (options.second !== undefined && (await DISK.kindOf(options.second)) !== "file")
    throw new CommandFault(`${options.second}: no such file.`, EXIT.files);
  const reviewer = options.reviewer ?? ownName();
  const run = await findRun(folder, options);
  const files = filesOf(folder, run.folder, reviewer, options);
  let store: OpenReviewStore | null = null;
  try {
    store = await openReviewStore(files);
    const review = await openReview(store, {
      reviewer,
      folder,
      gold: options.gold ?? null,
      second: options.second ?? null,
      version: packageVersion(),
      journal: basename(files.journal),
      now: () => new Date().toISOString(),
      sample: options.sample === undefined ? null : { size: options.sample, kinds: options.sampleKinds ?? null, seed: options.seed },
    });
    await serveUntilStopped(review, page, files, options);
  } catch (error) {
    throw toFault(error as NodeJS.ErrnoException, folder);
  } finally {
    await store?.close();
    await run.discard();
  }
}

/** Listens, prints the address, and waits for Ctrl-C. */
async function serveUntilStopped(
  review: Review,
  page: NonNullable<Awaited<ReturnType<typeof loadPage>>>,
  { journal }: ReviewFiles,
  options: ReviewCommandOptions,
): Promise<void> {
  const token = randomBytes(24).toString("base64url");
  let server: LoopbackServer | null = null;
  const routes = createReviewRoutes(review, { token, port: () => server?.port ?? 0, page });
  server = await serveLoopback((request) => routes.fetch(request), options.port);
  const { progress, articles } = review.session();
  const address = `http://127.0.0.1:${server.port}/${token}/`;
  process.stdout.write(`${address}\n`);
  say(`${articles} articles, ${progress.seen} of ${progress.all} rows seen. Corrections are kept in ${journal}. Stop with Ctrl-C.`);
  if (options.open) openBrowser(address);
  // What the whole corpus says is read while the user looks at the first rows.
  review.corpus().catch((error: Error) => say(`Incidents and entities cannot be shown: ${error.message}`));
  await new Promise<void>((resolve) => {
    const stop = onInterrupt(() => {
      stop.release();
      resolve();
    });
  });
  await review.settled();
  await server.close();
}

function ownName(): string {
  try {
    return (
      userInfo()
        .username.replace(/[^\p{L}\p{N}_-]/gu, "")
        .slice(0, 64) || "reviewer"
    );
  } catch {
    // A system without a name for the user.
    return "reviewer";
  }
}

interface FoundRun {
  readonly folder: string;
  readonly discard: () => Promise<void>;
}

/** The folder of a run; of articles, one that they are extracted into for as long as the page is open. */
async function findRun(folder: string, options: ReviewCommandOptions): Promise<FoundRun> {
  if ((await DISK.kindOf(join(folder, "annotations.jsonl"))) === "file") return { folder, discard: () => Promise.resolve() };
  if (options.gold === undefined)
    throw new CommandFault(
      `${folder}: holds no annotations.jsonl. Give the folder that dateline extract wrote, or name a gold ` +
        `file with --gold to label articles.`,
      EXIT.files,
    );
  const made = await mkdtemp(join(tmpdir(), "dateline-review-"));
  const discard = (): Promise<void> => rm(made, { recursive: true, force: true });
  try {
    say(`Reading the articles of ${folder} …`);
    const { runExtract } = await import("./run-extract.js");
    await runExtract([folder], {
      output: made,
      jobs: Math.min(4, availableParallelism()),
      minConfidence: 0,
      model: "en",
      profile: "ucdp",
      format: [],
      timeLimit: 30,
      quiet: true,
    });
    return { folder: made, discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

function filesOf(folder: string, run: string, reviewer: string, { gold, second, decisions }: ReviewCommandOptions): ReviewFiles {
  const home = run === folder ? folder : dirname(gold ?? folder);
  const stem = run === folder || gold === undefined ? "review" : `${basename(gold, ".jsonl")}.review`;
  return {
    run,
    journal: join(home, `${stem}.${reviewer}.jsonl`),
    decisions: decisions ?? join(home, "decisions.jsonl"),
    gold: gold ?? null,
    second: second ?? null,
  };
}

const FAULTS = new Set(["RunFault", "JournalFault", "GoldFault"]);

/** What an error means to the user; any other is ours and stays as it is. */
function toFault(error: NodeJS.ErrnoException, folder: string): Error {
  if (FAULTS.has(error.name)) return new CommandFault(error.message, EXIT.files);
  if (error.name === "FolderInUseError") return new CommandFault(`${folder}: ${error.message}.`, EXIT.files);
  if (error.code === "EADDRINUSE")
    return new CommandFault("The port is taken by another program. Choose another with --port, or leave it out.", EXIT.usage);
  if (typeof error.code === "string" && /^E[A-Z0-9]+$/.test(error.code))
    return new CommandFault(`${folder}: cannot be read or written: ${error.message}.`, EXIT.files);
  return error;
}
