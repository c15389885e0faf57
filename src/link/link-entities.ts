import type { Entity } from "../model/entity.js";
import type { Mention, NameMention } from "../model/mention.js";

export interface LinkedMentions {
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
}

/** Groups the mentions of one article that name the same thing. */
export function linkEntities(_text: string, mentions: readonly Mention[]): LinkedMentions {
  const byName = new Map<string, { id: string; first: NameMention; count: number }>();
  const counts = new Map<string, number>();
  const linked = mentions.map((mention): Mention => {
    if (mention.kind === "date" || mention.kind === "casualty") return mention;
    const key = `${mention.kind}\u0000${mention.text.toLowerCase()}`;
    let group = byName.get(key);
    if (!group) {
      const number = (counts.get(mention.kind) ?? 0) + 1;
      counts.set(mention.kind, number);
      group = { id: `${mention.kind}:${number}`, first: mention, count: 0 };
      byName.set(key, group);
    }
    group.count++;
    return { ...mention, entity: group.id };
  });
  const entities = [...byName.values()].map(({ id, first, count }) => ({
    id, kind: first.kind, name: first.text, aliases: [], mentions: count,
  }));
  return { mentions: linked, entities };
}
