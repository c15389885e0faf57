import type { LabeledSentence } from "./read-label-set.js";

/** A labelled stretch of a text: half-open UTF-16 offsets and the type as the set writes it. */
export interface LabeledSpan {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

const CLOSER = /^(?:[,.;:!?%)\]}”…]+|n't|['’](?:[sSdm]|re|ve|ll))$/u;
const OPENERS = new Set(["(", "[", "{", "“", "$", "£", "€", "#"]);
const CONTRACTED = new Set(["s", "t", "re", "ve", "ll", "d", "m", "S"]);
const WORD_START = /^[\p{L}\p{N}_]/u;
const WORD_END = /[\p{L}\p{N}_]$/u;

/** Writes the tokens of a sentence as text: one space between any two, or as people space them (`natural`). */
export function writeSentence(sentence: LabeledSentence, natural: boolean): { text: string; spans: readonly LabeledSpan[] } {
  const gaps = natural ? naturalGaps(sentence.tokens) : sentence.tokens.map((_, i) => (i ? " " : ""));
  let text = "";
  const starts: number[] = [];
  const ends: number[] = [];
  sentence.tokens.forEach((token, i) => {
    text += gaps[i] ?? "";
    starts.push(text.length);
    text += token;
    ends.push(text.length);
  });
  const spans: LabeledSpan[] = [];
  for (let i = 0; i < sentence.tags.length;) {
    const tag = sentence.tags[i] ?? "O";
    if (!tag.startsWith("B-")) {
      i++;
      continue;
    }
    const type = tag.slice(2);
    let j = i + 1;
    while (sentence.tags[j] === `I-${type}`) j++;
    spans.push({ start: starts[i] ?? 0, end: ends[j - 1] ?? 0, type });
    i = j;
  }
  return { text, spans };
}

function naturalGaps(tokens: readonly string[]): readonly string[] {
  const open = new Map<string, boolean>();
  const gaps: string[] = [];
  let glue = true;
  tokens.forEach((token, i) => {
    const next = tokens[i + 1] ?? "";
    const apostrophe = token === "’" || token === "'";
    let left = CLOSER.test(token) || (apostrophe && CONTRACTED.has(next));
    let right = OPENERS.has(token) || (apostrophe && left);
    if (token === '"' || token === "''" || token === "``") {
      const opening = !open.get(token);
      open.set(token, opening);
      left = !opening;
      right = opening;
    }
    if ((token === "-" || token === "–" || token === "/") && i > 0 && WORD_START.test(next) && WORD_END.test(tokens[i - 1] ?? "")) {
      left = true;
      right = true;
    }
    gaps.push(glue || left ? "" : " ");
    glue = right;
  });
  return gaps;
}
