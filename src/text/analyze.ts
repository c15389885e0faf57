import type { AnalyzedText, Gap, Sentence, Token } from "../model/token.js";
import { createTagger } from "./create-tagger.js";
import { joinRuns, type TextToken } from "./join-runs.js";
import { findNumberRuns } from "./number-runs.js";
import { cutSegments } from "./segments.js";

/** Finds the tokens, sentences and parts of speech of a text. */
export type Analyze = (text: string) => AnalyzedText;

/**
 * Loads wink-nlp with wink-eng-lite-web-model (about 60 ms) and returns the analyzer. The text is cut into segments
 * by {@link cutSegments} first, so that time grows linearly with its length; a sentence never spans two segments. What
 * is found in a text does not depend on the texts before it.
 */
export function createAnalyzer(): Analyze {
  const { read, its, forget } = createTagger();
  return (text) => {
    const tokens: Token[] = [];
    const sentences: Sentence[] = [];
    const runs = findNumberRuns(text);
    let previousEnd = 0;
    for (const segment of cutSegments(text)) {
      const document = read(text.slice(segment.start, segment.end));
      const values = document.tokens().out() as string[];
      const parts = document.tokens().out(its.pos) as string[];
      const types = document.tokens().out(its.type) as string[];
      const spans = document.sentences().out(its.span) as unknown as [number, number][];
      let cursor = segment.start;
      for (const [firstToken, lastToken] of spans) {
        const first = tokens.length;
        const found: TextToken[] = [];
        for (let t = firstToken; t <= lastToken; t++) {
          const value = values[t] ?? "";
          if (isBlank(value)) continue;
          const start = findFrom(text, value, cursor);
          // wink-nlp gives tokens as they stand in the text; one that does not is left out rather than misplaced.
          if (start < 0 || start + value.length > segment.end) continue;
          const end = start + value.length;
          found.push({ start, end, text: value, lower: value.toLowerCase(), pos: parts[t] ?? "X", type: types[t] ?? "unk" });
          cursor = end;
        }
        for (const { start, end, text: wording, lower, pos, type } of runs.length === 0 ? found : joinRuns(text, found, runs)) {
          const gap = gapBetween(text, previousEnd, start);
          tokens.push({ start, end, text: wording, lower, pos, type, gap, sentence: sentences.length });
          previousEnd = end;
        }
        const head = tokens[first];
        const tail = tokens[tokens.length - 1];
        if (head && tail && tokens.length > first) {
          sentences.push({ start: head.start, end: tail.end, first, last: tokens.length - 1 });
        }
      }
    }
    forget();
    return { text, tokens, sentences };
  };
}

const SPACE = 0x20;

const isBlank = (value: string): boolean =>
  value.charCodeAt(0) <= SPACE || value === "" || value.charCodeAt(0) > 127 ? value.trim() === "" : false;

/** Where `value` stands from `cursor` on; nearly always there, or behind one space. */
function findFrom(text: string, value: string, cursor: number): number {
  const at = text.charCodeAt(cursor) === SPACE ? cursor + 1 : cursor;
  return text.startsWith(value, at) ? at : text.indexOf(value, cursor);
}

function gapBetween(text: string, from: number, to: number): Gap {
  if (from === to) return from === 0 ? "paragraph" : "none";
  if (from === 0) return "paragraph";
  if (to === from + 1 && text.charCodeAt(from) === SPACE) return "space";
  const between = text.slice(from, to);
  const lines = between.match(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/g)?.length ?? 0;
  return lines > 1 ? "paragraph" : lines === 1 ? "line" : /\s/.test(between) ? "space" : "none";
}
