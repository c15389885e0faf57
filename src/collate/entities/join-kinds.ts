import { plainLetters } from "../../link/entities/plain-letters.js";
import type { EntityStore, NameNode } from "./entity-store.js";
import type { Joins } from "./joins.js";

/** How many times as many articles must take a name for one kind as for another to be believed. */
const MAJORITY = 3;

/**
 * Joins a full name that a few articles take for another kind than most: "Der Abend", a person in one article and a
 * newspaper in ten. Single words are left alone ("Jordan" is a country and a surname), and places that the gazetteer knows:
 * their teams and governments bear the same name.
 */
export function joinKinds({ nodes }: EntityStore, joins: Joins): void {
  const byName = new Map<string, NameNode[]>();
  for (const node of nodes) {
    const name = plainLetters(node.name).replace(/^the /, "");
    if (!name.includes(" ") || node.key.startsWith("team") || (node.kind === "place" && node.location !== null)) continue;
    const list = byName.get(name);
    if (list) list.push(node);
    else byName.set(name, [node]);
  }
  for (const list of byName.values()) {
    const kinds = new Map<string, number>();
    for (const { kind, articles } of list) kinds.set(kind, (kinds.get(kind) ?? 0) + articles);
    const [best, second] = [...kinds].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (!best || !second || best[1] < MAJORITY * second[1]) continue;
    const [into] = list.filter(({ kind }) => kind === best[0]).sort((a, b) => b.articles - a.articles || a.number - b.number);
    if (into) for (const node of list) if (node.kind !== best[0]) joins.join(into.number, node.number, "kind", 0.8);
  }
}
