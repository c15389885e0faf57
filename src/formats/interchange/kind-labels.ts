import { KINDS, MENTION_KINDS, overKinds } from "../../model/kinds.js";
import type { Label } from "../../score/label.js";

/** How a format calls our kinds. A kind that is absent keeps its own name. */
export type LabelNames = Readonly<Record<string, string>>;

/** CoNLL-2003 knows PER, ORG, LOC and MISC; dates and figures get names of their own. */
export const CONLL_NAMES: LabelNames = overKinds((kind) => KINDS[kind].conll);
/** The OntoNotes labels of spaCy's English models. */
export const SPACY_NAMES: LabelNames = overKinds((kind) => KINDS[kind].spacy);
/** Tools whose labels are free keep our names. */
export const OWN_NAMES: LabelNames = {};

/** What other programs call our kinds, in lower case. */
const KIND_OF_LABEL: ReadonlyMap<string, string> = new Map(
  MENTION_KINDS.flatMap((kind) => [kind, ...KINDS[kind].foreign].map((label) => [label, kind] as const)),
);

/** Our kind for a foreign label; a label that we do not know is a kind of its own. */
export const kindOf = (label: string): string => KIND_OF_LABEL.get(label.toLowerCase()) ?? label;

/**
 * Kind of a foreign label, and the label itself where our kind would be written otherwise in that format, so that
 * "LOC" and "GPE" are both places and both come back as they were.
 */
export function readKind(label: string, names: LabelNames): { readonly kind: string; readonly label?: string } {
  const kind = kindOf(label);
  return nameOf(names, kind) === label ? { kind } : { kind, label };
}

/** What a format calls the kind of a mention: the label it came with where it had one, else our name for it. */
export function writeKind(mention: Label, names: LabelNames): string {
  const came = (mention as { readonly label?: unknown }).label;
  if (typeof came === "string" && kindOf(came) === mention.kind) return came;
  return nameOf(names, mention.kind);
}

/** Kinds come from files, and may be called `constructor`. */
const nameOf = (names: LabelNames, kind: string): string => (Object.hasOwn(names, kind) ? (names[kind] ?? kind) : kind);
