import type { NameRule } from "./name-rule.js";

/** The name of a storm. */
const STORM = /\b(?:Cyclone|Typhoon|Hurricane|Storm|CYCLONE|TYPHOON|HURRICANE|STORM) (\p{Lu}\p{L}+)/gu;

/** A word of up to twelve letters and slashes, and what stands before it. */
const LAST_WORD = /(?:^|[^\p{L}/])([\p{L}/]{1,12})$/u;
const ACRONYM = /^\p{Lu}{2,5}$/u;

/** Initials of editors under a story, "kw/bt". */
const DESK_INITIALS = /^\p{Ll}{1,4}(?:\/\p{Ll}{1,4})+$/u;

/** What bears a name and is no person, organization or place. */
export const OTHER_THINGS_RULES: readonly NameRule[] = [
  {
    name: "storm-is-an-event",
    drops: true,
    examples: ["Cyclone Nerissa hit [Vanuatu|place]. Forecasters said Nerissa would weaken."],
    counterExamples: ["[Katrina Bell|person] fled before the hurricane."],
    apply: (text, spans) => {
      const storms = new Set([...text.matchAll(STORM)].map((match) => (match[1] ?? "").toLowerCase()));
      if (storms.size === 0) return spans;
      return spans.filter(({ start, end }) => !storms.has(text.slice(start, end).replace(/^.*\s/, "").toLowerCase()));
    },
  },
  {
    name: "vessel",
    drops: true,
    examples: ["The yacht Lady Anne sank near [Corfu|place].", "HMS Tenby and the USS Harlow left [Malta|place]."],
    counterExamples: ["The captain, [Anne Lund|person], was saved near [Corfu|place]."],
    apply: (text, spans, { cues }) =>
      spans.filter(({ start, end: stop }) => {
        if (
          cues.get("ship-prefix")?.has(/^\p{Lu}+(?= )/u.exec(text.slice(start, Math.min(stop, start + 6)))?.[0].toLowerCase() ?? "") ===
          true
        )
          return false;
        const end = "\"“'".includes(text.charAt(start - 1)) ? start - 2 : start - 1;
        if (text.charAt(end) !== " ") return true;
        const word = LAST_WORD.exec(text.slice(Math.max(0, end - 13), end))?.[1];
        return word === undefined || cues.get("vessel")?.has(word.toLowerCase()) !== true;
      }),
  },
  {
    name: "desk-initials",
    drops: true,
    examples: ["The wait was considerably reduced. tj/ipj ([AFP|organization], [Reuters|organization])"],
    counterExamples: ["[Reuters|organization] said that the bridge in [Lviv|place] stays shut."],
    apply: (text, spans) => spans.filter(({ start, end }) => !DESK_INITIALS.test(text.slice(start, end))),
  },
  {
    name: "article-is-no-name",
    drops: true,
    examples: ["[PERTH|place] — A man was shot."],
    counterExamples: ["[A. Lund|person] was shot."],
    apply: (text, spans) => spans.filter(({ start, end }) => end - start > 1 || text.charAt(start) !== "A"),
  },
  {
    name: "deity",
    drops: true,
    examples: ["Residents prayed to God and the Virgin Mary."],
    counterExamples: ["[Mary Lund|person] prayed."],
    apply: (text, spans, { cues }) =>
      spans.filter(({ start, end }) => cues.get("deity")?.has(text.slice(start, end).toLowerCase()) !== true),
  },
  {
    name: "job",
    drops: true,
    examples: ["The CEO resigned.", "The CEC, [Rajiv Mohan|person], announced the dates."],
    counterExamples: ["The [FBI|organization] said that [Jane Roe|person] was held."],
    apply: (text, spans, { cues }) =>
      spans.filter(({ start, end, type }, i) => {
        const wording = text.slice(start, end);
        if (type === "LOC" || !ACRONYM.test(wording)) return true;
        const next = spans[i + 1];
        const behindArticle = /\b[Tt]he $/.test(text.slice(Math.max(0, start - 4), start));
        const holder = behindArticle && next?.type === "PER" && text.slice(end, next.start) === ", ";
        return !holder && cues.get("job")?.has(wording.toLowerCase()) !== true;
      }),
  },
];
