/** Named parts of patterns: each stands for an alternative of classes, words and other parts. */
export const PARTS: Readonly<Record<string, string>> = {
  yr: "year4|apyear|wyear",
  /** Day of the month before or after a month's name. */
  dom: "dd|d0|od|ow|second|ow hy ow",
  ord: "od|ow|second|last",
  smallint: "dd|nw",
  count: "dd|d0|n2|num|nw|year4 (?=plural)",
  wd: "wday|wabbr",
  joint: "hy|dash",

  edge: "(early|mid|late|late) hy?|very early|very late",
  boundary: "(the )?(very )?(bound|midbound|endbound) of",
  relation: "last|this|next|past|coming|previous|following|same|that|current|preceding|prior|upcoming|ensuing|subsequent|latest",
  reldet:
    "(the|this|these) (very )?(last|next|past|coming|previous|following|same|current|preceding|prior|upcoming|ensuing" +
    "|subsequent|latest)|last|this|next|that (same|very)|that|same|past|coming|current|previous|these",

  singular: "second|minute|hour|day|weekend|week|fortnight|month|quarter|year|decade|century|season|millennium",
  plural: "seconds|minutes|hours|days|nights|weekends|weeks|fortnights|months|quarters|years|decades|centuries|seasons|millennia|halves",
  daypart: "midpart|night",
  dayparts: "midparts|nights",
  unit: "singular|plural|night",

  atleast:
    "at least|at most|more than|less than|fewer than|no more than|no less than|not more than|up to" +
    "|(?<=for|in|after|within|lasted|took|of|is|was) over|under|just over|just under|well over|a little over" +
    "|a little more than|approx",
  quantity:
    "(a|an) (half|quarter) (a|an|hy)?|(?<!between) count to count|half (a|an|hy)" +
    "|count ((and|hy and hy) (a|hy a hy|a hy)? (half|quarter|third)|dd slash dd)|count|(a|the)? vague of" +
    "|(a|the)? vague|a number of|a|an",

  /** A date with its day, in either order, weekday and year where they are given. */
  written: "(wd comma? )?(mname (the )?dom|the? dom of? mname) (comma? yr)?",

  /** The year of a quarter: "of 1989", "last year", "of this fiscal year". */
  holder:
    "(of |in |comma )?(the )?(fiscal )?year|(of |in |comma )?(fiscal )?(year4|apyear)" +
    "|(of )?(the )?(last|this|next|previous|following|current) (fiscal )?year",

  tzone:
    "zone offset?|open zone offset? shut|local time?" +
    "|(eastern|pacific|central|mountain|moscow|kyiv|beijing|london|tehran|israel|universal) (daylight|standard)? time",
  tod: "(ampm|hhmm|noon) (hours|hrs)? tzone?|smallint o'clock",
};
