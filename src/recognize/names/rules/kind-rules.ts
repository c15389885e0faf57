import type { TypedSpan } from "../typed-span.js";
import { settleTypes } from "../settle-types.js";
import { addSpans } from "./add-spans.js";
import { findAcronyms } from "./find-acronyms.js";
import { findListedNames } from "./find-listed-names.js";
import type { NameRule } from "./name-rule.js";

const OUTLET_NOUN =
  "news agency|news outlet|news site|news website|newspaper|broadcaster|newswire" + "|television channel|TV channel|radio station";
const NAME = String.raw`(\p{Lu}[\p{L}\p{N}]+(?: \p{Lu}[\p{L}\p{N}]+){0,3})`;
const OWNERSHIP = "the|The|state-owned|state-run|private|independent|local|daily";
const AFTER_NOUN = new RegExp(String.raw`\b(?:${OUTLET_NOUN}) ${NAME}(?![\p{L}\p{N}])`, "gu");
const BEFORE_NOUN = new RegExp(String.raw`(?<=\b(?:${OWNERSHIP}) )${NAME} (?:${OUTLET_NOUN})\b`, "gu");
const FIXED_BODY = /^\S+ ((?:\p{Lu}\S* |and |of |for ){0,4}(?:Ministry|Embassy|Consulate))$/u;

/** A source in brackets between a dateline and its dash. */
const CREDIT = /\((\p{Lu}[\p{L} ]{1,30})\)(?=\s{0,2}[-–—])/gu;

/** "CTO of Brightwave", "CFO at Pelham Foods": an acronym, and the capitalized words behind it. */
const OFFICE_OF = new RegExp(String.raw`(?<![\p{L}\p{N}])(\p{Lu}{2,4}) (?:of|at) ${NAME}(?![\p{L}\p{N}])`, "gu");

/** Call letters of a station with its kind, as the United States assign them. */
const CALL_LETTERS = /(?<![\p{L}\p{N}])[KW][A-Z]{2,3}-(?:TV|FM|AM|DT)(?![\p{L}\p{N}])/gu;

