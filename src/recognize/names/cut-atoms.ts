import { asciiClass, DIGIT, LOWER, SPACE, UNDERSCORE, UPPER } from "../../text/ascii.js";

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
const ATOM = new RegExp(PATTERNS.join("|"), "uy");

/** Longest run that one of the patterns takes whole. */
const LONGEST = 99;
const IN_WORD = UPPER | LOWER | DIGIT | UNDERSCORE;

const CODE = {
  space: 0x20,
  quote: 0x22,
  hash: 0x23,
  apostrophe: 0x27,
  plus: 0x2b,
  comma: 0x2c,
  dash: 0x2d,
  stop: 0x2e,
  slash: 0x2f,
  colon: 0x3a,
  at: 0x40,
} as const;

const isWord = (code: number): boolean => code < 128 && (asciiClass(code) & IN_WORD) !== 0;
/** What an address may hold before its at sign. */
const isLocal = (code: number): boolean => isWord(code) || code === CODE.plus || code === CODE.dash || code === CODE.stop;

/** Where the ASCII word from `at` on ends, where no pattern but that of plain words can match there; -1 where one may. */
function plainWordEnd(part: string, at: number): number {
  let end = at + 1;
  while (end < part.length && isWord(part.charCodeAt(end))) end++;
  if (end === part.length) return end - at > LONGEST ? -1 : end;
  const next = part.charCodeAt(end);
  if (next > 127 || next === CODE.apostrophe || next === CODE.at || end - at > LONGEST) return -1;
  if (next === CODE.colon) return part.charCodeAt(end + 1) === CODE.slash ? -1 : end;
  const after = end + 1 < part.length ? part.charCodeAt(end + 1) : CODE.space;
  // Behind these an address, an abbreviation or a number may go on.
  if (next === CODE.comma) return after > 127 || isWord(after) ? -1 : end;
  if (next === CODE.stop) return after < 128 && (asciiClass(after) === SPACE || after === CODE.quote) ? end : -1;
  if (next !== CODE.dash && next !== CODE.plus) return end;
  if (!isLocal(after)) return after > 127 ? -1 : end;
  let far = end + 2;
  while (far < part.length && isLocal(part.charCodeAt(far))) far++;
  return far < part.length && part.charCodeAt(far) === CODE.at ? -1 : end;
}

/** Where the run of one ASCII mark from `at` on ends, where no other pattern can match there; -1 where one may. */
function plainMarkEnd(part: string, at: number): number {
  const code = part.charCodeAt(at);
  if (code === CODE.apostrophe || code === CODE.at || code === CODE.hash) return -1;
  const local = code === CODE.stop || code === CODE.dash || code === CODE.plus;
  if (local && (at === 0 || !isLocal(part.charCodeAt(at - 1)))) {
    const next = part.charCodeAt(at + 1);
    if (isLocal(next) || next === CODE.at) return -1;
  }
  let end = at + 1;
  while (end < part.length && part.charCodeAt(end) === code) end++;
  return end - at > LONGEST ? -1 : end;
}

/**
 * The atoms of `text.slice(start, end)`, in order, with offsets into `text`. White space belongs to none. Plain words and
 * marks in ASCII, nearly all of English, are read without the patterns, which give the same.
 */
export function cutAtoms(text: string, start = 0, end: number = text.length): Atom[] {
  const part = start === 0 && end === text.length ? text : text.slice(start, end);
  const atoms: Atom[] = [];
  let at = 0;
  while (at < part.length) {
    const code = part.charCodeAt(at);
    let stop = -1;
    if (code < 128) {
      const kind = asciiClass(code);
      if (kind === SPACE) {
        at++;
        continue;
      }
      stop = (kind & IN_WORD) !== 0 ? plainWordEnd(part, at) : plainMarkEnd(part, at);
    }
    if (stop < 0) {
      ATOM.lastIndex = at;
      if (!ATOM.test(part)) {
        at++;
        continue;
      }
      stop = ATOM.lastIndex;
    }
    atoms.push({ start: start + at, end: start + stop });
    at = stop;
  }
  return atoms;
}
