import type { CorpusEntity } from "../../model/corpus-entity.js";
import type { CorpusIncident } from "../../model/corpus-incident.js";
import type { Layer } from "../../model/layer.js";
import type { JournalEntry, ReviewLayer } from "../../model/review.js";

/** An article of a run, without its text. */
export interface StoredArticle {
  readonly id: string;
  readonly title: string | null;
  readonly publishedAt: string | null;
  readonly source: string | null;
}

/** An article with its text and what the program found. */
export interface ReadArticle {
  readonly text: string;
  readonly layer: Layer;
}

/** A page of the guide. */
export interface GuidePage {
  /** The first 12 digits of the SHA-256 of its text: what gold says that it was labelled after. */
  readonly version: string;
  readonly text: string;
}

/** What a review needs of the world: a run that stands still, and the reviewer's files. Tests keep it in memory. */
export interface ReviewStore {
  /** In the order of the run; whole after {@link ReviewStore.scan}. */
  readonly articles: readonly StoredArticle[];
  /** Gives every record once, in order, without holding them. To be called once, before anything else. */
  readonly scan: (take: (index: number, layer: Layer) => void) => Promise<void>;
  readonly read: (index: number) => Promise<ReadArticle>;
  readonly corpus: () => Promise<{ readonly incidents: readonly CorpusIncident[]; readonly entities: readonly CorpusEntity[] }>;
  /** What the journal held when the store was opened. */
  readonly entries: readonly JournalEntry[];
  /** Appends lines to the journal. They are on the disk when it resolves. */
  readonly append: (lines: string) => Promise<void>;
  /** Gold as it stands; empty where there is none. */
  readonly gold: () => Promise<string>;
  /** Replaces gold whole; absent where no file of gold was named. */
  readonly writeGold?: (content: string) => Promise<void>;
  /** Gold of a second reviewer; absent where none was named. */
  readonly second?: () => Promise<string>;
  /** `decisions.jsonl` as it stands; empty where there is none. */
  readonly decisions: () => Promise<string>;
  readonly writeDecisions: (content: string) => Promise<void>;
  /** The guide that labels are made after, page by page. */
  readonly guide: Readonly<Record<ReviewLayer, GuidePage>>;
  /** Shapes of countries behind the map. */
  readonly shapes: () => Promise<readonly (readonly [code: string, path: string])[]>;
}
