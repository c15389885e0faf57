import { dependencyVersion, packageVersion } from "../package-version.js";
import type { RunReport } from "./extract-to-folder.js";

export interface RunFacts {
  readonly report: RunReport;
  readonly started: Date;
  readonly ended: Date;
  readonly paths: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
  /** False where the run was interrupted: the outputs hold what was done until then. */
  readonly complete: boolean;
  /** Units of the input that were taken from the journal of an earlier run. */
  readonly reused: number;
  /** Names the program with its options; units done under another one are done again. */
  readonly fingerprint: string;
  /** Names of all files that the run writes: a later run does not take them for articles. */
  readonly files: readonly string[];
}

/** `run.json`: what was run, with which versions and options, when, and what came of it. */
export function formatRunRecord({ report, started, ended, paths, options, complete, reused, fingerprint, files }: RunFacts): string {
  const record = {
    dateline: packageVersion(),
    versions: {
      node: process.versions.node,
      ...Object.fromEntries(["wink-nlp", "wink-eng-lite-web-model"].map((name) => [name, dependencyVersion(name)])),
    },
    fingerprint,
    paths,
    options,
    complete,
    reused,
    started: started.toISOString(),
    seconds: (ended.getTime() - started.getTime()) / 1000,
    files,
    counts: report.counts,
    rejects: report.rejects,
    warnings: report.warnings,
    notRead: report.notRead,
  };
  return JSON.stringify(record, null, 2) + "\n";
}
