import type { CasualtyMention } from "../src/model/mention.js";

/**
 * The label of a casualty figure in a marked sentence: outcome, number (`12`, `12+` at least, `..12` at most, `~12`
 * about, `4-10`, `vague 24`, `0`), then what departs from the default: `subset` or `cumulative`; `feared`, `denied` or
 * `hypothetical`; `by` where a source is named; `implicit`; `of "young men"` for the victims where the test names them.
 */
export function formatCasualtyLabel(mention: CasualtyMention, withVictims: boolean): string {
  const { value, low, high, qualifier } = mention;
  const number =
    qualifier === "vague"
      ? `vague ${low}`
      : qualifier === "range"
        ? `${low}-${high}`
        : qualifier === "at-least"
          ? `${value}+`
          : qualifier === "at-most"
            ? `..${value}`
            : qualifier === "approximate"
              ? `~${value}`
              : String(value);
  return [
    mention.outcome,
    number,
    mention.scope === "incident" ? "" : mention.scope,
    mention.modality === "reported" ? "" : mention.modality,
    mention.attribution === null ? "" : "by",
    mention.implicit ? "implicit" : "",
    withVictims ? `of "${mention.victims ?? ""}"` : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}
