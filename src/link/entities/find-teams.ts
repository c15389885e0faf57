import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { Span } from "../../model/span.js";

/** What an article says of teams. */
export interface Teams {
  /** The sport that it is about, or null. */
  readonly sport: string | null;
  /** Whether the name of a place stands for a team in most of its mentions. */
  readonly areTeam: (mentions: readonly Span[]) => boolean;
}

export type TeamFinder = (text: string) => Teams;

/** Words of one sport that an article on it has at least. */
const LEAST = 3;
/** Letters of an article that its headline lies in. */
const HEADLINE = 80;
const WORD_BEFORE = /(?<word>[\p{L}.]{1,19}) $/u;
/** "in Chile and [Peru]": what stands before the first of two counts for the second. */
const COORDINATED = /(?<word>\p{Ll}{2,9}) (?:\p{Lu}[\p{L}'-]+,? ){1,3}(?:and|or) $/u;
const WORD_BEHIND = /^ (?<word>[\p{L}.]+)/u;

/**
 * Builds the finder from `lexicons/team-words.tsv`. "England won the toss", "Peru 2, Chile 1" are teams: not where that
 * lies. In sports without teams of a country's name, and in every other article, a place is a place.
 */
export function createTeamFinder(lexicons: Lexicons): TeamFinder {
  const sports = new Map<string, string>();
  const names = new Map<string, string>();
  const uses = { before: new Set<string>(), behind: new Set<string>(), place: new Set<string>() };
  for (const { word = "", use = "", sport = "" } of lexicons.get("team-words") ?? []) {
    if (use === "sport") sports.set(word, sport);
    else if (use === "name") names.set(word, sport);
    else if (use === "before" || use === "behind" || use === "place") uses[use].add(word);
  }
  const isTeam = (text: string, { start, end }: Span): number => {
    const [before, behind] = [text.slice(Math.max(0, start - 60), start), text.slice(end, end + 20)];
    const [left, right] = [
      COORDINATED.exec(before)?.groups?.["word"] ?? WORD_BEFORE.exec(before)?.groups?.["word"]?.toLowerCase() ?? "",
      WORD_BEHIND.exec(behind)?.groups?.["word"]?.toLowerCase() ?? "",
    ];
    if (before.endsWith("(") && behind.startsWith(")")) return -1;
    if (uses.place.has(left) || (/^(?:,? \d{4}-\d|\s*\n\n)/.test(behind) && /(?:^|\n)$/.test(before))) return -1;
    if (uses.before.has(left) || uses.behind.has(right)) return 1;
    return /^ {1,12}\d{1,3}(?![\d%])/.test(behind) ? 1 : 0;
  };
  return (text) => {
    const sport = headlineSport(text, names) ?? sportOf(text, sports);
    return { sport, areTeam: (mentions) => sport !== null && mentions.reduce((sum, mention) => sum + isTeam(text, mention), 0) >= 0 };
  };
}

/** The sport that the first line names, or null. */
function headlineSport(text: string, names: ReadonlyMap<string, string>): string | null {
  for (const [word] of text
    .slice(0, HEADLINE)
    .toLowerCase()
    .matchAll(/\p{L}+/gu)) {
    const sport = names.get(word);
    if (sport !== undefined) return sport;
  }
  return null;
}

/** The sport of an article with enough of its words, or null. */
function sportOf(text: string, sports: ReadonlyMap<string, string>): string | null {
  const counts = new Map<string, number>();
  for (const [word] of text
    .slice(0, 20_000)
    .toLowerCase()
    .matchAll(/\p{Ll}{3,}(?:-\p{Ll}+)*/gu)) {
    const sport = sports.get(word);
    if (sport !== undefined) counts.set(sport, (counts.get(sport) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return best && best[1] >= LEAST ? best[0] : null;
}
