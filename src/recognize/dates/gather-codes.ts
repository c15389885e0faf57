import { FIRST_CODE, OTHER_CODE } from "./compile-pattern.js";

/** The stretches of words that a rule can match, as a string of their codes. */
export interface Gathered {
  readonly codes: string;
  /** The word of each code. */
  readonly at: readonly number[];
  /** 1 for the classes that occur, counted from the first. */
  readonly seen: Uint8Array;
}

/**
 * Runs without an unknown word that hold at least one word of time (`isCore`, by class), each closed by one unknown word. Most of a news
 * text falls away.
 */
export function gatherCodes(codes: readonly number[], isCore: Uint8Array): Gathered {
  const seen = new Uint8Array(isCore.length);
  const at: number[] = [];
  const kept: number[] = [];
  let start = 0;
  let holds = false;
  for (let i = 0; i <= codes.length; i++) {
    const code = i === codes.length ? OTHER_CODE : (codes[i] ?? OTHER_CODE);
    if (code >= FIRST_CODE) {
      if (isCore[code - FIRST_CODE] === 1) holds = true;
      continue;
    }
    if (holds) {
      for (let j = start; j < i; j++) {
        const unit = codes[j] ?? OTHER_CODE;
        seen[unit - FIRST_CODE] = 1;
        kept.push(unit);
        at.push(j);
      }
      kept.push(code);
      at.push(i);
    }
    start = i + 1;
    holds = false;
  }
  return { codes: stringOf(kept), at, seen };
}

/** A string of code units; in parts, since a call takes so many arguments at the most. */
function stringOf(units: readonly number[]): string {
  let text = "";
  for (let i = 0; i < units.length; i += 4096) text += String.fromCharCode(...units.slice(i, i + 4096));
  return text;
}
