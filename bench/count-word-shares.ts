import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../src/shell/load-resources.js";

// npm run train:word-shares -- FOLDER: counts in how many articles of a folder of news each word stands. Small runs know from
// it which words are common.

/** Least share of articles that a word is listed from. */
const LISTED = 0.012;

const folder = process.argv[2] ?? join(PACKAGE_ROOT, "..", "shared", "articles");
const counts = new Map<string, number>();
let articles = 0;
for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !entry.name.endsWith(".txt")) continue;
  articles++;
  const text = (await readFile(join(entry.parentPath, entry.name), "utf8")).toLowerCase();
  for (const word of new Set(text.match(/[\p{L}\p{N}]+/gu))) if (word.length > 2) counts.set(word, (counts.get(word) ?? 0) + 1);
}
const listed = [...counts].filter(([, count]) => count >= LISTED * articles).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
const head = `# In how many of a thousand news articles in English a word stands (counted in ${articles} articles of five world regions; counts of words alone).\n# word: lower case. articles: per mille, from ${LISTED * 1000}.\nword\tarticles\n`;
await writeFile(
  join(PACKAGE_ROOT, "models", "incident-pairs", "word-shares.tsv"),
  head + listed.map(([word, count]) => `${word}\t${Math.round((1000 * count) / articles)}\n`).join(""),
);
process.stdout.write(`${listed.length} words of ${articles} articles\n`);
