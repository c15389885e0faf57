import { sameSurname, type PersonName } from "../../link/entities/person-name.js";
import { consonantsOf } from "../../link/entities/similar-words.js";
import type { JoinReason } from "../../model/corpus-entity.js";
import type { EntityKeys } from "./entity-keys.js";
import type { EntityStore, NameNode } from "./entity-store.js";
import type { Joins } from "./joins.js";

/** A full name of the corpus. */
interface FullName {
  readonly node: NameNode;
  readonly name: PersonName;
}

/** Names of a block that are compared with each other; of a larger block those in most articles. */
const BLOCK = 80;

/**
 * Joins full names that are one person's: spelled otherwise, with a word more or less, with an abbreviated or short given
 * name. A name that fits two others joins neither, unless nearly all articles mean one of them.
 */
export function joinFullNames({ nodes }: EntityStore, keys: EntityKeys, joins: Joins): void {
  const blocks = new Map<string, FullName[]>();
  for (const node of nodes) {
    if (node.kind !== "person") continue;
    const name = keys.personOf(node.name);
    if (name.words.length < 2) continue;
    for (const key of blockKeys(name)) {
      const block = blocks.get(key);
      if (block) block.push({ node, name });
      else blocks.set(key, [{ node, name }]);
    }
  }
  const fits = new Map<FullName["node"], { readonly into: FullName; readonly reason: JoinReason; readonly confidence: number }[]>();
  for (const block of blocks.values()) {
    if (block.length < 2) continue;
    const compared =
      block.length <= BLOCK
        ? block
        : [...block].sort((a, b) => b.node.articles - a.node.articles || a.node.number - b.node.number).slice(0, BLOCK);
    for (const [i, a] of compared.entries()) {
      for (const b of compared.slice(i + 1)) {
        const [short, long] = isFuller(a, b) ? [b, a] : [a, b];
        const fit = compare(short.name, long.name, keys);
        if (fit === null) continue;
        const list = fits.get(short.node) ?? [];
        if (!list.some(({ into }) => into.node === long.node)) list.push({ into: long, ...fit });
        fits.set(short.node, list);
      }
    }
  }
  const shortest = [...fits].sort((a, b) => a[0].number - b[0].number);
  // Spellings first: what they join counts as one below.
  for (const [node, list] of shortest)
    for (const { into, reason, confidence } of list)
      if (reason === "spelling") joins.join(into.node.number, node.number, reason, confidence);
  for (const [node, list] of shortest) {
    const rest = list.filter(({ reason }) => reason !== "spelling");
    const roots = new Map<number, { articles: number; best: (typeof rest)[number] }>();
    for (const fit of rest) {
      const root = joins.root(fit.into.node.number);
      const known = roots.get(root);
      if (known) known.articles += fit.into.node.articles;
      else roots.set(root, { articles: fit.into.node.articles, best: fit });
    }
    const [first, second] = [...roots.values()].sort((a, b) => b.articles - a.articles);
    if (first && (!second || first.articles >= 5 * second.articles))
      joins.join(first.best.into.node.number, node.number, first.best.reason, second ? 0.7 : first.best.confidence);
  }
}

/** Given name and another word, by consonants, so that spellings meet; initials meet by the letter. */
function blockKeys({ words }: PersonName): readonly string[] {
  const [first = "", ...others] = words;
  const given = consonantsOf(first);
  const keys = others.flatMap((word) => [`${given} ${consonantsOf(word)}`, `${first[0] ?? ""}. ${consonantsOf(word)}`]);
  if (words.length > 2) keys.push(`${consonantsOf(words.at(-2) ?? "")} ${consonantsOf(words.at(-1) ?? "")}`);
  return [...new Set(keys)];
}

function isFuller(a: FullName, b: FullName): boolean {
  const rank = ({ name: { words }, node }: FullName): readonly number[] => [
    words.length,
    Math.min(2, words[0]?.length ?? 0),
    node.articles,
    -node.number,
  ];
  const [x, y] = [rank(a), rank(b)];
  const i = x.findIndex((value, at) => value !== y[at]);
  return i >= 0 && (x[i] ?? 0) > (y[i] ?? 0);
}

function compare(
  short: PersonName,
  long: PersonName,
  { people }: EntityKeys,
): { readonly reason: JoinReason; readonly confidence: number } | null {
  if (short.patronymic !== long.patronymic && short.words.length !== long.words.length) return null;
  if (!people.agree(short, long)) return null;
  const [a, b] = [short.words[0] ?? "", long.words[0] ?? ""];
  if (short.words.length === long.words.length) {
    if (a.length === 1 || b.length === 1) return { reason: "initial", confidence: 0.8 };
    return { reason: "spelling", confidence: 0.9 };
  }
  // Across articles a name may leave out what stands in the middle or at the end; whoever lacks the given name is someone else more often.
  if (!people.sameGivenName(a, b)) return { reason: "shorter", confidence: 0.65 };
  return { reason: "longer", confidence: sameSurname(short.words.at(-1) ?? "", long.words.at(-1) ?? "") ? 0.85 : 0.75 };
}
