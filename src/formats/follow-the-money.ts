import type { Entity } from "../model/entity.js";
import { KINDS } from "../model/kinds.js";
import type { Incident } from "../model/incident.js";
import { writtenToll } from "./written-toll.js";
import type { ArticleResult } from "./tables/table.js";

/** An entity of the FollowTheMoney model: properties are lists of strings. */
interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/** What a writer of FollowTheMoney makes of text: this file holds no cryptography. */
export interface FollowTheMoneyHashes {
  /** An id that is the same for the same parts, in any run. */
  readonly idOf: (parts: readonly string[]) => string;
  /** SHA-1 of a text in UTF-8, 40 hexadecimal digits: what the model's `checksum` takes. */
  readonly sha1Of: (text: string) => string;
}

/**
 * One article for FollowTheMoney (Aleph, OpenSanctions), a JSON line an entity: the article as `Article`; its people,
 * organizations and places as `Person`, `Organization` and `Address`; for each of the first two a `Mention` that ties the
 * name to the article; and what happened as `Event` with days, place, named victims, and the tolls in words, for which the
 * model has no numbers. Totals over a period are no events and stay out. Entities are those of this article alone: two
 * articles that name one man give two persons, to be matched by the tools made for that.
 */
export function formatFollowTheMoney({ article, layer, part }: ArticleResult, { idOf, sha1Of }: FollowTheMoneyHashes): string {
  const document = idOf([article.id]);
  const entities: FtmEntity[] = [];
  // The parts of a long article give what happened; with the last one comes what is known of all of them.
  const isWhole = part?.totals !== null;
  if (isWhole)
    entities.push({
      id: document,
      schema: "Article",
      properties: list({
        title: article.title,
        publishedAt: layer.publishedAt,
        author: article.author ?? null,
        publisher: article.source,
        sourceUrl: article.url ?? null,
        contentHash: part?.totals?.sha1 ?? sha1Of(article.text),
      }),
    });
  const ids = new Map<string, string>();
  for (const entity of layer.entities) {
    const schema = KINDS[entity.kind].schema;
    if (schema === null) continue;
    const id = idOf([article.id, entity.id]);
    ids.set(entity.id, id);
    if (!isWhole) continue;
    entities.push({ id, schema, properties: { ...propertiesOf(entity), proof: [document] } });
    if (schema === "Address") continue;
    entities.push({
      id: idOf([article.id, entity.id, "mention"]),
      schema: "Mention",
      properties: { name: [entity.name, ...entity.aliases], document: [document], resolved: [id], detectedSchema: [schema] },
    });
  }
  for (const incident of layer.incidents ?? []) {
    if (incident.kind !== "incident") continue;
    entities.push({
      id: idOf([article.id, incident.id]),
      schema: "Event",
      properties: { ...eventOf(incident, layer, ids), proof: [document] },
    });
  }
  return entities.map((entity) => JSON.stringify(entity) + "\n").join("");
}

function eventOf(incident: Incident, layer: ArticleResult["layer"], ids: ReadonlyMap<string, string>): FtmEntity["properties"] {
  const { place, date, cause, victims, actors, tolls } = incident;
  const location = layer.entities.find(({ id }) => id === place?.entity)?.location;
  const what = cause === "unknown" || cause === "other" ? "incident" : cause;
  return list({
    name: [what, place && ` in ${place.text}`, date?.from != null && `, ${date.from}`].filter(Boolean).join(""),
    recordId: incident.id,
    keywords: cause,
    startDate: date?.from ?? null,
    endDate: date?.to ?? null,
    location: place?.text ?? null,
    addressEntity: (place?.entity !== undefined && ids.get(place.entity)) || null,
    country: location?.country?.toLowerCase() ?? null,
    involved: [...new Set(victims.flatMap(({ entity }) => (entity === undefined ? [] : (ids.get(entity) ?? []))))],
    summary: [
      ...tolls.map(
        ({ outcome, modality, ...toll }) => `${outcome}${modality === "reported" ? "" : ` (${modality})`}: ${writtenToll(toll) || "some"}`,
      ),
      ...actors.map(({ text, certainty }) => `by ${text} (${certainty})`),
    ].join("; "),
  });
}

function propertiesOf({ kind, name, aliases, location }: Entity): Readonly<Record<string, readonly string[]>> {
  if (kind !== "place") return list({ name, alias: aliases });
  return list({
    full: name,
    city: location?.what === "city" ? location.name : null,
    state: location?.admin1 ?? null,
    country: location?.country?.toLowerCase() ?? null,
    latitude: location ? String(location.latitude) : null,
    longitude: location ? String(location.longitude) : null,
  });
}

function list(properties: Readonly<Record<string, string | readonly string[] | null>>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) => {
      const values = value === null || value === "" ? [] : typeof value === "string" ? [value] : value;
      return values.length === 0 ? [] : [[name, values]];
    }),
  );
}
