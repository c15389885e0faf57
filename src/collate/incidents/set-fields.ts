import { OUTCOMES, type Outcome } from "../../model/casualty.js";
import type { CorpusIncident, CorpusPlace, DayRange } from "../../model/corpus-incident.js";
import { CAUSES } from "../../model/incident.js";
import { parseIsoDate } from "../../text/iso-date.js";

/** Fields of an incident that a person can set. */
export const INCIDENT_FIELDS = ["kind", "date", "place", "cause", "people", ...OUTCOMES] as const;

const isToll = (value: unknown): boolean => value === null || (Number.isInteger(value) && (value as number) >= 0);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isDay = (value: unknown): boolean => typeof value === "string" && parseIsoDate(value) === value;

const CHECKS: Readonly<Record<string, (value: unknown) => boolean>> = {
  kind: (value) => ["incident", "aggregate", "story"].includes(value as string),
  date: (value) =>
    value === null ||
    (isRecord(value) && isDay(value["from"]) && isDay(value["to"]) && (value["from"] as string) <= (value["to"] as string)),
  place: (value) => value === null || (isRecord(value) && typeof value["name"] === "string" && value["name"] !== ""),
  cause: (value) => (CAUSES as readonly unknown[]).includes(value),
  people: (value) => Array.isArray(value) && value.every((name) => typeof name === "string"),
};

/** True for a value that a field can have. */
export const isFieldValue = (field: string, value: unknown): boolean => (CHECKS[field] ?? isToll)(value);

/** The incident with a field as a person set it. */
export function setField(found: CorpusIncident, field: string, value: unknown): CorpusIncident {
  if (field === "date") return { ...found, date: value as DayRange | null };
  if (field === "place") return { ...found, place: value as CorpusPlace | null };
  if (field in CHECKS) return { ...found, [field]: value };
  const number = value as number | null;
  const others = found.tolls.filter((toll) => toll.outcome !== field || toll.modality !== "reported");
  const toll = {
    outcome: field as Outcome,
    modality: "reported" as const,
    best: number,
    low: number,
    high: number,
    perpetrators: null,
    victims: {},
    by: "decided",
    restsOn: [],
  };
  return { ...found, tolls: number === null ? others : [toll, ...others] };
}
