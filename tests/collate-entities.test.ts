import { describe, expect, it } from "vitest";
import { createEntityCollator } from "../src/collate/entities/collate-entities.js";
import type { PlacedDecision } from "../src/collate/decisions.js";
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
    return {
      id: `${kind}:${counts.get(kind)}`,
      kind: kind as Entity["kind"],
      name,
      aliases,
      mentions: 1,
      ...(country ? { country } : {}),
      ...(roles ? { roles: roles.split(",") } : {}),
    };
  });
}

/** The entities of a corpus that has articles a, b, c, …: names, and `ARTICLE#ENTITY` of the members. */
function collate(...articles: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const collator = createEntityCollator(lexicons);
  for (const [i, lines] of articles.entries()) {
    collator.add({
      id: String.fromCharCode(97 + i),
      duplicateOf: null,
      title: null,
      publishedAt: `2025-01-0${i + 1}`,
      source: null,
      url: null,
      entities: entitiesOf(lines),
      incidents: [],
      words: NONE,
      lead: NONE,
      marks: [],
      scene: { titlePlaces: [], days: [] },
    });
  }
  return [
    ...collator.finish(() => {
      throw new Error("not looked up");
    }),
  ].map(({ name, members }) => [name, ...members.map(({ article, entity }) => `${article}#${entity}`)]);
}

describe("entities of a corpus", () => {
  it("are one where an article somewhere gives the other name", () => {
    expect(collate(["organization:Orlan Relief Corps|ORC"], ["organization:ORC"], ["organization:Orlan Relief Corps"])).toEqual([
      ["Orlan Relief Corps", "a#organization:1", "b#organization:1", "c#organization:1"],
    ]);
  });

  it("are two where the articles give one acronym to two", () => {
    expect(collate(["organization:Orlan Relief Corps|ORC"], ["organization:Otter River Council|ORC"], ["organization:ORC"])).toHaveLength(
      3,
    );
  });

  it("are known by their usual names where no article gives them", () => {
    expect(collate(["organization:EU"], ["organization:European Union"])).toEqual([
      ["European Union", "a#organization:1", "b#organization:1"],
    ]);
  });

  it("are the world's where a generic name has one bearer, unless a country owns it", () => {
    const council = ["organization:U.N. Security Council"];
    expect(collate(council, ["organization:Security Council", "group:Iraqi"], ["organization:Security Council@IR"])).toEqual([
      ["Security Council", "a#organization:1", "b#organization:1"],
      ["Security Council", "c#organization:1"],
    ]);
    expect(collate(["organization:UN General Assembly"], ["organization:General Assembly", "group:American"])).toHaveLength(2);
  });

  it("are one where an article gives another name to somebody known by full name", () => {
    expect(collate(["person:Tamim Oram|Yasser Arafat"], ["person:Yasser Arafat"])).toHaveLength(1);
    expect(collate(["organization:Eastern Umpires|EU"], ["organization:EU"], ["organization:European Union"])).toHaveLength(2);
  });

  it("keep the ministries of two countries apart", () => {
    expect(
      collate(["organization:Interior Ministry@KE"], ["organization:Interior Ministry@RU"], ["organization:Ministry of the Interior@KE"]),
    ).toEqual([
      ["Interior Ministry", "a#organization:1", "c#organization:1"],
      ["Interior Ministry", "b#organization:1"],
    ]);
  });
});

describe("people of a corpus", () => {
  const one = (name: string, ...articles: readonly (readonly string[])[]): void =>
    it(name, () => expect(collate(...articles)).toHaveLength(1));
  const two = (name: string, ...articles: readonly (readonly string[])[]): void =>
    it(name, () => expect(collate(...articles)).toHaveLength(2));

  one("are one in several spellings", ["person:Volodar Zelansky"], ["person:Volodar Zelanskyy"], ["person:Volodar Zelanski"]);
  one("are one with accents and without, with a hyphen and without", ["person:Moqtada Al-Sadri"], ["person:Muqtada al Sadri"]);
  one("are one under a long name and its beginning", ["person:Andrés Manuel López Oblada"], ["person:Andrés Manuel López"]);
  one("are one with an initial", ["person:V. Petrenko"], ["person:Viktor Petrenko"]);
  one("are one by surname where an article uses it alone for the only bearer", ["person:Irma Velt|Velt"], ["person:Velt"]);
  two("are two: father and son", ["person:Salman bin Rashid"], ["person:Mohammed bin Salman bin Rashid"]);
  two("are two: husband and wife", ["person:Boris Yelnik"], ["person:Naina Yelnik"]);
  two("are two with one surname apart", ["person:Lee Shau Kin"], ["person:Lau Siu-kin"]);
  two("are two with one beginning", ["person:Pedro Joaquín Chamoro Cardenas"], ["person:Pedro Joaquín Chamoro Barrio"]);
  two(
    "are two with one name, of different trades and countries",
    ["person:Juan Gonsalez@US^adviser"],
    ["person:Juan Gonsalez@PA^executive"],
  );
  two("are two by one word alone", ["person:Khan"], ["person:Imran Khan"]);
});

describe("decisions on entities", () => {
  const names = (decisions: readonly PlacedDecision[]): readonly string[] => {
    const collator = createEntityCollator(lexicons, decisions);
    for (const [i, name] of ["Ana Ruiz", "Ana Ruiz", "Anita Roiz"].entries()) {
      collator.add({
        id: `a${i}`,
        duplicateOf: null,
        title: null,
        publishedAt: null,
        source: null,
        url: null,
        entities: entitiesOf([`person:${name}`]),
        incidents: [],
        words: NONE,
        lead: NONE,
        marks: [],
        scene: { titlePlaces: [], days: [] },
      });
    }
    const found = [
      ...collator.finish(() => {
        throw new Error("not looked up");
      }),
    ].map(({ name, kind, members, decided }) =>
      `${kind} ${name} ${members.map(({ article }) => article).join("+")} ${decided.join(",")}`.trim(),
    );
    return [...found, ...collator.unfit().map(({ line }) => `unfit ${line}`)];
  };

  it("merge, split, drop, rename and change the kind, and say when they no longer fit", () => {
    expect(names([])).toEqual(["person Ana Ruiz a0+a1", "person Anita Roiz a2"]);
    expect(names([{ line: 1, decision: { decision: "merge", members: ["a0#person:1", "a2#person:1"] } }])).toEqual([
      "person Ana Ruiz a0+a1+a2 1",
    ]);
    expect(names([{ line: 3, decision: { decision: "split", members: ["a1#person:1"] } }])).toEqual([
      "person Ana Ruiz a0",
      "person Ana Ruiz a1 3",
      "person Anita Roiz a2",
    ]);
    expect(names([{ line: 1, decision: { decision: "drop", members: ["a0#person:1"] } }])).toEqual(["person Anita Roiz a2"]);
    expect(
      names([
        { line: 2, decision: { decision: "set", members: ["a2#person:1"], field: "name", value: "Anita Ruiz" } },
        { line: 4, decision: { decision: "set", members: ["a2#person:1"], field: "kind", value: "organization" } },
      ]),
    ).toEqual(["person Ana Ruiz a0+a1", "organization Anita Ruiz a2 2,4"]);
    expect(names([{ line: 5, decision: { decision: "merge", members: ["a0#person:9", "gone#person:1"] } }])).toEqual([
      "person Ana Ruiz a0+a1",
      "person Anita Roiz a2",
      "unfit 5",
    ]);
  });
});
