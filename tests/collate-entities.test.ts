import { describe, expect, it } from "vitest";
import { createEntityCollator } from "../src/collate/entities/collate-entities.js";
import type { Entity } from "../src/model/entity.js";
import { loadLexicons } from "../src/shell/load-resources.js";

const lexicons = await loadLexicons();
const NONE = { hashes: [], counts: [] };

/** An article's entities, `kind:name|alias|…`, a country behind `@`, titles behind `^`. */
function entitiesOf(lines: readonly string[]): readonly Entity[] {
  const counts = new Map<string, number>();
  return lines.map((line) => {
    const [, kind = "", names = "", country, roles] = /^(\w+):([^@^]+)(?:@([A-Z]{2}))?(?:\^(.+))?$/.exec(line) ?? [];
    const [name = "", ...aliases] = names.split("|");
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return { id: `${kind}:${counts.get(kind)}`, kind: kind as Entity["kind"], name, aliases, mentions: 1, ...(country ? { country } : {}), ...(roles ? { roles: roles.split(",") } : {}) };
  });
}

/** The entities of a corpus that has articles a, b, c, …: names, and `ARTICLE#ENTITY` of the members. */
function collate(...articles: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const collator = createEntityCollator(lexicons);
  for (const [i, lines] of articles.entries()) {
    collator.add({ id: String.fromCharCode(97 + i), duplicateOf: null, title: null, publishedAt: `2025-01-0${i + 1}`, source: null, entities: entitiesOf(lines), incidents: [], words: NONE });
  }
  return [...collator.finish(() => { throw new Error("not looked up"); })].map(({ name, members }) => [name, ...members.map(({ article, entity }) => `${article}#${entity}`)]);
}

describe("entities of a corpus", () => {
  it("are one where an article somewhere gives the other name", () => {
    expect(collate(["organization:Orlan Relief Corps|ORC"], ["organization:ORC"], ["organization:Orlan Relief Corps"])).toEqual([["Orlan Relief Corps", "a#organization:1", "b#organization:1", "c#organization:1"]]);
  });

  it("are two where the articles give one acronym to two", () => {
    expect(collate(["organization:Orlan Relief Corps|ORC"], ["organization:Otter River Council|ORC"], ["organization:ORC"])).toHaveLength(3);
  });

  it("are known by their usual names where no article gives them", () => {
    expect(collate(["organization:EU"], ["organization:European Union"])).toEqual([["European Union", "a#organization:1", "b#organization:1"]]);
  });

  it("keep the ministries of two countries apart", () => {
    expect(collate(["organization:Interior Ministry@KE"], ["organization:Interior Ministry@RU"], ["organization:Ministry of the Interior@KE"])).toEqual([
      ["Interior Ministry", "a#organization:1", "c#organization:1"], ["Interior Ministry", "b#organization:1"],
    ]);
  });
});
