import type { Span } from "../model/span.js";
import { isAllCapitals } from "./casing.js";

/** Longest piece, in UTF-16 units, that a tokenizer is given. wink-nlp takes quadratic time on some inputs. */
export const SEGMENT_LIMIT = 2000;

/** Longest run without white space that is given to a tokenizer in one piece. */
const RUN_LIMIT = 200;

const isSpace = (code: number): boolean =>
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d) ||
  code === 0x85 ||
  code === 0xa0 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000;

const isLineEnd = (code: number): boolean =>
  code === 0x0a || code === 0x0d || code === 0x0b || code === 0x0c || code === 0x85 || code === 0x2028 || code === 0x2029;

/** Never between the halves of a surrogate pair. */
function safeCut(text: string, at: number): number {
  const before = text.charCodeAt(at - 1);
  return before >= 0xd800 && before <= 0xdbff ? at - 1 : at;
}

/**
 * Cuts a text, in linear time and without looking at words, into segments of at most {@link SEGMENT_LIMIT} units:
 * at blank lines and line ends first, else after the last sentence mark, else at the last white space, else hard.
 * A run of more than 200 units without white space stands in segments of its own. White space at the edges of
 * segments is left out; nothing else is.
 *
 * Line ends close a segment unless the text is wrapped at a fixed width ({@link isHardWrapped}).
 */
export function cutSegments(text: string): readonly Span[] {
  const wrapped = isHardWrapped(text);
  const segments: Span[] = [];
  let start = -1;
  let lastSpace = -1;
  let lastStop = -1;
  let runStart = 0;
  const push = (from: number, to: number): void => {
    let end = to;
    while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
    if (end > from) segments.push({ start: from, end });
  };
  let i = 0;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (isSpace(code)) {
      let j = i;
      let lines = 0;
      while (j < text.length && isSpace(text.charCodeAt(j))) {
        const c = text.charCodeAt(j);
        if (isLineEnd(c) && !(c === 0x0a && text.charCodeAt(j - 1) === 0x0d)) lines++;
        j++;
      }
      if (start >= 0) {
        if (lines > 1 || (lines === 1 && !wrapped)) {
          push(start, i);
          start = -1;
        } else {
          lastSpace = i;
          if (/[.!?…]["'”’»)\]]?$/.test(text.slice(Math.max(0, i - 2), i))) lastStop = i;
        }
      }
      i = j;
      runStart = j;
      continue;
    }
    if (start < 0) {
      start = i;
      lastSpace = -1;
      lastStop = -1;
      runStart = i;
    }
    if (i - runStart >= RUN_LIMIT || i - start >= SEGMENT_LIMIT) {
      const cut = lastStop > start ? lastStop : lastSpace > start ? lastSpace : safeCut(text, i);
      push(start, cut);
      let next = cut;
      while (next < i && isSpace(text.charCodeAt(next))) next++;
      start = next;
      runStart = Math.max(runStart, next);
      lastSpace = -1;
      lastStop = -1;
      if (i - runStart >= RUN_LIMIT) {
        const hard = safeCut(text, i);
        push(start, hard);
        start = hard;
        runStart = hard;
      }
    }
    i++;
  }
  if (start >= 0) push(start, text.length);
  return segments;
}

/**
 * True for text that was wrapped at a fixed width, as wire services and mail do: among single line ends, at least a
 * quarter go on with a lower-case letter. Text in capitals, which has none, is wrapped where most of its line ends
 * come after 50 to 90 units. There a line end is a space, elsewhere it ends a headline or a paragraph.
 */
export function isHardWrapped(text: string): boolean {
  let joints = 0;
  let lower = 0;
  let long = 0;
  for (const match of text.matchAll(/[^\r\n](?:\r\n|\r|\n)[ \t]*(\S)/g)) {
    joints++;
    if (/\p{Ll}/u.test(match[1] ?? "")) lower++;
    const width = match.index - text.lastIndexOf("\n", match.index);
    if (width >= 50 && width <= 90) long++;
  }
  if (joints < 2) return joints === 1 && long === 1 && isAllCapitals(text);
  return lower / joints >= 0.25 || (long / joints >= 0.6 && isAllCapitals(text)) || (lower === 0 && isFilled(text));
}

/** Longest line, in UTF-16 units, of a text that is wrapped at a fixed width. */
const WIDEST = 100;
/** Share of the width that a line and the first word after it would take at least: people who wrap by hand leave some. */
const FILLED = 0.9;
const SENTENCE_END = /[.!?…]["'”’»)\]]?$/;

/**
 * True for a text whose line ends happen to stand before capitals ("near the Grand⏎Mosque."), but whose lines were filled:
 * the next line's first word would not have fitted on any of them, and a sentence ends where a paragraph does and nowhere
 * else at a line's end. A list of headlines has no sentence marks, one of names few words in lower case, and a title is
 * shorter than the text below it is wide.
 */
function isFilled(text: string): boolean {
  const paragraphs = text
    .trim()
    .split(/(?:\r?\n[ \t]*){2,}/)
    .map((paragraph) => paragraph.split(/\r?\n/).map((line) => line.trim()));
  const width = paragraphs.flat().reduce((most, { length }) => Math.max(most, length), 0);
  if (width > WIDEST) return false;
  return paragraphs.every((lines) =>
    lines.every((line, i) => {
      const next = /^\S+/.exec(lines[i + 1] ?? "")?.[0];
      if (next === undefined) return SENTENCE_END.test(line);
      const running = (line.match(/(?<=^|\s)\p{Ll}/gu)?.length ?? 0) > 1;
      return running && !SENTENCE_END.test(line) && line.length + 1 + next.length > width * FILLED;
    }),
  );
}
