import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { Span } from "../../model/span.js";
import type { Sex } from "./person-name.js";

/** What the words around a mention of a person tell. */
export interface PersonCues {
  /** Titles and trades right before it, in lower case: `president`, `judge`. */
  readonly offices: readonly string[];
  /** The sex that a title, a trade or a relation before it tells, or null. */
  readonly sex: Sex | null;
  /** The sex of the first pronoun behind it in its sentence, before anybody else is named; a weak sign. */
  readonly pronoun: Sex | null;
  /** True where it is introduced through somebody else ("his wife X", "her niece, X", "X, son of"). */
  readonly kin: boolean;
  /** True where a family is meant ("the X family", "the Xs"). */
  readonly family: boolean;
  /** The relation that it owns ("X's wife Y": `wife`), or null. */
  readonly owns: string | null;
}

export type PersonCueReader = (text: string, mention: Span, next: Span | undefined) => PersonCues;

/** Letters before and behind a mention that are looked at. */
const BEFORE = 60;
const BEHIND = 160;

/** What stands behind a name, between commas, with an article. */
const APPOSITION = /^, (?:\d{1,3}, )?(?:an? |the )(?<what>[\p{L}\p{M}'’ -]{3,60})/u;
const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’.-]*/gu;

/** Builds the reader from `lexicons/person-words.tsv`. */
export function createPersonCueReader(lexicons: Lexicons): PersonCueReader {
  const words = new Map<string, { readonly use: string; readonly sex: Sex | null }[]>();
  for (const { word = "", use = "", sex = "" } of lexicons.get("person-words") ?? []) {
    const row = { use, sex: sex === "male" || sex === "female" ? sex : null } as const;
    const known = words.get(word);
    if (known) known.push(row);
    else words.set(word, [row]);
  }
  const useOf = (word: string, ...uses: readonly string[]): { readonly use: string; readonly sex: Sex | null } | null =>
    words.get(word.toLowerCase().replace(/\.$/, ""))?.find((row) => uses.includes(row.use)) ?? null;
  return (text, mention, next) => {
    const before = lastClause(text.slice(Math.max(0, mention.start - BEFORE), mention.start));
    const behind = text.slice(mention.end, mention.end + BEHIND);
    const offices: string[] = [];
    let sex: Sex | null = null;
    let kin = false;
    const spoken = before.match(WORD) ?? [];
    for (let i = spoken.length - 1; i >= 0 && i >= spoken.length - 4; i--) {
      const word = (spoken[i] ?? "").replace(/['’]s$/, "");
      const row = useOf(word, "honorific", "office", "kin");
      if (!row) {
        // "the former prime minister X", "foreign minister and lawyer X": the words of a title may stand apart.
        if (i === spoken.length - 1 || offices.length === 0) break;
        continue;
      }
      if (row.use === "kin") kin = true;
      else if (row.use === "office") offices.push(word.toLowerCase());
      sex ??= row.sex;
      if (row.use === "kin") break;
    }
    // "X, son of Y", "X, wife of Y" introduce X through Y.
    const apposition = /^,? (?:the |a |his |her |their )?(?:\p{Ll}+ )?(?<word>\p{Ll}[\p{Ll}-]*) of\b/u.exec(behind)?.groups?.["word"];
    // "X, an engineer at …", "X, 44, a former judge,": what X does.
    // "X, the son of the leader": what the other one does.
    for (const [word] of (APPOSITION.exec(behind)?.groups?.["what"] ?? "").matchAll(WORD)) {
      if (useOf(word, "kin")) break;
      if (useOf(word, "office")) offices.push(word.toLowerCase());
    }
    const relation = apposition ? useOf(apposition, "kin") : null;
    const owned = /^['’]s (?:[\p{Ll}-]+ )?(?<word>[\p{Ll}-]+)/u.exec(behind)?.groups?.["word"] ?? "";
    const after = /^['’]? (?<word>\p{L}+)/u.exec(behind)?.groups?.["word"] ?? "";
    return {
      offices,
      sex: sex ?? relation?.sex ?? null,
      kin: kin || relation !== null,
      pronoun: firstPronoun(behind.slice(0, next ? Math.max(0, next.start - mention.end) : BEHIND), useOf),
      family: /^s\b/.test(behind) || useOf(after, "family") !== null,
      owns: owned !== "" && useOf(owned, "kin") ? owned : null,
    };
  };
}

/** What stands behind the last end of a sentence or clause. */
function lastClause(before: string): string {
  const ends = [...before.matchAll(/\n|[!?;] |(?<=\p{Ll}{3})\. /gu)];
  return before.slice((ends.at(-1)?.index ?? -1) + 1);
}

function firstPronoun(behind: string, useOf: (word: string, use: string) => { readonly sex: Sex | null } | null): Sex | null {
  const end = behind.search(/[.!?]["”’]?\s|\n/);
  for (const [word] of (end < 0 ? behind : behind.slice(0, end)).matchAll(WORD)) {
    const row = useOf(word, "pronoun");
    if (row) return row.sex;
  }
  return null;
}
