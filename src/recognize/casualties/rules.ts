import type { CasualtyRule } from "./claim.js";
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
export const CASUALTY_RULES: readonly CasualtyRule[] = [...VERB_RULES, ...COMPLEMENT_RULES, ...CUSTODY_RULES, ...LOSS_RULES, ...PHRASE_RULES, ...WOUND_RULES, ...NOUN_RULES, ...PART_RULES, ...TOLL_RULES];
