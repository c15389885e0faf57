/** The fields of an article that a column or key can hold. */
export const ARTICLE_FIELDS = ["id", "text", "title", "published", "source", "place", "language", "author", "url"] as const;
export type ArticleField = (typeof ARTICLE_FIELDS)[number];

/** Which column or dotted key holds which field. */
export type FieldMap = Readonly<Partial<Record<ArticleField, string>>>;