/** "Committee to Protect Journalists": a head with what it is for. */
const PURPOSE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?!The )(?:\p{Lu}\p{L}+ ){0,2}?(\p{Lu}\p{L}+)` +
    String.raw` to \p{Lu}\p{Ll}+(?: (?:\p{Lu}\p{L}+|the|of|and|for|in)){0,4} \p{Lu}\p{L}+`,
  "gu",
);

/** True where a head and a capital stand around some "to": what has none, as most texts, needs no expression. */
function holdsPurpose(text: string, isHead: (word: string) => boolean): boolean {
  for (let at = text.indexOf(" to "); at >= 0; at = text.indexOf(" to ", at + 3)) {
    if (/^\p{Lu}/u.test(text.slice(at + 4, at + 6)) && isHead(/\p{L}{1,30}$/u.exec(text.slice(Math.max(0, at - 30), at))?.[0] ?? ""))
      return true;
  }
  return false;
}

/** The last word before a name that a space parts from it. */
const WORD_BEFORE = /(?:^|[\s(“"])(\p{L}+) $/u;

/** True where the word right before a position is of a use of `name-cues.tsv`. */
function standsBehind(text: string, start: number, words: ReadonlySet<string> | undefined): boolean {
  const word = WORD_BEFORE.exec(text.slice(Math.max(0, start - 16), start))?.[1];
  return word !== undefined && words?.has(word.toLowerCase()) === true;
}

/** Confidence below which a person behind such a word may be the place of the name, if so many people live there. */
const UNSURE = 0.8;
const TOWN = 10_000;

/** A line that begins with a town in capitals and its province or agency. */
const DATELINE = /^(?:, \p{Lu}| \()/u;
const CAPITALS = /^\p{Lu}[\p{Lu} .'’-]+$/u;
const DASH_NEAR = /^[^\n]{0,40}\s[-–—]{1,2}\s/u;

/** A score of a match, behind the name of a team. */
const SCORE = /^ \d{1,3}[-–]\d{1,3}(?![\p{N}-])/u;

const organizationAt = (start: number, name: string, confidence: number, by: string): TypedSpan => ({
  start,
  end: start + name.length,
  type: "ORG",
  confidence,
  by,
});

/** What kind of thing a name is, where a list or the words around it say so. */
export const KIND_RULES: readonly NameRule[] = [
  {
    name: "named-body",
    examples: [
      "The [Kremlin|organization] regretted the decision.",
      "Police raided the office of [Sputnik Azerbaijan|organization] on Monday.",
    ],
    counterExamples: ["The fire began near the [Bolshoi Theatre|place] in [Moscow|place]."],
    apply: (text, spans, { bodies }) =>
      spans.map((span) => {
        if (span.type === "ORG" || span.type === "GRP") return span;
        const words = text.slice(span.start, span.end).split(" ");
        for (let n = words.length; n > 0; n--) {
          const use = bodies.get(words.slice(0, n).join(" "));
          const whole = (use === "seat" || use === "body") && n === words.length;
          if (whole || (use === "outlet" && span.type === "LOC")) return { ...span, type: "ORG", by: "named-body" };
        }
        return span;
      }),
  },
  {
    name: "listed-body",
    examples: ["[Morgan Stanley|organization] cut its forecast.", "[Johnson & Johnson|organization] paid the fine."],
    counterExamples: ["[Morgan Freeman|person] spoke in [London|place]."],
    apply: (text, spans, lists) => findListedNames(text, spans, lists.listed, "listed-body"),
  },
  {
    name: "armed-actor",
    examples: [
      "Gunmen of [Lashkar-e-Taiba|organization] crossed the river.",
      "[Jaish-e-Mohammed|organization] militants fled.",
      "Troops fought [M23|organization] rebels.",
    ],
    counterExamples: ["[Hassan Nasr|person] spoke first."],
    apply: (text, spans, lists) => findListedNames(text, spans, lists.listed, "armed-actor"),
  },
  {
    name: "club-of-a-name",
    examples: ["[Godoy Cruz|organization] won again."],
    counterExamples: ["[Penélope Cruz|person] won again."],
    apply: (text, spans, { bodies }) =>
      spans.map((span) => {
        const club = span.type === "PER" && bodies.get(text.slice(span.start, span.end)) === "club";
        return club ? { ...span, type: "ORG", by: "club-of-a-name" } : span;
      }),
  },
  {
    name: "town-behind-preposition",
    examples: ["[Lena Marsh|person] met [Nadir Mangal|person] in [Ali Sabieh|place]."],
    counterExamples: ["[Omar Lund|person] heard from [Kofi Annan|person]."],
    apply: (text, spans, { peopleOf, cues }) =>
      spans.map((span, i) => {
        const before = spans[i - 1];
        const beside = span.type === "PER" && before?.type === "LOC" && text.slice(before.end, span.start) === "/";
        const unsure = beside || (span.type === "PER" && span.confidence < UNSURE && standsBehind(text, span.start, cues.get("where")));
        return unsure && peopleOf(text.slice(span.start, span.end)) >= TOWN
          ? { ...span, type: "LOC", by: "town-behind-preposition" }
          : span;
      }),
  },
  {
    name: "town-of-dateline",
    examples: ["[TROY|place], [N.C.|place] ([AP|organization]) — A man was shot."],
    counterExamples: ["[Omar Lund|person], [Kabul|place]"],
    apply: (text, spans) =>
      spans.map((span) => {
        const first = span.type === "PER" && (span.start === 0 || text.charAt(span.start - 1) === "\n");
        const town =
          first &&
          CAPITALS.test(text.slice(span.start, span.end)) &&
          DATELINE.test(text.slice(span.end, span.end + 4)) &&
          DASH_NEAR.test(text.slice(span.end, span.end + 50));
        return town ? { ...span, type: "LOC", by: "town-of-dateline" } : span;
      }),
  },
  {
    name: "police-of-town",
    examples: ["[Hadley|place] police held two men."],
    counterExamples: ["[Omar Lund|person] police said nothing."],
    apply: (text, spans, { peopleOf }) =>
      spans.map((span) => {
        const town =
          span.type === "PER" &&
          /^ police(?!\p{L})/u.test(text.slice(span.end, span.end + 8)) &&
          !text.slice(span.start, span.end).includes(" ") &&
          peopleOf(text.slice(span.start, span.end)) > 0;
        return town ? { ...span, type: "LOC", by: "police-of-town" } : span;
      }),
  },
  {
    name: "beaten-team",
    examples: ["The hosts beat [Togo|organization] 3-1 in [Lagos|place]."],
    counterExamples: ["Police beat [Ghana|place] in the vote."],
    apply: (text, spans, { cues }) =>
      spans.map((span) => {
        const team =
          span.type === "LOC" && SCORE.test(text.slice(span.end, span.end + 9)) && standsBehind(text, span.start, cues.get("beating"));
        return team ? { ...span, type: "ORG", by: "beaten-team" } : span;
      }),
  },
  {
    name: "credit-behind-dateline",
    examples: ["[OAKVILLE|place], [Minn.|place] ([AP|organization]) — The road was shut."],
    counterExamples: ["The bridge (see below) was shut."],
    apply: (text, spans, { bodies }) =>
      addSpans(
        spans,
        [...text.matchAll(CREDIT)]
          .filter(({ 1: name = "" }) => ["agency", "outlet"].includes(bodies.get(name) ?? ""))
          .map(({ index, 1: name = "" }) => organizationAt(index + 1, name, 0.95, "credit-behind-dateline")),
        true,
      ),
  },
  {
    name: "acronym-of-body",
    examples: [
      'Raids hit the so-called militant group "[Army of Dawn|organization]" ([AD|organization]) on Friday. ' +
        "Targets of [AD|organization] were burned.",
      "Raids hit cells of the [Islamic State|organization]. Two people fought with [IS|organization] in the east.",
    ],
    counterExamples: ["[Ann Lee|person] (MVP) won again.", "The [Harbor Council|organization] (see page 4) met on Monday."],
    apply: findAcronyms,
  },
  {
    name: "call-letters",
    examples: ["[KXAB-TV|organization] reported it first."],
    counterExamples: ["The W-2 form was late."],
    apply: (text, spans) =>
      addSpans(
        spans,
        [...text.matchAll(CALL_LETTERS)].map(({ index, 0: name }) => organizationAt(index, name, 0.9, "call-letters")),
        true,
      ),
  },
  {
    name: "employer-of-officer",
    examples: ["He is CTO of [Brightwave|organization].", "Then [Ana Poe|person], CEO of [Krill|organization], spoke."],
    counterExamples: ["The CEO of [Ghana|place]'s oldest bank spoke.", "The DC of [Marsabit|place] left."],
    apply: (text, spans, { cues, peopleOf }) => {
      const employers = [...text.matchAll(OFFICE_OF)]
        .filter(({ 1: office = "", 2: name = "" }) => cues.get("officer")?.has(office.toLowerCase()) === true && peopleOf(name) === 0)
        .map(({ index, 0: whole, 2: name = "" }) => organizationAt(index + whole.length - name.length, name, 0.8, "employer-of-officer"));
      const named = (employer: TypedSpan): boolean =>
        spans.some(({ type, start, end }) => type !== "PER" && start < employer.end && employer.start < end);
      return addSpans(
        spans,
        employers.filter((employer) => !named(employer)),
        true,
      );
    },
  },
  {
    name: "body-with-purpose",
    examples: ["The [Coalition to End Torture|organization] said so."],
    counterExamples: ["The flight from [London|place] to [New York|place] was late."],
    apply: (text, spans, { cues }) => {
      const isHead = (word: string): boolean => cues.get("body-head")?.has(word.toLowerCase()) === true;
      return holdsPurpose(text, isHead)
        ? addSpans(
            spans,
            [...text.matchAll(PURPOSE)]
              .filter(({ 1: head = "" }) => isHead(head))
              .map(({ index, 0: name }) => organizationAt(index, name, 0.9, "body-with-purpose")),
            true,
          )
        : spans;
    },
  },
  {
    name: "demonym-before-body",
    examples: ["The [Azerbaijani|group] [Foreign Ministry|organization] accused the outlet."],
    counterExamples: [
      "The [Russian Orthodox Church|organization] held a service.",
      "The [European Parliament|organization] voted on Tuesday.",
    ],
    apply: (text, spans, { demonyms }) =>
      spans.flatMap((span) => {
        const wording = text.slice(span.start, span.end);
        const body = span.type === "ORG" ? FIXED_BODY.exec(wording)?.[1] : undefined;
        const demonym = wording.slice(0, wording.indexOf(" "));
        if (body === undefined || !demonyms.has(demonym)) return [span];
        return [
          {
            ...span,
            end: span.start + demonym.length,
            type: "GRP",
            by: "demonym-before-body",
          },
          { ...span, start: span.end - body.length, by: "demonym-before-body" },
        ];
      }),
  },
  {
    name: "outlet-by-its-noun",
    examples: ["Officials were quoted by the news agency [Report|organization] as saying so."],
    counterExamples: ["The newspaper said on [Monday|date] that it would close."],
    apply: (text, spans) => {
      const found: TypedSpan[] = [];
      for (const pattern of [AFTER_NOUN, BEFORE_NOUN]) {
        for (const match of text.matchAll(pattern)) {
          const start = match.index + match[0].indexOf(match[1] ?? "");
          const end = start + (match[1] ?? "").length;
          if (/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(match[1] ?? "")) continue;
          found.push({
            start,
            end,
            type: "ORG",
            confidence: 0.8,
            by: "outlet-by-its-noun",
          });
        }
      }
      return addSpans(spans, found);
    },
  },
];

/** What the whole article says of its names; applied last. */
export const ARTICLE_RULES: readonly NameRule[] = [
  {
    name: "one-kind",
    examples: ['Floods reached [Orlan|place]. Boats left for [Orlan|place] at noon. "[Orlan|place] is gone," he said.'],
    counterExamples: ["[Paris|place] beat [Lens|organization]."],
    apply: settleTypes,
  },
];
