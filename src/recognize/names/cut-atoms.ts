/**
 * The tagger's own words, finer than tokens, so that every span that a label set may draw begins and ends between two
 * of them: hyphens and slashes part words, a possessive stands alone, an abbreviation keeps its stops.
 *
 *   Azerbaijan's al-Nawaf of U.S.-based O'Neill Corp.
 *   ^^^^^^^^^^|^ ^^|^^^^^^   ^^^^|^^^^^ ^^^^^^^ ^^^^|^
 */
export interface Atom {
  readonly start: number;
  readonly end: number;
}

const WORD = String.raw`[\p{L}\p{M}\p{N}_]+`;
const PATTERNS = [
  String.raw`(?:https?://|www\.)[^\s<>"]+`, // addresses are one atom: nothing in them is a name
  String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
  String.raw`(?<![\p{L}\p{N}])[@#][\p{L}\p{N}_]+`,
  String.raw`(?:\p{L}\.){2,}`,
  String.raw`\p{N}+(?:[.,]\p{N}+)+`,
  String.raw`[\p{L}\p{M}]+(?=n['’]t(?![\p{L}\p{N}]))`,
  String.raw`n['’]t(?![\p{L}\p{N}])`,
  String.raw`['’](?:s|S|re|ve|ll|d|m)(?![\p{L}\p{N}])`,
  `${WORD}(?:['’](?!(?:s|S|re|ve|ll|d|m|t)(?![\\p{L}\\p{N}]))${WORD})*`,
  "([^\\s])\\1*",
];
const ATOM = new RegExp(PATTERNS.join("|"), "gu");

/** The atoms of `text.slice(start, end)`, in order, with offsets into `text`. White space belongs to none. */
export function cutAtoms(text: string, start = 0, end: number = text.length): Atom[] {
  const part = start === 0 && end === text.length ? text : text.slice(start, end);
  const atoms: Atom[] = [];
  for (const match of part.matchAll(ATOM)) {
    atoms.push({ start: start + match.index, end: start + match.index + match[0].length });
  }
  return atoms;
}
