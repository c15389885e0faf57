import type { Location } from "../../model/entity.js";
import type { EntityKeys } from "./entity-keys.js";
import { wordingsOf, type EntityStore } from "./entity-store.js";
import type { Joins } from "./joins.js";

/** The places of a corpus by what they are called. */
export interface PlaceIndex {
  /** Places that some article calls so, by the key of the wording. */
  readonly called: ReadonlyMap<string, readonly number[]>;
  /** The one that nearly all articles mean, or undefined. */
  readonly meant: (key: string) => number | undefined;
}

/** How many times as many articles must mean one place as the next of its name. */
const DOMINANT = 4;
/** Kilometres within which one name in one country is one place: a town, its district, its province's seat. */
const NEAR = 60;

export function indexPlaces({ nodes }: EntityStore, keys: EntityKeys): PlaceIndex {
  const called = new Map<string, number[]>();
  for (const node of nodes) {
    if (node.kind !== "place" || node.key.startsWith("team")) continue;
    for (const key of new Set([...wordingsOf(node).keys()].map((wording) => keys.wordingKey("place", wording)))) {
      const list = called.get(key);
      if (list) list.push(node.number);
      else called.set(key, [node.number]);
    }
  }
  const meant = (key: string): number | undefined => {
    const [best, second] = (called.get(key) ?? [])
      .map((number) => ({ number, articles: nodes[number]?.articles ?? 0 }))
      .sort((a, b) => b.articles - a.articles || a.number - b.number);
    return best && (!second || best.articles >= DOMINANT * second.articles) ? best.number : undefined;
  };
  return { called, meant };
}

/**
 * Joins places of one name: those that lie near each other in one country, which gazetteers hold as town, district and
 * province; and one whose spot no article tells with the one that nearly all articles mean.
 */
export function joinPlaces({ nodes }: EntityStore, { called }: PlaceIndex, joins: Joins): void {
  for (const [key, numbers] of called) {
    const located = numbers
      .filter((number) => nodes[number]?.location)
      .sort((a, b) => (nodes[b]?.articles ?? 0) - (nodes[a]?.articles ?? 0) || a - b);
    for (const [i, number] of located.entries()) {
      const here = nodes[number]?.location as Location;
      const near = located.slice(0, Math.min(i, 20)).find((other) => isNear(here, nodes[other]?.location as Location));
      if (near !== undefined) joins.join(near, number, "place", 0.85);
    }
    const bare = numbers.find((number) => nodes[number]?.key === key && !nodes[number]?.location);
    const [best] = located;
    if (bare === undefined || best === undefined) continue;
    const others = located
      .filter((number) => joins.root(number) !== joins.root(best))
      .reduce((sum, number) => sum + (nodes[number]?.articles ?? 0), 0);
    const own = located
      .filter((number) => joins.root(number) === joins.root(best))
      .reduce((sum, number) => sum + (nodes[number]?.articles ?? 0), 0);
    if (own >= DOMINANT * others) joins.join(best, bare, "place", others === 0 ? 0.9 : 0.75);
  }
}

function isNear(a: Location, b: Location): boolean {
  if (a.country !== b.country) return false;
  const [x, y] = [
    (((a.longitude - b.longitude) * Math.PI) / 180) * Math.cos(((a.latitude + b.latitude) * Math.PI) / 360),
    ((a.latitude - b.latitude) * Math.PI) / 180,
  ];
  // An area's point may lie far from the town of its name.
  const limit = a.what === "admin1" || b.what === "admin1" ? 3 * NEAR : NEAR;
  return 6371 * Math.hypot(x, y) <= limit;
}
