import type { Outcome } from "../../model/casualty.js";
import type { CasualtyMention } from "../../model/mention.js";
import type { AnalyzedText, Token } from "../../model/token.js";
import { readQuantity } from "./read-quantity.js";
import { hasTag, PREMODIFIERS, type Vocabulary } from "./vocabulary.js";

interface Cell {
  readonly start: number;
  readonly end: number;
}

/** A table of the text whose head names outcomes: its span, and the figures in its cells. */
export interface ReadTable {
  readonly start: number;
  readonly end: number;
  readonly figures: readonly CasualtyMention[];
}

/**
 * Reads tables set with bars or tabs.
 *
 * ```
 *  Town  | Killed | Injured
 *  Aba   | 14     | 30        a column gives its cells their outcome
 * ```
 */
export function readTables(analyzed: AnalyzedText, vocabulary: Vocabulary): readonly ReadTable[] {
  const { text } = analyzed;
  if (!/[|\t]/.test(text)) return [];
  const tables: ReadTable[] = [];
  let heads: readonly (Outcome | null)[] | null = null;
  let first: Cell | null = null;
  let figures: CasualtyMention[] = [];
  let end = 0;
  const close = (): void => {
    if (first && figures.length > 0) tables.push({ start: first.start, end, figures });
    heads = null;
    first = null;
    figures = [];
  };
  let start = 0;
  for (const line of text.split("\n")) {
    const cells = cellsOf(line, start);
    start += line.length + 1;
    if (cells.length < 2) {
      close();
      continue;
    }
    if (heads === null) {
      const found = cells.map((cell) => outcomeOf(text.slice(cell.start, cell.end), vocabulary));
      // A head holds no numbers: "Killed | 14" is a label with its number.
      if (found.some((outcome) => outcome !== null) && cells.every((cell) => !/\d/.test(text.slice(cell.start, cell.end)))) {
        heads = found;
        first = cells[0] ?? null;
      }
      continue;
    }
    end = (cells.at(-1) ?? { end }).end;
    const columns: readonly (Outcome | null)[] = heads;
    if (cells.length !== columns.length) continue;
    figures.push(...cells.flatMap((cell, k) => figureIn(analyzed, cell, columns[k] ?? null, vocabulary)));
  }
  close();
  return tables;
}

/** What befell the people whom a column counts, by a word of its head. A share, a rate or a change of them counts nobody. */
function outcomeOf(head: string, vocabulary: Vocabulary): Outcome | null {
  const words = head.toLowerCase().match(/[\p{L}'-]+/gu) ?? [];
  if (head.includes("%") || words.some((word) => hasTag(vocabulary, word, "no-column"))) return null;
  for (const word of words) {
    const noun = vocabulary.nouns.get(word);
    const outcome = PREMODIFIERS.get(word) ?? (noun?.counts === true ? noun.outcome : undefined);
    if (outcome) return outcome;
  }
  return null;
}

/** The cells of a line in order, trimmed; empty ones keep their place. */
function cellsOf(line: string, offset: number): readonly Cell[] {
  const mark = line.includes("|") ? "|" : "\t";
  if (!line.includes(mark)) return [];
  const cells: Cell[] = [];
  let at = offset;
  for (const part of line.split(mark)) {
    const lead = part.length - part.trimStart().length;
    cells.push({ start: at + lead, end: at + lead + part.trim().length });
    at += part.length + 1;
  }
  // The outer bars of a row open and close nothing.
  if (mark === "|" && line.trimStart().startsWith("|")) cells.shift();
  if (mark === "|" && line.trimEnd().endsWith("|")) cells.pop();
  return cells;
}

function figureIn(analyzed: AnalyzedText, cell: Cell, outcome: Outcome | null, vocabulary: Vocabulary): readonly CasualtyMention[] {
  if (outcome === null || cell.end <= cell.start) return [];
  const first = tokenAt(analyzed.tokens, cell.start);
  let last = first;
  while ((analyzed.tokens[last + 1]?.end ?? Infinity) <= cell.end) last++;
  const read = analyzed.tokens[first]?.start === cell.start ? readQuantity(analyzed.tokens, first, last, vocabulary) : null;
  // The cell holds the number alone.
  if (!read || read.last !== last) return [];
  const { value, low, high, qualifier } = read;
  return [
    {
      kind: "casualty",
      start: cell.start,
      end: cell.end,
      text: analyzed.text.slice(cell.start, cell.end),
      by: "casualty:table",
      confidence: 1,
      outcome,
      value,
      low,
      high,
      qualifier,
      victims: null,
      modality: "reported",
      scope: "incident",
      attribution: null,
      implicit: false,
    },
  ];
}

/** The index of the token that starts at or after an offset. */
function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
