/** A casualty figure of an invented run, but for where it stands: what its tests and benches do not ask for is plain. */
export const plainFigure = (outcome: string, value: number | null): Readonly<Record<string, unknown>> => ({
  kind: "casualty",
  outcome,
  value,
  low: value,
  high: value,
  qualifier: "exact",
  victims: "people",
  modality: "reported",
  scope: "incident",
  attribution: null,
  implicit: false,
});
