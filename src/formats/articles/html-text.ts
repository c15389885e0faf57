import { BLOCK_ELEMENTS, CELL_ELEMENTS, LINE_ELEMENTS, SILENT_ELEMENTS } from "./block-elements.js";
import { readMarkup } from "./read-markup.js";

/** Silent only when the caller asks for the article alone: around the story, not of it. */
const AROUND = new Set(["nav", "aside", "footer", "header"]);

/** What separates words, from least to most. A tab between cells: "1" and "234" side by side are not "1 234". */
const GAPS = ["", " ", "\t", "\n", "\n\n"] as const;
type Gap = (typeof GAPS)[number];

export interface HtmlTextOptions {
  /** Leaves out navigation, asides, headers and footers as well. */
  readonly storyOnly?: boolean;
}

/**
 * The words of a piece of HTML: paragraphs parted by a blank line, line breaks and list items by a line end, cells by a tab, other
 * white space as single spaces. Works through the markup from start to end without recursion, so depth costs nothing.
 */
export function htmlToText(html: string, { storyOnly = false }: HtmlTextOptions = {}): string {
  const out: string[] = [];
  /** What separates the next word from the last one. */
  let gap: Gap = "";
  let silent = 0;
  const widen = (to: Gap): void => {
    if (GAPS.indexOf(to) > GAPS.indexOf(gap)) gap = to;
  };
  const isSilent = (name: string): boolean => SILENT_ELEMENTS.has(name) || (storyOnly && AROUND.has(name));
  const edge = (name: string): void => {
    if (BLOCK_ELEMENTS.has(name)) widen("\n\n");
    else if (LINE_ELEMENTS.has(name)) widen("\n");
    else if (CELL_ELEMENTS.has(name)) widen("\t");
  };
  readMarkup(html, {
    onopentagname(name) {
      // A head that is never closed ends where the body begins.
      if (name === "body") silent = 0;
      if (isSilent(name)) silent++;
      edge(name);
    },
    onclosetag(name) {
      if (isSilent(name) && silent > 0) silent--;
      edge(name);
    },
    ontext(data) {
      if (silent > 0) return;
      const words = data.replace(/\s+/g, " ");
      const text = words.trim();
      if (text === "") {
        if (words !== "") widen(" ");
        return;
      }
      if (words.startsWith(" ")) widen(" ");
      if (out.length > 0) out.push(gap);
      out.push(text);
      gap = words.endsWith(" ") ? " " : "";
    },
  });
  return out.join("");
}
