import type { ArticleResult } from "../tables/table.js";
import { REPORT_SCRIPT } from "./report-script.js";
import { REPORT_STYLE } from "./report-style.js";

/** A point of the backdrop of the map, in whole degrees. */
export interface MapDot {
  readonly latitude: number;
  readonly longitude: number;
}

/** An article as it stands in a report. */
export type ReportEntry = string & { readonly reportEntry: unique symbol };

/** What the page knows of an article: short names, since a report holds hundreds of them. */
interface ReportArticle {
  readonly id: string;
  readonly title: string | null;
  readonly published: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly file: string;
  readonly duplicate: string | null;
  readonly text: string;
  /** Mentions: kind, start, end, and what the finding says, in words. */
  readonly m: readonly (readonly [kind: string, start: number, end: number, says: string])[];
  /** Entities: kind, name, mentions, and latitude and longitude where they are known. */
  readonly e: readonly (readonly [kind: string, name: string, mentions: number, latitude: number | null, longitude: number | null])[];
  /** Dates that resolve to days: wording, first day, last day, start. */
  readonly d: readonly (readonly [wording: string, from: string, to: string, start: number])[];
  /** Tolls: outcome, best, low, high, rule. */
  readonly t: readonly (readonly [outcome: string, best: number | null, low: number | null, high: number | null, by: string])[];
}

/**
 * A report of a run as one HTML file that needs nothing else: articles with what was found in them marked, tables that
 * sort and filter, the dates on a line, the places on a map, the tolls. It loads nothing from anywhere, and its policy
 * forbids it to; words of the articles are set as text, never as markup. The same run gives the same bytes.
 *
 * @param shown the articles that it shows, by {@link reportEntry}.
 * @param all how many articles the run had; the report says so where it shows fewer.
 * @param dots cities of the world, which draw the continents behind the map's places.
 */
export function formatReport(shown: readonly ReportEntry[], all: number, dots: readonly MapDot[]): string {
  const backdrop = [...new Set(dots.map(({ latitude, longitude }) => `${Math.round(longitude)},${Math.round(latitude)}`))].join(" ");
  const data = `{"all":${all},"backdrop":${JSON.stringify(backdrop)},"articles":[${shown.join(",")}]}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>dateline: ${shown.length} ${shown.length === 1 ? "article" : "articles"}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<header><h1>dateline</h1><p id="summary"></p><nav id="tabs" role="tablist"></nav><input id="filter" type="search" placeholder="Filter: any words" aria-label="Filter"></header>
<main id="view"></main>
<noscript>This report needs JavaScript, which it brings along. The same findings are in the CSV files beside it.</noscript>
<script type="application/json" id="data">${data}</script>
<script>${REPORT_SCRIPT}</script>
</body>
</html>
`;
}

/** What the report holds of an article: JSON that can stand in a script element. A tenth of the size of the article's result. */
export function reportEntry(result: ArticleResult): ReportEntry {
  // Within a script element these could end it, or break the line for JavaScript.
  return JSON.stringify(reportArticle(result)).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029") as ReportEntry;
}

function reportArticle({ article, layer, origin, duplicate }: ArticleResult): ReportArticle {
  return {
    id: article.id, title: article.title, published: layer.publishedAt, source: article.source, url: article.url ?? null,
    file: origin.record === null ? origin.file : `${origin.file}#${origin.record}`, duplicate: duplicate?.of ?? null, text: article.text,
    m: layer.mentions.map((mention) => [mention.kind, mention.start, mention.end, saysOf(mention)] as const),
    e: layer.entities.map(({ kind, name, mentions, location }) => [kind, name, mentions, location?.latitude ?? null, location?.longitude ?? null] as const),
    d: layer.mentions.flatMap((mention) => (mention.kind === "date" && mention.from !== null && mention.to !== null ? [[mention.text, mention.from, mention.to, mention.start] as const] : [])),
    t: (layer.tolls ?? []).map(({ outcome, best, low, high, by }) => [outcome, best, low, high, by] as const),
  };
}

/** What a finding says, for the tip and the tables: `killed 12 or more · reported, police`. */
function saysOf(mention: ArticleResult["layer"]["mentions"][number]): string {
  if (mention.kind === "date") return [mention.value, mention.mod].filter(Boolean).join(" ");
  if (mention.kind !== "casualty") return mention.entity ?? "";
  const { outcome, value, low, high, qualifier, modality, victims, attribution } = mention;
  const number = value === null ? (low === null ? "?" : high === null ? `${low} or more` : `${low} to ${high}`) : qualifier === "at-least" ? `${value} or more` : qualifier === "at-most" ? `${value} at most` : qualifier === "approximate" ? `about ${value}` : String(value);
  return [`${outcome} ${number}`, victims, modality === "reported" ? null : modality, attribution === null ? null : `by ${attribution}`].filter(Boolean).join(" · ");
}
