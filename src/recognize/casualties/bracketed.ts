import type { CasualtyMention } from "../../model/mention.js";
import type { Chunk, NounPhrase } from "./chunk.js";

const HOUSEHOLD = /\b(?:famil(?:y|ies)|households?|homes?)\b/i;

/** Farther than this from the figure, a bracket says something else. In UTF-16 units. */
const REACH = 60;

/**
 * Figures that stand in a bracket after a total and say who the people were.
 *
 * ```
 *  At least 15 people (10 civilians and five policemen) were killed · Fifteen died (13 civilians)
 *  ^^^^^^^^^^^         ^^               ^^^^                          ^^^^^^^       ^^
 * ```
 *
 * They are parts of the nearest figure before the bracket, and no figures where they add up to more than it.
 */
export function readBracketed(bracket: readonly Chunk[], figures: readonly CasualtyMention[], text: string): readonly CasualtyMention[] {
  const parts: NounPhrase[] = [];
  const whom = bracket[0];
  const before = numberBefore(bracket);
  if (before) return partsOf([before], figures, text).map((figure) => ({ ...figure, scope: figures.at(-1)?.scope ?? "incident" }));
  // "(Two of whom were policemen)".
  if (
    whom?.kind === "np" &&
    whom.cls === "bare" &&
    whom.quantity?.read.kind === "number" &&
    bracket[1]?.kind === "of" &&
    (bracket[2]?.kind === "rel" || (bracket[2]?.kind === "np" && bracket[2].cls === "pron"))
  )
    return partsOf([whom], figures, text);
  for (const chunk of bracket) {
    if (chunk.kind === "np" && chunk.quantity?.read.kind === "number" && /^(?:person|household|name|unknown)$/.test(chunk.cls))
      parts.push(chunk);
    else if (
      chunk.kind !== "and" &&
      chunk.kind !== "comma" &&
      chunk.kind !== "include" &&
      chunk.kind !== "adv" &&
      !(chunk.kind === "np" && chunk.quantity === null && chunk.cls === "person")
    ) {
      // "(52 children and 616 adults whose sex is unknown)": a list, and what is said of its last member.
      if (parts.length > 1) break;
      return [];
    }
  }
  const first = parts[0];
  // "(Flight 12)" counts nobody: one part at least must be people.
  if (!first || !parts.some((np) => np.cls === "person" || np.cls === "household")) return [];
  return partsOf(parts, figures, text);
}

/** "(Up from 187)": the number that a total had before; null for none. */
function numberBefore(bracket: readonly Chunk[]): NounPhrase | null {
  const [turn, from, number] = bracket;
  const turns = turn !== undefined && "lower" in turn && /^(?:up|down)$/.test(turn.lower);
  return turns &&
    from !== undefined &&
    "lower" in from &&
    from.lower === "from" &&
    number?.kind === "np" &&
    number.cls === "bare" &&
    number.quantity?.read.kind === "number"
    ? number
    : null;
}

/**
 * Numbers in brackets behind places, where the clause tells what they count.
 *
 * ```
 *  The highest numbers of deaths were recorded in Oresk (84), Velna (61) and Taru (33).
 *                         ^^^^^^                         ^^          ^^           ^^
 * ```
 */
export function readNumberedPlaces(
  clause: readonly Chunk[],
  brackets: readonly (readonly Chunk[])[],
  text: string,
): readonly CasualtyMention[] {
  const counted = clause.find(
    (chunk) => chunk.kind === "np" && chunk.quantity === null && chunk.noun?.counts === true && chunk.noun.plural,
  );
  if (counted?.kind !== "np" || !counted.noun) return [];
  const { outcome } = counted.noun;
  const numbers = brackets.flatMap((bracket) => {
    const [only, more] = bracket;
    if (only?.kind !== "np" || more !== undefined || only.cls !== "bare" || only.quantity?.read.kind !== "number") return [];
    const place = clause.findLast((chunk) => chunk.end <= only.start);
    return place?.kind === "np" && place.proper && /^\s*\($/.test(text.slice(place.end, only.start)) ? [only.quantity] : [];
  });
  if (numbers.length < 2) return [];
  return numbers.map(({ read, start, end }): CasualtyMention => ({
    kind: "casualty",
    start,
    end,
    text: text.slice(start, end),
    by: "casualty:numbered-place",
    confidence: 1,
    outcome,
    value: read.value,
    low: read.low,
    high: read.high,
    qualifier: read.qualifier,
    victims: null,
    modality: "reported",
    scope: "incident",
    attribution: null,
    implicit: false,
    cue: { start: counted.headStart, end: counted.headEnd },
  }));
}

/** The parts as figures beside the nearest total before them. */
function partsOf(parts: readonly NounPhrase[], figures: readonly CasualtyMention[], text: string): readonly CasualtyMention[] {
  const first = parts[0];
  if (!first) return [];
  const nearest = figures.filter((f) => !f.implicit && f.qualifier !== "none" && f.end < first.start && first.start - f.end < REACH).at(-1);
  if (!nearest) return [];
  const { increment: _increment, ...total } = nearest;
  // "1,800 families (9,400 people)" counts the same twice.
  const again = total.outcome === "displaced" && parts.length === 1 && (first.cls === "household") !== HOUSEHOLD.test(total.victims ?? "");
  if (
    !again &&
    (first.cls === "household" ||
      parts.reduce((sum, np) => sum + (np.quantity?.read.value ?? 0), 0) > (total.value ?? total.high ?? Infinity))
  )
    return [];
  return parts.flatMap((np): readonly CasualtyMention[] => {
    if (!np.quantity) return [];
    const { read, start, end } = np.quantity;
    return [
      {
        ...total,
        start,
        end,
        text: text.slice(start, end),
        by: "casualty:bracketed",
        value: read.value,
        low: read.low,
        high: read.high,
        qualifier: read.qualifier,
        victims: text.slice(np.nounStart, np.end) || null,
        scope: again ? total.scope : "subset",
      },
    ];
  });
}
