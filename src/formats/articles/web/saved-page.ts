import { httpUrl } from "../make-article.js";

/** A page without the toolbar that the Wayback Machine writes into it. */
export function unwrapSavedPage(html: string): string {
  const from = html.indexOf("<!-- BEGIN WAYBACK TOOLBAR INSERT -->");
  const end = "<!-- END WAYBACK TOOLBAR INSERT -->";
  const to = from < 0 ? -1 : html.indexOf(end, from);
  return to < 0 ? html : html.slice(0, from) + html.slice(to + end.length);
}

/** The address that a browser or SingleFile notes at the head of a page that it saves. */
export function addressOfSavedPage(html: string): string | null {
  const head = html.slice(0, 4000);
  const match = /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i.exec(head) ?? /Page saved with SingleFile\s+url:\s*(\S+)/i.exec(head);
  return httpUrl(match?.[1] ?? null);
}
