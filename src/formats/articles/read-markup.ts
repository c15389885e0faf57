import { Parser, type Handler, type ParserOptions } from "htmlparser2";

/** What happens in markup, from its start to its end. */
export type MarkupEvents = Partial<Pick<Handler, "onopentagname" | "onopentag" | "onclosetag" | "ontext">>;

/** Units read at once, and elements open at once beyond which all of them are closed. Pages have depths of 10 to 40. */
const LIMITS = { piece: 4096, depth: 1000 } as const;

/**
 * Reads markup from start to end without recursion. What the parser does for a tag grows with the elements that are open, and
 * markup can leave open as many as it likes: where they are more than any page has, all are closed and it goes on.
 *
 * @returns whether it was not deeper than that.
 */
export function readMarkup(markup: string, events: MarkupEvents, options: ParserOptions = {}): boolean {
  let fits = true;
  const open: string[] = [];
  const parser = new Parser(
    {
      ...events,
      onopentagname(name) {
        open.push(name);
        events.onopentagname?.(name);
      },
      onclosetag(name, isImplied) {
        open.pop();
        events.onclosetag?.(name, isImplied);
      },
    },
    options,
  );
  for (let start = 0; start < markup.length;) {
    // No tag and no character reference is cut.
    const cut = markup.indexOf("<", start + LIMITS.piece);
    const end = cut === -1 ? markup.length : cut;
    parser.write(markup.slice(start, end));
    start = end;
    if (open.length <= LIMITS.depth) continue;
    fits = false;
    for (const name of open.reverse()) events.onclosetag?.(name, true);
    open.length = 0;
    parser.reset();
  }
  parser.end();
  return fits;
}
