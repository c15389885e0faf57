import type { TypedSpan } from "../typed-span.js";
import { BOUNDARY_RULES } from "./boundary-rules.js";
import { ARTICLE_RULES, KIND_RULES } from "./kind-rules.js";
import type { NameLists } from "./name-lists.js";
import type { NameRule } from "./name-rule.js";
import { OTHER_THINGS_RULES } from "./other-things-rules.js";

/** In order of application. */
export const NAME_RULES: readonly NameRule[] = [...KIND_RULES, ...BOUNDARY_RULES, ...OTHER_THINGS_RULES, ...ARTICLE_RULES];

/** Applies {@link NAME_RULES} in order. */
export function applyNameRules(text: string, spans: readonly TypedSpan[], lists: NameLists): readonly TypedSpan[] {
  return NAME_RULES.reduce((result, rule) => rule.apply(text, result, lists), spans);
}
