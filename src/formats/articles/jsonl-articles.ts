import type { Article } from "../../model/article.js";
import type { Checked, Diagnostic } from "../../model/diagnostic.js";
import { readArticleFields } from "./article-fields.js";
import type { ArticleFormat } from "./article-format.js";

/** JSON Lines: an article a line, `{"id", "text", "title"?, "publishedAt"?, …}`. Blank lines are skipped. */
export const parseJsonlArticles: ArticleFormat = ({ path, stem, content }) => {
  const articles: Article[] = [];
  const diagnostics: Diagnostic[] = [];
  let line = 0;
  for (const json of content.split("\n")) {
    line++;
    if (json.trim() === "") continue;
    const parsed = parseJsonArticle(json, `${stem}-${line}`, `${path}:${line}`);
    articles.push(...parsed.value);
    diagnostics.push(...parsed.diagnostics);
  }
  return { value: articles, diagnostics };
};

/** One line of JSON Lines as an article; no article and an error where it is none. */
export function parseJsonArticle(json: string, fallbackId: string, place: string): Checked<readonly Article[]> {
  const refuse = (message: string): Checked<readonly Article[]> => ({
    value: [],
    diagnostics: [{ severity: "error", code: "json-article", message, place }],
  });
  let record: unknown;
  try {
    record = JSON.parse(json);
  } catch (error) {
    return refuse(`Not valid JSON: ${error instanceof Error ? error.message : String(error)}. Each line must be one whole object.`);
  }
  if (typeof record !== "object" || record === null || Array.isArray(record)) {
    return refuse('Not a JSON object. Write {"id": "…", "text": "…"}.');
  }
  const fields = record as Record<string, unknown>;
  if (typeof fields["text"] !== "string") return refuse('The article has no string "text". Write {"id": "…", "text": "…"}.');
  const { value, diagnostics } = readArticleFields(fields, place);
  return { value: [{ ...value, id: value.id ?? fallbackId, text: fields["text"] }], diagnostics };
}
