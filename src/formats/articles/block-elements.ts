/** Elements that stand apart from what is before and after them. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set([
  "address",
  "article",
  "aside",
  "blockquote",
  "body",
  "dd",
  "details",
  "div",
  "dl",
  "dt",
  "figcaption",
  "figure",
  "footer",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "header",
  "hr",
  "main",
  "nav",
  "ol",
  "p",
  "pre",
  "section",
  "summary",
  "table",
  "ul",
]);

/** Elements that begin a line of their own. */
export const LINE_ELEMENTS: ReadonlySet<string> = new Set(["br", "li", "tr"]);

/** Cells of a table. */
export const CELL_ELEMENTS: ReadonlySet<string> = new Set(["td", "th"]);

/** Elements whose content is never an article's words. */
export const SILENT_ELEMENTS: ReadonlySet<string> = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "svg",
  "math",
  "iframe",
  "object",
  "head",
  "select",
  "button",
  "canvas",
  "audio",
  "video",
  "dialog",
]);
