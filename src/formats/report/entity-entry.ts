import type { CorpusEntity } from "../../model/corpus-entity.js";
import { scriptJson } from "./report-entry.js";

/** A person, organization or place of the corpus as it stands in a report. */
export type EntityEntry = string & { readonly entityEntry: unique symbol };

/** What the report holds of an entity: JSON that can stand in a script element. */
export function drawEntity({
  id,
  kind,
  name,
  aliases,
  country,
  roles,
  location,
  articles,
  mentions,
  first,
  last,
  members,
}: CorpusEntity): EntityEntry {
  return scriptJson({
    id,
    kind,
    name,
    aliases,
    country: country ?? location?.country ?? null,
    roles,
    where: location ? [...new Set([location.name, location.admin1])].filter(Boolean).join(", ") : null,
    latitude: location?.latitude ?? null,
    longitude: location?.longitude ?? null,
    articles,
    mentions,
    first,
    last,
    members: members.map(({ article, entity, reason }) => [article, entity, reason]),
  }) as EntityEntry;
}
