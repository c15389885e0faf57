import type { Article } from "../../model/article.js";
import type { Checked } from "../../model/diagnostic.js";
import type { FieldMap } from "./field-names.js";
import { readRecord } from "./json-articles.js";
import { oneError } from "./one-error.js";
import { parseJson } from "./parse-json.js";
import { readPosts } from "./social-posts.js";

/**
 * One line of JSON Lines as an article: `{"id", "text", "title"?, "publishedAt"?, …}`, or an object of a news API whose
 * fields are guessed. No article and an error where it is none.
 *
 * @param place `file:line`, for messages and as the place of faults.
 */
export function parseJsonArticle(
  json: string,
  fallbackId: string,
  place: string,
  fields: FieldMap | null = null,
): Checked<readonly Article[]> {
  let record: unknown;
  try {
    record = parseJson(json);
  } catch (error) {
    const message = error instanceof Error ? error.message.slice(0, 200) : String(error);
    return oneError("json-article", `Not valid JSON: ${message}. Each line must be one whole object.`, place);
  }
  const posts = fields === null ? readPosts(record, fallbackId, place) : null;
  return posts ?? readRecord(record, fallbackId, place, place.replace(/:\d+$/, ""), fields);
}
