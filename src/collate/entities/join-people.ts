import type { EntityKeys } from "./entity-keys.js";
import type { EntityStore } from "./entity-store.js";
import type { Joins } from "./joins.js";
export function joinPeople(_store: EntityStore, _keys: EntityKeys, _joins: Joins): void {
  return;
}
