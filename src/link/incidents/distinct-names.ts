import type { NamedVictim } from "../../model/toll.js";
import { foldName } from "../entities/fold-name.js";

/**
 * Named victims, each person once: the fullest wording of each, in order of the text. A name whose words all stand in a longer one is
 * of that person ("Ruiz", "Ana", "Ana Ruiz"). Two full names of one family are two people, but where the given names begin alike in
 * different sentences: one of them is spelled in two ways.
 */
export function distinctNames(named: readonly NamedVictim[], sentenceOf: (at: number) => number): readonly NamedVictim[] {
  const split = named.map((victim) => ({ victim, words: wordsOf(victim.text) }));
  const kept: typeof split = [];
  for (const one of [...split].sort((a, b) => b.words.length - a.words.length || a.victim.start - b.victim.start))
    if (!kept.some((other) => isSame(one.words, other.words, sentenceOf(one.victim.start) === sentenceOf(other.victim.start))))
      kept.push(one);
  return kept.map(({ victim }) => victim).sort((a, b) => a.start - b.start);
}

const wordsOf = (name: string): readonly string[] =>
  foldName(name)
    .replace(/['’]s$/u, "")
    .split(/[\s.]+/u)
    .filter((word) => word.length > 1);

function isSame(name: readonly string[], fuller: readonly string[], together: boolean): boolean {
  if (name.every((word) => fuller.includes(word))) return true;
  const [first = "", last = ""] = [name[0], name.at(-1)];
  return !together && name.length > 1 && last === fuller.at(-1) && first[0] === fuller[0]?.[0];
}
