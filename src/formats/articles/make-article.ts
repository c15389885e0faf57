import type { Article } from "../../model/article.js";

/** An article from what its format found: fields of white space are null, metadata stands on one line. */
export function makeArticle(fields: Partial<Article> & { readonly id: string; readonly text: string }): Article {
  const line = (value: string | null | undefined): string | null => {
    // eslint-disable-next-line no-control-regex -- control characters in metadata are what this removes
    const folded = value?.replace(/[\s\u0000-\u001f\u007f]+/g, " ").trim() ?? "";
    return folded === "" ? null : folded.slice(0, 2000);
  };
  return {
    id: fields.id,
    text: fields.text,
    title: line(fields.title),
    publishedAt: fields.publishedAt ?? null,
    source: line(fields.source),
    place: line(fields.place),
    language: line(fields.language),
    author: line(fields.author),
    url: httpUrl(fields.url ?? null),
  };
}

/** An address if it is http or https, else null: tables and reports link to it. */
export function httpUrl(written: string | null): string | null {
  const url = written?.trim() ?? "";
  return /^https?:\/\/[^\s"'<>\\]+$/i.test(url) ? url.slice(0, 2000) : null;
}
