import { familyOf } from "../model/kinds.js";
import type { Mention, NameMention } from "../model/mention.js";
import type { Span } from "../model/span.js";
import { USER_RULE, type UserName } from "../model/user-name.js";
import { compareMentions } from "./recognize-all.js";

/** Lets the user's names win over what was found in a text. */
export type ApplyUserNames = (text: string, mentions: readonly Mention[]) => readonly Mention[];

/**
 * What the user knows of names wins: wherever one of them stands as words of its own, it is a mention of the user's kind, and
 * names and dates that it overlaps give way, but for names that hold it and more ("Norvik Police" for the place Norvik). Names
 * of kind `never` are taken out. Figures stay. Longer names of the user come before shorter ones.
 */
export function createUserNames(names: readonly UserName[]): ApplyUserNames {
  if (names.length === 0) return (_, mentions) => mentions;
  const known = names.filter(({ text }) => text !== "").toSorted((a, b) => b.text.length - a.text.length);
  const never = new Set(known.filter(({ kind }) => kind === "never").map(({ text }) => text));
  return (text, mentions) => {
    const found: NameMention[] = [];
    for (const { text: wording, kind } of known) {
      if (kind === "never") continue;
      for (let start = text.indexOf(wording); start >= 0; start = text.indexOf(wording, start + wording.length)) {
        const end = start + wording.length;
        if (!isWhole(text, start, end)) continue;
        const longer = mentions.some((mention) => isName(mention) && holds(mention, { start, end }));
        if (longer || found.some((other) => overlaps(other, { start, end }))) continue;
        found.push({ kind, start, end, text: wording, by: USER_RULE, confidence: 1 });
      }
    }
    const kept = mentions.filter(
      (mention) =>
        familyOf(mention.kind) === "casualties" ||
        (!(isName(mention) && never.has(mention.text)) && !found.some((other) => overlaps(other, mention))),
    );
    return found.length === 0 && kept.length === mentions.length ? mentions : [...kept, ...found].sort(compareMentions);
  };
}

const isName = ({ kind }: Mention): boolean => familyOf(kind) === "names";
const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
/** True for a span that holds another and more. */
const holds = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start;

const WORD = /[\p{L}\p{M}\p{N}]/u;
/** True where no letter or digit goes on before or behind. */
const isWhole = (text: string, start: number, end: number): boolean =>
  !WORD.test(text.slice(Math.max(0, start - 1), start)) && !WORD.test(text.slice(end, end + 1));
