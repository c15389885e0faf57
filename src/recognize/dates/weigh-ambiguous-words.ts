import type { Piece } from "./cut-pieces.js";
import { MONTHS } from "./vocabulary.js";

/** Words before a month's name that tell a time and not a person, march or duty. */
const TIME_CUES = new Set([
  "in",
  "early",
  "late",
  "mid",
  "last",
  "next",
  "this",
  "since",
  "until",
  "till",
  "during",
  "every",
  "each",
  "end",
  "for",
  "past",
]);
const WEAK_CUES = new Set([
  "of",
  "by",
  "from",
  "to",
  "through",
  "between",
  "before",
  "after",
  "and",
  "or",
  "on",
  "-",
  "–",
  "the",
  "a",
  "an",
  "its",
  "their",
  "than",
  "as",
]);
const ALWAYS_MONTHS = new Set(["january", "february", "april", "june", "july", "september", "october", "november", "december", "sept"]);
/** What stands between the two months of a range. */
const JOINTS = new Set(["-", "–", "—", "/", "to"]);
/** What a march, not a month, is followed by. */
const AFTER_A_MARCH = new Set(["on", "for", "against", "in", "through", "to", "toward", "towards", "organizers", "organisers"]);

const isDayNumber = (piece: Piece | undefined): boolean =>
  piece?.number?.kind === "dd" || piece?.number?.kind === "d0" || piece?.number?.kind === "od" || piece?.number?.kind === "year4";

const isCapital = (piece: Piece | undefined): boolean => piece?.capital === true;

/**
 * True where the name of a month stands for the month: beside a number, after a cue of time, or where the word has no
 * other use. `surnameMay` says that the text speaks of a person called May.
 */
export function isMonthHere(pieces: readonly Piece[], at: number, dotted: boolean, surnameMay: () => boolean): boolean {
  const piece = pieces[at];
  if (!piece) return false;
  const { lower } = piece;
  const before = pieces[at - 1];
  const next = pieces[at + (dotted ? 2 : 1)];
  const afterNext = pieces[at + (dotted ? 3 : 2)];
  const numberNext =
    isDayNumber(next) ||
    (next?.lower === "," && afterNext?.number?.kind === "year4") ||
    (next?.lower === "the" && afterNext?.number?.kind === "od") ||
    ((next?.lower === "-" || next?.lower === "of") && isDayNumber(afterNext));
  const numberBefore = before?.number?.kind === "dd" || before?.number?.kind === "d0" || before?.number?.kind === "od";
  if (ALWAYS_MONTHS.has(lower)) {
    // "April Jones said": a given name before a surname, unless a number or a cue of time speaks for the month.
    if (lower !== "april" && lower !== "june") return isCapital(piece) || numberNext;
    return isCapital(piece) && (numberNext || numberBefore || !(isNameHere(pieces, at) || isSecondName(pieces, at)));
  }
  if (!isCapital(piece)) return false;
  if (leadsToMonth(pieces, at + (dotted ? 2 : 1))) return true;
  if (numberNext || (numberBefore && lower !== "may")) return true;
  if (numberBefore) return !isCapital(next) || next?.number !== null;
  const cue = before?.lower ?? "";
  if (lower === "may") {
    if (TIME_CUES.has(cue)) return true;
    return WEAK_CUES.has(cue) && !surnameMay() && !(cue !== "of" && isCapital(next)) && !isPronoun(next);
  }
  if (lower === "march") {
    if (AFTER_A_MARCH.has(next?.lower ?? "") && !TIME_CUES.has(cue)) return false;
    return TIME_CUES.has(cue) || WEAK_CUES.has(cue);
  }
  if (lower === "august") return TIME_CUES.has(cue) || !(isCapital(next) && next?.gap === "space");
  return dotted && (TIME_CUES.has(cue) || WEAK_CUES.has(cue));
}

/** "May-August 1950", "March to June": the other end of a range is a month. */
function leadsToMonth(pieces: readonly Piece[], joint: number): boolean {
  const [mark, month] = [pieces[joint], pieces[joint + 1]];
  if (!mark || !isCapital(month) || MONTHS.get(month?.lower ?? "") === undefined) return false;
  return JOINTS.has(mark.lower) && (mark.lower === "to" || mark.gap === month?.gap);
}

/** "Sat, May 3", "Mon. 12 June": a shortened weekday counts only beside a date. */
export function isWeekdayHere(pieces: readonly Piece[], at: number, dotted: boolean): boolean {
  const piece = pieces[at];
  if (!isCapital(piece)) return false;
  // "Edmonton Sun, August 16" is a newspaper.
  if (isCapital(pieces[at - 1]) && piece?.gap !== "none" && !dotted) return false;
  for (let i = at + 1; i <= at + 3; i++) {
    const next = pieces[i];
    if (isDayNumber(next)) return true;
    if (next && MONTHS.has(next.lower) && isCapital(next)) return true;
    if (next?.lower !== "," && next?.lower !== ".") break;
  }
  return dotted && pieces[at - 1]?.lower === "on";
}

/** A capitalized word follows and no cue of time goes before: a given name. */
function isNameHere(pieces: readonly Piece[], at: number): boolean {
  const before = pieces[at - 1];
  const next = pieces[at + 1];
  return (
    isCapital(next) &&
    next?.gap === "space" &&
    !TIME_CUES.has(before?.lower ?? "") &&
    !WEAK_CUES.has(before?.lower ?? "") &&
    (before === undefined || before.number === null)
  );
}

/** "April Dunne and June Odhiambo": a name beside a name. */
function isSecondName(pieces: readonly Piece[], at: number): boolean {
  const [first, second, joint, next] = [pieces[at - 3], pieces[at - 2], pieces[at - 1], pieces[at + 1]];
  return (
    joint?.lower === "and" &&
    isCapital(second) &&
    isCapital(first) &&
    isCapital(next) &&
    next?.gap === "space" &&
    !ALWAYS_MONTHS.has(second?.lower ?? "")
  );
}

const isPronoun = (piece: Piece | undefined): boolean => piece !== undefined && AFTER_MODAL_MAY.has(piece.lower);

/** What follows "may" the verb. */
const AFTER_MODAL_MAY = new Set(["i", "we", "you", "he", "she", "they", "it", "not", "be", "have", "also"]);
