import type { Mention } from "../../model/mention.js";
import type { Toll } from "../../model/toll.js";

/** Where a mention stands: in the text or the title of its article. */
export type MentionField = "text" | "title";

/**
 * The id of a mention's row, the same in every table and as long as the article stays as it is:
 * `ARTICLE#person:240-256`, of a figure `ARTICLE#killed:400-411`, in the title `ARTICLE#title:killed:0-4`.
 */
export function mentionId(article: string, mention: Mention, field: MentionField): string {
  const kind = mention.kind === "casualty" ? mention.outcome : mention.kind;
  return `${article}#${field === "title" ? "title:" : ""}${kind}:${mention.start}-${mention.end}`;
}

/** The id of an incident's row: `ARTICLE#incident:1`, as in decisions. */
export const incidentId = (article: string, incident: string): string => `${article}#${incident}`;

/** The id of a toll's row: `ARTICLE#incident:1:killed`, of one that is not reported as a fact `ARTICLE#incident:1:killed:feared`. */
export const tollId = (article: string, incident: string, { outcome, modality }: Pick<Toll, "outcome" | "modality">): string =>
  `${incidentId(article, incident)}:${outcome}${modality === "reported" ? "" : `:${modality}`}`;
