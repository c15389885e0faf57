import type { IsoDate, TimexMod, TimexType } from "./calendar.js";
import type { Modality, Outcome, Qualifier, Scope } from "./casualty.js";
import type { CorpusEntity } from "./corpus-entity.js";
import type { CorpusIncident } from "./corpus-incident.js";
import type { Entity } from "./entity.js";
import type { Certainty, IncidentKind } from "./incident.js";
import { FAMILIES, type MentionKind } from "./kinds.js";
import type { ReviewStatus } from "./review-status.js";
import type { Span } from "./span.js";

export { REVIEW_STATUSES, type ReviewStatus } from "./review-status.js";

/** The layers of gold, each complete by itself when somebody says so. One page of the guide covers each. */
export const REVIEW_LAYERS = [...FAMILIES, "incidents"] as const;
export type ReviewLayer = (typeof REVIEW_LAYERS)[number];

/** A span and its wording. */
export interface Wording extends Span {
  readonly text: string;
  /** True where the span counts in the title; absent where it counts in the text. */
  readonly inTitle?: true;
}

/** A mention as a reviewer edits it: the fields of the annotation record, those alone that its kind has. */
export interface ReviewLabel extends Wording {
  readonly kind: MentionKind;
  /** Names: the entity within the article, `person:1`. */
  readonly entity?: string;
  /** Dates: TIMEX3. */
  readonly type?: TimexType;
  /** Dates: the TIMEX3 value. Casualty figures: the number as written. */
  readonly value?: string | number | null;
  readonly mod?: TimexMod | null;
  readonly from?: IsoDate | null;
  readonly to?: IsoDate | null;
  readonly outcome?: Outcome;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly qualifier?: Qualifier;
  readonly victims?: string | null;
  readonly modality?: Modality;
  readonly scope?: Scope;
  readonly attribution?: string | null;
  readonly implicit?: boolean;
  /** Casualty figures: the mentions that say where and when, and the incident within the article. */
  readonly place?: Wording | null;
  readonly date?: Wording | null;
  readonly incident?: string | null;
}

/** What a reviewer may set of an incident within an article. */
export interface IncidentEdit {
  readonly kind?: IncidentKind;
  readonly main?: boolean;
  readonly cause?: string;
  readonly place?: Wording | null;
  readonly date?: Wording | null;
  readonly actors?: readonly { readonly text: string; readonly certainty: Certainty }[];
}

/** A decision on findings of the corpus, a line of `decisions.jsonl`. */
export type ReviewDecision =
  | { readonly decision: "merge"; readonly members: readonly string[] }
  | { readonly decision: "split"; readonly members: readonly string[] }
  | { readonly decision: "drop"; readonly members: readonly string[] }
  | { readonly decision: "set"; readonly members: readonly string[]; readonly field: string; readonly value: unknown };

/** What a reviewer does, a line of the journal. */
export type ReviewAction =
  /** The finding stands, as it was found or with these fields. */
  | { readonly do: "keep"; readonly article: string; readonly key: string; readonly label: ReviewLabel }
  /** The finding is none. */
  | { readonly do: "wrong"; readonly article: string; readonly key: string }
  /** A mention that the program did not find. */
  | { readonly do: "add"; readonly article: string; readonly inTitle: boolean; readonly label: ReviewLabel }
  /** Fields of an incident of the article. */
  | { readonly do: "incident"; readonly article: string; readonly incident: string; readonly edit: IncidentEdit }
  /** These layers of the article are complete: they are gold. */
  | {
      readonly do: "complete";
      readonly article: string;
      readonly layers: readonly ReviewLayer[];
      /** Versions of the guide, in the order of the layers: the server notes them. */
      readonly guide?: readonly string[];
    }
  /** These layers are not complete after all. */
  | { readonly do: "reopen"; readonly article: string; readonly layers: readonly ReviewLayer[] }
  /** A difference from the second reviewer is settled. */
  | { readonly do: "settle"; readonly article: string; readonly difference: string; readonly taken: "first" | "second" }
  /** An incident or entity of the corpus. */
  | { readonly do: "decide"; readonly decision: ReviewDecision; readonly reason: string | null }
  /** The grouping of an incident or entity of the corpus is right. */
  | { readonly do: "agree"; readonly finding: string }
  /** What gold said of the article before the reviewer first touched it: the server writes it, so that the journal is whole. */
  | { readonly do: "base"; readonly article: string; readonly record: unknown }
  /** The rows that were drawn for an estimate. */
  | { readonly do: "sample"; readonly seed: number; readonly rows: readonly { readonly article: string; readonly key: string }[] };

/** A line of the journal. `undo` takes back an earlier line. */
export type JournalEntry = {
  /** From 1, without gaps. */
  readonly seq: number;
  /** ISO time in UTC. */
  readonly at: string;
  /** The reviewer. */
  readonly who: string;
  /** Lines of one step of the reviewer bear the number of its first; absent where it is the only one. */
  readonly step?: number;
} & (ReviewAction | { readonly do: "undo"; readonly of: number });

/** A finding of an article, and what was said of it. */
export interface ReviewRow {
  /** Names it within its article: kind, span and outcome of what the program found (`casualty:400-411:killed`), or `added:SEQ`. */
  readonly key: string;
  /** True where the span counts in the title. */
  readonly inTitle: boolean;
  /** As it stands now. */
  readonly label: ReviewLabel;
  /** As the program found it; null for an added one. */
  readonly found: ReviewLabel | null;
  readonly by: string;
  readonly confidence: number;
  /** What its own check doubts; null where nothing. */
  readonly doubt: string | null;
  readonly status: ReviewStatus;
}

