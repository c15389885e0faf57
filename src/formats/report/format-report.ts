import type { IncidentEntry } from "./incident-entry.js";
import { MAP_SCRIPT } from "./map-script.js";
import type { ReportEntry } from "./report-entry.js";
import { REPORT_SCRIPT } from "./report-script.js";
import { REPORT_STYLE } from "./report-style.js";

/** A country of the map: ISO 3166-1 alpha-2 code, and its shape as a path of SVG in tenths of a degree, y to the south. */
export type MapShape = readonly [code: string, path: string];

/** What a report holds. */
export interface ReportContent {
  /** The articles that it shows, by `drawEntry`. */
  readonly shown: readonly ReportEntry[];
  /** How many articles the run had; the report says so where it shows fewer. */
  readonly all: number;
  /** The incidents that it shows, by `drawIncident`, and how many there are. */
  readonly incidents: readonly IncidentEntry[];
  readonly allIncidents: number;
  /** Countries of the world, behind the map's places. */
  readonly shapes: readonly MapShape[];
}

/**
 * A report of a run as one HTML file that needs nothing else: articles with what was found in them marked, tables that
 * sort and filter, the dates on a line, the places on a map, the tolls. It loads nothing from anywhere, and its policy
 * forbids it to; words of the articles are set as text, never as markup. The same run gives the same bytes.
 */
export function formatReport({ shown, all, incidents, allIncidents, shapes }: ReportContent): string {
  const data = `{"all":${all},"allIncidents":${allIncidents},"incidents":[${incidents.join(",")}],"shapes":${JSON.stringify(shapes)},"articles":[${shown.join(",")}]}`;
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
<script>${MAP_SCRIPT}${REPORT_SCRIPT}</script>
</body>
</html>
`;
}
