import { describe, expect, it } from "vitest";
import { createEntityLinker } from "../src/link/entities/link-entities.js";
import type { Mention, NameKind } from "../src/model/mention.js";
import type { Location } from "../src/model/place.js";
import { loadLexicons } from "../src/shell/load-resources.js";
import { readMarkedSentences, type Mark } from "./marked-sentences.js";

const linkEntities = createEntityLinker(await loadLexicons());
const mentionOf = ({ start, end, text, label }: Mark): Mention => ({
  kind: label.split(":")[0] as NameKind,
  start,
  end,
  text,
  by: "test",
  confidence: 1,
});

describe("entities of one article", () => {
  for (const { text, marks, place } of readMarkedSentences("link/entities.txt")) {
    it(`${place}: ${text}`, () => {
      const { mentions } = linkEntities(text, marks.map(mentionOf));
      const ids = mentions.map((mention) => ("entity" in mention ? mention.entity : null));
      expect(ids).toEqual(marks.map((mark) => mark.label));
    });
  }

  it("takes a place that no gazetteer knows for the one that is a letter away and named more often", () => {
    const text = "Zambelia voted. Zambelia counts. Observers left Zamblia for Zambela.";
    const places = [...text.matchAll(/Z\p{L}+/gu)].map(({ index, 0: wording }): Mention => ({
      kind: "place",
      start: index,
      end: index + wording.length,
      text: wording,
      by: "test",
      confidence: 1,
    }));
    const known = (mention: Mention): boolean => ["Zambelia", "Zambela"].includes(mention.text);
    const location = { name: "", latitude: 0, longitude: 0, geonameid: 1 } as Location;
    const { mentions } = linkEntities(
      text,
      places,
      new Map(places.filter(known).map((place, i) => [place, { ...location, geonameid: i }])),
    );
    const entityOf = (wording: string): unknown => mentions.flatMap((m) => (m.text === wording && "entity" in m ? [m.entity] : []))[0];
    expect(entityOf("Zamblia")).toBe(entityOf("Zambelia"));
    expect(entityOf("Zambela")).not.toBe(entityOf("Zambelia"));
  });

  it("is named by its fullest wording and lists the others as aliases", () => {
    const text = "PUTIN SPEAKS. Putin met Vladimir Putin's guests.";
    const at = (wording: string): Mention => {
      const start = text.indexOf(wording);
      return { kind: "person", start, end: start + wording.length, text: wording, by: "test", confidence: 1 };
    };
    const { entities } = linkEntities(text, [at("PUTIN"), at("Putin"), at("Vladimir Putin")]);
    expect(entities).toEqual([{ id: "person:1", kind: "person", name: "Vladimir Putin", aliases: ["PUTIN", "Putin"], mentions: 3 }]);
  });
});
