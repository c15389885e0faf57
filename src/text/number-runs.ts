import type { Span } from "../model/span.js";

/** Digits of the text that belong together although white space, marks or other scripts keep a tokenizer from seeing it. */
export interface NumberRun extends Span {
  /** The number in plain digits, groups of three with commas ("1,234", "12.5"); null where it is none that can be told. */
  readonly digits: string | null;
}

/** What has no width: it may stand within a number that a web page lets break, and is not seen. */
const UNSEEN = "\\u00ad\\u200b-\\u200d\\u2060\\ufeff";
/** What stands between groups of three: spaces of several widths, apostrophes, the comma, the Arabic thousands mark. */
const SPACES = " \\u00a0\\u202f\\u2009\\u2007";
const JOINTS = `${SPACES}'’,\\u066c`;
/** Digits with single joints, decimal marks and unseen characters between them, and an exponent after them. */
const DIGITS = new RegExp(
  `\\p{Nd}(?:[${UNSEEN}]*(?:[${JOINTS}.\\u066b][${UNSEEN}]*)?\\p{Nd})*(?:[eE][+\\-−]?\\d+|(?<=\\b0)x[\\da-fA-F]+)?`,
  "gu",
);
/** What lies beyond Latin letters, quotes and dashes, digits of other scripts among it. */
const OTHER_SCRIPTS = "\\u0660-\\u1fff\\u2c00-\\uffff";
/** Digits after which a run goes on that a tokenizer cannot read: a joint and a digit, an exponent, another script. */
const GOES_ON = new RegExp(
  `\\d+(?:[.,]\\d+)*(?:[\\u00ad\\u200b-\\u200d\\u2060x${OTHER_SCRIPTS}]|[${SPACES}'’.,][${UNSEEN}]*[\\d${OTHER_SCRIPTS}]|[eE][+\\-−]?\\d)`,
  "y",
);
/** What a tokenizer reads by itself. */
const PLAIN = /^\d+(?:[.,]\d+)*$/;
const UNSEEN_ALL = new RegExp(`[${UNSEEN}]`, "gu");
const SPACE = new RegExp(`[${SPACES}]`, "u");
/** 1 234, 12'345'678, 1,234; the same joint throughout, a decimal part with another mark. */
const GROUPED = new RegExp(`^([1-9]\\d{0,2})([${JOINTS}])(\\d{3}(?:\\2\\d{3})*)(?:[.,\\u066b](\\d+))?$`, "u");
const UNGROUPED = /^(\d+)(?:[.\u066b](\d+))?$/;

/** A year, an hour. */
const BEFORE_A_COUNT = /^(?:[12]\d{3}|\d{1,2}\.\d{2}) /;

/** Words before a number that names a thing, or a day: another number after it is a count of its own ("May 5 200 people"). */
const NAMING = new Set([
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
  "jan",
  "feb",
  "mar",
  "apr",
  "jun",
  "jul",
  "aug",
  "sep",
  "sept",
  "oct",
  "nov",
  "dec",
  "day",
  "week",
  "page",
  "chapter",
  "article",
  "section",
  "paragraph",
  "annex",
  "flight",
  "route",
  "highway",
  "road",
  "no",
  "nos",
  "number",
  "room",
  "resolution",
  "phase",
  "level",
  "category",
  "boeing",
  "airbus",
  "unit",
  "division",
  "brigade",
  "district",
  "ward",
  "zone",
  "sector",
  "block",
  "table",
  "figure",
  "age",
  "aged",
]);

/**
 * Finds the numbers of a text that need more than ASCII digits, commas and a point: "1 234" as European papers print
 * it, with whichever space; "1'234"; digits joined by characters without width; digits of any script. What cannot be told
 * to be one number ("1e400", digits of two scripts in one) is a run without digits. An ordinary space joins only where nothing
 * around says that two numbers stand side by side: no third number, no month or label before. Linear in the length of the text.
 */
