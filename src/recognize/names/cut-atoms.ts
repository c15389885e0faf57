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

// Runs are bounded, so that no text takes more than linear time.
const WORD = String.raw`[\p{L}\p{M}\p{N}_]{1,99}`;
const PATTERNS = [
  String.raw`(?:https?://|www\.)[^\s<>"]+`, // addresses are one atom: nothing in them is a name
  String.raw`(?<![\w.+\-])[\w.+\-]{1,64}@[\w\-]{1,64}(?:\.[\w\-]{1,64}){1,8}`,
  String.raw`(?<![\p{L}\p{N}])[@#][\p{L}\p{N}_]{1,99}`,
  String.raw`(?:\p{L}\.){2,20}`,
  String.raw`(?<![\p{N}.,])\p{N}{1,20}(?:[.,]\p{N}{1,20}){1,9}`,
  String.raw`[\p{L}\p{M}]{1,40}(?=n['’]t(?![\p{L}\p{N}]))`,
  String.raw`n['’]t(?![\p{L}\p{N}])`,
  String.raw`['’](?:[sSdm]|re|ve|ll)(?![\p{L}\p{N}])`,
  `${WORD}(?:['’](?!(?:[sSdmt]|re|ve|ll)(?![\\p{L}\\p{N}]))${WORD}){0,9}`,
  String.raw`(\S)\1{0,99}`,
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
