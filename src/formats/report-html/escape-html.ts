import { recordOf } from "../../model/kinds.js";

/* eslint-disable no-control-regex */
/** Text as it may stand in HTML and SVG, in content and in quoted attributes. */
export const escapeHtml = (text: string): string =>
  text
    .replace(/[&<>"']/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[c] ?? c)
    .replace(/[\p{Cs}\u0000-\u0008\v\f\u000e-\u001f]/gu, "\ufffd");

/** A kind as part of a CSS class. */
export const kindClass = (kind: string): string => (recordOf(kind) !== null ? `k-${kind}` : "k-other");
