import type { ReviewLabel } from "../../src/model/review.js";

/** What a label says in few words: `killed 12+ people`, `2025-06-28`. */
export function sayLabel(label: ReviewLabel): string {
  if (label.kind === "date") return [label.value, label.mod].filter(Boolean).join(" ");
  if (label.kind !== "casualty") return label.entity ?? "";
  const { outcome = "", modality, victims, scope } = label;
  const beside = [modality === "reported" ? "" : modality, scope === "incident" ? "" : scope].filter(Boolean).join(", ");
  return `${outcome} ${sayNumber(label)}${victims ? ` ${victims}` : ""}${beside === "" ? "" : ` (${beside})`}`;
}

function sayNumber({ value = null, low = null, high = null, qualifier }: ReviewLabel): string {
  if (value === null) return low === null ? (high === null ? "?" : `≤ ${high}`) : high === null ? `${low}+` : `${low}–${high}`;
  const sign = qualifier === "at-most" ? "≤ " : qualifier === "approximate" ? "≈ " : "";
  return `${sign}${value}${qualifier === "at-least" ? "+" : ""}`;
}
