import { BLOCK_ELEMENTS, LINE_ELEMENTS, SILENT_ELEMENTS } from "../block-elements.js";
import { readMarkup } from "../read-markup.js";

/** A line or paragraph of a page with what its markup says of it. */
export interface HtmlBlock {
  readonly text: string;
  /** What parts it from the block before: a blank line or a line end. */
  readonly gap: "\n\n" | "\n";
  /** The share of its characters that stand in links, 0 to 1. */
  readonly linked: number;
  /** The innermost of these elements that holds it. */
  readonly element: "heading" | "item" | "quote" | "cell" | "paragraph";
}

const KINDS: Readonly<Record<string, HtmlBlock["element"]>> = {
  h1: "heading",
  h2: "heading",
  h3: "heading",
  h4: "heading",
  h5: "heading",
  h6: "heading",
  li: "item",
  dt: "item",
  blockquote: "quote",
  td: "cell",
  th: "cell",
};

/** The blocks of a piece of HTML in order, read from start to end without recursion. */
export function htmlToBlocks(html: string): readonly HtmlBlock[] {
  const blocks: HtmlBlock[] = [];
  const open: { readonly name: string; readonly kind: HtmlBlock["element"] }[] = [];
  let words = "";
  /** Whether they are white space so far: asking them at every piece would take time that grows with its square. */
  let isBlank = true;
  let linkedUnits = 0;
  let links = 0;
  let silent = 0;
  let gap: HtmlBlock["gap"] = "\n\n";
  let element: HtmlBlock["element"] = "paragraph";
  const end = (next: HtmlBlock["gap"]): void => {
    const text = words.replace(/\s+/g, " ").trim();
    if (text !== "") {
      blocks.push({ text, gap, linked: Math.min(1, linkedUnits / text.length), element });
      gap = next;
    } else if (next === "\n\n") gap = next;
    words = "";
    isBlank = true;
    linkedUnits = 0;
  };
  const edge = (name: string): void => {
    if (BLOCK_ELEMENTS.has(name)) end("\n\n");
    else if (LINE_ELEMENTS.has(name)) end("\n");
    else if (name === "td" || name === "th") words += " ";
  };
  readMarkup(html, {
    onopentagname(name) {
      edge(name);
      if (SILENT_ELEMENTS.has(name)) silent++;
      if (name === "a") links++;
      const kind = KINDS[name];
      if (kind) open.push({ name, kind });
    },
    onclosetag(name) {
      edge(name);
      if (SILENT_ELEMENTS.has(name) && silent > 0) silent--;
      if (name === "a" && links > 0) links--;
      if (open.at(-1)?.name === name) open.pop();
    },
    ontext(data) {
      if (silent > 0) return;
      if (isBlank) element = open.at(-1)?.kind ?? "paragraph";
      isBlank &&= data.trim() === "";
      words += data;
      if (links > 0) linkedUnits += data.trim().length;
    },
  });
  end("\n\n");
  return blocks;
}
