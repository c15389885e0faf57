import type { Article } from "../../model/article.js";
import type { IsoDate } from "../../model/calendar.js";
import type { Layer } from "../../model/layer.js";
import type { Mention } from "../../model/mention.js";

/** What an article names of places and days, whether or not its figures were linked to them: votes for where and when. */
export interface SceneSketch {
  /** Places that the headline names, in order. Those of the text are among the entities. */
  readonly titlePlaces: readonly string[];
  /** Days that headline and text name, in order of first mention. */
  readonly days: readonly NamedDay[];
}

export interface NamedDay {
  readonly day: IsoDate;
  readonly mentions: number;
}

/** Most days that are kept of an article: a long one is no report of one happening. */
const KEPT = 12;

/** Sketches the places and days that an article names. */
export function sketchScene({ title }: Article, { mentions, titleMentions = [] }: Layer): SceneSketch {
  const days = new Map<IsoDate, number>();
  for (const mention of [...titleMentions, ...mentions]) {
    const day = dayOf(mention);
    if (day !== null && (days.has(day) || days.size < KEPT)) days.set(day, (days.get(day) ?? 0) + 1);
  }
  return {
    titlePlaces: title === null ? [] : [...new Set(titleMentions.flatMap(({ kind, text }) => (kind === "place" ? [text] : [])))],
    days: [...days].map(([day, times]) => ({ day, mentions: times })),
  };
}

/** The one day that a mention gives, or null. */
function dayOf(mention: Mention): IsoDate | null {
  if (mention.kind !== "date" || (mention.type !== "DATE" && mention.type !== "TIME")) return null;
  return mention.from !== null && mention.from === mention.to ? mention.from : null;
}
