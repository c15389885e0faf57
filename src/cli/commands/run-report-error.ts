import { writeFile } from "node:fs/promises";
import { checkOptions, extractorOf } from "../../extractor.js";
import type { Article } from "../../model/article.js";
import { createPipeline } from "../../pipeline.js";
import { findInputs } from "../../shell/input/find-inputs.js";
import { readArticles } from "../../shell/input/read-articles.js";
import { loadResources } from "../../shell/load-resources.js";
import { packageVersion } from "../../shell/package-version.js";
import { makeErrorCase, type ErrorCase } from "../../shell/support/make-error-case.js";
import { CommandFault, EXIT } from "../exit-codes.js";
import type { ReportErrorOptions } from "./report-error.js";

/** Writes a case of a wrong finding as Markdown, ready for an issue. */
export async function runReportError(place: string, { at, expected, keepNames, output }: ReportErrorOptions): Promise<void> {
  const article = await findArticle(place);
  if (at >= article.text.length)
    throw new CommandFault(`${place}: --at ${at} lies behind its end; the text has ${article.text.length} UTF-16 code units.`, EXIT.usage);
  const options = checkOptions("report-error", {});
  const extract = extractorOf(createPipeline(await loadResources(options), options));
  const found = makeErrorCase(article, at, extract, keepNames === true);
  if (found === null) throw new CommandFault(`${place}: no sentence stands at ${at}. Give \`start\` of a row of the tables.`, EXIT.usage);
  const page = formatCase(found, expected);
  if (output === undefined) process.stdout.write(page);
  else {
    await writeFile(output, page).catch((error: unknown) => {
      throw new CommandFault(`${output}: cannot be written: ${(error as Error).message}. Name another file with -o.`, EXIT.files);
    });
  }
  process.stderr.write(
    `${found.changed} word${found.changed === 1 ? "" : "s"} of names and addresses changed. Read the ` +
      `case before you send it: a person whom the program does not recognize keeps the name.\n` +
      (found.same ? "" : "With these changes the program finds something else there: try --keep-names, or put in names of your own.\n"),
  );
}

async function findArticle(place: string): Promise<Article> {
  const [, file = place, id] = /^(.*)#([^#]+)$/s.exec(place) ?? [];
  const { files, missing } = await findInputs([file], process.cwd());
  if (missing.length > 0 || files.length === 0)
    throw new CommandFault(`${file}: no such file, or it holds no article. Name the file of the article.`, EXIT.files);
  let only: Article | null = null;
  for await (const read of readArticles(files)) {
    if ("reject" in read) {
      if (id === undefined) throw new CommandFault(`${read.reject.place}: ${read.reject.reason}`, EXIT.files);
      continue;
    }
    if (read.article.id === id) return read.article;
    if (id !== undefined) continue;
    if (only !== null) throw new CommandFault(`${file}: holds several articles. Say which: ${file}#${only.id}.`, EXIT.usage);
    only = read.article;
  }
  if (only === null) throw new CommandFault(`${place}: no article has this id. \`article_id\` in articles.csv lists them.`, EXIT.usage);
  return only;
}

function formatCase({ text, at, publishedAt, found }: ErrorCase, expected: string | undefined): string {
  const here = found.filter(({ start, end }) => start <= at && at < end);
  return [
    `dateline-news ${packageVersion()}, published ${publishedAt ?? "on an unknown day"}`,
    "",
    "```text",
    text,
    "```",
    "",
    `At ${at}, ${JSON.stringify(text.slice(at, at + 30))}, it finds ${here.length === 0 ? "nothing" : ""}`,
    ...here.map((mention) => `\`${JSON.stringify(mention)}\``),
    "",
    `It should be: ${expected ?? "(say what, such as killed 12, or nothing)"}`,
    "",
    "Everything that it finds there:",
    ...found.map(
      (mention) =>
        `- ${mention.start}–${mention.end} ${mention.kind}: ` +
        `${mention.text}${"outcome" in mention ? ` (${mention.outcome} ${mention.value ?? "?"})` : ""}`,
    ),
    "",
  ].join("\n");
}
