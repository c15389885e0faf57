import { CORPUS_ENTITY_KINDS } from "../../model/corpus-entity.js";
import { memberKind, memberName, reasonOfGone, type PlacedDecision, type UnfitDecision } from "../decisions.js";
import type { EntityStore } from "./entity-store.js";
import type { Joins } from "./joins.js";

/** What people decided about the entities of a run, applied to its members. */
export interface DecidedEntities {
  readonly itemOf: (member: number) => number;
  /** Fields that are set, by the root of their entity, in the order of the file. */
  readonly fields: ReadonlyMap<number, readonly { readonly field: string; readonly value: unknown }[]>;
  /** Roots of entities that are left out. */
  readonly dropped: ReadonlySet<number>;
  /** The lines that made an entity what it is, by its root. */
  readonly lines: ReadonlyMap<number, readonly number[]>;
  readonly unfit: readonly UnfitDecision[];
}

/** The fields of an entity that may be set. */
const FIELDS = new Set(["name", "kind", "country"]);

/**
 * Applies decisions on entities in the order of their lines, after everything that the articles say: what is merged is
 * one and what is split is apart, whatever they look like. Those on incidents are left to others.
 */
export function decideEntities(
  store: EntityStore,
  joins: Joins,
  decisions: readonly PlacedDecision[],
  itemOf: (member: number) => number,
): DecidedEntities {
  const own = decisions.filter(({ decision }) => decision.members.some((member) => memberKind(member) === "entity"));
  const numbers = numbersOf(store, new Set(own.flatMap(({ decision }) => decision.members)));
  const items = new Map<number, number>();
  const at = (member: number): number => items.get(member) ?? itemOf(member);
  const unfit: UnfitDecision[] = [];
  const done: { readonly line: number; readonly item: number }[] = [];
  const set: { readonly item: number; readonly field: string; readonly value: unknown }[] = [];
  const dropped: number[] = [];
  for (const { line, decision } of own) {
    const found = decision.members.flatMap((name) => numbers.get(name) ?? []);
    const gone = decision.members.filter((name) => !numbers.has(name));
    if (gone.length > 0)
      unfit.push({
        line,
        reason: reasonOfGone(decision, gone, found.length > 0),
      });
    const [first] = found;
    if (first === undefined) continue;
    if (decision.decision === "set" && !isSettable(decision.field, decision.value)) {
      unfit.push({
        line,
        reason:
          `set gives ${decision.field} a value that no entity can have; ` +
          `an entity's name, kind (${CORPUS_ENTITY_KINDS.join(", ")}) and country can be set`,
      });
      continue;
    }
    if (decision.decision === "split") {
      const item = joins.add();
      for (const member of found) items.set(member, item);
    } else if (decision.decision === "merge") for (const member of found.slice(1)) joins.join(at(first), at(member), "decision", 1);
    else if (decision.decision === "drop") dropped.push(...found.map(at));
    else set.push({ item: at(first), field: decision.field, value: decision.value });
    done.push({ line, item: at(first) });
  }
  return {
    itemOf: at,
    unfit,
    dropped: new Set(dropped.map(joins.root)),
    fields: groupBy(set.map(({ item, ...rest }) => [joins.root(item), rest] as const)),
    lines: groupBy(done.map(({ item, line }) => [joins.root(item), line] as const)),
  };
}

function isSettable(field: string, value: unknown): boolean {
  if (!FIELDS.has(field)) return false;
  if (field === "kind") return CORPUS_ENTITY_KINDS.some((kind) => kind === value);
  return typeof value === "string" && (field === "name" ? value.trim() !== "" : /^[A-Z]{2}$/.test(value));
}

/** The members of the names that decisions use. */
function numbersOf({ members, articles }: EntityStore, wanted: ReadonlySet<string>): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  if (wanted.size === 0) return found;
  for (let member = 0; member < members.size; member++) {
    const name = memberName(articles.ids[members.articleOf(member)] ?? "", `${members.factsOf(member).kind}:${members.numberOf(member)}`);
    if (wanted.has(name)) found.set(name, member);
  }
  return found;
}

function groupBy<T>(pairs: readonly (readonly [number, T])[]): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}
