import type { Chunk } from "./chunk.js";
import type { CasualtyRule } from "./claim.js";
import { CARE_RULES } from "./care-rules.js";
import { COMPLEMENT_RULES } from "./complement-rules.js";
import { CUSTODY_RULES } from "./custody-rules.js";
import { LOSS_RULES } from "./loss-rules.js";
import { NOUN_RULES } from "./noun-rules.js";
import { PART_RULES } from "./part-rules.js";
import { PHRASE_RULES } from "./phrase-rules.js";
import { TOLL_RULES } from "./toll-rules.js";
import { VERB_RULES } from "./verb-rules.js";
import { WOUND_RULES } from "./wound-rules.js";

/** Every construction that makes a figure, in the order in which they are tried at each chunk. */
export const CASUALTY_RULES: readonly CasualtyRule[] = [
  ...VERB_RULES, ...COMPLEMENT_RULES, ...CUSTODY_RULES, ...LOSS_RULES, ...PHRASE_RULES, ...CARE_RULES, ...WOUND_RULES, ...NOUN_RULES, ...PART_RULES, ...TOLL_RULES,
];

const FAMILIES: readonly (readonly [string, readonly CasualtyRule[]])[] = [
  ["verb", VERB_RULES], ["complement", COMPLEMENT_RULES], ["custody", CUSTODY_RULES], ["loss", LOSS_RULES], ["phrase", PHRASE_RULES], ["phrase", CARE_RULES], ["wound", WOUND_RULES],
  ["noun", NOUN_RULES], ["part", PART_RULES], ["toll", TOLL_RULES],
];

/** Which kind of construction a rule is, by its name. */
export const FAMILY_OF_RULE: ReadonlyMap<string, string> = new Map(FAMILIES.flatMap(([family, rules]) => rules.map((rule) => [rule.name, family] as const)));

/** Rules that start at a verb alone. */
const AT_VERBS = new Set<CasualtyRule>([...COMPLEMENT_RULES, ...CUSTODY_RULES]);
const ELSEWHERE: readonly CasualtyRule[] = CASUALTY_RULES.filter((rule) => !AT_VERBS.has(rule));

/** The rules that can make a claim at a chunk of a kind, so that no other is tried. */
export const rulesAt = (kind: Chunk["kind"]): readonly CasualtyRule[] =>
  kind === "verb" ? CASUALTY_RULES : kind === "np" || kind === "pred" || kind === "and" || kind === "prep" ? ELSEWHERE : [];
