import type { HtmlBlock } from "./html-blocks.js";
import { PAGE_WORDS } from "./page-words.js";

/** Where a block stands. */
export interface BlockPlace {
  /** Blocks of running prose before and after it. */
  readonly proseBefore: number;
  readonly proseAfter: number;
}

/** A block of an example: its text and, where the rule looks at them, the share of it that is linked and its place. */
export interface BlockExample {
  readonly text: string;
  readonly linked?: number;
  readonly place?: BlockPlace;
}

export interface BlockRule {
  readonly name: string;
  /** What becomes of the block; `list` drops the lines that lead elsewhere after it, too. */
  readonly drops: "block" | "list";
  readonly matches: (block: HtmlBlock, place: BlockPlace) => boolean;
  readonly example: BlockExample;
  readonly counterExample: BlockExample;
}

/** Words as alternatives of a pattern, the longest first. */
const anyOf = (words: readonly string[]): string =>
  words
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .sort((one, other) => other.length - one.length)
    .join("|");
/** A pattern for what begins with one of the words, behind at most three marks or pictographs. */
const opening = (words: readonly string[], then: string): RegExp => new RegExp(`^[^\\p{L}]{0,3}(?:${anyOf(words)})${then}`, "iu");

const OPENS_TEASER = opening(PAGE_WORDS.teasers, "(?:$|[^\\p{L}])");
const IS_TEASER = opening(PAGE_WORDS.teasers, "\\s*[:….!>»→|]*\\s*$");
const LABELS_TEASER = opening(PAGE_WORDS.teasers, "\\s*[:|»>]");
const IS_SERIES = opening(PAGE_WORDS.series, "\\s");
const OPENS_CALL = opening(PAGE_WORDS.calls, "(?:$|[^\\p{L}])");
const OPENS_CREDIT = opening(PAGE_WORDS.credits, "\\s*(?:[:/|©]|by\\s)");
const OPENS_MAKERS = opening(PAGE_WORDS.makers, "\\s");
const ENDS_MAKERS = new RegExp(`(?:${anyOf(PAGE_WORDS.thanks)})\\.?$`, "iu");

const AGENCY = anyOf(PAGE_WORDS.agencies);
const CREDIT_MARK = "(?:[/|©]|\\bvia|(?:[Cc]redits?|[Ii]mages?|[Pp]hotos?|[Pp]icture):|\\.(?=\\p{Lu}))";
const ENDS_CREDIT = new RegExp(`${CREDIT_MARK}\\s*[^.!?]{0,60}?\\b(?:${AGENCY})(?:\\s[Ff]ile)?\\s*\\)?$`, "u");
const ENDS_BRACKETED = new RegExp(`\\([^()]{0,100}\\b(?:${AGENCY})\\b[^()]{0,100}\\)\\.?$`, "u");
const ENDS_SOURCE = new RegExp(`[([\\s.](?:${anyOf(PAGE_WORDS.credits)})\\s*[:|]\\s*[^.!?]{1,80}$`, "iu");

const ENDS_SENTENCE = /[!.?…]["'”’»)\]]*$/;
const OPENS_QUOTE = /^["“‘']/;
const HAS_YEAR = /\b(?:19|20)\d{2}\b/;
const HAS_CLOCK = /\b\d{1,2}[:h.]\d{2}\b/;

const count = (text: string): number => text.split(/\s+/).length;

/** A block of running prose: sentences that are not links. */
export const isProse = ({ text, linked, element }: HtmlBlock): boolean =>
  element !== "heading" && linked < 0.5 && text.length >= 60 && count(text) >= 10 && ENDS_SENTENCE.test(text);

/** A block that may be a whole paragraph of prose, however short. */
export const isSentence = ({ text, linked, element }: HtmlBlock): boolean =>
  element === "paragraph" && linked < 0.5 && count(text) >= 6 && ENDS_SENTENCE.test(text);

const isTeaserHeading = (text: string): boolean => IS_TEASER.test(text) || (IS_SERIES.test(text) && count(text) <= 6);

function isCredit(text: string): boolean {
  if (text.length >= 400) return false;
  if (text.startsWith("©") || ENDS_CREDIT.test(text) || ENDS_BRACKETED.test(text)) return true;
  return (OPENS_CREDIT.test(text) && count(text) < 16) || (ENDS_SOURCE.test(text) && count(text) < 60);
}

const MIDDLE: BlockPlace = { proseBefore: 3, proseAfter: 3 };
const LAST: BlockPlace = { proseBefore: 6, proseAfter: 0 };
const FIRST: BlockPlace = { proseBefore: 0, proseAfter: 6 };

/** What stands around or between the paragraphs of a story, in order; the first rule that matches counts. */
export const BLOCK_RULES: readonly BlockRule[] = [
  {
    name: "teaser-heading",
    drops: "list",
    matches: ({ text }, { proseBefore }) => proseBefore > 0 && text.length < 80 && isTeaserHeading(text),
    example: { text: "You may also like...", place: MIDDLE },
    counterExample: { text: "More people were found on Sunday.", place: MIDDLE },
  },
  {
    name: "teaser-line",
    drops: "block",
    matches: ({ text, linked }) =>
      (LABELS_TEASER.test(text) && text.length < 250) || (OPENS_TEASER.test(text) && linked >= 0.5 && text.length < 200),
    example: { text: "Related: What the river left behind" },
    counterExample: { text: "Related charges were dropped in May." },
  },
  {
    name: "linked-line",
    drops: "block",
    matches: ({ text, linked, element }, { proseBefore }) => linked >= 0.85 && proseBefore > 0 && count(text) >= 3 && element !== "quote",
    example: { text: "Mayor of Lowport resigns", linked: 1, place: MIDDLE },
    counterExample: { text: "Mayor of Lowport resigns", linked: 0.4, place: MIDDLE },
  },
  {
    name: "call",
    drops: "block",
    matches: ({ text, linked }, { proseAfter, proseBefore }) =>
      OPENS_CALL.test(text) &&
      text.length < 320 &&
      !OPENS_QUOTE.test(text) &&
      (proseAfter < 2 || proseBefore === 0 || linked > 0 || text.length < 80),
    example: { text: "Sign up for our newsletter today.", place: LAST },
    counterExample: { text: "The men had to sign up for the army.", place: LAST },
  },
  {
    name: "credit",
    drops: "block",
    matches: ({ text }) => isCredit(text),
    example: { text: "A flooded street in Lowport. (Photo: Ada Pell/Getty Images)" },
    counterExample: { text: "He told Reuters that two had died." },
  },
  {
    name: "makers",
    drops: "block",
    matches: ({ text }, { proseAfter }) =>
      proseAfter < 2 && text.length < 400 && (OPENS_MAKERS.test(text) || (text.length < 200 && ENDS_MAKERS.test(text))),
    example: { text: "(Reporting by Ada Pell; Editing by Tom Crane)", place: LAST },
    counterExample: { text: "Reporting on the flood took weeks.", place: LAST },
  },
  {
    name: "day-line",
    drops: "block",
    matches: ({ text }, { proseBefore }) =>
      proseBefore === 0 &&
      count(text) <= 14 &&
      !ENDS_SENTENCE.test(text) &&
      HAS_YEAR.test(text) &&
      (HAS_CLOCK.test(text) || count(text) <= 5),
    example: { text: "November 18, 2019 | 4:10pm", place: FIRST },
    counterExample: { text: "The flood of 2019 took 14 lives.", place: FIRST },
  },
];
