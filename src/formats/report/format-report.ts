import type { ReportEntry } from "./report-entry.js";
import { REPORT_SCRIPT } from "./report-script.js";
import { REPORT_STYLE } from "./report-style.js";

/** A point of the backdrop of the map, in whole degrees. */
export interface MapDot {
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * A report of a run as one HTML file that needs nothing else: articles with what was found in them marked, tables that
 * sort and filter, the dates on a line, the places on a map, the tolls. It loads nothing from anywhere, and its policy
 * forbids it to; words of the articles are set as text, never as markup. The same run gives the same bytes.
 *
 * @param shown the articles that it shows, by `drawEntry`.
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
