import type { Timex } from "./calendar.js";
import type { CasualtyFigure } from "./casualty.js";
import type { Family, MentionKind, NameKind } from "./kinds.js";
import type { ReviewStatus } from "./review-status.js";
import type { Span } from "./span.js";
import type { VictimClass } from "./toll.js";

export { MENTION_KINDS, NAME_KINDS, type MentionKind, type NameKind } from "./kinds.js";

/** What every finding carries: where it stands, what found it and how sure that is. */
export interface Evidence extends Span {
  /** The wording, equal to `text.slice(start, end)`. */
  readonly text: string;
  /** The rule that found it, or `model@version`. */
  readonly by: string;
  /** From 0 to 1. A model's calibrated probability; a rule's measured precision where it has one, else 1. */
  readonly confidence: number;
  /** What a reviewer said of it, in tables that are drawn after a review; absent elsewhere. */
  readonly reviewed?: ReviewStatus;
}

export interface NameMention extends Evidence {
  readonly kind: NameKind;
  /** The id of its entity within the article, `person:1`; absent before linking. */
  readonly entity?: string;
}

export interface DateMention extends Evidence, Timex {
  readonly kind: "date";
  /** Which way its clause looks, where that places it ("Friday", "in March"): the tense of the verb. Absent in gold. */
  readonly tense?: "past" | "present" | "future" | null;
}

/** A place or date mention that a figure belongs to, why it was taken and how sure that is. */
export interface FigureLink extends Span {
  readonly text: string;
  /** Where the mention stands: `clause`, `sentence`, `sentence-before`, `sentence-after`, `paragraph`, `title`, `lead` or `elsewhere`. */
  readonly reason: string;
  /** From 0 to 1, calibrated: how likely the link is right. */
  readonly confidence: number;
  /** True where the span counts in the title; absent where it counts in the text. */
  readonly inTitle?: true;
}

export interface CasualtyMention extends Evidence, CasualtyFigure {
  readonly kind: "casualty";
  /** The words that state the outcome; figures of one sentence that share them belong together. Absent in gold. */
  readonly cue?: Span;
  /** Why the figure can hardly be (`like-an-age`, `two-outcomes`, …), where its own check found something. Absent in gold. */
  readonly doubt?: string;
  /** True for a number that comes on top of another ("two more died"). Absent in gold. */
  readonly increment?: boolean;
  /** Where and when, after linking; absent before, null where the text gives neither. */
  readonly place?: FigureLink | null;
  readonly date?: FigureLink | null;
  /** Who the victims are; absent in gold. */
  readonly victimClass?: VictimClass;
  /** The id of the incident that it tells of, `incident:1`; absent in gold. */
  readonly incident?: string;
}

/** The shape of the mentions of each family. */
type MentionShapes = OfEachFamily<{
  readonly names: NameMention;
  readonly dates: DateMention;
  readonly casualties: CasualtyMention;
}>;

/** Says here, and not all over the program, that a new family has no shape yet. */
type OfEachFamily<Shapes extends Readonly<Record<Family, Evidence>>> = Shapes;

/** A mention of any kind, or of one family. */
export type Mention<F extends Family = Family> = F extends keyof MentionShapes ? MentionShapes[F] : never;
/** A mention of a kind. */
export type MentionOf<K extends MentionKind> = Extract<Mention, { readonly kind: K }>;
