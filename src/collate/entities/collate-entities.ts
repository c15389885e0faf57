import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { CorpusEntity, CorpusEntityKind, CorpusEntityMember } from "../../model/corpus-entity.js";
import type { Collator } from "../collator.js";
import type { PlacedDecision, UnfitDecision } from "../decisions.js";
import { decideEntities, type DecidedEntities } from "./decide-entities.js";
import { createEntityKeys } from "./entity-keys.js";
import { createEntityStore, wordingsOf, type EntityStore } from "./entity-store.js";
import { invertGroups } from "./growing-numbers.js";
import { joinAliases, readSeeds } from "./join-aliases.js";
import { joinKinds } from "./join-kinds.js";
import { joinFullNames } from "./join-people.js";
import { indexPlaces, joinPlaces } from "./join-places.js";
import { joinSurnames } from "./join-surnames.js";
import { joinTeams } from "./join-teams.js";
import { createNamesakeParting } from "./part-namesakes.js";
import { readLinkConfidence, type LinkConfidence } from "./link-confidence.js";
import { createJoins, type Joins } from "./joins.js";
import { createIdLookup, entityOf, groupMembers, nameOf, type MemberGroups } from "./member-groups.js";

/** A collator that also tells, once all entities were taken, which decisions did not fit, and where an article's entities belong. */
export interface EntityCollator extends Collator<CorpusEntity> {
  readonly unfit: () => readonly UnfitDecision[];
  /**
   * The id of the corpus's entity that one of an article is; null where it belongs to none. Quick for articles in order.
   *
   * @param article its place in the input, from 0.
   * @param entity its id in the article: `person:3`.
   */
  readonly idOf: (article: number, entity: string) => string | null;
}

/** Groups the entities of all articles of a run that are one person, organization or place, as far as people did not decide otherwise. */
export function createEntityCollator(lexicons: Lexicons, decisions: readonly PlacedDecision[] = []): EntityCollator {
  const keys = createEntityKeys(lexicons);
  const seeds = readSeeds(lexicons, keys);
  const partNamesakes = createNamesakeParting(lexicons);
  const confidenceOf = readLinkConfidence(lexicons);
  const builder = createEntityStore(keys);
  let unfit: readonly UnfitDecision[] = [];
  let idOf: EntityCollator["idOf"] = () => null;
  return {
    add: builder.add,
    unfit: () => unfit,
    idOf: (article, entity) => idOf(article, entity),
    *finish() {
      const store = builder.build();
      const joins = createJoins(store.nodes.length);
      const places = indexPlaces(store, keys);
      joinAliases(store, seeds, places, joins);
      joinPlaces(store, places, joins);
      joinTeams(store, keys, joins);
      joinKinds(store, joins);
      joinFullNames(store, keys, joins);
      const parted = partNamesakes(store, keys, joins);
      const itemOf = joinSurnames(store, keys, joins, parted);
      const decided = decideEntities(store, joins, decisions, itemOf);
      unfit = decided.unfit;
      const groups = groupMembers(store, joins, decided);
      idOf = createIdLookup(store, groups);
      yield* describeAll(store, joins, decided, groups, confidenceOf);
    },
  };
}

function* describeAll(
  store: EntityStore,
  joins: Joins,
  decided: DecidedEntities,
  { groupOf, size, isDropped }: MemberGroups,
  confidenceOf: LinkConfidence,
): Iterable<CorpusEntity> {
  const { itemOf } = decided;
  const membersOf = invertGroups((member) => groupOf[member] ?? 0, store.members.size, size);
  for (let group = 0; group < size; group++) {
    if (isDropped(group)) continue;
    const numbers = membersOf(group);
    const root = joins.root(itemOf(numbers[0] ?? 0));
    const found = describe(store, joins, itemOf, numbers, confidenceOf);
    const fields = Object.fromEntries((decided.fields.get(root) ?? []).map(({ field, value }) => [field, value]));
    yield { ...found, ...fields, decided: decided.lines.get(root) ?? [] };
  }
}

function describe(
  store: EntityStore,
  joins: Joins,
  itemOf: (member: number) => number,
  numbers: Uint32Array,
  confidenceOf: LinkConfidence,
): CorpusEntity {
  const { members, nodes, articles } = store;
  const wordings = new Map<string, number>();
  const countries = new Map<string, number>();
  const roles = new Map<string, number>();
  const kinds = new Map<string, number>();
  const seen = new Set<number>();
  const listed: CorpusEntityMember[] = [];
  let mentions = 0;
  let first: string | null = null;
  let last: string | null = null;
  const articleNumbers = new Set<number>();
  for (const member of numbers) {
    const node = nodes[members.nodeOf(member)];
    const article = members.articleOf(member);
    if (!node) continue;
    if (!seen.has(node.number)) {
      seen.add(node.number);
      for (const [wording, n] of wordingsOf(node)) add(wordings, wording, n);
    }
    const facts = members.factsOf(member);
    add(kinds, facts.kind, 1);
    if (facts.country !== null) add(countries, facts.country, 1);
    for (const role of facts.roles) add(roles, role, 1);
    articleNumbers.add(article);
    mentions += members.mentionsOf(member);
    const day = articles.days[article] ?? null;
    if (day !== null && (first === null || day < first)) first = day;
    if (day !== null && (last === null || day > last)) last = day;
    const { reason, confidence } = joins.why(itemOf(member)) ?? ({ reason: "name", confidence: 1 } as const);
    listed.push({
      article: articles.ids[article] ?? "",
      entity: entityOf(store, member),
      reason,
      // What stands alone was joined with nothing.
      confidence: numbers.length === 1 ? 1 : confidenceOf(reason, confidence),
    });
  }
  const root = nodes[joins.root(itemOf(numbers[0] ?? 0))] ?? nodes[members.nodeOf(numbers[0] ?? 0)];
  const sorted = [...wordings].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([wording]) => wording);
  const name = fullest(sorted, wordings);
  return {
    id: nameOf(store, numbers[0] ?? 0),
    kind: (top(kinds) ?? "person") as CorpusEntityKind,
    name,
    aliases: sorted.filter((wording) => wording !== name),
    country: root?.location?.country ?? top(countries) ?? ownerOf(root?.key ?? ""),
    roles: [...roles]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, 5)
      .map(([role]) => role),
    location: root?.location ?? null,
    articles: articleNumbers.size,
    mentions,
    first,
    last,
    confidence: Math.min(...listed.map((member) => member.confidence)),
    members: listed,
    decided: [],
  };
}

/** The country that tells a generic body apart from others of its name, after the key. */
const ownerOf = (key: string): string | null => /^organization\|.*\|(?<code>[A-Z]{2})$/.exec(key)?.groups?.["code"] ?? null;

/** The most frequent of the full names: of more than one word, where any has, in mixed case. */
function fullest(sorted: readonly string[], counts: ReadonlyMap<string, number>): string {
  const most = counts.get(sorted[0] ?? "") ?? 0;
  return (
    sorted.find((wording) => wording.includes(" ") && wording !== wording.toUpperCase() && (counts.get(wording) ?? 0) * 5 >= most) ??
    sorted[0] ??
    ""
  );
}

function add(counts: Map<string, number>, key: string, n: number): void {
  counts.set(key, (counts.get(key) ?? 0) + n);
}

const top = (counts: ReadonlyMap<string, number>): string | null =>
  [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
