import { asciiClass, DIGIT, LOWER, UPPER } from "../../../text/ascii.js";
import type { TypedSpan } from "../typed-span.js";
import { addSpans } from "./add-spans.js";
import type { ListedName } from "./name-lists.js";

const CAPITAL = /^[\p{Lu}\p{N}]/u;
const IN_WORD = /^[\p{L}\p{M}\p{N}]/u;
const WORD_GOES_ON = /^[\p{L}\p{M}\p{N}]/u;

/** Confidence of a name that stands on a list and is long enough to mean nothing else. */
const LISTED = 0.95;

/**
 * Finds the names that a list knows, longest first, whatever the tagger made of them, unless they are part of a longer
 * organization ("Hamas Health Office"). One pass over the capitalized words.
 */
export function findListedNames(
  text: string,
  spans: readonly TypedSpan[],
  listed: ReadonlyMap<string, readonly ListedName[]>,
  by: string,
): readonly TypedSpan[] {
  const found: TypedSpan[] = [];
  let at = 0;
  while (at < text.length) {
    const end = wordEnd(text, at);
    if (end === at) {
      at++;
      continue;
    }
    const entry = mayBegin(text, at) ? entryAt(text, at, text.slice(at, end), listed) : undefined;
    if (entry === undefined) {
      at = end;
      continue;
    }
    const stop = at + entry.name.length;
    if (entry.by === by) found.push({ start: at, end: stop, type: "ORG", confidence: LISTED, by });
    at = stop;
  }
  if (found.length === 0) return spans;
  const right = (span: TypedSpan): boolean =>
    spans.some(({ start, end, type }) => start === span.start && end === span.end && type === "ORG");
  return addSpans(
    spans,
    found.filter((span) => !right(span)),
    true,
  );
}

function entryAt(text: string, at: number, first: string, listed: ReadonlyMap<string, readonly ListedName[]>): ListedName | undefined {
  return listed
    .get(first)
    ?.find(({ name }) => text.startsWith(name, at) && !WORD_GOES_ON.test(text.slice(at + name.length, at + name.length + 2)));
}

/** Where the letters and digits from `at` on end; `at` itself where there is none. */
function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code < 128) {
      if ((asciiClass(code) & (UPPER | LOWER | DIGIT)) === 0) return end;
      end++;
    } else {
      const char = String.fromCodePoint(text.codePointAt(end) ?? 0);
      if (!IN_WORD.test(char)) return end;
      end += char.length;
    }
  }
  return end;
}

/** True where a listed name may begin: at a capital or a digit, at "al" or "anti-". */
function mayBegin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) {
    if ((asciiClass(code) & (UPPER | DIGIT)) !== 0) return true;
    return text.startsWith("al-", at) || text.startsWith("al ", at) || text.startsWith("anti-", at);
  }
  return CAPITAL.test(text.slice(at, at + 2));
}
