import type { CorpusEntityKind } from "../src/model/corpus-entity.js";
import type { Family, KINDS } from "../src/model/kinds.js";

/** The family of each kind, which the program's table of kinds says: this page takes nothing but its types. */
const FAMILY_OF: { readonly [Kind in keyof typeof KINDS]: (typeof KINDS)[Kind]["family"] } = {
  person: "names",
  organization: "names",
  place: "names",
  group: "names",
  date: "dates",
  casualty: "casualties",
};

/** The family of a kind; one that the page does not know is taken for a name. */
export const familyOf = (kind: string): Family => (Object.hasOwn(FAMILY_OF, kind) ? FAMILY_OF[kind as keyof typeof KINDS] : "names");

export const isName = (kind: string): boolean => familyOf(kind) === "names";

const FOLLOWED: Readonly<Record<CorpusEntityKind, true>> = { person: true, organization: true, place: true };

/** The kinds that are followed across articles. */
export const FOLLOWED_KINDS = Object.keys(FOLLOWED) as readonly CorpusEntityKind[];
