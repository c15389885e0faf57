import type { DateRule } from "../date-rule.js";
import { CALENDAR_RULES } from "./calendar-rules.js";
import { DAY_RULES } from "./day-rules.js";
import { LENGTH_RULES } from "./length-rules.js";
import { NIGHT_RULES } from "./night-rules.js";
import { PERIOD_RULES } from "./period-rules.js";
import { RECURRENCE_RULES } from "./recurrence-rules.js";
import { REFERENCE_RULES } from "./reference-rules.js";
import { SHIFT_RULES } from "./shift-rules.js";

/** Every rule, in order of preference among expressions of the same length. */
export const DATE_RULES: readonly DateRule[] = [
  ...CALENDAR_RULES,
  ...REFERENCE_RULES,
  ...DAY_RULES,
  ...NIGHT_RULES,
  ...PERIOD_RULES,
  ...SHIFT_RULES,
  ...LENGTH_RULES,
  ...RECURRENCE_RULES,
];
