import { CORPUS_ENTITY_KINDS } from "../../../model/corpus-entity.js";
import { KINDS, MENTION_KINDS } from "../../../model/kinds.js";
import { OUTCOMES, outcomeRecord } from "../../../model/outcomes.js";

const LISTS = {
  MENTION_KINDS,
  /** Kinds that have entities over all articles, and what several of them are called. */
  FOLLOWED_KINDS: CORPUS_ENTITY_KINDS.map((kind) => [kind, KINDS[kind].many]),
  /** Outcomes with a column of their own among incidents, and those that share one. */
  OWN_OUTCOMES: OUTCOMES.filter((outcome) => outcomeRecord(outcome).reportColumn),
  OTHER_OUTCOMES: OUTCOMES.filter((outcome) => !outcomeRecord(outcome).reportColumn),
};

/** What the page knows of kinds and outcomes. */
export const KINDS_SCRIPT = Object.entries(LISTS)
  .map(([name, list]) => `\nconst ${name} = ${JSON.stringify(list)};`)
  .join("");
