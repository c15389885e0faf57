import type { Location } from "../../model/place.js";
import { isSamePlace, kilometersBetween } from "./geography.js";

/** Kilometers that two readings of one name may lie apart and still be one place, as a town and its district do. */
const ONE_NAME = 60;

/**
 * Sets apart what was grouped by name and lies far apart ("Paris" in Texas and in France), and joins what lies in one
 * spot under several names. A mention without a location stays with its name.
 *
 * @param numbers the group of each mention by its name.
 * @param locations the location of each, undefined where it has none.
 * @returns a number a mention; equal ones are one place.
 */
export function groupBySpot(numbers: readonly number[], locations: readonly (Location | undefined)[]): readonly number[] {
  const groups: { readonly names: Set<number>; readonly spots: Location[]; readonly number: number }[] = [];
  return numbers.map((name, i) => {
    const location = locations[i];
    const found = groups.find(({ names, spots }) => {
      if (!location || location.ofContainer) return names.has(name);
      if (spots.some((spot) => isSamePlace(spot, location))) return true;
      return names.has(name) && (spots.length === 0 || spots.some((spot) => kilometersBetween(spot, location) <= ONE_NAME));
    });
    const group = found ?? { names: new Set<number>(), spots: [], number: groups.length };
    if (!found) groups.push(group);
    group.names.add(name);
    if (location && !location.ofContainer) group.spots.push(location);
    return group.number;
  });
}
