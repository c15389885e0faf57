import { KINDS, MENTION_KINDS } from "../../model/kinds.js";
import { SCORE_CSS } from "./score-assets.js";

/** The colors of the kinds, on light (0) or on dark paper (1). */
const lines = (paper: 0 | 1): string => MENTION_KINDS.map((kind) => `--${kind}:${KINDS[kind].line[paper]}`).join(";");

/** The page's look: light and dark after the reader's system or the button, and for paper. */
export const REPORT_STYLE = `
:root{${lines(0)}}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${lines(1)}}}
@media screen{:root[data-theme=dark]{${lines(1)}}}
${MENTION_KINDS.map((kind) => `.k-${kind}{--k:var(--${kind})}`).join("")}
${SCORE_CSS}
`;
