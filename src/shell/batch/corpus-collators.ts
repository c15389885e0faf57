import type { Collator } from "../../collate/collator.js";
import type { PlacedDecision } from "../../collate/decisions.js";
import { createEntityCollator, type EntityCollator } from "../../collate/entities/collate-entities.js";
import { createIncidentCollator } from "../../collate/incidents/collate-incidents.js";
import type { CorpusFindings, CorpusPart } from "../../formats/tables/corpus-tables.js";
import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import { loadGrouping } from "../load-resources.js";

/** What makes each part of a corpus's findings. */
export type Collators = { readonly [Part in CorpusPart]: Part extends "entities" ? EntityCollator : Collator<CorpusFindings[Part]> };

/** The collators of a run, which differ in what people decided. A new part is a line here. */
export async function openCollators(lexicons: Lexicons, decisions: readonly PlacedDecision[]): Promise<Collators> {
  return { incidents: createIncidentCollator(await loadGrouping(), decisions), entities: createEntityCollator(lexicons, decisions) };
}
