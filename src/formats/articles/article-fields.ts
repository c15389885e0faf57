import type { Article } from "../../model/article.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { readPublishedDate } from "./published-date.js";

/** The names under which metadata gives each field, the first that is there counts. Compared in lower case. */
const FIELD_NAMES = {
  id: ["id"],
  title: ["title", "headline"],
  publishedAt: ["publishedat", "published", "published_at", "date", "datepublished", "pubdate"],
  source: ["source", "publisher", "outlet"],
  place: ["place", "location"],
  language: ["language", "lang"],
} as const;

/** Metadata of an article as a mapping says it, with a warning for every field that cannot be read. */
export function readArticleFields(
  fields: Readonly<Record<string, unknown>>,
  place: string,
): { readonly value: Omit<Article, "text" | "id"> & { readonly id: string | null }; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const lower = new Map(Object.entries(fields).map(([key, value]) => [key.toLowerCase(), value]));
  const pick = (name: keyof typeof FIELD_NAMES): unknown => {
    for (const key of FIELD_NAMES[name]) {
      const value = lower.get(key);
      if (value !== undefined && value !== null && value !== "") return value;
    }
    return null;
  };
  const text = (name: keyof typeof FIELD_NAMES): string | null => {
    const value = pick(name);
    if (value === null) return null;
    if (typeof value === "string") return value.trim() || null;
    if (typeof value === "number") return String(value);
    if (typeof value === "object" && "name" in value && typeof value.name === "string") return value.name;
    return null;
  };
  const written = text("publishedAt");
  const publishedAt = written === null ? null : readPublishedDate(written);
  if (written !== null && publishedAt === null) {
    diagnostics.push({
      severity: "warning",
      code: "publication-date",
      message:
        `The publication date "${written.slice(0, 40)}" is not a day of the calendar written YYYY-MM-DD. The ` +
        `article is treated as undated.`,
      place,
    });
  }
  return {
    value: {
      id: text("id"),
      title: text("title"),
      publishedAt,
      source: text("source"),
      place: text("place"),
      language: text("language"),
    },
    diagnostics,
  };
}
