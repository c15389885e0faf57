import { familyOf, type Family, type MentionKind } from "../model/kinds.js";
import type { ReviewLabel, Wording } from "../model/review.js";
import type { Label } from "../score/label.js";

/** Fields of each family, in the order of the annotation record. */
const FIELDS: Readonly<Record<Family, readonly string[]>> = {
  names: ["entity"],
  dates: ["type", "value", "mod", "from", "to"],
  casualties: ["outcome", "value", "low", "high", "qualifier", "victims", "modality", "scope", "attribution", "implicit", "incident"],
};

export const isName = (kind: string): boolean => familyOf(kind) === "names";

/** The page of the guide that a kind belongs to; a kind that the program does not know is taken for a name. */
export const layerOf = (kind: string): Family => familyOf(kind) ?? "names";

/**
 * The fields of a mention, of ours or of gold, that a reviewer edits.
 *
 * @param text the text that it stands in, for mentions that do not bring their wording; null where it is not at hand.
 */
export function toReviewLabel(mention: Label, text: string | null): ReviewLabel {
  const { kind, start, end } = mention;
  const label: Record<string, unknown> = { kind: kind as MentionKind, start, end, text: mention.text ?? text?.slice(start, end) ?? "" };
  const from = mention as unknown as Readonly<Record<string, unknown>>;
  for (const field of FIELDS[layerOf(kind)]) if (from[field] !== undefined) label[field] = from[field];
  if (kind === "casualty")
    for (const field of ["place", "date"]) if (from[field] !== undefined) label[field] = toWording(from[field] as Wording | null);
  return label as unknown as ReviewLabel;
}

/** The span and wording of a link, without why it was taken. */
export function toWording(link: Wording | null): Wording | null {
  if (link === null) return null;
  const { start, end, text, inTitle } = link;
  return { start, end, text, ...(inTitle ? { inTitle } : {}) };
}

/** The same text for labels that say the same, whatever the order of their fields. */
export const canonicalLabel = (label: ReviewLabel): string => canonical(label);

function canonical(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  return `{${Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`)
    .join(",")}}`;
}

/** What a label says in few words: `killed 12 or more · reported`, `2025-06-28`. */
export function sayLabel(label: ReviewLabel): string {
  if (label.kind === "date") return [label.value, label.mod].filter(Boolean).join(" ");
  if (label.kind !== "casualty") return label.entity ?? "";
  const { outcome = "", modality, victims, scope } = label;
  return [
    `${outcome} ${sayNumber(label)}`,
    victims ?? "",
    modality === "reported" || modality === undefined ? "" : modality,
    scope === "incident" || scope === undefined ? "" : scope,
  ]
    .filter(Boolean)
    .join(" · ");
}

function sayNumber({ value = null, low = null, high = null, qualifier }: ReviewLabel): string {
  if (value === null) return low === null ? (high === null ? "?" : `up to ${high}`) : high === null ? `${low}+` : `${low}–${high}`;
  if (qualifier === "at-least") return `${value}+`;
  if (qualifier === "at-most") return `≤ ${value}`;
  return qualifier === "approximate" ? `≈ ${value}` : String(value);
}
