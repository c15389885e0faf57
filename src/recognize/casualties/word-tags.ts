/**
 * What the words of `lexicons/casualty-words.tsv` are to the rules of this room; the head of that file says what each tag
 * means. Verbs stand there as lemmas, nouns in both numbers.
 */
export const WORD_TAGS = [
  "month", "clock", "label", "named-label", "street", "time-unit", "last-next", "percent", "currency-mark", "count-noun",
  "crowd-noun", "sum-noun", "gap-word", "no-phrase-end", "never-single", "often-many", "no-evidence", "exceed", "captive",
  "wound", "statement", "accused", "headline-verb", "headline-rise", "data", "back-reference", "bring-total", "place-toll",
  "toll-verb", "injury-word", "toll-road", "death-word", "deny", "retract", "tell-to", "not-yet", "brought-about", "order",
  "orderable", "fear-noun", "plan-noun", "prove", "source", "no-source", "anyone", "carer", "home", "disease", "long-event",
  "register", "crime-count", "statistics", "bystanders", "other-state", "disaster", "fatal", "more", "plural", "demonym-ending",
  "not-to-death", "patient", "spot", "hospital", "care-kind", "care-place", "shelter-kind", "shelter-place", "hostage",
  "refuge-place", "shelter", "bring-people", "stay", "house-people", "means", "runaway", "news", "held-otherwise",
  "always-adjective", "ordinal", "take-life", "suffer", "come-hurt", "drive-out", "travel", "desert", "beat", "pass-night",
  "use-shelter", "become", "take-in", "throw-in", "sentence", "give-term", "deprive", "be-or-stay", "go-to-death", "do-to-death",
  "blow", "cost", "have", "wild", "danger", "beater", "cudgel", "contest", "night-place", "public", "relief", "prison", "term",
  "other-sentence", "captor", "dweller", "beatable", "end-own-life", "official", "armed", "armed-word", "own-place",
  "raided-place", "kin", "fighter", "claimed-victim", "supporter", "deadly-event", "corpse-word", "case-of", "before-year",
  "falsehood", "person-ending", "thing-ending", "besides", "condition", "detail", "anybody", "some-of-them", "some-number",
  "places", "trigger", "cue", "counting-word", "common",
] as const;
export type WordTag = (typeof WORD_TAGS)[number];
