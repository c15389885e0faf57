import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import { settleTypes } from "./settle-types.js";
import type { TypedSpan } from "./typed-span.js";

/** What rules may ask the lexicons. */
export interface NameLists {
  /** Names of bodies → `seat` or `outlet`. */
  readonly bodies: ReadonlyMap<string, string>;
  readonly demonyms: ReadonlySet<string>;
  /** Countries and cities in lower case: "Moscow prison" is no name. */
  readonly knownPlaces: ReadonlySet<string>;
  /** Titles that the tagger takes into names, in lower case → how many words a name has at least without it. */
  readonly titles: ReadonlyMap<string, number>;
}

/** A decision of the annotation guide that the training sets take otherwise, or leave open. */
export interface NameRule {
  readonly name: string;
  /** True where it takes names away and so leaves no name that could bear its own. */
  readonly drops?: boolean;
  /** Marked sentences in which the rule is needed. */
  readonly examples: readonly string[];
  /** Marked sentences that it must leave alone. */
  readonly counterExamples: readonly string[];
  readonly apply: (text: string, spans: readonly TypedSpan[], lists: NameLists) => readonly TypedSpan[];
}

/** Reads what the rules need from `named-bodies.tsv`, `name-titles.tsv`, `countries.tsv` and `peoples.tsv`. */
export function nameListsOf(lexicons: Lexicons): NameLists {
  return {
    bodies: new Map((lexicons.get("named-bodies") ?? []).map((row) => [row["name"] ?? "", row["use"] ?? ""])),
    knownPlaces: new Set([
      ...(lexicons.get("cities") ?? []).map((row) => (row["name"] ?? "").toLowerCase()),
      ...(lexicons.get("countries") ?? []).flatMap((row) => [row["name"] ?? "", ...(row["aliases"] ?? "").split(";")]).map((name) => name.toLowerCase()),
    ]),
    titles: new Map((lexicons.get("name-titles") ?? []).map(({ title = "", least = "" }) => [title, Number(least)])),
    demonyms: new Set([
      ...(lexicons.get("countries") ?? []).flatMap((row) => (row["demonyms"] ?? "").split(";").map((word) => word.trim())),
      ...(lexicons.get("peoples") ?? []).map((row) => row["word"] ?? ""),
    ].filter((word) => word !== "")),
  };
}

const OUTLET_NOUN = "news agency|news outlet|news site|news website|newspaper|broadcaster|newswire|television channel|TV channel|radio station";
const AFTER_NOUN = new RegExp(String.raw`\b(?:${OUTLET_NOUN}) (\p{Lu}[\p{L}\p{N}]+(?: \p{Lu}[\p{L}\p{N}]+){0,3})(?![\p{L}\p{N}])`, "gu");
const BEFORE_NOUN = new RegExp(String.raw`(?<=\b(?:the|The|state-owned|state-run|private|independent|local|daily) )(\p{Lu}[\p{L}\p{N}]+(?: \p{Lu}[\p{L}\p{N}]+){0,3}) (?:${OUTLET_NOUN})\b`, "gu");
const FIXED_BODY = /^\S+ ((?:\p{Lu}\S* |and |of |for ){0,4}(?:Ministry|Embassy|Consulate))$/u;

/** The name of a storm. */
const STORM = /\b(?:Cyclone|Typhoon|Hurricane|Storm|CYCLONE|TYPHOON|HURRICANE|STORM) (\p{Lu}\p{L}+)/gu;

/** What stands in lower case within the name of a place: without it the name is that of another place, or of none. */
const FACILITY = /^ (?:prison|bridge|road|junction|arena|mine|street)(?!\p{L})/u;

