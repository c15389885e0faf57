import type { Writable } from "node:stream";
import { formatAnnotationRecord } from "../formats/annotation-record.js";
import { mapInOrder, type ArticleRunner } from "./article-runner.js";
import { withDefaultDate } from "./extract-to-folder.js";
import type { ReadArticle } from "./read-articles.js";

export interface StdoutRun {
  readonly articles: AsyncIterable<ReadArticle>;
  readonly runner: ArticleRunner;
  readonly defaultDate: string | null;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/** Writes an annotation record a line, in order, as soon as each is done; rejects and warnings go to stderr. */
export async function extractToStdout({ articles, runner, defaultDate, stdout, stderr }: StdoutRun): Promise<{ readonly rejected: number }> {
  let rejected = 0;
  const run = async (read: ReadArticle): Promise<string | null> => {
    if ("reject" in read) {
      stderr.write(`dateline: ${read.reject.place}: ${read.reject.reason}\n`);
      rejected++;
      return null;
    }
    for (const warning of read.warnings) stderr.write(`dateline: ${warning.place}: ${warning.message}\n`);
    const processed = await runner.run(withDefaultDate(read.article, defaultDate));
    if ("fault" in processed) {
      stderr.write(`dateline: ${read.origin}: the program failed on this article: ${processed.fault}. Please report it.\n`);
      rejected++;
      return null;
    }
    return formatAnnotationRecord(processed.layer) + "\n";
  };
  for await (const line of mapInOrder(articles, runner.width, run)) {
    if (line !== null && !stdout.write(line)) await new Promise((resume) => stdout.once("drain", resume));
  }
  return { rejected };
}
