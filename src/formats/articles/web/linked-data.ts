/** What the JSON-LD of a page says of its article. */
export interface LinkedData {
  readonly title: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly source: string | null;
  readonly place: string | null;
  readonly language: string | null;
  readonly author: string | null;
  readonly url: string | null;
  /** True where it is of an article, and not of a page at large. */
  readonly isArticle: boolean;
}

type Dictionary = Readonly<Record<string, unknown>>;

/** Types of schema.org that are articles, best first. */
const ARTICLE_TYPES = [
  /(?:News|Reportage|OpinionNews|AnalysisNews|ReviewNews|BackgroundNews)Article$/,
  /(?:Article|Posting|Report)$/,
  /(?:VideoObject|AudioObject|PodcastEpisode|Recipe|Event)$/,
  /(?:Web|Item|Collection)?Page$/,
] as const;
/** From this rank on it is no article. */
const NO_ARTICLE = 2;

/** The best article among the JSON-LD blocks of a page, whatever their order; null where none names one. */
export function readLinkedData(scripts: readonly string[]): LinkedData | null {
  let best: RankedNode | null = null;
  for (const script of scripts) {
    for (const node of nodesOf(parseLoosely(script), 0)) {
      const rank = rankOf(node);
      if (rank !== null && (best === null || isBetter({ node, rank }, best))) best = { node, rank };
    }
  }
  if (best === null) {
    const [published] = scripts.flatMap((script) => /"datePublished"\s*:\s*"([^"]{8,40})"/.exec(script)?.[1] ?? []);
    return published === undefined ? null : { ...NOTHING, published };
  }
  const { node, rank } = best;
  return {
    title: text(node["headline"]) ?? (rank < NO_ARTICLE ? text(node["name"]) : null),
    published: text(node["datePublished"]) ?? text(node["uploadDate"]) ?? text(node["dateCreated"]),
    modified: text(node["dateModified"]),
    source: named(node["publisher"]) ?? named(node["sourceOrganization"]),
    place: named(node["locationCreated"]) ?? text(node["dateline"]),
    language: named(node["inLanguage"]),
    author: named(node["author"]) ?? named(node["creator"]),
    url: text(node["url"]) ?? named(node["mainEntityOfPage"], "@id"),
    isArticle: rank < NO_ARTICLE,
  };
}

interface RankedNode {
  readonly node: Dictionary;
  readonly rank: number;
}

/** Among equals, one that states its day is better than one that does not. */
const isBetter = (one: RankedNode, other: RankedNode): boolean =>
  one.rank < other.rank ||
  (one.rank === other.rank && text(other.node["datePublished"]) === null && text(one.node["datePublished"]) !== null);

const NOTHING: LinkedData = {
  title: null,
  published: null,
  modified: null,
  source: null,
  place: null,
  language: null,
  author: null,
  url: null,
  isArticle: true,
};

function rankOf(node: Dictionary): number | null {
  const types = [node["@type"]].flat().filter((type) => typeof type === "string");
  const rank = ARTICLE_TYPES.findIndex((pattern) => types.some((type) => pattern.test(type)));
  return rank < 0 ? null : rank;
}

/** The nodes of a JSON-LD value: lists, graphs and main entities are looked through. */
function* nodesOf(value: unknown, depth: number): Generator<Dictionary> {
  if (value === null || typeof value !== "object" || depth > 5) return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 100)) yield* nodesOf(item, depth + 1);
    return;
  }
  const node = value as Dictionary;
  yield node;
  for (const key of ["@graph", "mainEntity", "mainEntityOfPage", "hasPart"]) yield* nodesOf(node[key], depth + 1);
}

/** JSON as pages write it: in comments or CDATA, with commas before a bracket, with line ends within strings. */
function parseLoosely(json: string): unknown {
  const from = json.search(/[{[]/);
  const to = Math.max(json.lastIndexOf("}"), json.lastIndexOf("]"));
  if (from < 0 || to < from) return null;
  const bare = json.slice(from, to + 1);
  // A comment or CDATA mark holds brackets of its own: the data begins behind them.
  const marked = json.slice(0, from + 10).includes("[CDATA[");
  const closed = json.lastIndexOf("]]>");
  const behind = marked ? json.slice(json.indexOf("[CDATA[") + 7, closed < 0 ? undefined : closed) : bare;
  const trimmed = behind.slice(Math.max(0, behind.search(/[{[]/)), Math.max(behind.lastIndexOf("}"), behind.lastIndexOf("]")) + 1);
  const plain = trimmed.replace(/,\s*([}\]])/g, "$1");
  // eslint-disable-next-line no-control-regex -- line ends within strings are what this removes
  return parsed(trimmed) ?? parsed(plain) ?? parsed(plain.replace(/[\u0000-\u001f]+/g, " "));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function text(value: unknown): string | null {
  if (Array.isArray(value)) return text(value[0]);
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/** A string, the name of a thing, or the names of several, joined by commas. */
function named(value: unknown, key = "name"): string | null {
  if (Array.isArray(value)) {
    const names = value
      .slice(0, 20)
      .map((item) => named(item, key))
      .filter((name) => name !== null);
    return names.length > 0 ? names.join(", ") : null;
  }
  if (value !== null && typeof value === "object") return text((value as Dictionary)[key]) ?? text((value as Dictionary)["name"]);
  return text(value);
}