/** An incident of an article as a reviewer sees it. */
export interface ReviewIncident {
  readonly id: string;
  readonly kind: IncidentKind;
  readonly main: boolean;
  readonly cause: string;
  readonly place: Wording | null;
  readonly date: Wording | null;
  readonly actors: readonly { readonly text: string; readonly certainty: Certainty }[];
  /** Tolls in words: `killed 12 (latest-total)`. */
  readonly tolls: readonly string[];
  readonly edited: boolean;
}

/** Who said that a layer is complete, when, and after which version of the guide. */
export interface Completion {
  readonly who: string;
  readonly at: string;
  readonly guide: string | null;
}

/** An article with everything that the page shows of it. */
export interface ReviewArticle {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
  readonly publishedAt: IsoDate | null;
  readonly source: string | null;
  /** Number of the last line of the journal that touched it; 0 for none. */
  readonly revision: number;
  readonly rows: readonly ReviewRow[];
  readonly entities: readonly Pick<Entity, "id" | "kind" | "name">[];
  readonly incidents: readonly ReviewIncident[];
  readonly complete: Readonly<Partial<Record<ReviewLayer, Completion>>>;
}

/** A row of the queue. Incidents and entities stand in it where their grouping is unsure or their tolls conflict. */
export interface QueueRow {
  /** Its number, the same as long as the server runs. */
  readonly number: number;
  readonly of: "mention" | "incident" | "entity";
  /** The article of a mention; of others the first article that tells of it. */
  readonly article: string;
  readonly title: string | null;
  /** The key of a mention; the id of an incident or entity. */
  readonly key: string;
  readonly kind: string;
  readonly outcome: string | null;
  /** Its wording, and what it says in few words. */
  readonly text: string;
  readonly says: string;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly doubt: string | null;
  readonly status: ReviewStatus;
}

/** How far a review is. */
export interface Progress {
  readonly seen: number;
  readonly all: number;
}

/** A share of reviewed rows, with its 95% interval after Wilson (1927). Ratios from 0 to 1, null over nothing. */
export interface Estimate {
  readonly right: number;
  readonly of: number;
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** What the page is told when it opens. */
export interface ReviewSession {
  readonly reviewer: string;
  /** The folder of the run, as the user named it. */
  readonly folder: string;
  /** The file of gold that grows; null where none was named. */
  readonly gold: string | null;
  /** The gold of a second reviewer; null where none was named. */
  readonly second: string | null;
  readonly version: string;
  readonly articles: number;
  readonly sources: readonly string[];
  readonly progress: Progress;
  /** Rows that were drawn for an estimate; 0 where none were. */
  readonly sampled: number;
  readonly choices: ReviewChoices;
}

/** The values that fields may have. */
export interface ReviewChoices {
  readonly kinds: readonly string[];
  readonly outcomes: readonly string[];
  readonly qualifiers: readonly string[];
  readonly modalities: readonly string[];
  readonly scopes: readonly string[];
  readonly timexTypes: readonly string[];
  readonly timexMods: readonly string[];
  readonly causes: readonly string[];
  readonly certainties: readonly string[];
  readonly layers: readonly ReviewLayer[];
}

/** What an action changed. */
export interface Acted {
  /** The last line of the journal. */
  readonly seq: number;
  readonly progress: Progress;
  /** The article that it touched, and what changed in it; null where it touched the corpus. */
  readonly article: ArticleChange | null;
  /** What was taken back, in words; null for anything else. */
  readonly undone: string | null;
}

export interface ArticleChange extends Pick<ReviewArticle, "id" | "revision" | "incidents" | "complete"> {
  readonly rows: readonly ReviewRow[];
  /** Keys of added mentions that are no more. */
  readonly gone: readonly string[];
}

/** A row of the list of articles. */
export interface ArticleLine {
  readonly id: string;
  readonly title: string | null;
  readonly publishedAt: IsoDate | null;
  readonly source: string | null;
  readonly rows: number;
  readonly seen: number;
  readonly complete: readonly ReviewLayer[];
}

/** An incident or entity of the corpus with the decisions of the reviewer applied. */
export interface ReviewCorpus {
  readonly incidents: readonly CorpusIncident[];
  readonly entities: readonly CorpusEntity[];
  /** Findings whose grouping somebody agreed with. */
  readonly agreed: readonly string[];
  readonly revision: number;
}

/** One line of the score in the page. Ratios from 0 to 1, null over nothing. */
export interface ScoreLine {
  readonly name: string;
  readonly gold: number;
  readonly precision: number | null;
  readonly precisionInterval: readonly [number, number] | null;
  readonly recall: number | null;
  readonly recallInterval: readonly [number, number] | null;
  readonly f1: number | null;
  /** F1 now less F1 with the gold as it was when the server started; null where either is unknown. */
  readonly change: number | null;
}

export interface ReviewScore {
  /** Articles of gold that were scored. */
  readonly articles: number;
  readonly lines: readonly ScoreLine[];
  /** Precision of the rows that were reviewed, by kind; never an estimate of the others. */
  readonly reviewed: readonly { readonly kind: string; readonly estimate: Estimate }[];
  /** Precision of the rows that were drawn; null where none were. */
  readonly sample: (Estimate & { readonly drawn: number }) | null;
}

/** A difference between two reviewers. */
export interface Difference {
  readonly id: string;
  readonly article: string;
  readonly first: ReviewLabel | null;
  readonly second: ReviewLabel | null;
  /** The words around it. */
  readonly context: string;
  readonly settled: "first" | "second" | null;
}

export interface ReviewAgreement {
  readonly articles: number;
  readonly f1: Readonly<Record<string, number | null>>;
  readonly rows: readonly {
    readonly question: string;
    readonly units: number;
    readonly observed: number | null;
    readonly cohenKappa: number | null;
    readonly krippendorffAlpha: number | null;
  }[];
  readonly differences: readonly Difference[];
}
