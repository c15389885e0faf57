import { PART, type EntityKeys } from "./entity-keys.js";
import type { EntityStore } from "./entity-store.js";
import type { Joins } from "./joins.js";

/**
 * Joins a team that articles call by its town with the one team of that sport and town that others name in full:
 * "Baltimore" with "Baltimore Orioles", where no other team of the sport bears the town's name.
 */
export function joinTeams({ nodes, byKey, members, membersOf }: EntityStore, keys: EntityKeys, joins: Joins): void {
  const full = new Map<string, Set<number>>();
  for (const node of nodes) {
    if (node.kind !== "organization" || node.key.startsWith("team")) continue;
    const sport = members.factsOf(membersOf(node.number)[0] ?? 0).team;
    if (sport === null) continue;
    const { base } = keys.organizationOf(node.name);
    const words = base.split(" ");
    for (let length = 1; length < words.length; length++) {
      for (const town of [words.slice(0, length), words.slice(-length)]) {
        const key = `team${PART}${town.join(" ")}${PART}${sport}`;
        if (byKey.has(key)) full.set(key, (full.get(key) ?? new Set()).add(joins.root(node.number)));
      }
    }
  }
  for (const [key, roots] of full) {
    const [only] = roots;
    const team = byKey.get(key);
    if (roots.size === 1 && only !== undefined && team !== undefined) joins.join(only, team, "shorter", 0.8);
  }
}
