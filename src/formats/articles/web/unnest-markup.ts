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

/** Most of these open at once: browsers and our reader nest none in another of its name, readers of document trees nest all. */
export function countUntold(html: string): number {
  const open = { a: 0, form: 0 };
  let most = 0;
  for (const [, close, name = ""] of html.matchAll(/<(\/?)(a|form)\b/gi)) {
    const kind = name.toLowerCase() as keyof typeof open;
    open[kind] = close === "" ? open[kind] + 1 : Math.max(0, open[kind] - 1);
    most = Math.max(most, open.a + open.form);
  }
  return most;
}
