import { LineCounter, parseDocument } from "yaml";
import { readArticleFields } from "./article-fields.js";
import type { Article } from "../../model/article.js";
import type { Checked } from "../../model/diagnostic.js";
import type { DecodedFile } from "./text-article.js";

/**
 * A Markdown file is one article: the text is everything after the front matter, as it stands. Front matter is read
 * as data by `yaml` with its core schema (no code, no custom tags, at most 100 aliases).
 */
export function parseMarkdownArticle({ path, stem, content }: DecodedFile): Checked<readonly Article[]> {
  const match = /^---[ \t]*\r?\n((?:[^\n]*\n)*?)---[ \t]*(?:\r?\n|$)/.exec(content);
  const bare = { title: null, publishedAt: null, source: null, place: null, language: null };
  if (!match) {
    if (/^---[ \t]*\r?\n\s*\w+:/.test(content)) {
      return {
        value: [],
        diagnostics: [
          {
            severity: "error",
            code: "front-matter",
            message: "The front matter is never closed. End it with a line ---.",
            place: `${path}:1`,
          },
        ],
      };
    }
    return { value: [{ id: stem, text: content, ...bare }], diagnostics: [] };
  }
  const lines = new LineCounter();
  const document = parseDocument(match[1] ?? "", { schema: "core", lineCounter: lines, logLevel: "silent" });
  const fault = document.errors[0];
  let fields: unknown;
  let reason = fault?.message.split("\n")[0];
  if (!fault) {
    try {
      fields = document.toJS({ maxAliasCount: 100 });
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
    }
  }
  if (reason !== undefined) {
    const line = fault ? lines.linePos(fault.pos[0]).line + 1 : 1;
    return {
      value: [],
      diagnostics: [
        {
          severity: "error",
          code: "front-matter",
          message: `The front matter is not valid YAML: ${reason}. Correct it or remove it.`,
          place: `${path}:${line}`,
        },
      ],
    };
  }
  if (fields !== null && (typeof fields !== "object" || Array.isArray(fields))) {
    return {
      value: [],
      diagnostics: [
        {
          severity: "error",
          code: "front-matter",
          message: "The front matter is not a list of `key: value` lines. Correct it or remove it.",
          place: `${path}:1`,
        },
      ],
    };
  }
  const { value, diagnostics } = readArticleFields((fields ?? {}) as Record<string, unknown>, `${path} front matter`);
  return { value: [{ ...value, id: value.id ?? stem, text: content.slice(match[0].length) }], diagnostics };
}
