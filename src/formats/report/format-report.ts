import type { EntityEntry } from "./entity-entry.js";
import type { IncidentEntry } from "./incident-entry.js";
import { PAGE_SCRIPT } from "./page/page-script.js";
import { PAGE_STYLE } from "./page/page-style.js";
import { scriptJson, type ReportEntry } from "./report-entry.js";

/** A country of the map: ISO 3166-1 alpha-2 code, and its shape as a path of SVG in tenths of a degree, y to the south. */
export type MapShape = readonly [code: string, path: string];

/** What a report ends with, when all its rows are there. */
export interface ReportEnd {
  /** How many articles, incidents and entities the run had; the report says so where it holds fewer. */
  readonly articles: number;
  readonly incidents: number;
  readonly entities: number;
  /** Countries of the world, behind the map's places. */
  readonly shapes: readonly MapShape[];
}

/**
 * A report of a run as one HTML file that needs nothing else, in pieces that can be written as they come: incidents with
 * numbers, map and timeline; figures, articles and names behind them; a page for each article with what was found marked,
 * and for each person, organization and place. It loads nothing from anywhere, and its policy forbids it to; words of the
 * articles are set as text, never as markup. The same run gives the same bytes.
 */
export interface ReportWriter {
  /** The next piece of the file. Articles come first, then incidents and entities in any order. */
  readonly article: (entry: ReportEntry) => string;
  readonly incident: (entry: IncidentEntry) => string;
  readonly entity: (entry: EntityEntry) => string;
  readonly end: (end: ReportEnd) => string;
}

/** Starts a report. */
export function startReport(): ReportWriter {
  let open = "";
  const piece = (kind: string, json: string): string => {
    const turn = open === kind ? "" : `${open === "" ? HEAD : "</script>\n"}<script type="application/x-ndjson" data-of="${kind}">\n`;
    open = kind;
    return `${turn}${json}\n`;
  };
  return {
    article: (entry) => piece("article", entry),
    incident: (entry) => piece("incident", entry),
    entity: (entry) => piece("entity", entry),
    end: (end) => `${piece("run", scriptJson(end))}</script>\n${FOOT}`,
  };
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const BAR =
  '<p class="brand"><b>dateline</b> <span id="summary"></span></p><nav id="tabs" aria-label="Views"></nav>' +
  '<button type="button" id="theme" aria-label="Dark or light">◐</button>';
const NO_SCRIPT =
  '<noscript><p class="none">This report needs JavaScript, which it brings along. ' +
  "The same findings are in the CSV files beside it.</p></noscript>";

const HEAD = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>dateline report</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header><div class="bar">${BAR}</div></header>
<main id="content" tabindex="-1">${NO_SCRIPT}<p class="none" id="opening">Opening the report …</p></main>
<footer>Made by dateline. Nothing here was loaded from a network. Places: GeoNames (CC BY 4.0); shapes of countries: Natural Earth.</footer>
`;

const FOOT = `<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
