import type { NotRead } from "../../formats/run-summary.js";
import type { UnreadFile } from "./input-unit.js";

/** How many of the files that are not read are listed by name. */
const LISTED = 1000;

/** Counts the files that are not read, by kind, and keeps the names of the first. */
export function countUnread(): { readonly add: (file: UnreadFile) => void; readonly all: () => NotRead } {
  const kinds = new Map<string, number>();
  const places: string[] = [];
  return {
    add: ({ place, kind }) => {
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if (places.length < LISTED) places.push(place);
    },
    all: () => ({
      count: [...kinds.values()].reduce((sum, count) => sum + count, 0),
      kinds: Object.fromEntries([...kinds].sort(([one], [other]) => (one < other ? -1 : 1))),
      places,
    }),
  };
}
