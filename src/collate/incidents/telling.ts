import type { CollatedArticle } from "../collator.js";
import type { IncidentSketch } from "./sketch-incidents.js";

/** A report of an incident: the article, and what it tells of the incident. */
export interface Telling {
  readonly article: CollatedArticle;
  readonly sketch: IncidentSketch;
}
