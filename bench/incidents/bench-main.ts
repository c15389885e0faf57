import type { Toll } from "../../src/model/toll.js";
import type { Pipeline } from "../../src/pipeline.js";
import { parseIsoDate } from "../../src/text/iso-date.js";

/** An article whose incident a data base has coded; sets name the same things differently. */
export interface CodedArticle {
  readonly id?: string;
  readonly doc?: string;
  readonly title?: string | null;
  readonly text: string;
  readonly publishedAt?: string | null;
  readonly dct?: string | null;
  readonly eventDate?: string | null;
  readonly city?: string | null;
  readonly place?: string | null;
  readonly incident?: string | null;
  readonly killed?: number | null;
  readonly injured?: number | null;
  readonly labels?: readonly { readonly kind: string; readonly value?: number | null }[];
}

const fold = (wording: string): string => wording.toLowerCase().replace(/[.'’]/gu, "").trim();

/** Prints how often the main incident of an article has the numbers, the day and the town of the data base. */
export function benchMain(name: string, rows: readonly CodedArticle[], pipeline: Pipeline, showErrors: boolean): void {
  const counts = new Map<string, { n: number; right: number; absurd: number }>();
  const judge = (key: string, right: boolean, absurd = false): void => {
    const { n, right: good, absurd: bad } = counts.get(key) ?? { n: 0, right: 0, absurd: 0 };
    counts.set(key, { n: n + 1, right: good + Number(right), absurd: bad + Number(absurd) });
  };
  for (const row of rows) {
    const id = row.id ?? row.doc ?? "article";
    const published = (row.publishedAt ?? row.dct ?? "").slice(0, 10);
    const { incidents, tolls } = pipeline({
      id,
      text: row.text,
      title: row.title || null,
      publishedAt: parseIsoDate(published),
      source: null,
      place: null,
      language: null,
    });
    const main = incidents.find((incident) => incident.main);
    for (const outcome of ["killed", "injured"] as const) {
      const label = row[outcome] ?? row.labels?.find(({ kind }) => kind === outcome)?.value;
      if (typeof label !== "number") continue;
      const best = tolls.find((toll: Toll) => toll.outcome === outcome && toll.modality === "reported")?.best ?? 0;
      judge(outcome, best === label, best > 20 * Math.max(1, label));
      if (showErrors && best !== label) console.log(`    ${id}: ${outcome} ${label} got ${best}`);
    }
    const town = row.city ?? row.place;
    if (town) judge("place", main?.place ? fold(main.place.text) === fold(town) : false);
    if (row.eventDate) judge("date", main?.date?.from === row.eventDate);
  }
  const told = [...counts].map(
    ([key, { n, right, absurd }]) => `${key} ${(right / n).toFixed(3)}${absurd > 0 ? ` (${absurd} above 20 times the label)` : ""}`,
  );
  console.log(`${name}: ${rows.length} articles, main incident exact: ${told.join(", ")}`);
}
