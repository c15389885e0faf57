import type { FigureLink, Mention } from "../../model/mention.js";
import type { Span } from "../../model/span.js";
import type { SetApart, Toll } from "../../model/toll.js";
import { moveMention } from "./join-title.js";

/** Those of some starts that lie in the text, as the text counts. */
export const inText = (starts: readonly number[], offset: number): number[] =>
  starts.filter((start) => start >= offset).map((start) => start - offset);

/** Those that lie in the title. */
export const inTitle = (starts: readonly number[], offset: number): number[] => starts.filter((start) => start < offset);

/** A mention as its title or its text counts, its links too. */
export function restoreMention(mention: Mention, offset: number, titled: boolean): Mention {
  if (offset === 0) return mention;
  const moved = titled ? mention : moveMention(mention, -offset);
  if (moved.kind !== "casualty") return moved;
  return {
    ...moved,
    place: moved.place ? restoreLink(moved.place, offset) : null,
    date: moved.date ? restoreLink(moved.date, offset) : null,
  };
}

/** A link as the record gives it: into the text, or into the title and saying so. */
export const restoreLink = <L extends FigureLink>(link: L, offset: number): L => restoreSpan(link, offset);

/** A span into the text, or into the title and saying so. */
export function restoreSpan<S extends Span>(span: S, offset: number): S & { readonly inTitle?: true } {
  return span.start < offset ? { ...span, inTitle: true } : { ...span, start: span.start - offset, end: span.end - offset };
}

/** A toll with the starts of its figures as the text, and apart from them the title, counts. */
export function restoreToll(toll: Toll, offset: number): Toll {
  if (offset === 0) return toll;
  const { restsOn, against, apart } = toll;
  const titled = {
    restsOn: inTitle(restsOn, offset),
    against: inTitle(against, offset),
    apart: apart.filter(({ start }) => start < offset),
  };
  return {
    ...toll,
    restsOn: inText(restsOn, offset),
    against: inText(against, offset),
    apart: apart.filter(({ start }) => start >= offset).map((one): SetApart => ({ ...one, start: one.start - offset })),
    ...(titled.restsOn.length + titled.against.length + titled.apart.length > 0 ? { inTitle: titled } : {}),
  };
}
