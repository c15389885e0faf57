import iconv from "iconv-lite";

/** An encoding of one byte a letter, and the languages that are written in it. */
interface SingleByteEncoding {
  readonly name: string;
  readonly languages: readonly string[];
}

const WESTERN = ["en", "fr", "de", "es", "pt", "it", "nl", "da", "no", "sv", "fi", "is", "ca", "eu", "ga"] as const;
const CENTRAL = ["pl", "cs", "sk", "hu", "sl", "hr", "sr", "ro"] as const;

/** Windows-1252 first: another one must do better. */
const ENCODINGS: readonly SingleByteEncoding[] = [
  { name: "windows-1252", languages: WESTERN },
  { name: "windows-1250", languages: CENTRAL },
  { name: "iso-8859-2", languages: CENTRAL },
  { name: "windows-1254", languages: ["tr", "az"] },
  { name: "macroman", languages: WESTERN },
];

/** Icelandic differs from Turkish in the bytes of three letters, and there are two hundred times as many who write that. */
const RARE = 0.75;
/** By how much another reading must fit its languages better than Windows-1252. */
const LEAD = 0.08;
/** Bytes of the text and words that are looked at. */
const LOOKED_AT = { bytes: 262_144, words: 400 } as const;

/**
 * The encoding of a text in Latin letters whose bytes are no UTF-8 and that names none: the one in which its words with
 * letters beyond ASCII are most like words of a language that is written in it, and hold fewest marks within a word.
 */
export async function detectSingleByte(bytes: Uint8Array): Promise<string> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, LOOKED_AT.bytes));
  if (!head.some((byte) => byte >= 0x80)) return "windows-1252";
  const { default: eld } = await import("eld/extrasmall");
  const scores = ENCODINGS.map(({ name, languages }) => {
    const text = iconv.decode(head, name);
    const words = wordsBeyondAscii(text);
    const found = eld.detect(words.join(" ")).getScores();
    const fit = Math.max(0, ...languages.map((language) => (found[language] ?? 0) * (language === "is" ? RARE : 1)));
    return { name, score: fit * soundness(text) ** 2 + soundness(text) };
  });
  const [western] = scores;
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one));
  return western !== undefined && best.score - western.score > LEAD ? best.name : "windows-1252";
}

const wordsBeyondAscii = (text: string): readonly string[] =>
  text
    .split(/\s+/)
    .filter((word) => /\P{ASCII}/u.test(word))
    .slice(0, LOOKED_AT.words);

/** The share of a text's characters beyond ASCII that stand where such characters do: letters in words, quotation marks around them. */
function soundness(text: string): number {
  let sound = 0;
  let all = 0;
  for (const match of text.matchAll(/\P{ASCII}/gu)) {
    if (all++ > 5000) break;
    const at = match.index;
    if (isSound(match[0], text.charAt(at - 1), text.charAt(at + 1))) sound++;
  }
  return all === 0 ? 1 : sound / all;
}

function isSound(mark: string, before: string, after: string): boolean {
  const isLetter = (unit: string): boolean => /\p{L}/u.test(unit);
  if (/\p{Ll}/u.test(mark)) return isLetter(before) || isLetter(after);
  // A capital stands at the head of a word, or among capitals.
  if (/\p{Lu}/u.test(mark)) return !/\p{Ll}/u.test(before);
  if (mark === "’") return isLetter(before) || isLetter(after);
  if (/[“‘«„‚]/.test(mark)) return !isLetter(before);
  if (/[”»]/.test(mark)) return !isLetter(after);
  if (/[–—…•·£€§°\u00a0©®™½¼²]/.test(mark))
    return !(isLetter(before) && isLetter(after)) || mark === "—" || mark === "…" || mark === "\u00a0";
  return false;
}
