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
    // "Missing and presumed dead" and zeros may say two things of one number; "injured 12" and "killed 12" may not.
    name: "two-outcomes", then: () => "two-outcomes",
    when: ({ figure, figures }) => count(figure) > 0 && !figure.implicit && figures.some((other) => other !== figure && other.start === figure.start && other.outcome !== figure.outcome && other.modality === figure.modality && other.scope === figure.scope && !isPairOfTwo(other, figure)),
    examples: ["[[Six|killed 6]|abducted 6] farmers were kidnapped and killed."], counterExamples: ["[Six|killed 6] farmers died."],
  },
  {
    name: "like-an-age", then: () => "like-an-age",
    when: (f) => inDigits(f) && f.figure.victims === null && count(f.figure) <= 110 && agesIn(around(f)).includes(count(f.figure)),
    examples: ["Ana, 31, and Luis, 40, left; [31|injured 31] were injured."], counterExamples: ["Ana, 31, left; [12|injured 12] were injured."],
  },
  {
    name: "like-a-year", then: () => "like-a-year",
    when: (f) => /^(?:1[89]|20)\d\d$/.test(f.figure.text) && !hasTag(f.vocabulary, f.figure.victims?.toLowerCase().split(" ").at(-1), "anyone"),
    examples: ["[2013|killed 2013] rebels were killed."], counterExamples: ["[2025|displaced 2025] people were evacuated from the valley."],
  },
  {
    name: "like-an-address", then: () => "like-an-address",
    when: (f) => inDigits(f) && f.figure.victims === null && count(f.figure) >= 100 && /#\s+(?:[NSEW]\.? )?\p{Lu}\p{Ll}+/u.test(around(f)),
    examples: ["Police found [812|injured 812] injured Oak Lane.".replace("injured Oak", "Oak")], counterExamples: ["Police found [812|injured 812] injured there."],
  },
  {
    name: "far-above-rivals", then: () => "far-above-rivals", when: (f) => isFarAboveRivals(f),
    examples: ["[Three|killed 3] men were killed. The mayor said that [three|killed 3 by] died. In all [4,000|killed 4000] people were killed."], counterExamples: ["[Three|killed 3] men were killed. The mayor said that [three|killed 3 by] died. In all [four|killed 4] people were killed."],
  },
];

/** "Shot, two of them fatally", "missing, presumed dead", "arrested and injured": two things that can befall the same people. */
function isPairOfTwo(a: CasualtyMention, b: CasualtyMention): boolean {
  const pair = [a.outcome, b.outcome].sort().join(" ");
  return pair === "killed missing" || pair === "detained injured" || pair === "abducted detained" || pair === "displaced injured";
}

/** Ages told near a figure: "31-year-old", "aged 31", "Ana, 31,". */
function agesIn(text: string): readonly number[] {
  return [...text.matchAll(/\b(\d{1,3})(?=-year-old)|\baged? (\d{1,3})\b|\p{L}, (\d{1,3})(?=[,.;)])/gu)].map((match) => Number(match[1] ?? match[2] ?? match[3]));
}

/** True where a figure of one event is ten times what two others of the text or more say of the same outcome. */
function isFarAboveRivals({ figure, figures }: FigureInText): boolean {
  if (figure.implicit || figure.scope !== "incident" || figure.modality !== "reported" || count(figure) < 50) return false;
  const rivals = figures.filter((other) => other !== figure && other.outcome === figure.outcome && other.scope === "incident" && other.modality === "reported" && count(other) > 0);
  return rivals.length > 1 && rivals.every((other) => count(other) * 10 <= count(figure));
}

/** The reason why a figure is doubted; null where nothing speaks against it. */
export const doubtOf = (context: FigureInText): string | null => decide(SELF_CHECK_ROWS, context) ?? null;
