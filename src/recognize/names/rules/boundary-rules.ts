import type { TypedSpan } from "../typed-span.js";
import type { NameRule } from "./name-rule.js";

/** What stands in lower case within the name of a place: without it the name is that of another place, or of none. */
const FACILITY = /^ (?:prison|bridge|road|junction|arena|mine|street)(?!\p{L})/u;

/** People from whom on a place stands for itself: "Moscow prison" is no name. */
const KNOWN_PEOPLE = 50_000;

/** A sentence that ends within a span: a word too long for an abbreviation, a stop, a capital. */
const SENTENCE_END = /\p{Ll}{4}\.(?=\s+\p{Lu})/u;

/** Where a place's container follows behind a comma. */
const COMMA = /,\s+(?=\p{Lu})/u;

/** A last word in lower case. */
const LAST_LOWER = / (\p{Ll}[\p{Ll}-]+)$/u;

/** "The" with a capital where no sentence begins. */
const WITHIN_SENTENCE = /[\p{Ll},] The $/u;

/** A first word in lower case, before a capital. */
const FIRST_LOWER = /^(\p{Ll}[\p{Ll}-]+) (?=\p{Lu})/u;

/** A first word that a name may bear or not. */
const FIRST_WORD = /^(\p{Lu}\p{L}+) (?=\p{Lu})/u;

