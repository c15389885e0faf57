import { textToHtml } from "../text-to-html.js";

/**
 * Elements whose content is text whatever it looks like. Browsers and our reader know `raw` ones, what builds document trees does
 * not; scripts, comments and what else all know are passed over, since they may speak of the others.
 */
const RAW = new RegExp(
  [
    String.raw`<!--[\s\S]*?(?:-->|$)`,
    String.raw`<(?<known>script|style|textarea|title)\b[^<>]*>[\s\S]*?(?:<\/\k<known>|$)`,
    String.raw`<(?<raw>iframe|noembed|noframes|plaintext|xmp)\b[^<>]*>(?<content>[\s\S]*?)(?:<\/\k<raw>\s*>|$)`,
  ].join("|"),
  "gi",
);
/** The raw ones whose text is shown. */
const SHOWN: ReadonlySet<string> = new Set(["plaintext", "xmp"]);

/** A page in which nothing is nested that no browser nests: what looks like tags in text that browsers show is written as text. */
export function unnestMarkup(html: string): string {
  return html.replace(RAW, (whole: string, ...rest: unknown[]) => {
    const { raw, content = "" } = rest.at(-1) as { readonly raw?: string; readonly content?: string };
    if (raw === undefined) return whole;
    return SHOWN.has(raw.toLowerCase()) ? `<pre>${textToHtml(content)}</pre>` : "";
  });
}

/** Elements that browsers leave out of one another, and readers of document trees do not. */
export const countForms = (html: string): number => html.match(/<form\b/gi)?.length ?? 0;
