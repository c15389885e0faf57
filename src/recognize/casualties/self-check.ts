import type { CasualtyMention } from "../../model/mention.js";
import type { AnalyzedText } from "../../model/token.js";
import { decide, type Row } from "./decide.js";
import { hasTag, type Vocabulary } from "./vocabulary.js";

/** A figure beside the others of its text. */
export interface FigureInText {
  readonly figure: CasualtyMention;
  readonly figures: readonly CasualtyMention[];
  readonly analyzed: AnalyzedText;
  readonly vocabulary: Vocabulary;
}

/** So far on each side of a figure its neighbors are looked at, in UTF-16 units. */
const REACH = 60;

const count = (figure: CasualtyMention): number => figure.value ?? figure.low ?? 0;
const inDigits = ({ figure }: FigureInText): boolean => /\d$/.test(figure.text);
const around = ({ figure, analyzed }: FigureInText): string =>
  `${analyzed.text.slice(Math.max(0, figure.start - REACH), figure.start)}#${analyzed.text.slice(figure.end, figure.end + REACH)}`;

/** What cannot be, or hardly: the first row that holds is the reason why a figure is doubted. */
export const SELF_CHECK_ROWS: readonly Row<FigureInText, string>[] = [
  {
    // Killed and injured are two groups; "kidnapped and killed" may be one.
    name: "two-outcomes",
    then: () => "two-outcomes",
    when: ({ figure, figures }) =>
      count(figure) > 0 &&
      !figure.implicit &&
      DEAD_OR_HURT.has(figure.outcome) &&
      figures.some(
        (other) =>
          other !== figure && other.start === figure.start && DEAD_OR_HURT.has(other.outcome) && other.modality === figure.modality,
      ),
    examples: ["[[Six|killed 6]|injured 6] wounded men were killed."],
    counterExamples: ["[[Six|killed 6]|abducted 6] farmers were kidnapped and killed."],
  },
  {
    name: "like-an-age",
    then: () => "like-an-age",
    when: (f) => inDigits(f) && f.figure.victims === null && count(f.figure) <= 110 && agesIn(around(f)).includes(count(f.figure)),
    examples: ["Ana, 31, and Luis, 40, left; [31|injured 31] were injured."],
    counterExamples: ["Ana, 31, left; [12|injured 12] were injured."],
  },
  {
    name: "like-a-year",
    then: () => "like-a-year",
    when: (f) =>
      /^(?:1[89]|20)\d\d$/.test(f.figure.text) && !hasTag(f.vocabulary, f.figure.victims?.toLowerCase().split(" ").at(-1), "anyone"),
    examples: ["[2013|killed 2013] rebels were killed."],
    counterExamples: ["[2025|displaced 2025] people were evacuated from the valley."],
  },
  {
    name: "like-an-address",
    then: () => "like-an-address",
    when: (f) => inDigits(f) && streetNumbersIn(around(f), f.vocabulary).includes(count(f.figure)),
    examples: ["Police were called to 812 Oak Road, where [812|injured 812] were injured."],
    counterExamples: ["Police were called to 812 Oak Road, where [two|injured 2] were injured."],
  },
  {
    name: "far-above-rivals",
    then: () => "far-above-rivals",
    when: (f) => isFarAboveRivals(f),
    examples: [
      "[Three|killed 3] men were killed. The mayor said that [three|killed 3 by] died. In all [4,000|killed 4000] people were killed.",
    ],
    counterExamples: [
      "[Three|killed 3] men were killed. The mayor said that [three|killed 3 by] died. In all [four|killed 4] people were killed.",
    ],
  },
];

const DEAD_OR_HURT: ReadonlySet<string> = new Set(["killed", "injured"]);

/** Ages told near a figure: "31-year-old", "aged 31", "Ana, 31,". */
function agesIn(text: string): readonly number[] {
  return [...text.matchAll(/\b(\d{1,3})(?=-year-old)|\baged? (\d{1,3})\b|\p{L}, (\d{1,3})(?=[,.;)])/gu)].map((match) =>
    Number(match[1] ?? match[2] ?? match[3]),
  );
}

/** House numbers told near a figure: "812 Oak Road". */
function streetNumbersIn(text: string, vocabulary: Vocabulary): readonly number[] {
  return [...text.matchAll(/\b(\d{1,5}) \p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+)?/gu)]
    .filter((match) =>
      match[0]
        .split(" ")
        .slice(2)
        .some((word) => hasTag(vocabulary, word.toLowerCase(), "street")),
    )
    .map((match) => Number(match[1]));
}

/** True where a figure of one event is ten times what two others of the text or more say of the same outcome. */
function isFarAboveRivals({ figure, figures }: FigureInText): boolean {
  if (
    figure.implicit ||
    figure.scope !== "incident" ||
    figure.modality !== "reported" ||
    figure.by === "casualty:toll" ||
    count(figure) < 50
  )
    return false;
  // What a text opens with is its news, however many single fates follow.
  const rivals = figures.filter(
    (other) =>
      other !== figure &&
      other.outcome === figure.outcome &&
      other.scope === "incident" &&
      other.modality === "reported" &&
      count(other) > 0,
  );
  return rivals.length > 1 && (rivals[0]?.start ?? Infinity) < figure.start && rivals.every((other) => count(other) * 10 <= count(figure));
}

/** The reason why a figure is doubted; null where nothing speaks against it. */
export const doubtOf = (context: FigureInText): string | null => decide(SELF_CHECK_ROWS, context) ?? null;
