import { describe, expect, it } from "vitest";
import { parseUserNames } from "../src/formats/parse-user-names.js";
import { createExtractor } from "../src/index.js";

const TEXT =
  "GORBLATZ, May 3 - Two men were killed in Gorblatz on Friday, Commander Falcon of the Red Kite said. Falcon, whom others call Old Falcon, was in Rome.";

describe("names that the user knows", () => {
  it("win over what is found: kind, place, canonical name, and no name at all, with the reason in the row", async () => {
    const extract = await createExtractor({
      knownNames: [
        { text: "Gorblatz", kind: "place", name: "Gorblatz an der Lemm", latitude: 47.5, longitude: 13.25 },
        { text: "Red Kite", kind: "organization", name: "Red Kite Brigade" },
        { text: "Falcon", kind: "person", name: "Jonas Falk" },
        { text: "Old Falcon", kind: "person", name: "Jonas Falk" },
        { text: "Rome", kind: "never" },
      ],
    });
    const { mentions, entities, incidents } = extract({ text: TEXT, publishedAt: "2024-05-04" });
    const of = (text: string) => mentions.filter((mention) => mention.text === text);
    expect(of("Gorblatz")).toMatchObject([{ kind: "place", by: "user:names", confidence: 1 }]);
    expect(of("Red Kite")).toMatchObject([{ kind: "organization", by: "user:names" }]);
    expect(of("Rome").filter(({ kind }) => kind === "place")).toEqual([]);
    const person = entities.find(({ name }) => name === "Jonas Falk");
    expect([...(person?.aliases ?? [])].sort()).toEqual(["Falcon", "Old Falcon"]);
    expect(entities.filter(({ name }) => name === "Jonas Falk")).toHaveLength(1);
    const place = entities.find(({ name }) => name === "Gorblatz an der Lemm");
    expect(place?.location).toMatchObject({ latitude: 47.5, longitude: 13.25, reason: "given by the user" });
    expect(incidents[0]?.place).toMatchObject({ text: "Gorblatz", entity: place?.id });
  });

  it("stand where they are words of their own, and give way to longer names that hold them", async () => {
    const extract = await createExtractor({ knownNames: [{ text: "Lima", kind: "person" }] });
    const { mentions } = extract({ text: "Limassol is far. The mayor of Lima City, Ana Lima, came." });
    expect(mentions.filter(({ by }) => by === "user:names").every(({ start }) => start > 10)).toBe(true);
  });

  it("are refused line by line where they say nothing that can be meant", () => {
    const { value, diagnostics } = parseUserNames(
      "# mine\ntext\tkind\tname\nA\tplace\t\t91\t0\nB\tplaec\nC\tperson\tCarl\nC\tplace\nD\tperson\t\t1\t2\nE\tplace\t\t1.5\t2\n",
      "mine.tsv",
    );
    expect(value).toEqual([
      { text: "C", kind: "person", name: "Carl" },
      { text: "E", kind: "place", latitude: 1.5, longitude: 2 },
    ]);
    expect(diagnostics.map(({ place }) => place)).toEqual(["mine.tsv:3", "mine.tsv:4", "mine.tsv:6", "mine.tsv:7"]);
    for (const { message } of diagnostics) expect(message.length).toBeGreaterThan(30);
  });
});
