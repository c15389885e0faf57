import type { Article } from "../../model/article.js";
import type { Layer } from "../../model/layer.js";
import type { Column } from "./table.js";

/** A row of some article: what every table can say of it without a join. */
export interface ArticleRow {
  readonly article: Article;
  readonly layer: Pick<Layer, "publishedAt">;
}

/** The article's title, day and outlet: the first columns of the tables that answer a question alone. */
export const ARTICLE_HEAD: readonly Column<ArticleRow>[] = [
  { name: "title", type: "text", meaning: "Title of the article, from its metadata.", cell: ({ article }) => article.title },
  {
    name: "published",
    type: "date",
    meaning: "Day of publication of the article; empty where nobody says.",
    cell: ({ layer }) => layer.publishedAt,
  },
  { name: "source", type: "text", meaning: "The outlet, from the metadata.", cell: ({ article }) => article.source },
];

/** The row's article: in every table. Where the title comes first, it stands behind. */
export const ARTICLE_ID: Column<{ readonly article: Article }> = {
  name: "article_id",
  type: "text",
  meaning: "The article: `article_id` in articles.csv.",
  cell: ({ article }) => article.id,
};
