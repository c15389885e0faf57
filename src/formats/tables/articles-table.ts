import { MENTION_KINDS, type MentionKind } from "../../model/mention.js";
import { ARTICLE_ID } from "./evidence-columns.js";
import type { ArticleResult, Column, Table } from "./table.js";

const COUNT_NAMES: Readonly<Record<MentionKind, string>> = {
  person: "people", organization: "organizations", place: "places", group: "groups", date: "dates", casualty: "casualty_figures",
};

const counts: readonly Column<ArticleResult>[] = MENTION_KINDS.map((kind) => ({
  name: COUNT_NAMES[kind],
  type: "integer",
  meaning: `How many mentions of kind ${kind} were found.`,
  cell: ({ layer }) => layer.mentions.filter((mention) => mention.kind === kind).length,
}));

export const ARTICLES_TABLE: Table<ArticleResult> = {
  name: "articles",
  meaning: "One row an article that was read, also where nothing was found in it.",
  columns: [
    ARTICLE_ID,
    { name: "title", type: "text", meaning: "Title from the metadata.", cell: ({ article }) => article.title },
    { name: "published", type: "date", meaning: "Day of publication; empty where neither the article nor the user says.", cell: ({ layer }) => layer.publishedAt },
    { name: "source", type: "text", meaning: "The outlet, from the metadata.", cell: ({ article }) => article.source },
    { name: "place", type: "text", meaning: "Where it was written, from the metadata.", cell: ({ article }) => article.place },
    { name: "language", type: "text", meaning: "Language tag, from the metadata.", cell: ({ article }) => article.language },
    { name: "characters", type: "integer", meaning: "Length of the text in UTF-16 code units.", cell: ({ article }) => article.text.length },
    { name: "tokens", type: "integer", meaning: "Words, numbers and marks.", cell: ({ tokens }) => tokens },
    { name: "sentences", type: "integer", meaning: "Sentences, headlines and fragments.", cell: ({ sentences }) => sentences.length },
    ...counts,
    { name: "text_hash", type: "text", meaning: "`sha256:` and the digest of the text in UTF-8: the same for the same text.", cell: ({ layer }) => layer.textHash },
    { name: "file", type: "text", meaning: "The file, and record within it, that it was read from.", cell: ({ origin }) => origin },
  ],
  rows: (result) => [result],
};