const SECOND_BODY = / and the (?=\p{Lu})/u;
/** A second body by its acronym at the end. */
const SECOND_ACRONYM = / and (?=(\p{Lu}{2,6})$)/u;
/** The number of a unit behind its acronym. */
const UNIT_NUMBER = /^-\d{1,3}(?![\p{L}\p{N}-])/u;
const ACRONYM = /^\p{Lu}{2,6}$/u;
const LAST_WORD = / (\p{L}+)$/u;
const WORD_BEFORE = /(?<![\p{L}\p{N}-])\p{Lu}[\p{L}\p{M}]{0,20}[-'’]$/u;
const NAME_BEFORE = /(?:^|[.!?"”]\s+|\band |, )(\p{Lu}\p{Ll}+) $/u;

/** Shortest line that can be one of a text wrapped at a fixed width rather than a headline, in UTF-16 units. */
const WRAPPED_LINE = 28;

/** Parts a span at `at`, the length of what parts it left out. */
const partAt = (span: TypedSpan, at: number, length: number, by: string): readonly TypedSpan[] => [
  { ...span, end: span.start + at, by },
  { ...span, start: span.start + at + length, by },
];

/** "CIO of Northgate Bank": an acronym of an office that was taken into the name behind it. */
const JOB_OF = /^(\p{Lu}{2,4}) (?:of|at|for) (?=\p{Lu})/u;

/** How often each organization is named in each wording. */
function countNames(text: string, spans: readonly TypedSpan[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { type, start, end } of spans) {
    if (type !== "ORG") continue;
    const wording = text.slice(start, end);
    times.set(wording, (times.get(wording) ?? 0) + 1);
  }
  return times;
}

/** How far a name goes, where the training sets and the guide differ or the tagger cannot see it. */
export const BOUNDARY_RULES: readonly NameRule[] = [
  {
    name: "title-outside",
    examples: ["Haji [Nadir Mangal|person] spoke first.", "Police named the dead as Alhaji [Sule Bako|person]."],
    counterExamples: ["The book is by [Don DeLillo|person]."],
    apply: (text, spans, { titles }) =>
      spans.map((span) => {
        if (span.type !== "PER") return span;
        let start = span.start;
        for (;;) {
          const [word = "", ...rest] = text.slice(start, span.end).split(" ");
          const least = titles.get(word.toLowerCase().replace(/\.$/, ""));
          if (least === undefined || rest.length < least || !/^\p{Lu}/u.test(rest[0] ?? "")) break;
          start += word.length + 1;
        }
        return start === span.start ? span : { ...span, start, by: "title-outside" };
      }),
  },
  {
    name: "sentence-ends-name",
    examples: ["Reporters met [Maria Lam Cheng Mei-fong|person]. [Lee|person] said nothing."],
    counterExamples: ["[Jane Roe|person] spoke. [Atlanta|place] was calm."],
    apply: (text, spans) =>
      spans.flatMap((span) => {
        const end = span.type === "PER" ? SENTENCE_END.exec(text.slice(span.start, span.end)) : null;
        if (!end) return [span];
        const stop = end.index + end[0].length;
        const gap = text.slice(span.start + stop, span.end).search(/\S/u);
        return partAt(span, stop - 1, 1 + gap, "sentence-ends-name");
      }),
  },
  {
    name: "town-and-container",
    examples: ["The mill in [Asan|place], [South Chungcheong|place], was shut."],
    counterExamples: ["The fire began near the [Bolshoi Theatre|place] in [Moscow|place]."],
    apply: (text, spans) =>
      spans.flatMap((span) => {
        const comma = span.type === "LOC" ? COMMA.exec(text.slice(span.start, span.end)) : null;
        return comma ? partAt(span, comma.index, comma[0].length, "town-and-container") : [span];
      }),
  },
  {
    name: "two-bodies",
    examples: [
      "The [Ministry of Health|organization] and the [World Bank|organization] signed the plan.",
      "The [State Ministry of Health|organization] and [UNICEF|organization] signed the plan.",
    ],
    counterExamples: ["The [Ministry of Defence and Veterans Affairs|organization] signed the plan."],
    apply: (text, spans, { bodies }) =>
      spans.flatMap((span) => {
        const wording = span.type === "ORG" ? text.slice(span.start, span.end) : "";
        const acronym = SECOND_ACRONYM.exec(wording);
        const and = SECOND_BODY.exec(wording) ?? (acronym && bodies.has(acronym[1] ?? "") ? acronym : null);
        return and ? partAt(span, and.index, and[0].length, "two-bodies") : [span];
      }),
  },
  {
    name: "headline-verb",
    examples: ["[Volvo|organization] Overtakes [Toyota|organization]"],
    counterExamples: ["[Johnson & Johnson|organization] paid the fine."],
    apply: (text, spans, { cues }) =>
      spans.flatMap((span) => {
        if (span.type !== "ORG" && span.type !== "PER") return [span];
        const verbs = cues.get("headline-verb");
        const words = text.slice(span.start, span.end).split(" ");
        const verb = words.findIndex((word, i) => i > 0 && i < words.length - 1 && verbs?.has(word.toLowerCase()) === true);
        if (verb < 0) return [span];
        return partAt(span, words.slice(0, verb).join(" ").length, (words[verb] ?? "").length + 2, "headline-verb");
      }),
  },
  {
    name: "job-outside",
    examples: ["The [Nordex|organization] CFO met the [Siemens|organization] CTO in [Bonn|place]."],
    counterExamples: ["[Siemens|organization] grew in [Bonn|place]."],
    apply: (text, spans, { cues }) =>
      spans.map((span) => {
        const last = span.type === "ORG" ? LAST_WORD.exec(text.slice(span.start, span.end)) : null;
        const job = last?.[1] ?? "";
        if (!last || !ACRONYM.test(job) || cues.get("job")?.has(job.toLowerCase()) !== true) return span;
        return { ...span, end: span.end - last[0].length, by: "job-outside" };
      }),
  },
  {
    name: "job-before",
    examples: ["The CIO of [Northgate Bank|organization] left.", "The DC of [Marsabit|place] told them to leave."],
    counterExamples: ["The [UN Security Council|organization] met on the crisis.", "The [Bank of Beru|organization] was shut."],
    apply: (text, spans, { cues }) =>
      spans.map((span) => {
        const job = span.type === "PER" ? null : JOB_OF.exec(text.slice(span.start, span.end));
        if (!job || cues.get("job")?.has((job[1] ?? "").toLowerCase()) !== true) return span;
        return { ...span, start: span.start + job[0].length, by: "job-before" };
      }),
  },
  {
    name: "unit-number",
    examples: ["[RAB-9|organization] held two men in [Sylhet|place]."],
    counterExamples: ["[London|place]-2012 was long ago."],
    apply: (text, spans) =>
      spans.map((span) => {
        const unit = span.type === "ORG" && ACRONYM.test(text.slice(span.start, span.end));
        const number = unit ? UNIT_NUMBER.exec(text.slice(span.end, span.end + 6))?.[0] : undefined;
        return number === undefined ? span : { ...span, end: span.end + number.length, by: "unit-number" };
      }),
  },
  {
    name: "stop-outside",
    examples: ["[Carl's Jr.|organization] opened a branch in [Lviv|place] beside a [McDonald's|organization]."],
    counterExamples: ["[Carl's Jr.|organization] opened on Monday."],
    apply: (text, spans) =>
      spans.map((span) =>
        /['’]s\.$/.test(text.slice(span.end - 3, span.end)) ? { ...span, end: span.end - 1, by: "stop-outside" } : span,
      ),
  },
  {
    name: "whole-word",
    examples: ["[Um-Kulthum Hasan-Zadeh|person] was freed."],
    counterExamples: ["The [London|place]-[Paris|place] train was late.", "SOCCER-[Marek Ulm|person] scores twice"],
    apply: (text, spans, { cues }) =>
      spans.map((span, i) => {
        if (span.type !== "PER" && span.type !== "LOC") return span;
        const before = WORD_BEFORE.exec(text.slice(Math.max(0, span.start - 24), span.start))?.[0];
        if (before === undefined || cues.get("name-prefix")?.has(before.slice(0, -1).toLowerCase()) !== true) return span;
        if ((spans[i - 1]?.end ?? 0) > span.start - before.length) return span;
        return { ...span, start: span.start - before.length, by: "whole-word" };
      }),
  },
  {
    name: "calendar-given-name",
    examples: ["[April Dunne|person] and [June Odhiambo|person] were hurt."],
    counterExamples: ["In [April|date] [Dunne|person] was hurt."],
    apply: (text, spans, { cues }) =>
      spans.map((span) => {
        const given = span.type === "PER" ? NAME_BEFORE.exec(text.slice(Math.max(0, span.start - 20), span.start))?.[1] : undefined;
        if (given === undefined || cues.get("calendar-name")?.has(given.toLowerCase()) !== true) return span;
        return { ...span, start: span.start - given.length - 1, by: "calendar-given-name" };
      }),
  },
  {
    name: "broken-at-line-end",
    examples: ["Witnesses said that troops had entered the town of [El\nFasher|place] and fired on people."],
    counterExamples: ["Fires in [Goma|place]\n[Kinshasa|place] blames neighbors"],
    apply: (text, spans, { peopleOf }) => {
      const joined: TypedSpan[] = [];
      for (const span of spans) {
        const last = joined.at(-1);
        const whole =
          last &&
          last.type !== "ORG" &&
          last.type === span.type &&
          /^[ \t]?\r?\n[ \t]?$/.test(text.slice(last.end, span.start)) &&
          last.end - text.lastIndexOf("\n", last.end - 1) > WRAPPED_LINE &&
          /^[ ,]/.test(text.slice(span.end, span.end + 1)) &&
          peopleOf(text.slice(last.start, last.end)) < KNOWN_PEOPLE;
        if (whole) joined[joined.length - 1] = { ...last, end: span.end, by: "broken-at-line-end" };
        else joined.push(span);
      }
      return joined.length === spans.length ? spans : joined;
    },
  },
  {
    name: "facility-inside",
    examples: ["He was held in [Evrin prison|place] for a year.", "Trucks crossed the [Takaza bridge|place]."],
    counterExamples: ["She left a [Moscow|place] prison in May."],
    apply: (text, spans, { peopleOf }) =>
      spans.map((span, i) => {
        const facility = span.type === "LOC" ? FACILITY.exec(text.slice(span.end, span.end + 12))?.[0] : undefined;
        if (facility === undefined || (spans[i + 1]?.start ?? Infinity) < span.end + facility.length) return span;
        if (peopleOf(text.slice(span.start, span.end)) >= KNOWN_PEOPLE) return span;
        return { ...span, end: span.end + facility.length, by: "facility-inside" };
      }),
  },
  {
    name: "administrative-word-outside",
    examples: ["The village lies in [Lohagara|place] upazila near the river."],
    counterExamples: ["The town lies in [Kent County|place].", "He was held in [Evrin prison|place] for a year."],
    apply: (text, spans, { cues }) =>
      spans.map((span) => {
        const last = span.type === "LOC" ? LAST_LOWER.exec(text.slice(span.start, span.end)) : null;
        if (!last || cues.get("administrative")?.has(last[1] ?? "") !== true) return span;
        return { ...span, end: span.end - last[0].length, by: "administrative-word-outside" };
      }),
  },
  {
    name: "direction-outside",
    examples: ["Floods cut off southwestern [Zambia|place] and northern [Angola|place]."],
    counterExamples: ["[Northern Ireland|place] voted.", "[North Korea|place] fired a missile."],
    apply: (text, spans, { cues }) =>
      spans.map((span) => {
        const first = span.type === "LOC" ? FIRST_LOWER.exec(text.slice(span.start, span.end)) : null;
        if (!first || cues.get("direction")?.has(first[1] ?? "") !== true) return span;
        return { ...span, start: span.start + first[0].length, by: "direction-outside" };
      }),
  },
  {
    name: "demonym-outside",
    examples: ["The Kenyan [Civic Front|organization] lost. The [Civic Front|organization] had led in [Nairobi|place]."],
    counterExamples: ["The [Russian Orthodox Church|organization] sent a bishop."],
    apply: (text, spans, { demonyms }) => {
      const times = countNames(text, spans);
      return spans.map((span) => {
        const wording = span.type === "ORG" ? text.slice(span.start, span.end) : "";
        const first = FIRST_WORD.exec(wording);
        if (!first || !demonyms.has(first[1] ?? "")) return span;
        const rest = wording.slice(first[0].length);
        if (!rest.includes(" ") || (times.get(rest) ?? 0) < (times.get(wording) ?? 0)) return span;
        return { ...span, start: span.start + first[0].length, by: "demonym-outside" };
      });
    },
  },
  {
    name: "masthead-article",
    examples: ["The minister told [The Lagos Courier|organization] that he would resign."],
    counterExamples: [
      "The [Ministry of Health|organization] was shut.",
      "She left. The [World Bank|organization] stayed.",
      "A step ahead The [World Bank|organization] said it would pay. Staff of the [World Bank|organization] agreed.",
    ],
    apply: (text, spans) => {
      const plain = new Set(
        spans
          .filter(({ type, start }) => type === "ORG" && text.startsWith("the ", start - 4))
          .map(({ start, end }) => text.slice(start, end)),
      );
      return spans.map((span) => {
        if (plain.has(text.slice(span.start, span.end))) return span;
        const within = span.type === "ORG" && WITHIN_SENTENCE.test(text.slice(Math.max(0, span.start - 6), span.start));
        return within ? { ...span, start: span.start - 4, by: "masthead-article" } : span;
      });
    },
  },
  {
    name: "article-inside",
    examples: ["Judges in [The Hague|place] ruled on Monday."],
    counterExamples: ["The [Netherlands|place] abstained."],
    apply: (text, spans, { bodies }) =>
      spans.map((span) => {
        const behindArticle = /(?<!\p{L})T(?:he|HE) $/u.test(text.slice(Math.max(0, span.start - 5), span.start));
        const article = span.type === "LOC" && behindArticle && bodies.get(text.slice(span.start, span.end)) === "article";
        return article ? { ...span, start: span.start - 4, by: "article-inside" } : span;
      }),
  },
];
