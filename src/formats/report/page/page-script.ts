import { BASE_SCRIPT } from "./base-script.js";
import { FILTER_SCRIPT } from "./filter-script.js";
import { INCIDENTS_SCRIPT } from "./incidents-script.js";
import { KINDS_SCRIPT } from "./kinds-script.js";
import { LISTS_SCRIPT } from "./lists-script.js";
import { MAP_SCRIPT } from "./map-script.js";
import { READER_SCRIPT } from "./reader-script.js";
import { START_SCRIPT } from "./start-script.js";
import { TABLE_SCRIPT } from "./table-script.js";
import { TIMELINE_SCRIPT } from "./timeline-script.js";

/** What the report does in a browser. Plain JavaScript, since the page stands alone; words are only ever set as text. */
export const PAGE_SCRIPT = `(() => {${[BASE_SCRIPT, KINDS_SCRIPT, FILTER_SCRIPT, TABLE_SCRIPT, MAP_SCRIPT, TIMELINE_SCRIPT, INCIDENTS_SCRIPT, LISTS_SCRIPT, READER_SCRIPT, START_SCRIPT].join("")}})();`;
