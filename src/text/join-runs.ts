import type { Token } from "../model/token.js";
import type { NumberRun } from "./number-runs.js";

/** A token before its place among others is known. */
export type TextToken = Omit<Token, "gap" | "sentence">;

/**
 * The tokens of a sentence with each run of digits as one of them: the tokens that it covers give way to it, and what they
 * hold beside it stays as tokens of its own ("1 200-1 500": a number, a dash, a number). A run that the sentence holds
 * only a part of is left.
 */
export function joinRuns(text: string, tokens: readonly TextToken[], runs: readonly NumberRun[]): readonly TextToken[] {
  const head = tokens[0];
  const tail = tokens.at(-1);
  if (!head || !tail) return tokens;
  let next = firstFrom(runs, head.start);
  if ((runs[next]?.start ?? Infinity) >= tail.end) return tokens;
  const joined: TextToken[] = [];
  for (let t = 0; t < tokens.length; t++) {
    const token = tokens[t];
    if (!token) break;
    const run = runs[next];
    if (!run || run.start >= token.end || run.end > tail.end) {
      joined.push(token);
      continue;
    }
    // Runs and tokens that overlap in turn are put together as one stretch.
    let at = token.start;
    let end = token.end;
    for (let inside = runs[next]; inside && inside.start < end && inside.end <= tail.end; inside = runs[next]) {
      pushRest(joined, text, at, inside.start, token);
      joined.push(numberToken(text, inside));
      at = inside.end;
      next++;
      while ((tokens[t + 1]?.start ?? Infinity) < Math.max(at, end)) end = Math.max(end, tokens[++t]?.end ?? end);
    }
    pushRest(joined, text, at, end, token);
  }
  return joined;
}

const numberToken = (text: string, { start, end, digits }: NumberRun): TextToken => {
  const written = text.slice(start, end);
  return digits === null
    ? { start, end, text: written, lower: written.toLowerCase(), pos: "X", type: "unk" }
    : { start, end, text: written, lower: digits, pos: "NUM", type: "number" };
};

/** What stands between numbers, without the white space around it. */
function pushRest(into: TextToken[], text: string, from: number, to: number, { pos, type }: TextToken): void {
  const rest = text.slice(from, to);
  const written = rest.trim();
  if (written === "") return;
  const start = from + rest.indexOf(written);
  const mark = !/[\p{L}\p{N}]/u.test(written);
  const kind = mark ? { pos: "PUNCT", type: "punctuation" } : { pos, type };
  into.push({ start, end: start + written.length, text: written, lower: written.toLowerCase(), ...kind });
}

/** The first run that starts at an offset or after it. */
function firstFrom(runs: readonly NumberRun[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
