import { Command, InvalidArgumentError } from "commander";

export interface ReviewCommandOptions {
  readonly gold?: string;
  readonly second?: string;
  readonly reviewer?: string;
  readonly decisions?: string;
  readonly port: number;
  /** False with --no-open. */
  readonly open: boolean;
  readonly sample?: number;
  readonly sampleKinds?: readonly string[];
  readonly seed: number;
}

/** `dateline review`: the page in which people correct what was found. */
export function reviewCommand(): Command {
  return new Command("review")
    .description("correct what was found, in the browser: a page that only this computer reaches, every correction kept")
    .argument("<folder>", "the folder of tables that extract wrote; or articles, with --gold")
    .option("--gold <file>", "gold that grows: articles that you say are complete become its lines")
    .option("--second <file>", "gold of a second reviewer: agreement, and a page to settle differences")
    .option("--reviewer <name>", "who reviews: names the journal; your user name without it", readName)
    .option("--decisions <file>", "where merges, splits and tolls are written; decisions.jsonl beside the journal without it")
    .option("--sample <n>", "draw this many rows at random, once: precision with its interval", readCount)
    .option("--sample-kinds <list>", "draw from these kinds only, with commas, such as casualty", readList)
    .option("--seed <n>", "seed of the drawing", readCount, 1)
    .option("--port <n>", "port on 127.0.0.1; 0 for any that is free", readPort, 0)
    .option("--no-open", "do not open the browser")
    .addHelpText("after", HELP)
    .action(async (folder: string, options: ReviewCommandOptions) => {
      const { runReview } = await import("./run-review.js");
      await runReview(folder, options);
    });
}

function readName(written: string): string {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u.test(written))
    throw new InvalidArgumentError("Write a short name of letters, digits, - and _: it becomes part of a file's name.");
  return written;
}

function readCount(written: string): number {
  const count = Number(written);
  if (!Number.isInteger(count) || count < 1 || count > 1_000_000) throw new InvalidArgumentError("Write a whole number from 1.");
  return count;
}

function readPort(written: string): number {
  const port = Number(written);
  if (!/^\d+$/.test(written) || port > 65_535) throw new InvalidArgumentError("Write a port from 0 to 65535.");
  return port;
}

const readList = (written: string): readonly string[] =>
  written
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

const HELP = `
Examples:
  dateline review tables/                              look at what a run found, and correct it
  dateline review tables/ --sample 100                 how far to trust the tables: precision of 100 rows drawn at random
  dateline review corpus/ --gold gold/gold.jsonl       make gold of articles
  dateline review corpus/ --gold ben.jsonl --second ana.jsonl   agree with a second reviewer

Corrections are kept in review.NAME.jsonl in that folder (beside gold, where articles are named). Stop with Ctrl-C; the
same command goes on where you were.
`;
