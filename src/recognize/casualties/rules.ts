import type { Chunk } from "./chunk.js";
import { CARE_RULES } from "./care-rules.js";
import type { CasualtyRule } from "./claim.js";
import { complementRules } from "./complement-rules.js";
import { COMPLEMENTS } from "./complements.js";
import { CUSTODY_RULES } from "./custody-rules.js";
import { LOSS_RULES } from "./loss-rules.js";
import { NOUN_RULES } from "./noun-rules.js";
import { PART_RULES } from "./part-rules.js";
import { PHRASE_RULES } from "./phrase-rules.js";
import { TOLL_RULES } from "./toll-rules.js";
import { VERB_RULES } from "./verb-rules.js";
import type { Vocabulary } from "./vocabulary.js";
import type { WordTag } from "./word-tags.js";
import { WOUND_RULES } from "./wound-rules.js";

/** The rules that can make a claim at a chunk, in the order in which they are tried. */
export type RulesAt = (chunk: Chunk) => readonly CasualtyRule[];

/** Every construction that makes a figure, in the order in which they are tried at each chunk. */
export const casualtyRules = (vocabulary: Vocabulary): readonly CasualtyRule[] => [
  ...VERB_RULES,
  ...complementRules(vocabulary),
  ...CUSTODY_RULES,
  ...LOSS_RULES,
  ...PHRASE_RULES,
  ...CARE_RULES,
  ...WOUND_RULES,
  ...NOUN_RULES,
  ...PART_RULES,
  ...TOLL_RULES,
];

const FAMILIES: readonly (readonly [string, readonly { readonly name: string }[]])[] = [
  ["verb", VERB_RULES],
  ["complement", COMPLEMENTS],
  ["custody", CUSTODY_RULES],
  ["loss", LOSS_RULES],
  ["phrase", PHRASE_RULES],
  ["phrase", CARE_RULES],
  ["wound", WOUND_RULES],
  ["noun", NOUN_RULES],
  ["part", PART_RULES],
  ["toll", TOLL_RULES],
];

/** Which kind of construction a rule is, by its name. */
export const FAMILY_OF_RULE: ReadonlyMap<string, string> = new Map(
  FAMILIES.flatMap(([family, rules]) => rules.map((rule) => [rule.name, family] as const)),
);

const NONE: readonly CasualtyRule[] = [];

/** The kinds of chunk that may bear a claim. */
const BEARING = ["verb", "np", "pred", "and", "prep"] as const;

/** Sorts the rules by the chunks at which they can hold, so that no other is tried. */
export function indexRules(rules: readonly CasualtyRule[]): RulesAt {
  const byKind = new Map(BEARING.map((kind) => [kind as Chunk["kind"], rules.filter(({ at }) => !at || at.includes(kind))]));
  const atVerb = byKind.get("verb") ?? NONE;
  // Verbs of one lemma share their tags.
  const stating = new Map<ReadonlySet<WordTag>, readonly CasualtyRule[]>();
  const idle = new Map<ReadonlySet<WordTag>, readonly CasualtyRule[]>();
  return (chunk) => {
    if (chunk.kind !== "verb") return byKind.get(chunk.kind) ?? NONE;
    const known = chunk.states === null ? idle : stating;
    const found = known.get(chunk.tags);
    if (found) return found;
    const fitting = atVerb.filter((rule) => (!rule.verbs || chunk.tags.has(rule.verbs)) && (!rule.stating || chunk.states !== null));
    known.set(chunk.tags, fitting);
    return fitting;
  };
}
