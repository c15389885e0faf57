import type { CasualtyMention } from "../../model/mention.js";
import type { Span } from "../../model/span.js";
import type { NamedVictim } from "../../model/toll.js";
import type { AnalyzedText } from "../../model/token.js";
import type { LexiconRow } from "../../lexicon/parse-lexicon.js";

/** A death that a clause tells of a pronoun alone: "he later died". */
export interface PronounDeath extends Span {
  readonly sex: Sex;
}
export type Sex = "female" | "male";

/** Somebody whom an outcome befell and whom a pronoun may mean, in text order. */
interface Candidate extends Span {
  readonly text: string;
  readonly named: boolean;
}

/** A pronoun means nobody farther back than so many sentences. */
const FARTHEST = 2;

export const readSexes = (rows: readonly LexiconRow[]): ReadonlyMap<string, Sex> =>
  new Map(rows.map((row) => [row["word"] ?? "", row["sex"] === "female" ? "female" : "male"] as const));

/**
 * Those whose death only a pronoun tells of. A pronoun means the last victim before it whose words do not say the other sex.
 *
 * ```
 *  Tom Kane was shot in the chest. He later died at a hospital.
 *  ^^^^^^^^                        ^^
 * ```
 *
 * Who is told without a name ("a 19-year-old man") counts only where the text gives no number and no name of dead.
 */
export function deathsByPronoun(
  deaths: readonly PronounDeath[],
  figures: readonly CasualtyMention[],
  named: readonly NamedVictim[],
  { text, sentences }: AnalyzedText,
  sexes: ReadonlyMap<string, Sex>,
): readonly NamedVictim[] {
  if (deaths.length === 0) return [];
  const counted = figures.some((figure) => figure.outcome === "killed" && figure.value !== 0) || named.some((n) => n.outcome === "killed");
  const candidates: readonly Candidate[] = [
    ...figures
      .filter((f) => f.implicit && f.outcome === "injured")
      .map((f) => ({ start: f.start, end: f.end, text: f.text, named: false })),
    ...named.filter((n) => n.outcome === "injured").map((n) => ({ start: n.start, end: n.end, text: n.text, named: true })),
  ].sort((a, b) => a.start - b.start);
  const sentenceOf = (position: number): number => sentences.findIndex(({ end }) => position < end);
  return deaths.flatMap((death): readonly NamedVictim[] => {
    const meant = candidates.findLast(
      (one) =>
        one.end <= death.start &&
        sentenceOf(death.start) - sentenceOf(one.start) <= FARTHEST &&
        !isOfOtherSex(text.slice(one.start, one.end), death.sex, sexes),
    );
    if (!meant || (!meant.named && counted)) return [];
    return [{ start: meant.start, end: meant.end, text: meant.text, outcome: "killed", modality: "reported" }];
  });
}

const isOfOtherSex = (wording: string, sex: Sex, sexes: ReadonlyMap<string, Sex>): boolean => {
  const last =
    wording
      .toLowerCase()
      .split(/[\s-]+/)
      .at(-1) ?? "";
  const known = sexes.get(last);
  return known !== undefined && known !== sex;
};
