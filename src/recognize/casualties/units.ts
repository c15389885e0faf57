import { isAllCapitals } from "../../text/casing.js";
import type { Sentence, Token } from "../../model/token.js";
import { parseNumberWord } from "../../text/numerals.js";
import { readQuantity, type ReadQuantity } from "./read-quantity.js";
import { readInContext } from "./retag-rows.js";
import { hasTag, type Vocabulary } from "./vocabulary.js";

/** What a word does in a clause, as far as the chunker must know. */
export type Category =
  | "det"
  | "poss"
  | "clitic"
  | "pron"
  | "prep"
  | "of"
  | "and"
  | "or"
  | "comma"
  | "sub"
  | "rel"
  | "be"
  | "have"
  | "do"
  | "get"
  | "modal"
  | "not"
  | "to"
  | "adv"
  | "adj"
  | "noun"
  | "name"
  | "verb"
  | "quantity"
  | "stop"
  | "colon"
  | "include"
  | "there"
  | "dash"
  | "other";

/** A word, a hyphenated compound or a whole quantity: the smallest thing that the clause grammar sees. */
export interface Unit {
  readonly category: Category;
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly quantity: ReadQuantity | null;
  /** True for the ordinals "a third", "the second". */
  readonly ordinal: boolean;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const CLOSED: readonly (readonly [Category, ReadonlySet<string>])[] = [
  ["det", words("a an the this that these those some any each every another all either neither such what")],
  ["poss", words("his her their its my our your whose")],
  ["pron", words("he she they it i we you him them us me himself themselves herself itself everyone everybody someone anyone who's")],
  ["of", words("of")],
  ["and", words("and & plus")],
  ["or", words("or nor")],
  ["rel", words("who whom which")],
  [
    "sub",
    words("when while because although though if whether where unless once whereas but yet so that how why whereby wherein till lest"),
  ],
  [
    "prep",
    words(
      "in on at by for from with without into onto over under near during through throughout across against between " +
        "among amongst amid amidst around about inside outside within behind beside besides beyond toward towards upon " +
        "via per despite off along after before since until as than like except following alongside aboard below above " +
        "following unlike versus outside",
    ),
  ],
  ["be", words("be is are was were been being am 's 're")],
  ["have", words("have has had having 've ’ve")],
  ["do", words("do does did")],
  ["get", words("get gets got gotten getting")],
  ["modal", words("will would could may might can must should shall 'll 'd cannot ca wo")],
  ["not", words("not never n't n’t")],
  ["to", words("to")],
  [
    "adv",
    words(
      "also still now later then already just only even again today yesterday tomorrow tonight meanwhile however " +
        "therefore thus instead here together alone else once twice so-far apparently allegedly reportedly overnight " +
        "nearby abroad elsewhere instantly initially so ago too very more-than least recently too soon away back up down " +
        "out apart presumably possibly likely onboard offshore nationwide worldwide countrywide statewide citywide " +
        "globally",
    ),
  ],
  ["include", words("including comprising namely notably incl incl.")],
  ["there", words("there")],
];
const CATEGORY = new Map<string, Category>();
for (const [category, list] of CLOSED) for (const word of list) if (!CATEGORY.has(word)) CATEGORY.set(word, category);

const DASH = /^[-–‐‑−]$/;

/**
 * Cuts one sentence into units: quantities whole, compounds joined at their hyphens, quotation marks left out.
 * What stands in brackets comes as lists of its own after the first, so that a clause is read without it.
 */
export function cutUnits(tokens: readonly Token[], sentence: Sentence, text: string, vocabulary: Vocabulary): readonly (readonly Unit[])[] {
  const capitals = isAllCapitals(text.slice(sentence.start, sentence.end));
  const main: Unit[] = [];
  const lists: Unit[][] = [main];
  let current = main;
  let i = sentence.first;
  while (i <= sentence.last) {
    const token = tokens[i];
    if (!token) break;
    const letters = startsWithLetter(token.text);
    if (!letters && OPENING.has(token.text)) {
      const inside: Unit[] = [];
      lists.push(inside);
      current = inside;
      i++;
      continue;
    }
    if (!letters && CLOSING.has(token.text)) {
      current = main;
      i++;
      continue;
    }
    if (!letters && /^["“”„«»‘`]+$|^''$/.test(token.text)) {
      i++;
      continue;
    }
    const bodyEnd = namedBody(tokens, i, sentence.last, vocabulary);
    if (bodyEnd > i) {
      current.push(nameAt(token.start, tokens[bodyEnd]?.end ?? token.end, text));
      i = bodyEnd + 1;
      continue;
    }
    const quantity =
      !mayCount(token, letters, vocabulary) || token.type === "url" || token.type === "email"
        ? null
        : readQuantity(tokens, i, sentence.last, vocabulary);
    if (quantity) {
      const tail = tokens[quantity.last] ?? token;
      current.push({
        category: "quantity",
        text: text.slice(token.start, tail.end),
        lower: text.slice(token.start, tail.end).toLowerCase(),
        start: token.start,
        end: tail.end,
        quantity,
        ordinal: false,
      });
      i = quantity.last + 1;
      continue;
    }
    const last = compoundEnd(tokens, i, sentence.last);
    const tail = tokens[last] ?? token;
    const wording = text.slice(token.start, tail.end);
    const lower = wording.toLowerCase();
    current.push({
      category: categoryOf({ token, tail, text: wording, lower, capitals, compound: last > i, vocabulary }),
      text: wording,
      lower,
      start: token.start,
      end: tail.end,
      quantity: null,
      ordinal: token.type === "ordinal" || hasTag(vocabulary, lower, "ordinal"),
    });
    if (endsSentence(tail, tokens[last + 1])) current.push(borderAt(tail.end));
    i = last + 1;
  }
  return lists.filter((list) => list.length > 0).map((list) => list.map((unit, k) => readInContext(list, unit, k, vocabulary)));
}

/** The last token of the word at one, with what hyphens join to it. */
function compoundEnd(tokens: readonly Token[], at: number, end: number): number {
  let last = ageCompound(tokens, at, end);
  while (last + 2 <= end && isJoined(tokens, last)) last += 2;
  return last > at ? overOld(tokens, last) : last;
}

function isJoined(tokens: readonly Token[], last: number): boolean {
  const [dash, next] = [tokens[last + 1], tokens[last + 2]];
  if (!dash || !next || startsWithLetter(dash.text) || !DASH.test(dash.text) || dash.gap !== "none") return false;
  return (
    (next.gap === "none" || /^(?:year|month)\b/.test(next.lower)) &&
    /^[\p{L}\d]/u.test(next.text) &&
    /[\p{L}\d]$/u.test(tokens[last]?.text ?? "")
  );
}

const OPENING = new Set(["(", "[", "{"]);
const CLOSING = new Set([")", "]", "}"]);

const CODE_OF_A = 97;
const CODE_OF_Z = 122;
/** True for a word that starts with a letter of the Latin alphabet without a mark: most words. */
function startsWithLetter(text: string): boolean {
  const code = text.charCodeAt(0) | 32;
  return code >= CODE_OF_A && code <= CODE_OF_Z;
}

/** False where no quantity can start: a word that is on no list. */
const mayCount = (token: Token, letters: boolean, { quantityStarts }: Vocabulary): boolean => !letters || quantityStarts.has(token.lower);

/** "Save the Children", "Doctors Without Borders": the last token of a listed name that starts at one; the token itself where none does. */
function namedBody(tokens: readonly Token[], at: number, end: number, { bodies }: Vocabulary): number {
  const name = bodies
    .get(tokens[at]?.text ?? "")
    ?.find((words) => at + words.length - 1 <= end && words.every((word, k) => tokens[at + k]?.text === word));
  return name ? at + name.length - 1 : at;
}

const nameAt = (start: number, end: number, text: string): Unit => ({
  category: "name",
  text: text.slice(start, end),
  lower: text.slice(start, end).toLowerCase(),
  start,
  end,
  quantity: null,
  ordinal: false,
});

/** "At 9:10 p.m. Four men were hurt": an abbreviation before a word that only the beginning of a sentence writes with a capital. */
function endsSentence(token: Token, next: Token | undefined): boolean {
  if (!next || !token.text.endsWith(".") || !/\p{L}\.$/u.test(token.text) || !/^\p{Lu}\p{Ll}/u.test(next.text) || token.lower === "no.")
    return false;
  return CATEGORY.has(next.lower) || parseNumberWord(next.lower) !== null;
}

const borderAt = (at: number): Unit => ({
  category: "stop",
  text: "",
  lower: ".",
  start: at,
  end: at,
  quantity: null,
  ordinal: false,
});

/** "25-year old Ana Ruiz": the second hyphen is missing. */
const overOld = (tokens: readonly Token[], last: number): number =>
  /^(?:year|month)s?$/.test(tokens[last]?.lower ?? "") && /^olds?$/.test(tokens[last + 1]?.lower ?? "") ? last + 1 : last;

/** "The 13 year old was shot": an age written without its hyphens, up to "old"; else the token alone. */
function ageCompound(tokens: readonly Token[], at: number, end: number): number {
  if (tokens[at + 2]?.lower.startsWith("old") !== true) return at;
  const isNumber =
    /^\d{1,3}$/.test(tokens[at]?.lower ?? "") || (parseNumberWord(tokens[at]?.lower ?? "") !== null && tokens[at]?.pos === "NUM");
  return isNumber &&
    at + 2 <= end &&
    /^(?:year|month|week|day)s?$/.test(tokens[at + 1]?.lower ?? "") &&
    /^olds?$/.test(tokens[at + 2]?.lower ?? "") &&
    /^(?:DET|PRON|ADJ)$/.test(tokens[at - 1]?.pos ?? "")
    ? at + 2
    : at;
}

/** A word or compound as it stands in a sentence. */
interface Wording {
  readonly token: Token;
  readonly tail: Token;
  readonly text: string;
  readonly lower: string;
  /** True where the whole sentence is set in capitals. */
  readonly capitals: boolean;
  readonly compound: boolean;
  readonly vocabulary: Vocabulary;
}

const categoryOf = (wording: Wording): Category =>
  (startsWithLetter(wording.text) || /[\p{L}\p{N}]/u.test(wording.text) ? null : categoryOfMark(wording)) ??
  categoryOfSign(wording) ??
  closedCategory(wording) ??
  listedCategory(wording) ??
  taggedCategory(wording);

function categoryOfMark({ text, token }: Wording): Category {
  switch (text) {
    case ",":
      return "comma";
    case ":":
      return "colon";
    case "—":
    case "–":
    case "-":
    case "--":
      return "dash";
    case "’":
    case "'":
      return "clitic";
    case "&":
      return "and";
    case "|":
      return "stop";
    case "/":
      return token.gap === "none" ? "and" : "stop";
    default:
      return /^[.;!?…—–-]+$/.test(text) ? "stop" : "other";
  }
}

function categoryOfSign({ lower, token }: Wording): Category | null {
  if ((lower === "'s" || lower === "’s") && token.gap === "none") return "clitic";
  return token.type === "url" || token.type === "email" || token.type === "hashtag" ? "other" : null;
}

const ABBREVIATIONS = new Set(["US", "IT", "WHO"]);

/** The category of a word of a closed class; "US", "IT" and "May" are names where the text is not all in capitals. */
function closedCategory({ lower, text, token, capitals, compound, vocabulary }: Wording): Category | null {
  const closed = compound ? undefined : CATEGORY.get(lower);
  if (closed && !(ABBREVIATIONS.has(text) && !capitals) && !(text === "May" && token.pos === "PROPN")) {
    if (lower !== "that") return closed;
    return token.pos === "DET" ? "det" : closed === "det" ? "sub" : closed;
  }
  return hasTag(vocabulary, lower, "always-adjective") ? "adj" : null;
}

const posOf = ({ lower, token, tail, compound }: Wording): string =>
  compound ? (/^\d.*-olds?$| olds?$/.test(lower) ? "NOUN" : tail.pos) : token.pos;

/** What the lexicons say of a word, with its part of speech. */
function listedCategory(wording: Wording): Category | null {
  const { lower, text, capitals, compound, vocabulary } = wording;
  const pos = posOf(wording);
  const forms = vocabulary.verbs.get(lower);
  const known = vocabulary.classes.get(lower);
  if ((compound || lower.includes("-")) && !forms && pos === "VERB") return "adj";
  if (forms && ((pos !== "NOUN" && pos !== "PROPN") || /(?:ed|shot|hurt|slain)$/.test(lower))) return "verb";
  if (forms?.some((f) => f.form === "ing") && /^\p{Lu}/u.test(text)) return "verb";
  if (vocabulary.reporting.has(lower) && pos !== "NOUN" && !known) return "verb";
  const isNoun = known !== undefined && known !== "time" && (pos !== "VERB" || (lower.endsWith("s") && known === "person"));
  return isNoun ? (capitals || pos !== "PROPN" ? "noun" : "name") : null;
}

const BY_POS: Readonly<Record<string, Category>> = {
  VERB: "verb",
  AUX: "verb",
  NOUN: "noun",
  ADJ: "adj",
  ADV: "adv",
  DET: "det",
  PRON: "pron",
  SCONJ: "sub",
  CCONJ: "and",
  NUM: "adj",
  PART: "adv",
};

function taggedCategory(wording: Wording): Category {
  const pos = posOf(wording);
  if (pos === "PROPN") return wording.capitals ? (/(?:ED|ING)$/.test(wording.text) ? "verb" : "noun") : "name";
  if (pos === "ADP") return /^(?:up|down|off|out|away)$/.test(wording.lower) ? "adv" : "prep";
  return BY_POS[pos] ?? "other";
}
