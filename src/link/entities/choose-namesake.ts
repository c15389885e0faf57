import type { PersonCues } from "./person-cues.js";
import type { Sex } from "./person-name.js";

/** A person whom a surname may stand for, as known at the mention. */
export interface Namesake {
  readonly person: number;
  /** Start of the first full name, in UTF-16 units. */
  readonly introduced: number;
  /** End of the last mention before the one at hand; −1 without one. */
  readonly lastNamed: number;
  /** Mentions before the one at hand. */
  readonly mentions: number;
  readonly sex: Sex | null;
  readonly offices: ReadonlySet<string>;
  /** Introduced through another one: "his wife X". */
  readonly kin: boolean;
  /** Follows the mention as its relative: "X's wife Y X". */
  readonly owned: boolean;
}

/** What each sign weighs; chosen so that signs that news writers set (titles, order) outweigh those that happen to stand there. */
const WEIGHTS = {
  introduced: 1.6,
  unknownYet: -2.5,
  sex: 3,
  otherSex: -5,
  office: 2.5,
  kin: -1.2,
  owned: -6,
  pronoun: 0.8,
  usual: 1.6,
  perMention: 0.5,
  recent: 1.3,
  alone: 2.2,
} as const;

/** How far a choice must lead; what is closer stays open. */
const MARGIN = 0.4;
/** Units within which somebody was named just before, and behind which somebody has left the stage. */
const NEAR = 350;
const FAR = 2500;

/**
 * The one whom a surname means at this place, or null where nothing tells. `usual` is the sex that pronouns behind this
 * surname have in the whole article: most articles mean one person by a bare surname.
 */
export function chooseNamesake(candidates: readonly Namesake[], cues: PersonCues, start: number, usual: Sex | null): number | null {
  const known = candidates.filter(({ introduced }) => introduced < start);
  const first = Math.min(...candidates.map(({ introduced }) => introduced));
  const scored = candidates.map((candidate) => ({
    person: candidate.person,
    score: scoreOf(candidate, cues, start, first, known.length) + usualScore(candidate, cues, usual),
  }));
  scored.sort((a, b) => b.score - a.score || a.person - b.person);
  const [best, second] = scored;
  if (!best || (second && best.score - second.score < MARGIN)) return null;
  return best.person;
}

const usualScore = ({ sex }: Namesake, cues: PersonCues, usual: Sex | null): number =>
  usual === null || sex === null || cues.sex !== null ? 0 : sex === usual ? WEIGHTS.usual : -WEIGHTS.usual;

function scoreOf(candidate: Namesake, cues: PersonCues, start: number, first: number, known: number): number {
  let score = 0;
  if (candidate.introduced === first) score += WEIGHTS.introduced;
  if (candidate.introduced >= start) score += WEIGHTS.unknownYet;
  if (cues.sex !== null && candidate.sex !== null) score += candidate.sex === cues.sex ? WEIGHTS.sex : WEIGHTS.otherSex;
  if (cues.pronoun !== null && candidate.sex !== null) score += candidate.sex === cues.pronoun ? WEIGHTS.pronoun : -WEIGHTS.pronoun;
  if (cues.offices.some((office) => candidate.offices.has(office))) score += WEIGHTS.office;
  if (candidate.kin) score += WEIGHTS.kin;
  if (candidate.owned) score += WEIGHTS.owned;
  score += WEIGHTS.perMention * Math.log2(1 + candidate.mentions);
  const distance = candidate.lastNamed < 0 ? Infinity : start - candidate.lastNamed;
  if (distance < NEAR) score += WEIGHTS.recent * (1 - distance / NEAR / 2);
  if (distance > FAR && known > 1) score -= WEIGHTS.alone;
  return score;
}
