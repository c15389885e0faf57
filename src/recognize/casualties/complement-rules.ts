import { isAdverbial, kindAt, looksLikePeople, nounPhraseAt, verbAt } from "./clause.js";
import { coordinatedAfter } from "./coordination.js";
import { subjectOf } from "./subjects.js";
import type { Chunk, NounPhrase, VerbGroup } from "./chunk.js";
import { claim, type CasualtyRule, type Claim } from "./claim.js";
import { COMPLEMENTS, type Complement } from "./complements.js";
import { compilePattern } from "./compile-pattern.js";
import type { Vocabulary } from "./vocabulary.js";
import { wordingFrom } from "./wording.js";

/**
 * A verb of motion, care or law states an outcome only together with what follows it:
 *
 * ```
 *  The fighting drove 40,000 people from their homes · Two climbers fell to their deaths · Nine were handed prison terms
 *               verb  object        complement                      verb complement             verb   complement
 * ```
 */
function ruleOf(row: Complement, vocabulary: Vocabulary): CasualtyRule {
  const after = compilePattern(vocabulary, row.after);
  const unless = row.unless === undefined ? null : compilePattern(vocabulary, row.unless);
  return {
    name: row.name,
    at: ["verb"],
    verbs: row.verbs,
    find: (chunks, at) => {
      const verb = verbAt(chunks, at);
      if (
        !verb ||
        !verb.tags.has(row.verbs) ||
        (row.passive && !verb.passive) ||
        verb.negated ||
        (verb.form === "ing" && verb.bare && kindAt(chunks, at - 1) === "prep")
      )
        return [];
      if (isGiver(chunks, at, verb)) return [];
      const { victims, rest } = peopleOf(chunks, at, verb);
      const wording = wordingFrom(chunks, rest, 6);
      if (!after.test(wording) || unless?.test(wording)) return [];
      const claims: readonly Claim[] = claim(chunks, victims, {
        outcome: row.outcome,
        trigger: at,
        victims: "people",
        implicit: row.implicit,
        weak: row.outcome === "injured",
      });
      return claims.filter(
        ({ np }) => (!row.crowd || isCrowd(np)) && (!row.who || (np.tags.has(row.who) && (row.passive || victims.includes(at - 1)))),
      );
    },
    examples: row.examples,
    counterExamples: row.counterExamples,
  };
}

/** "A judge handed Marlo two life sentences": the subject gives what befalls somebody named. */
const isGiver = (chunks: readonly Chunk[], at: number, verb: VerbGroup): boolean =>
  verb.tags.has("give-term") && !verb.passive && nounPhraseAt(chunks, at + 1)?.cls === "name" && nounPhraseAt(chunks, at + 2) !== null;

/** Whom a verb moves: its object, else its subject; and the index at which its complement starts. */
function peopleOf(chunks: readonly Chunk[], at: number, verb: VerbGroup): { readonly victims: readonly number[]; readonly rest: number } {
  let first = at + 1;
  while (isAdverbial(chunks[first])) first++;
  const object = nounPhraseAt(chunks, first);
  if (
    !verb.passive &&
    object &&
    (looksLikePeople(object) || object.cls === "pron") &&
    !/^(?:sentences?|terms?|lives|life)$/.test(object.head)
  ) {
    const list = [first, ...coordinatedAfter(chunks, first)];
    let rest = (list.at(-1) ?? first) + 1;
    while (isPlainOf(chunks[rest]) && kindAt(chunks, rest + 1) === "np") rest += 2;
    return { victims: list, rest };
  }
  return { victims: subjectOf(chunks, at, verb.finite && !(verb.form === "ing" && verb.bare)), rest: at + 1 };
}

/** "Of" that goes on with a noun phrase, not "out of". */
const isPlainOf = (chunk: Chunk | undefined): boolean => chunk?.kind === "of" && chunk.lower === "of";

const isCrowd = (np: NounPhrase): boolean =>
  (np.quantity?.read.value ?? np.quantity?.read.low ?? np.quantity?.read.high ?? 0) >= 10 || np.cls === "household";

/** Outcomes that a verb states only with its complement. */
export const complementRules = (vocabulary: Vocabulary): readonly CasualtyRule[] => COMPLEMENTS.map((row) => ruleOf(row, vocabulary));
