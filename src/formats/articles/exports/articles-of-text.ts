import type { Article } from "../../../model/article.js";
import type { Checked, Diagnostic } from "../../../model/diagnostic.js";
import { makeArticle } from "../make-article.js";
import { splitNewsExport } from "./news-export.js";

/** What a document says of itself, for an article that is the whole of it. */
export type DocumentFields = Partial<Omit<Article, "text">> & { readonly id: string };

/**
 * The articles of a document's text: those of an export of a news database, or one that is the whole text. An export that
 * holds fewer than it announces is a warning.
 */
export function articlesOfText(text: string, fields: DocumentFields, place: string | null): Checked<readonly Article[]> {
  const found = splitNewsExport(text);
  if (found === null) return { value: [makeArticle({ ...fields, text })], diagnostics: [] };
  const articles = found.articles.map(({ number: _, language, ...article }, index) =>
    makeArticle({ ...article, language: tagOf(language), id: `${fields.id}-${index + 1}` }),
  );
  const diagnostics: Diagnostic[] = [];
  if (found.announced !== null && found.announced !== articles.length) {
    diagnostics.push({
      severity: "warning",
      code: "incomplete-export",
      place,
      message:
        `An export of ${found.database} that says it holds ${found.announced} documents: ${articles.length} were found. ` +
        "Check its end, and what was left out when it was saved.",
    });
  }
  for (const [index, article] of articles.entries()) {
    if (article.text.trim() === "") {
      const message = `Article ${index + 1} of this export of ${found.database} has no text.`;
      diagnostics.push({ severity: "warning", code: "no-text", place, message });
    }
  }
  return { value: articles, diagnostics };
}

/** Languages in which news databases hold articles. */
const TAGS = [
  "en",
  "de",
  "fr",
  "es",
  "it",
  "pt",
  "nl",
  "pl",
  "cs",
  "sk",
  "hu",
  "ro",
  "sv",
  "da",
  "no",
  "fi",
  "tr",
  "ru",
  "uk",
  "bg",
  "el",
  "ar",
  "fa",
  "he",
  "zh",
  "ja",
  "ko",
  "id",
  "ms",
  "th",
  "vi",
  "hi",
  "ur",
  "bn",
  "sw",
] as const;
const ENGLISH_NAMES = new Intl.DisplayNames("en", { type: "language" });
const TAG_OF_NAME: ReadonlyMap<string, string> = new Map(TAGS.map((tag) => [(ENGLISH_NAMES.of(tag) ?? tag).toLowerCase(), tag]));

/** The tag of a language that a database names in English; null where it is none of the usual ones. */
const tagOf = (name: string | null): string | null => (name === null ? null : (TAG_OF_NAME.get(name) ?? null));