/** In order of application. */
export const NAME_RULES: readonly NameRule[] = [
  {
    name: "named-body",
    examples: [
      "The [Kremlin|organization] regretted the decision.",
      "Police raided the office of [Sputnik Azerbaijan|organization] on Monday.",
    ],
    counterExamples: ["The fire began near the [Bolshoi Theatre|place] in [Moscow|place]."],
    apply: (text, spans, { bodies }) => spans.map((span) => {
      if (span.type === "ORG" || span.type === "GRP") return span;
      const words = text.slice(span.start, span.end).split(" ");
      for (let n = words.length; n > 0; n--) {
        const use = bodies.get(words.slice(0, n).join(" "));
        if (((use === "seat" || use === "body") && n === words.length) || (use === "outlet" && span.type === "LOC")) return { ...span, type: "ORG", by: "named-body" };
      }
      return span;
    }),
  },
  {
    name: "demonym-before-body",
    examples: ["The [Azerbaijani|group] [Foreign Ministry|organization] accused the outlet."],
    counterExamples: ["The [Russian Orthodox Church|organization] held a service.", "The [European Parliament|organization] voted on Tuesday."],
    apply: (text, spans, { demonyms }) => spans.flatMap((span) => {
      const wording = text.slice(span.start, span.end);
      const body = span.type === "ORG" ? FIXED_BODY.exec(wording)?.[1] : undefined;
      const demonym = wording.slice(0, wording.indexOf(" "));
      if (body === undefined || !demonyms.has(demonym)) return [span];
      return [
        { ...span, end: span.start + demonym.length, type: "GRP", by: "demonym-before-body" },
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
          if (![...spans, ...found].some((span) => span.start < end && start < span.end)) {
            found.push({ start, end, type: "ORG", confidence: 0.8, by: "outlet-by-its-noun" });
          }
        }
      }
      return found.length === 0 ? spans : [...spans, ...found].sort((a, b) => a.start - b.start);
    },
  },
  {
    name: "title-outside",
    examples: [
      "Haji [Nadir Mangal|person] spoke first.",
      "Police named the dead as Alhaji [Sule Bako|person].",
    ],
    counterExamples: ["The book is by [Don DeLillo|person]."],
    apply: (text, spans, { titles }) => spans.map((span) => {
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
    name: "facility-inside",
    examples: ["He was held in [Evrin prison|place] for a year.", "Trucks crossed the [Takaza bridge|place]."],
    counterExamples: ["She left a [Moscow|place] prison in May."],
    apply: (text, spans, { knownPlaces }) => spans.map((span, i) => {
      if (span.type !== "LOC" || knownPlaces.has(text.slice(span.start, span.end).toLowerCase())) return span;
      const facility = FACILITY.exec(text.slice(span.end, span.end + 12))?.[0];
      if (facility === undefined || (spans[i + 1]?.start ?? Infinity) < span.end + facility.length) return span;
      return { ...span, end: span.end + facility.length, by: "facility-inside" };
    }),
  },
  {
    name: "article-inside",
    examples: ["Judges in [The Hague|place] ruled on Monday."],
    counterExamples: ["The [Netherlands|place] abstained."],
    apply: (text, spans, { bodies }) => spans.map((span) => {
      const article = span.type === "LOC" && bodies.get(text.slice(span.start, span.end)) === "article" && /(?<!\p{L})T(?:he|HE) $/u.test(text.slice(Math.max(0, span.start - 5), span.start));
      return article ? { ...span, start: span.start - 4, by: "article-inside" } : span;
    }),
  },
  {
    name: "storm-is-an-event",
    drops: true,
    examples: ["Cyclone Nerissa hit [Vanuatu|place]. Forecasters said Nerissa would weaken."],
    counterExamples: ["[Katrina Bell|person] fled before the hurricane."],
    apply: (text, spans) => {
      const storms = new Set([...text.matchAll(STORM)].map((match) => (match[1] ?? "").toLowerCase()));
      return storms.size === 0 ? spans : spans.filter(({ start, end }) => !storms.has(text.slice(start, end).replace(/^.*\s/, "").toLowerCase()));
    },
  },
  {
    name: "one-kind",
    examples: ["Floods reached [Orlan|place]. Boats left for [Orlan|place] at noon. \"[Orlan|place] is gone,\" he said."],
    counterExamples: ["[Paris|place] beat [Lens|organization]."],
    apply: settleTypes,
  },
];

/** Applies {@link NAME_RULES} in order. */
export function applyNameRules(text: string, spans: readonly TypedSpan[], lists: NameLists): readonly TypedSpan[] {
  return NAME_RULES.reduce((result, rule) => rule.apply(text, result, lists), spans);
}
