import type { CorpusIncident, CorpusToll } from "../../model/corpus-incident.js";
import { daysBetween } from "../days-between.js";
import type { Column } from "../tables/table.js";

/** A data set of events whose columns a run can fill: one row an incident. */
export interface Codebook {
  readonly name: string;
  /** What it is and where its codebook is. */
  readonly meaning: string;
  readonly columns: readonly Column<CorpusIncident>[];
  /** Whether the data set holds such an incident. */
  readonly holds: (found: CorpusIncident) => boolean;
}

/** Causes that are violence between people. */
export const VIOLENT: ReadonlySet<string> = new Set([
  "shooting",
  "bombing",
  "strike",
  "stabbing",
  "beating",
  "arson",
  "vehicle-attack",
  "raid",
  "kidnapping",
  "protest",
  "clash",
  "execution",
  "mine",
  "attack",
  "unknown",
]);

/** The reported toll of an outcome. */
export const tollOf = ({ tolls }: CorpusIncident, outcome: string): CorpusToll | undefined =>
  tolls.find((toll) => toll.outcome === outcome && toll.modality === "reported");

/** A column of the data set that no text fills: empty in every row. */
export const empty = (name: string, why: string): Column<CorpusIncident> => ({
  name,
  type: "text",
  meaning: `Empty: ${why}.`,
  cell: () => null,
});

/** Days from the first to the last on which it happened, both counted; null where nobody says. */
export const lengthOf = ({ date }: CorpusIncident): number | null => (date === null ? null : daysBetween(date.from, date.to) + 1);

/** The outlets that told of it, in order of publication. */
export const sourcesOf = ({ reports }: CorpusIncident): readonly string[] => [...new Set(reports.flatMap(({ source }) => source ?? []))];

/** Who did it, after the articles that do not deny it. */
export const actorsOf = ({ actors }: CorpusIncident): readonly string[] => [
  ...new Set(actors.filter(({ certainty }) => certainty !== "denied").map(({ text }) => text)),
];
