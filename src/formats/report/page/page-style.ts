import { CORPUS_ENTITY_KINDS } from "../../../model/corpus-entity.js";
import { KINDS, MENTION_KINDS } from "../../../model/kinds.js";
import { PAGE_CSS } from "./page-assets.js";

/** What lies behind the words of each kind, on light (0) or on dark paper (1). */
const grounds = (paper: 0 | 1): string => MENTION_KINDS.map((kind) => `--${kind}:${KINDS[kind].ground[paper]}`).join(";");

/** The look of the report: colors that tell the kinds apart also for color-blind readers; light, dark, phone and paper. */
export const PAGE_STYLE = `
:root{${grounds(0)}}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${grounds(1)}}}
@media screen{:root[data-theme=dark]{${grounds(1)}}}
${CORPUS_ENTITY_KINDS.map((kind) => `.kind.${kind}{background:var(--${kind})}`).join("")}
${PAGE_CSS}
`;
