import type { ArticleResult, Origin } from "../../formats/tables/table.js";
import { createHashIndex } from "../../link/hash-index.js";
import { createDuplicateFinder } from "../../link/near-duplicates.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import type { DrawnItem } from "./draw-unit.js";
import { createTextList } from "./text-list.js";

/** What the run decides about an article. */
export interface Settled {
  readonly id: string;
  readonly duplicate: ArticleResult["duplicate"];
  readonly warning: Diagnostic | null;
}

/** What decides about an article: the id that it states, where it stands and what finds its copies. */
export interface UnsettledItem extends Pick<Extract<DrawnItem, { readonly outcome: "read" }>, "id" | "copyable"> {
  readonly origin: Pick<Origin, "file" | "record">;
}

/**
 * Settles what only the order of the run can tell: ids are made unique (a second `report` becomes `report-2`, with a
 * warning), and articles that repeat an earlier one are marked. Called for one article after the other, in order.
 */
export function createSettler(): (item: UnsettledItem) => Settled {
  const taken = createHashIndex();
  const duplicates = createDuplicateFinder();
  const ids = createTextList();
  const unique = (id: string): string => {
    const count = (taken.get(id) ?? 0) + 1;
    taken.set(id, count);
    if (count === 1) return id;
    let other = `${id}-${count}`;
    while (taken.get(other) !== undefined) other += "-2";
    taken.set(other, 1);
    return other;
  };
  return ({ id: given, origin, copyable }) => {
    const id = unique(given);
    const warning: Diagnostic | null =
      id === given
        ? null
        : {
            severity: "warning",
            code: "duplicate-id",
            place: origin.record === null ? origin.file : `${origin.file}#${origin.record}`,
            message: `The id "${given.slice(0, 100)}" was given before; this article is called "${id.slice(0, 110)}".`,
          };
    if (copyable === null) return { id, duplicate: null, warning };
    const found = duplicates.add(copyable.textHash, copyable.signature && Uint16Array.from(copyable.signature));
    ids.add(id);
    return { id, duplicate: found === null ? null : { of: ids.at(found.of), similarity: found.similarity }, warning };
  };
}
