/**
 * What is read of the files that researchers have, on samples of the documented shapes:
 *
 *   npm run bench:formats
 *
 * articles told apart in exports of Nexis, Factiva, ProQuest, in mailboxes and in exports of Telegram (ten files of five
 * each), and how many kinds of file in a folder are lost in silence, neither read nor refused nor told as not read.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Article } from "../src/model/article.js";
import { findInputs } from "../src/shell/input/find-inputs.js";
import { readArticles } from "../src/shell/input/read-articles.js";
import { KINDS_OF_FILE } from "../tests/formats/samples/kinds.js";
import { exportSamples } from "../tests/formats/samples/news-exports.js";
import { countToldApart } from "../tests/formats/samples/tell-apart.js";

const folder = mkdtempSync(join(tmpdir(), "bench-formats-"));

async function read(files: readonly string[]): Promise<{ readonly articles: readonly Article[]; readonly rejects: number }> {
  const articles: Article[] = [];
  let rejects = 0;
  for await (const item of readArticles(files)) {
    if ("reject" in item) rejects++;
    else articles.push(item.article);
  }
  return { articles, rejects };
}

const apart = new Map<string, { told: number; spurious: number }>();
for (const { name, content, stories } of exportSamples()) {
  const path = join(folder, name);
  writeFileSync(path, content);
  const { articles } = await read([path]);
  rmSync(path);
  const kind = name.split("-")[0] ?? "";
  const sum = apart.get(kind) ?? { told: 0, spurious: 0 };
  const told = countToldApart(articles, stories);
  apart.set(kind, { told: sum.told + told, spurious: sum.spurious + articles.length - told });
}
for (const [kind, { told, spurious }] of apart) console.log(`${kind.padEnd(10)} ${told} of 50 told apart, ${spurious} spurious`);
const total = [...apart.values()].reduce((sum, { told }) => sum + told, 0);
console.log(`formats headline told apart ${total} of ${apart.size * 50}`);

for (const { name, content } of KINDS_OF_FILE) writeFileSync(join(folder, name), content);
const { files, unread } = await findInputs([folder], folder);
const silent: string[] = [];
const wrong: string[] = [];
for (const { name, gives } of KINDS_OF_FILE) {
  const path = join(folder, name);
  const { articles, rejects } = files.includes(path) ? await read([path]) : { articles: [], rejects: 0 };
  const got = unread.some(({ place }) => place === path) ? "not read" : rejects > 0 ? "refused" : articles.length;
  if (got === 0) silent.push(name);
  if (got !== gives) wrong.push(`${name}: ${got} instead of ${gives}`);
}
for (const line of wrong) console.log(line);
console.log(`formats headline kinds of file ${KINDS_OF_FILE.length}, lost in silence ${silent.length}`);
rmSync(folder, { recursive: true });
