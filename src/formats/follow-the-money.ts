import type { Entity } from "../model/entity.js";
import type { ArticleResult } from "./tables/table.js";

/** An entity of the FollowTheMoney model: properties are lists of strings. */
interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

const SCHEMAS = { person: "Person", organization: "Organization", place: "Address", group: null } as const;

/**
 * One article for FollowTheMoney (Aleph, OpenSanctions), a JSON line an entity: the article as `Article`; its people,
 * organizations and places as `Person`, `Organization` and `Address`; and for each of the first two a `Mention` that
 * ties the name to the article. Entities are those of this article alone: two articles that name one man give two
 * persons, to be matched by the tools made for that.
 *
 * @param idOf makes an id that is the same for the same parts, in any run.
 */
export function formatFollowTheMoney({ article, layer }: ArticleResult, idOf: (parts: readonly string[]) => string): string {
  const document = idOf([article.id]);
  const entities: FtmEntity[] = [
    {
      id: document,
      schema: "Article",
      properties: list({
        title: article.title,
        publishedAt: layer.publishedAt,
        author: article.author ?? null,
        publisher: article.source,
        sourceUrl: article.url ?? null,
        contentHash: layer.textHash?.replace("sha256:", "") ?? null,
      }),
    },
  ];
  for (const entity of layer.entities) {
    const schema = SCHEMAS[entity.kind];
    if (schema === null) continue;
    const id = idOf([article.id, entity.id]);
    entities.push({ id, schema, properties: { ...propertiesOf(entity), proof: [document] } });
    if (schema === "Address") continue;
    entities.push({
      id: idOf([article.id, entity.id, "mention"]),
      schema: "Mention",
      properties: { name: [entity.name, ...entity.aliases], document: [document], resolved: [id], detectedSchema: [schema] },
    });
  }
  return entities.map((entity) => JSON.stringify(entity) + "\n").join("");
}

function propertiesOf({ kind, name, aliases, location }: Entity): Readonly<Record<string, readonly string[]>> {
  if (kind !== "place") return list({ name, alias: aliases });
  return list({
    full: name,
    country: location?.country?.toLowerCase() ?? null,
    latitude: location ? String(location.latitude) : null,
    longitude: location ? String(location.longitude) : null,
  });
}

function list(properties: Readonly<Record<string, string | readonly string[] | null>>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) => {
      const values = value === null ? [] : typeof value === "string" ? [value] : value;
      return values.length === 0 ? [] : [[name, values]];
    }),
  );
}
