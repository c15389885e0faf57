import { KINDS, MENTION_KINDS } from "../../model/kinds.js";
import { ARTICLE_ID } from "./article-columns.js";
import type { ArticleResult, Cell, Column, Table } from "./table.js";

const counts: readonly Column<ArticleResult>[] = MENTION_KINDS.map((kind) => ({
  name: KINDS[kind].countColumn,
  type: "integer",
  meaning: `How many mentions of kind ${kind} were found; empty where nothing was looked for.`,
  cell: ({ layer, skipped, part }) =>
    skipped ? null : (part?.totals?.mentions[kind] ?? layer.mentions.filter((mention) => mention.kind === kind).length),
  ...(KINDS[kind].folded && { folded: true as const }),
}));

export const ARTICLES_TABLE: Table<ArticleResult> = {
  name: "articles",
  meaning: "One row an article that was read, also where nothing was found in it. What could not be read is in rejects.jsonl.",
  columns: [
    ARTICLE_ID,
    { name: "title", type: "text", meaning: "Title from the metadata.", cell: ({ article }) => article.title },
    {
      name: "published",
      type: "date",
      meaning: "Day of publication; empty where neither the article nor the user says.",
      cell: ({ layer }) => layer.publishedAt,
    },
    { name: "source", type: "text", meaning: "The outlet, from the metadata.", cell: ({ article }) => article.source },
    {
      name: "author",
      type: "text",
      meaning: "The byline, from the metadata.",
      cell: ({ article }) => article.author ?? null,
      folded: true,
    },
    {
      name: "place",
      type: "text",
      meaning: "Where it was written, from the metadata.",
      cell: ({ article }) => article.place,
      folded: true,
    },
    {
      name: "language_tag",
      type: "text",
      meaning: "BCP 47 tag: found in the text where that is not English, else from the metadata.",
      cell: ({ article, skipped }) => skipped?.language ?? article.language,
      folded: true,
    },
    { name: "url", type: "text", meaning: "Where it was published.", cell: ({ article }) => article.url ?? null },
    {
      name: "status",
      type: "text",
      meaning: "`read`, or `skipped`: nothing was looked for in it, `reason` says why.",
      cell: ({ skipped }) => (skipped ? "skipped" : "read"),
    },
    { name: "reason", type: "text", meaning: "Why it was skipped.", cell: ({ skipped }) => skipped?.reason ?? null },
    {
      name: "duplicate_of",
      type: "text",
      meaning: "The earliest article of the run with the same text, or most of it: count such articles once.",
      cell: ({ duplicate }) => duplicate?.of ?? null,
    },
    {
      name: "similarity",
      type: "number",
      meaning: "How much of its wording that article shares (four-word runs, estimated): 1 is the same text, below 0.6 is not marked.",
      cell: ({ duplicate }) => duplicate?.similarity ?? null,
      folded: true,
    },
    {
      name: "characters",
      type: "integer",
      meaning: "Length of the text in UTF-16 code units.",
      cell: ({ article, part }) => part?.totals?.characters ?? article.text.length,
      folded: true,
    },
    {
      name: "tokens",
      type: "integer",
      meaning: "Words, numbers and marks; empty where it was skipped.",
      cell: ({ tokens, skipped, part }) => (skipped ? null : (part?.totals?.tokens ?? tokens)),
    },
    {
      name: "sentences",
      type: "integer",
      meaning: "Sentences, headlines and fragments; empty where it was skipped.",
      cell: ({ sentences, skipped, part }) => (skipped ? null : (part?.totals?.sentences ?? sentences.length)),
    },
    ...counts,
    {
      name: "text_hash",
      type: "text",
      meaning: "`sha256:` and the digest of the text in UTF-8: the same for the same text.",
      cell: ({ layer }) => layer.textHash,
      folded: true,
    },
    {
      name: "file",
      type: "text",
      meaning: "The file that it was read from, and the member within an archive.",
      cell: ({ origin }) => origin.file,
    },
    {
      name: "record",
      type: "integer",
      meaning: "Line, row or record within the file, from 1; empty where the file is one article.",
      cell: ({ origin }) => origin.record,
      folded: true,
    },
    {
      name: "byte_offset",
      type: "integer",
      meaning: "Where that record starts, in bytes of the file (expanded, where it is compressed).",
      cell: ({ origin }) => origin.offset,
      folded: true,
    },
  ],
  rows: (result) => (result.part?.totals === null ? [] : [result]),
};

/** The row of an article that repeats another one, from its row as if it did not. */
export function markRow(row: readonly Cell[], { of, similarity }: NonNullable<ArticleResult["duplicate"]>): readonly Cell[] {
  const marks = new Map<string, Cell>([
    ["duplicate_of", of],
    ["similarity", similarity],
  ]);
  return ARTICLES_TABLE.columns.map(({ name }, index) => marks.get(name) ?? row[index] ?? null);
}
