import type { DayPart, Season, Unit } from "./said.js";

/**
 * Words that several patterns treat alike. Every other word that a pattern names stands for itself. A word has one
 * class; words that are dates only in company ("may", "second", "sun", "fall") have classes of their own and are told
 * apart by `read-words.ts` or by the patterns.
 */
export const WORD_CLASSES = {
  wday: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
  wdays: ["mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"],
  wabbr: ["mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun"],
  seasonname: ["summer", "autumn", "winter"],
  /** Also a verb and a noun: read as seasons only with a determiner, a year or a relation. */
  maybeseason: ["spring", "fall"],
  seasons: ["summers", "autumns", "winters", "springs", "falls"],
  midpart: ["morning", "afternoon", "evening"],
  midparts: ["mornings", "afternoons", "evenings"],
  daybreak: ["dawn", "daybreak", "sunrise", "dusk", "sunset", "nightfall"],
  noon: ["noon", "midday", "midnight", "noontime"],
  zone: [
    "gmt",
    "utc",
    "est",
    "edt",
    "pst",
    "pdt",
    "cst",
    "cdt",
    "mst",
    "mdt",
    "cet",
    "cest",
    "bst",
    "msk",
    "ist",
    "jst",
    "eat",
    "aest",
    "et",
    "pt",
  ],
  tenight: ["overnight"],
  deictic: ["today", "yesterday", "tomorrow"],
  bound: ["beginning", "start", "onset", "outset"],
  midbound: ["middle", "midpoint"],
  endbound: ["end", "close"],
  approx: ["about", "around", "approximately", "roughly", "some", "circa", "nearly", "almost"],
  vague: ["several", "few", "couple", "many", "dozens", "hundreds", "thousands", "numerous", "various"],
  times: ["once", "twice", "thrice", "times"],
  frequency: ["daily", "weekly", "monthly", "yearly", "annually", "hourly", "nightly", "biweekly", "fortnightly"],
} as const;

/** Classes of words that are told by more than their letters: months, numbers, written dates and marks. */
export const READ_CLASSES = [
  /** The name of a month, told apart from people and verbs by `weigh-ambiguous-words.ts`. */ "mname",
  /** 1000 to 2199 in four digits. */ "year4",
  /** '89. */ "apyear",
  /** nineteen eighty-nine. */ "wyear",
  /** 1989-90: the year in `value`, the second in `last`. */ "span",
  /** 1 to 31 in digits. */ "dd",
  /** 01 to 09 in digits. */ "d0",
  /** 32 to 99 in digits. */ "n2",
  /** A number in words up to 31. */ "nw",
  /** Any other number. */ "num",
  /** 12th. */ "od",
  /** twelfth. */ "ow",
  /** second: ordinal or unit. */ "second",
  /** the 1980s, '80s, eighties. */ "tens",
  /** 2025-07-01, perhaps with a time. */ "isodate",
  /** 01/07/2025, 10/27/89. */ "numdate",
  /** 6:40 p.m., 9am. */ "ampm",
  /** 18:00. */ "hhmm",
  /** +8 after a zone. */ "offset",
  "hy",
  "dash",
  "comma",
  "slash",
  "poss",
  "apos",
  "open",
  "shut",
  "stop",
  "quote",
] as const;

export const MONTHS = new Map<string, number>([
  ["january", 1],
  ["february", 2],
  ["march", 3],
  ["april", 4],
  ["may", 5],
  ["june", 6],
  ["july", 7],
  ["august", 8],
  ["september", 9],
  ["october", 10],
  ["november", 11],
  ["december", 12],
  ["jan", 1],
  ["feb", 2],
  ["mar", 3],
  ["apr", 4],
  ["jun", 6],
  ["jul", 7],
  ["aug", 8],
  ["sep", 9],
  ["sept", 9],
  ["oct", 10],
  ["nov", 11],
  ["dec", 12],
]);

export const WEEKDAYS = new Map<string, number>(
  ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].flatMap((stem, i) =>
    [...WORD_CLASSES.wday, ...WORD_CLASSES.wdays, ...WORD_CLASSES.wabbr]
      .filter((word) => word.startsWith(stem))
      .map((word) => [word, i + 1] as const),
  ),
);

export const SEASONS = new Map<string, Season>([
  ["spring", "SP"],
  ["summer", "SU"],
  ["autumn", "FA"],
  ["fall", "FA"],
  ["winter", "WI"],
  ["springs", "SP"],
  ["summers", "SU"],
  ["autumns", "FA"],
  ["falls", "FA"],
  ["winters", "WI"],
]);

export const DAY_PARTS = new Map<string, DayPart>([
  ["morning", "MO"],
  ["mornings", "MO"],
  ["dawn", "MO"],
  ["daybreak", "MO"],
  ["sunrise", "MO"],
  ["afternoon", "AF"],
  ["afternoons", "AF"],
  ["evening", "EV"],
  ["evenings", "EV"],
  ["dusk", "EV"],
  ["sunset", "EV"],
  ["nightfall", "EV"],
  ["night", "NI"],
  ["nights", "NI"],
  ["overnight", "NI"],
]);

/** What makes four digits a time of day: "1409 hours". */
export const CLOCK_UNITS: ReadonlySet<string> = new Set(["hours", "hrs", "hr", "h", "local"]);

/** What may follow "at 1409": a time goes on so, a count does not. */
export const CLOCK_WORDS_AFTER: ReadonlySet<string> = new Set([
  "on",
  "in",
  "and",
  "when",
  "as",
  "to",
  "local",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
  "yesterday",
  "today",
  "after",
  "while",
  "but",
  "the",
  "near",
  "that",
  "this",
]);

export const NOONS = new Map<string, number>([
  ["noon", 12],
  ["midday", 12],
  ["noontime", 12],
  ["midnight", 24],
]);

/** Zones as TIMEX3 ends a clock time. TimeBank writes a named local zone ("EST") into the value no more than a bare time. */
export const ZONES = new Map<string, string>([
  ["gmt", "Z"],
  ["utc", "Z"],
]);

const REGULAR_UNITS: readonly Unit[] = [
  "second",
  "minute",
  "hour",
  "night",
  "day",
  "weekend",
  "week",
  "fortnight",
  "month",
  "quarter",
  "season",
  "half",
  "year",
  "decade",
  "millennium",
];

export const UNITS = new Map<string, Unit>([
  ...REGULAR_UNITS.flatMap((unit) => [[unit as string, unit] as const, [`${unit}s`, unit] as const]),
  ["century", "century"],
  ["centuries", "century"],
  ["halves", "half"],
  ["millennia", "millennium"],
]);

/** Numbers that name a decade in words: "the eighties". */
export const DECADE_WORDS = new Map<string, number>([
  ["twenties", 20],
  ["thirties", 30],
  ["forties", 40],
  ["fifties", 50],
  ["sixties", 60],
  ["seventies", 70],
  ["eighties", 80],
  ["nineties", 90],
]);

/** The least number that a vague word stands for; TIMEX3 writes X. */
export const FREQUENCIES = new Map<string, string>([
  ["daily", "P1D"],
  ["weekly", "P1W"],
  ["monthly", "P1M"],
  ["yearly", "P1Y"],
  ["annually", "P1Y"],
  ["hourly", "PT1H"],
  ["nightly", "P1D"],
  ["biweekly", "P2W"],
  ["fortnightly", "P2W"],
]);
