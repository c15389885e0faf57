import type { Article } from "../../model/article.js";
import type { Checked, Diagnostic } from "../../model/diagnostic.js";
import type { FieldMap } from "./field-names.js";
import { articleOfRecord, describeFields, flattenRecord, guessFields, isPlainMap } from "./guess-fields.js";
import { oneError } from "./one-error.js";
import { parseJson } from "./parse-json.js";
import { readPosts, readTelegramExport } from "./social-posts.js";

type Dictionary = Readonly<Record<string, unknown>>;

/** Where the usual news APIs keep their list of articles, best first. */
const LISTS = [
  ["articles", "results"],
  ["articles"],
  ["response", "results"],
  ["response", "docs"],
  ["results"],
  ["hits", "hits"],
  ["data"],
  ["items"],
  ["docs"],
  ["documents"],
  ["news"],
  ["stories"],
  ["posts"],
  ["records"],
  ["hits"],
  ["entries"],
] as const;

/** Reads a JSON document: a list of articles, the answer of a news API that holds one, or a single article. */
export function readJsonArticles(content: string, id: string, place: string, given: FieldMap | null): Checked<readonly Article[]> {
  let parsed: unknown;
  try {
    parsed = parseJson(content);
  } catch (error) {
    return oneError("json", `Not valid JSON: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}.`, place);
  }
  const posts = given === null ? (readTelegramExport(parsed, id, place) ?? readPosts(parsed, id, place)) : null;
  if (posts !== null) return posts;
  const records = findRecords(parsed);
  if (records === null) return oneError("json", "No articles: expected an object, or a list of objects.", place);
  if (records.length === 0) return oneError("json-empty", "The list holds no articles.", place);
  const articles: Article[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, record] of records.entries()) {
    const at = records.length === 1 && !Array.isArray(parsed) ? place : `${place}#${index + 1}`;
    const { value, diagnostics: faults } = readRecord(record, `${id}-${index + 1}`, at, place, given);
    articles.push(...value);
    diagnostics.push(...faults);
  }
  return { value: articles, diagnostics };
}

/** One object of JSON or of JSON Lines as an article. `file` names where a guess of fields is reported. */
export function readRecord(record: unknown, id: string, place: string, file: string, given: FieldMap | null): Checked<readonly Article[]> {
  if (record === null || typeof record !== "object" || Array.isArray(record)) {
    return oneError("json-article", 'Not a JSON object. Write {"id": "…", "text": "…"}.', place);
  }
  const flat = flattenRecord(record as Dictionary);
  const map = given ?? guessFields(usable(flat));
  const article = articleOfRecord(flat, map, id);
  if (!article) {
    if (map.text !== undefined && flat.has(map.text))
      return oneError(
        "json-article",
        `"${map.text.slice(0, 60)}" is a number, and the article's text is a string. Name another field with --fields text=NAME.`,
        place,
      );
    const keys = [...flat.keys()].slice(0, 12).join(", ");
    return oneError(
      "json-article",
      `No field holds the article's text (found: ${keys || "nothing"}). Name it with --fields text=NAME.`,
      place,
    );
  }
  const diagnostics: Diagnostic[] = [];
  if (given === null && !isPlainMap(map)) {
    diagnostics.push({
      severity: "warning",
      code: "guessed-fields",
      message: `Fields were guessed: ${describeFields(map)}. Give others with --fields.`,
      place: file,
    });
  }
  const published = map.published === undefined ? undefined : flat.get(map.published);
  if (published !== undefined && published !== "" && article.publishedAt === null) {
    diagnostics.push({
      severity: "warning",
      code: "publication-date",
      place,
      message:
        `The publication date "${String(published).slice(0, 40)}" is not a day of the calendar written ` +
        `YYYY-MM-DD. The article is treated as undated.`,
    });
  }
  return { value: [article], diagnostics };
}

/** Keys that hold something: an API's empty `content` must not hide its `description`. */
function usable(flat: ReadonlyMap<string, string | number>): readonly string[] {
  const filled = [...flat].filter(([, value]) => typeof value === "number" || value.trim() !== "").map(([key]) => key);
  return flat.has("text") && !filled.includes("text") ? ["text", ...filled] : filled;
}

function findRecords(parsed: unknown): readonly unknown[] | null {
  if (Array.isArray(parsed)) return parsed;
  if (parsed === null || typeof parsed !== "object") return null;
  for (const path of LISTS) {
    let value: unknown = parsed;
    for (const key of path)
      value = value !== null && typeof value === "object" && Object.hasOwn(value, key) ? (value as Dictionary)[key] : null;
    if (Array.isArray(value) && value.length > 0 && value.every((item) => item !== null && typeof item === "object")) return value;
  }
  return [parsed];
}