export function findNumberRuns(text: string): readonly NumberRun[] {
  const runs: NumberRun[] = [];
  for (const { 0: written, index } of text.matchAll(DIGITS)) {
    if (PLAIN.test(written)) continue;
    for (const run of readRuns(text, written, index)) runs.push(run);
  }
  return runs;
}

/** False where no run of {@link findNumberRuns} begins at an offset, without looking at the rest of the text. True is not sure. */
export function mayBeginRun(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 48 || (code > 57 && code < 0x660) || (code >= 0x2000 && code < 0x2c00)) return false;
  if (code > 57) return true;
  GOES_ON.lastIndex = at;
  return GOES_ON.test(text);
}

function readRuns(text: string, written: string, start: number): readonly NumberRun[] {
  const end = start + written.length;
  if (/[ex]/i.test(written)) return [{ start, end, digits: null }];
  if (!SPACE.test(written)) return [{ start, end, digits: toDigits(written) }];
  const whole = written.includes(" ") && standsBesideANumber(text, start, end) ? null : toDigits(written);
  if (whole !== null) return [{ start, end, digits: whole }];
  // Several numbers: a year or an hour before a count, cells of a table. Each for itself.
  const head = BEFORE_A_COUNT.exec(written)?.[0] ?? (/\d:$/.test(text.slice(start - 2, start)) ? /^\d{2} /.exec(written)?.[0] : undefined);
  if (head !== undefined) {
    // "2022 5:36": what is left is plain and no run, so that a clock time stays whole.
    const rest = written.slice(head.length);
    return PLAIN.test(rest) ? [] : readRuns(text, rest, start + head.length);
  }
  return [...written.matchAll(/[^ ]+/g)].flatMap(({ 0: part, index }) =>
    PLAIN.test(part) ? [] : [{ start: start + index, end: start + index + part.length, digits: toDigits(part) }],
  );
}

/** True where what stands around digits with spaces between them makes them several numbers, or parts of something else. */
function standsBesideANumber(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 16), start);
  const after = text.slice(end, end + 12);
  if (/[\p{L}\p{N}_+#:/.]$/u.test(before)) return true;
  if (/[-–—−]$/.test(before) && !/\d{1,3} \d{3}[-–—−]$/.test(before)) return true;
  if (/^(?:[-–—−]\d(?!\d{0,2} \d{3}(?!\d))|[:/]\d)/.test(after)) return true;
  const word = /(?<!\p{L})(\p{L}{1,16})\.? $/u.exec(before)?.[1];
  return word !== undefined && NAMING.has(word.toLowerCase());
}

/** Plain digits of one number, or null where it is none. */
function toDigits(written: string): string | null {
  const plain = toAscii(written.replace(UNSEEN_ALL, ""));
  if (plain === null) return null;
  const grouped = GROUPED.exec(plain);
  const decimals = (part: string | undefined): string => (part === undefined ? "" : `.${part}`);
  if (grouped) return `${grouped[1]},${grouped[3]?.replaceAll(grouped[2] ?? "", ",")}${decimals(grouped[4])}`;
  const ungrouped = UNGROUPED.exec(plain);
  return ungrouped ? `${ungrouped[1]}${decimals(ungrouped[2])}` : null;
}

/** The same with ASCII digits; null where digits of several scripts stand together. */
function toAscii(written: string): string | null {
  let script: number | null = null;
  let plain = "";
  for (const character of written) {
    const code = character.codePointAt(0) ?? 0;
    const zero = zeroBelow(code);
    if (zero !== null && script !== null && zero !== script) return null;
    if (zero !== null) script = zero;
    plain += zero === null ? character : String(code - zero);
  }
  return plain;
}

const DIGIT = /^\p{Nd}$/u;
const isDigit = (code: number): boolean => DIGIT.test(String.fromCodePoint(code));

/** The zero of a digit's script: Unicode keeps the ten digits of each together, in order. Null for what is no digit. */
function zeroBelow(code: number): number | null {
  if (code < 128) return code >= 48 && code <= 57 ? 48 : null;
  if (!isDigit(code)) return null;
  let first = code;
  while (isDigit(first - 1)) first--;
  return code - ((code - first) % 10);
}
