/** An article whose incident is known, as `data/events/SET/open.jsonl` has it. */
export interface GoldArticle {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  readonly publishedAt?: string;
  readonly date?: string;
  readonly outlet?: string;
  readonly incident?: string | null;
  /** All that it tells of, where that is known. */
  readonly incidents?: readonly string[];
  readonly events?: readonly GoldEvent[];
  /** Of the article's own incident, where it has no list of events. */
  readonly eventDate?: string;
  readonly place?: string;
}

export interface GoldEvent {
  readonly incident: string;
  readonly date?: string | null;
  readonly place?: string | null;
  readonly killed?: number | null;
}
