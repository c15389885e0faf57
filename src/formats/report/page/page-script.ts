import { KINDS_SCRIPT } from "./kinds-script.js";
import { PAGE_CODE } from "./page-assets.js";

/** What the report does in a browser. Plain JavaScript, since the page stands alone; words are only ever set as text. */
export const PAGE_SCRIPT = `(() => {"use strict";${KINDS_SCRIPT}
${PAGE_CODE}
})();`;
