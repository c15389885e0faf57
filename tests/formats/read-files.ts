import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Reject } from "../../src/formats/articles/article-format.js";
import type { Article } from "../../src/model/article.js";
import { findInputs } from "../../src/shell/input/find-inputs.js";
import { readArticles } from "../../src/shell/input/read-articles.js";
import { readUnits, type ReadingOptions } from "../../src/shell/input/read-units.js";
import { freshFolder } from "../command-line.js";

/** What became of files: articles, rejects, warnings, and the kinds that were not read. Places are given within the folder. */
export interface ReadFiles {
  readonly articles: readonly Article[];
  readonly rejects: readonly Reject[];
  readonly warnings: readonly string[];
  readonly unread: readonly string[];
}

/** Writes files into a fresh folder and reads all that is below it. */
export async function readFiles(files: Readonly<Record<string, string | Uint8Array>>): Promise<ReadFiles> {
  const folder = freshFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const within = (place: string): string => place.replace(`${folder}/`, "");
  const { files: found, unread } = await findInputs([folder], folder);
  const articles: Article[] = [];
  const rejects: Reject[] = [];
  const warnings = new Set<string>();
  for await (const item of readArticles(found)) {
    if ("reject" in item) rejects.push({ ...item.reject, place: within(item.reject.place) });
    else {
      articles.push(item.article);
      for (const { code, message } of item.warnings) warnings.add(`${code}: ${message}`);
    }
  }
  return { articles, rejects, warnings: [...warnings], unread: unread.map(({ place }) => within(place)) };
}

/** The items that a file of the given name and content is cut into. */
export async function itemsOf(name: string, content: string | Uint8Array, options: Partial<ReadingOptions> = {}) {
  const path = join(freshFolder(), name);
  writeFileSync(path, content);
  const items = [];
  for await (const item of readUnits([path], { fields: null, count: () => undefined, ...options })) items.push(item);
  return items;
}
