import { dayOfIso } from "../../recognize/dates/civil-day.js";
import type { DateMention } from "../../model/mention.js";
import { describeRelation, type Anchor } from "./describe-relation.js";
import type { Placed, Scene } from "./read-scene.js";

const PREPOSITIONS: ReadonlySet<string> = new Set([
  "in",
  "on",
  "at",
  "since",
  "by",
  "until",
  "for",
  "after",
  "before",
  "during",
  "from",
  "to",
  "between",
  "of",
  "around",
  "over",
  "within",
  "as",
  "about",
  "late",
  "early",
  "last",
]);

/**
 * The features of a date mention as the date of what the anchors tell.
 *
 * @param alone those of {@link describeDateAlone}, where they are known.
 */
export function describeDate(
  candidate: Placed<DateMention>,
  anchors: readonly Anchor[],
  scene: Scene,
  alone = describeDateAlone(candidate, scene),
): readonly string[] {
  return [...describeRelation(candidate, anchors, scene), ...alone];
}

/** The features of a date mention that are the same whatever is told: work to be done once an article. */
export function describeDateAlone(candidate: Placed<DateMention>, scene: Scene): readonly string[] {
  const features = [...contextOf(candidate, scene), ...meaningOf(candidate, scene), ...positionOf(candidate, scene)];
  const count = scene.counts.get(candidate.key) ?? 1;
  features.push(`count:${count >= 3 ? "3+" : count}`);
  if (scene.dates.every(({ key }) => (scene.counts.get(key) ?? 0) <= count)) features.push("count:most");
  return features;
}

/** The words around it, to both sides. */
function contextOf(candidate: Placed<DateMention>, scene: Scene): string[] {
  const {
    analyzed: { tokens, sentences },
    words,
  } = scene;
  const start = sentences[candidate.sentence]?.first ?? 0;
  const end = sentences[candidate.sentence]?.last ?? 0;
  const lower = (i: number): string => (i >= start && i <= end ? (tokens[i]?.lower ?? "") : "");
  const before = lower(candidate.first - 1);
  const features = [`prep:${PREPOSITIONS.has(before) ? before : before === "" ? "opening" : before === "," ? "comma" : "none"}`];
  const near = new Set<string>();
  for (let i = Math.max(start, candidate.first - 7); i <= Math.min(end, candidate.last + 7); i++) {
    if (i >= candidate.first && i <= candidate.last) continue;
    const side = i < candidate.first ? "before" : "behind";
    for (const one of words.classes(lower(i))) near.add(`${side}:${one}`);
    if (words.reports(lower(i))) {
      near.add(`report-${side}`);
      if (i >= candidate.first - 2 && i <= candidate.last + 2) near.add(`report-beside-${side}`);
    }
  }
  features.push(...near);
  for (const one of scene.classes[candidate.sentence] ?? []) features.push(`sentence:${one}`);
  return features;
}

/** What it means: how fine it is, and how long before the day of publication. */
function meaningOf({ mention }: Placed<DateMention>, { publishedAt }: Scene): string[] {
  const features = [`type:${mention.type}`, `grain:${grainOf(mention)}`];
  if (mention.text.length > 0 && /^\d{1,2}[:.]\d{2}/.test(mention.text)) features.push("clock");
  if (publishedAt === null || mention.from === null) return [...features, "ago:unknown"];
  const days = dayOfIso(publishedAt) - dayOfIso(mention.from);
  const ago =
    days < 0
      ? "future"
      : days === 0
        ? "0"
        : days === 1
          ? "1"
          : days <= 3
            ? "2-3"
            : days <= 7
              ? "4-7"
              : days <= 31
                ? "8-31"
                : days <= 366
                  ? "32-366"
                  : "367+";
  return [...features, `ago:${ago}`];
}

/** How fine a date is, by its TIMEX3 value. */
export function grainOf({ value, type, from, to }: DateMention): string {
  if (type !== "DATE" && type !== "TIME") return "length";
  if (/^[\dX]{4}-WXX-\d/.test(value)) return "weekday";
  if (type === "TIME" && from === null) return "clock";
  if (/^[\dX]{4}-[\dX]{2}-[\dX]{2}/.test(value) || (from !== null && from === to)) return type === "TIME" ? "time" : "day";
  if (/^[\dX]{4}-W/.test(value)) return "week";
  if (/^[\dX]{4}-[\dX]{2}$/.test(value)) return "month";
  return /^\d{4}$/.test(value) ? "year" : "other";
}

function positionOf(candidate: Placed<DateMention>, scene: Scene): string[] {
  const features: string[] = [];
  const at = candidate.sentence - scene.titleSentences;
  features.push(at < 0 ? "in:title" : at === 0 ? "in:first" : at <= 2 ? "in:lead" : at <= 8 ? "in:middle" : "in:rest");
  const index = scene.dates.indexOf(candidate);
  if (index === 0) features.push("first-date");
  const rival = scene.dates.some((other) => other !== candidate && other.sentence === candidate.sentence);
  if (rival) features.push("rival-in-sentence");
  return features;
}
