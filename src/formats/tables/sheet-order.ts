/** The sheets of the workbook in their order: what answers a question first. */
export const SHEET_ORDER: readonly string[] = [
  "incidents",
  "tolls",
  "casualties",
  "victims",
  "incident_reports",
  "article_incidents",
  "articles",
  "entities",
  "people",
  "organizations",
  "places",
  "dates",
  "entity_members",
  "mentions",
];

/** Sheets whose texts go over several lines: a person reads them row by row. */
export const WRAPPED_SHEETS: ReadonlySet<string> = new Set(SHEET_ORDER.slice(0, 6));

/** Sheets that programs read and people seldom do: hidden until they are asked for, and not printed. */
export const HIDDEN_SHEETS: ReadonlySet<string> = new Set(["entity_members", "mentions"]);
