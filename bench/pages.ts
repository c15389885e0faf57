/**
 * How well web pages are read, on the saved pages beside the checkout (data/README.md there says whose they are):
 *
 *   npm run bench:pages [-- FOLDER]     FOLDER holds pages.tar.xz and truth.jsonl; ../shared/data/pages unless given
 *
 * 4-gram precision, recall and F1 of the text, as the mean over pages; days of publication that are right, wrong, missing.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArticles } from "../src/shell/input/read-articles.js";

interface PageTruth {
  readonly file: string;
  readonly url: string;
  readonly text?: string;
  readonly date?: string | null;
}

const data = process.argv[2] ?? "../shared/data/pages";
const folder = mkdtempSync(join(tmpdir(), "bench-pages-"));
execFileSync("tar", ["-xf", join(data, "pages.tar.xz"), "-C", folder]);
// One truth is no number, which JSON does not know.
const truth = readFileSync(join(data, "truth.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line.replaceAll(": NaN", ": null")) as PageTruth);
// What libraries say of pages is not the bench's.
for (const method of ["log", "info", "warn", "error"] as const) if (method !== "log") console[method] = () => undefined;

/** How often each run of four words stands in a text. */
function fourGrams(text: string): ReadonlyMap<string, number> {
  const words = [...text.matchAll(/[\p{L}\p{N}_]+/gu)].map(([word]) => word);
  const counts = new Map<string, number>();
  for (let at = 0; at + 4 <= words.length; at++) {
    const gram = words.slice(at, at + 4).join(" ");
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}
const sizeOf = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0);

const text = { pages: 0, precision: 0, recall: 0 };
const dates = { right: 0, wrong: 0, missing: 0 };
for (const page of truth) {
  const found = { text: "", publishedAt: null as string | null };
  for await (const item of readArticles([join(folder, page.file)])) {
    if ("article" in item) Object.assign(found, { text: item.article.text, publishedAt: item.article.publishedAt });
  }
  if (page.text !== undefined) {
    const [ours, theirs] = [fourGrams(found.text), fourGrams(page.text)];
    let shared = 0;
    for (const [gram, count] of ours) shared += Math.min(count, theirs.get(gram) ?? 0);
    text.pages++;
    text.precision += ours.size > 0 ? shared / sizeOf(ours) : 0;
    text.recall += theirs.size > 0 ? shared / sizeOf(theirs) : 1;
  } else if (found.publishedAt === null) dates.missing++;
  else if (found.publishedAt === page.date) dates.right++;
  else dates.wrong++;
}
rmSync(folder, { recursive: true });
const [precision, recall] = [text.precision / text.pages, text.recall / text.pages];
const percent = (share: number): string => (100 * share).toFixed(1);
const days = dates.right + dates.wrong + dates.missing;
console.log(
  `text: ${text.pages} pages, 4-gram P ${percent(precision)} R ${percent(recall)} F1 ${percent((2 * precision * recall) / (precision + recall))}`,
);
console.log(
  `dates: ${dates.right} right, ${dates.wrong} wrong, ${dates.missing} missing of ${days} (${percent(dates.right / days)}% right, ${percent(dates.wrong / days)}% wrong)`,
);
