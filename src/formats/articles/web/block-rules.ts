import type { HtmlBlock } from "./html-blocks.js";
import { PAGE_WORDS } from "./page-words.js";

/** Where a block stands. */
export interface BlockPlace {
  /** Blocks of running prose before and after it. */
  readonly proseBefore: number;
  readonly proseAfter: number;
}

export interface BlockRule {
  readonly name: string;
  /** What becomes of the block; `list` drops the lines that lead elsewhere after it, too. */
  readonly drops: "block" | "list";
  readonly matches: (block: HtmlBlock, place: BlockPlace) => boolean;
  readonly example: string;
  readonly counterExample: string;
}

const escaped = (words: readonly string[]): string => words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).sort((a, b) => b.length - a.length).join("|");
const OPENS_TEASER = new RegExp(`^[^\\p{L}]{0,3}(?:${escaped(PAGE_WORDS.teasers)})(?:$|[^\\p{L}])`, "iu");
const IS_TEASER = new RegExp(`^[^\\p{L}]{0,3}(?:${escaped(PAGE_WORDS.teasers)})\\s*[:….!>»→|]*\\s*$`, "iu");
const LABELS_TEASER = new RegExp(`^[^\\p{L}]{0,3}(?:${escaped(PAGE_WORDS.teasers)})\\s*[:|»>]`, "iu");
const OPENS_CALL = new RegExp(`^[^\\p{L}]{0,3}(?:${escaped(PAGE_WORDS.calls)})(?:$|[^\\p{L}])`, "iu");
const OPENS_CREDIT = new RegExp(`^[^\\p{L}]{0,3}(?:${escaped(PAGE_WORDS.credits)})\\s*(?:[:/|©]|by\\s)`, "iu");
const AGENCY = escaped(PAGE_WORDS.agencies);
const ENDS_CREDIT = new RegExp(`(?:[/|©]|\\bvia|(?:[Cc]redits?|[Ii]mages?|[Pp]hotos?|[Pp]icture):|\\.(?=\\p{Lu}))\\s*[^.!?]{0,60}?\\b(?:${AGENCY})(?:\\s[Ff]ile)?\\s*\\)?$`, "u");
const ENDS_BRACKETED = new RegExp(`\\([^()]{0,100}\\b(?:${AGENCY})\\b[^()]{0,100}\\)\\.?$`, "u");
const ENDS_SOURCE = new RegExp(`[([\\s.](?:${escaped(PAGE_WORDS.credits)})\\s*[:|]\\s*[^.!?]{1,80}$`, "iu");
const OPENS_MAKERS = new RegExp(`^[^\\p{L}]{0,3}(?:${escaped(PAGE_WORDS.makers)})\\s`, "iu");
const ENDS_SENTENCE = /[.!?…]["'”’»)\]]*$/;
const HAS_DAY = /\b(?:19|20)\d{2}\b/;
const HAS_CLOCK = /\b\d{1,2}[:h.]\d{2}\b/;

const count = (text: string): number => text.split(/\s+/).length;

/** A block of running prose: sentences that are not links. */
export const isProse = ({ text, linked, element }: HtmlBlock): boolean =>
  element !== "heading" && linked < 0.5 && text.length >= 60 && count(text) >= 10 && ENDS_SENTENCE.test(text);

/** Rules in order; the first that matches counts. */
export const BLOCK_RULES: readonly BlockRule[] = [
  {
    name: "teaser-heading", drops: "list",
    matches: ({ text }, { proseBefore }) => proseBefore > 0 && text.length < 80 && (IS_TEASER.test(text) || (OPENS_TEASER.test(text) && /^more (?:from|great|on|in)\b/i.test(text) && count(text) <= 6)),
    example: "You may also like...", counterExample: "More people were found on Sunday.",
  },
  {
    name: "teaser-line", drops: "block",
    matches: ({ text, linked }) => LABELS_TEASER.test(text) && text.length < 250 || (OPENS_TEASER.test(text) && linked >= 0.5 && text.length < 200),
    example: "Related: What the river left behind", counterExample: "Related charges were dropped in May.",
  },
  {
    name: "linked-line", drops: "block",
    matches: ({ text, linked, element }, { proseBefore }) => linked >= 0.85 && proseBefore > 0 && count(text) >= 3 && element !== "quote",
    example: "Mayor of Lowport resigns", counterExample: "Mayor of Lowport resigns",
  },
  {
    name: "call", drops: "block",
    matches: ({ text }, { proseAfter, proseBefore }) => OPENS_CALL.test(text) && text.length < 320 && (proseAfter < 2 || text.length < 160 || proseBefore === 0),
    example: "Sign up for our newsletter today.", counterExample: "The men had to sign up for the army.",
  },
  {
    name: "credit", drops: "block",
    matches: ({ text }) => text.length < 400 && (OPENS_CREDIT.test(text) && count(text) < 16 || /^©/.test(text) || ENDS_CREDIT.test(text) || ENDS_BRACKETED.test(text) && !/said|says/.test(text) || (ENDS_SOURCE.test(text) && count(text) < 60)),
    example: "A flooded street in Lowport. (Photo: Ada Pell/Getty Images)", counterExample: "He told Reuters that two had died.",
  },
  {
    name: "makers", drops: "block",
    matches: ({ text }, { proseAfter }) => proseAfter < 2 && text.length < 400 && OPENS_MAKERS.test(text) || (/\bcontributed to this (?:report|story|article)\.?$/i.test(text) && text.length < 200 && proseAfter < 2),
    example: "(Reporting by Ada Pell; Editing by Tom Crane)", counterExample: "Reporting on the flood took weeks.",
  },
  {
    name: "day-line", drops: "block",
    matches: ({ text }, { proseBefore }) => proseBefore === 0 && count(text) <= 14 && !ENDS_SENTENCE.test(text) && HAS_DAY.test(text) && (HAS_CLOCK.test(text) || count(text) <= 5),
    example: "November 18, 2019 | 4:10pm", counterExample: "The flood of 2019 took 14 lives.",
  },
];
