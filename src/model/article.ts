import type { IsoDate } from "./calendar.js";

/** One article as decoded. `text` is never changed after loading. */
export interface Article {
  /** Unique within a run. */
  readonly id: string;
  readonly text: string;
  readonly title: string | null;
  /** The day of publication from metadata or the user; null where nobody says. Never today. */
  readonly publishedAt: IsoDate | null;
  /** The outlet, as metadata names it. */
  readonly source: string | null;
  /** Where it was written, as metadata names it ("Baku, Azerbaijan"). */
  readonly place: string | null;
  /** BCP 47 tag from metadata. */
  readonly language: string | null;
  /** The byline, from metadata. */
  readonly author?: string | null;
  /** Where it was published, `http:` or `https:`. */
  readonly url?: string | null;
}
