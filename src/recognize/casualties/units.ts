import { isAllCapitals } from "../../text/casing.js";
import type { Sentence, Token } from "../../model/token.js";
import { parseNumberWord } from "../../text/numerals.js";
import { readQuantity, type ReadQuantity } from "./read-quantity.js";
import { readInContext } from "./retag-rows.js";
import type { Vocabulary } from "./vocabulary.js";

/** What a word does in a clause, as far as the chunker must know. */
export type Category =
  | "det" | "poss" | "clitic" | "pron" | "prep" | "of" | "and" | "or" | "comma" | "sub" | "rel" | "be" | "have" | "do"
  | "get" | "modal" | "not" | "to" | "adv" | "adj" | "noun" | "name" | "verb" | "quantity" | "stop" | "colon" | "include"
  | "there" | "dash" | "other";

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
  ["sub", words("when while because although though if whether where unless once whereas but yet so that how why whereby wherein till lest")],
  ["prep", words("in on at by for from with without into onto over under near during through throughout across against between among amongst amid amidst around about inside outside within behind beside besides beyond toward towards upon via per despite off along after before since until as than like except following alongside aboard below above following unlike versus outside")],
  ["be", words("be is are was were been being am 's 're")],
  ["have", words("have has had having 've ’ve")],
  ["do", words("do does did")],
  ["get", words("get gets got gotten getting")],
  ["modal", words("will would could may might can must should shall 'll 'd cannot ca wo")],
  ["not", words("not never n't n’t")],
  ["to", words("to")],
  ["adv", words("also still now later then already just only even again today yesterday tomorrow tonight meanwhile however therefore thus instead here together alone else once twice so-far apparently allegedly reportedly overnight nearby abroad elsewhere instantly initially so ago too very more-than least recently too soon away back up down out apart presumably possibly likely onboard offshore nationwide worldwide countrywide statewide citywide globally")],
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
    if (/^[([{]$/.test(token.text)) {
      const inside: Unit[] = [];
      lists.push(inside);
      current = inside;
      i++;
      continue;
    }
    if (/^[)\]}]$/.test(token.text)) {
      current = main;
      i++;
      continue;
    }
    if (/^["“”„«»‘`]+$|^''$/.test(token.text)) {
      i++;
      continue;
    }
    const quantity = token.type === "url" || token.type === "email" ? null : readQuantity(tokens, i, sentence.last, vocabulary);
    if (quantity) {
      const tail = tokens[quantity.last] ?? token;
      current.push({ category: "quantity", text: text.slice(token.start, tail.end), lower: text.slice(token.start, tail.end).toLowerCase(), start: token.start, end: tail.end, quantity, ordinal: false });
      i = quantity.last + 1;
      continue;
    }
    let last = ageCompound(tokens, i, sentence.last);
    while (last + 2 <= sentence.last) {
      const dash = tokens[last + 1];
      const next = tokens[last + 2];
      if (dash && next && DASH.test(dash.text) && dash.gap === "none" && (next.gap === "none" || /^(?:year|month)\b/.test(next.lower)) && /^[\p{L}\d]/u.test(next.text) && /[\p{L}\d]$/u.test(tokens[last]?.text ?? "")) last += 2;
      else break;
    }
    const tail = tokens[last] ?? token;
    const wording = text.slice(token.start, tail.end);
    const lower = wording.toLowerCase();
    current.push({
      category: categoryOf(token, tail, wording, lower, capitals, vocabulary, last > i), text: wording, lower,
      start: token.start, end: tail.end, quantity: null, ordinal: token.type === "ordinal" || /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/.test(lower),
    });
    i = last + 1;
  }
  return lists.filter((list) => list.length > 0).map((list) => list.map((unit, k) => readInContext(list, unit, k, vocabulary)));
}

/** "The 13 year old was shot": an age written without its hyphens, up to "old"; else the token alone. */
function ageCompound(tokens: readonly Token[], at: number, end: number): number {
  const isNumber = /^\d{1,3}$/.test(tokens[at]?.lower ?? "") || parseNumberWord(tokens[at]?.lower ?? "") !== null && tokens[at]?.pos === "NUM";
  return isNumber && at + 2 <= end && /^(?:year|month|week|day)s?$/.test(tokens[at + 1]?.lower ?? "") && /^olds?$/.test(tokens[at + 2]?.lower ?? "") && /^(?:DET|PRON|ADJ)$/.test(tokens[at - 1]?.pos ?? "") ? at + 2 : at;
}

function categoryOf(token: Token, tail: Token, wording: string, lower: string, capitals: boolean, vocabulary: Vocabulary, compound: boolean): Category {
  if (!/[\p{L}\p{N}]/u.test(wording)) {
    if (wording === ",") return "comma";
    if (wording === ":" ) return "colon";
    if (/^(?:[—–-]|--)$/.test(wording)) return "dash";
    if (wording === "’" || wording === "'") return "clitic";
    if (wording === "&") return "and";
    return /^[.;!?…—–-]+$/.test(wording) ? "stop" : wording === "/" && token.gap === "none" ? "and" : wording === "|" || wording === "/" ? "stop" : "other";
  }
  if ((lower === "'s" || lower === "’s") && token.gap === "none") return "clitic";
  if (token.type === "url" || token.type === "email" || token.type === "hashtag") return "other";
  if (!compound) {
    const closed = CATEGORY.get(lower);
    // "US", "IT" and "May" are names where the text is not all in capitals.
    if (closed && !(/^(?:US|IT|WHO)$/.test(wording) && !capitals) && !(wording === "May" && token.pos === "PROPN")) {
      return lower === "that" && token.pos === "DET" ? "det" : closed === "det" && lower === "that" ? "sub" : closed;
    }
  }
  if (/^(?:surrounding|neighbou?ring|outlying|remaining|visiting|leading)$/.test(lower)) return "adj";
  if (/^(?:new|old|young|former|senior|top|local|several-day)$/.test(lower)) return "adj";
  const pos = compound ? (/^\d.*-olds?$| olds?$/.test(lower) ? "NOUN" : tail.pos) : token.pos;
  const forms = vocabulary.verbs.get(lower);
  const known = vocabulary.classes.get(lower);
  if ((compound || lower.includes("-")) && !forms && pos === "VERB") return "adj";
  if (forms && (pos !== "NOUN" && pos !== "PROPN" || /(?:ed|shot|hurt|slain)$/.test(lower))) return "verb";
  if (forms?.some((f) => f.form === "ing") && /^\p{Lu}/u.test(wording)) return "verb";
  if (vocabulary.reporting.has(lower) && pos !== "NOUN" && !known) return "verb";
  if (known && known !== "time" && (pos === "VERB" ? /s$/.test(lower) && known === "person" : true)) return capitals || pos !== "PROPN" ? "noun" : "name";
  switch (pos) {
    case "VERB": return "verb";
    case "AUX": return "verb";
    case "NOUN": return "noun";
    case "PROPN": return capitals ? (/(?:ED|ING)$/.test(wording) ? "verb" : "noun") : "name";
    case "ADJ": return "adj";
    case "ADV": return "adv";
    case "ADP": return /^(?:up|down|off|out|away)$/.test(lower) ? "adv" : "prep";
    case "DET": return "det";
    case "PRON": return "pron";
    case "SCONJ": return "sub";
    case "CCONJ": return "and";
    case "NUM": return "adj";
    case "PART": return "adv";
    default: return "other";
  }
}
