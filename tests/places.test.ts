import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { packGazetteer, type GazetteerRow } from "../src/gazetteer/pack-gazetteer.js";
import { readGazetteer } from "../src/gazetteer/read-gazetteer.js";
import { isSamePlace, isWithin, kilometersBetween } from "../src/link/places/geography.js";
import { createPlaceResolver } from "../src/link/places/resolve-places.js";
import { NAME_KINDS, type Mention, type NameKind } from "../src/model/mention.js";
import type { Location } from "../src/model/place.js";
import { loadGazetteer, loadLexicons } from "../src/shell/load-resources.js";
import { createAnalyzer } from "../src/text/analyze.js";
import { parseMarkedSentence, readMarkedSentences, type Mark } from "./marked-sentences.js";

const [gazetteer, lexicons] = await Promise.all([loadGazetteer(), loadLexicons()]);
const resolve = createPlaceResolver(gazetteer, lexicons);
const analyze = createAnalyzer();
const isKind = (label: string): label is NameKind => (NAME_KINDS as readonly string[]).includes(label);

const mentionOf = ({ start, end, text, label }: Mark): Mention => ({
  kind: isKind(label) ? label : "place",
  start,
  end,
  text,
  by: "test",
  confidence: 1,
});

/** Kind, country and province of a location, written as in the cases. */
const say = (location: Location | undefined): string =>
  location ? [location.what, location.country ?? "-", location.admin1].filter(Boolean).join(" ") : "none";

function locate(text: string, marks: readonly Mark[], with_ = resolve): readonly (Location | undefined)[] {
  const mentions = marks.map(mentionOf);
  const located = with_(analyze(text), mentions);
  return mentions.map((mention) => located.get(mention));
}

describe("places of an article", () => {
  for (const { text, marks, place } of readMarkedSentences("places/resolution.txt")) {
    it(`${place}: ${text}`, () => {
      const said = locate(text, marks).map(say);
      const wanted = marks.filter(({ label }) => !isKind(label)).map(({ label }) => label);
      const got = said.filter((_, i) => !isKind(marks[i]?.label ?? ""));
      expect(got.map((words, i) => (words.startsWith(`${wanted[i]} `) ? wanted[i] : words))).toEqual(wanted);
    });
  }

  const in_ = (marked: string, with_ = resolve): Readonly<Record<string, Location | undefined>> => {
    const { text, marks } = parseMarkedSentence(marked);
    const found = locate(text, marks, with_);
    return Object.fromEntries(marks.map((mark, i) => [mark.text, found[i]]));
  };

  it("say why they were taken, and how sure that is", () => {
    const { Paris } = in_("A fire broke out in [Paris|place], [Texas|place].");
    expect(Paris?.reason).toBe("Texas follows");
    expect(Paris?.confidence).toBeGreaterThan(0.8);
    expect(Paris?.geonameid).toBe(4717560);
    expect(Paris?.admin2).toBe("Lamar County");
  });

  it("of two spots under one name are two", () => {
    const { text, marks } = parseMarkedSentence("She left [Paris|place], [Texas|place], for [Paris|place], [France|place].");
    const [texan, , french] = locate(text, marks);
    expect([texan?.country, french?.country]).toEqual(["US", "FR"]);
  });

  it("that the gazetteer lacks have the point of their container, and say so", () => {
    const { "Tamtama camp": camp, "North Darfur": darfur } = in_("Shells hit [Tamtama camp|place], [North Darfur|place].");
    expect(camp).toMatchObject({ latitude: darfur?.latitude, ofContainer: "admin1", geonameid: null });
    expect(camp?.reason).toContain("North Darfur");
  });

  it("are preferred in the country that the user asks for", () => {
    const asked = createPlaceResolver(gazetteer, lexicons, "GB");
    expect(in_("The council of [Boston|place] met.")["Boston"]?.country).toBe("US");
    expect(in_("The council of [Boston|place] met.", asked)["Boston"]?.country).toBe("GB");
  });

  it("lie within their containers and at a distance from each other", () => {
    const {
      Houston,
      Texas,
      Dallas,
      "United States": us,
    } = in_("[Houston|place] and [Dallas|place], [Texas|place], in the [United States|place].") as Record<string, Location>;
    expect(isWithin(Houston as Location, Texas as Location)).toBe(true);
    expect(isWithin(Houston as Location, us as Location)).toBe(true);
    expect(isWithin(Texas as Location, Houston as Location)).toBe(false);
    expect(isSamePlace(Houston as Location, Dallas as Location)).toBe(false);
    expect(kilometersBetween(Houston as Location, Dallas as Location)).toBeCloseTo(362, -1);
  });
});

describe("the gazetteer", () => {
  const sha256 = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();
  const row = (name: string, parent: number, further: Partial<GazetteerRow> = {}): GazetteerRow => ({
    kind: "city",
    seat: "none",
    geonameid: 7,
    latitude: 1.5,
    longitude: -2.25,
    population: 9000,
    parent,
    name,
    others: [],
    ...further,
  });
  const rows = [
    row("Freedonia", 0, { kind: "country", code: "FR" }),
    row("Óx Ford", 0, { others: ["Oxville"] }),
    row("ox-ford", 0, { population: 50_000, seat: "country" }),
  ];

  it("gives back what was packed, however a name is spelled", () => {
    const small = readGazetteer(packGazetteer(rows, sha256), sha256);
    expect(
      small
        .find("OX FORD")
        .map(({ place }) => place)
        .sort(),
    ).toEqual([1, 2]);
    expect(small.find("Oxville")).toEqual([{ place: 1, own: false }]);
    expect(small.find("Oxfor")).toEqual([]);
    expect([small.nameOf(1), small.countryOf(1), small.seatOf(2), small.geonameidOf(1), small.latitudeOf(1), small.longitudeOf(1)]).toEqual(
      ["Óx Ford", "FR", "country", 7, 1.5, -2.25],
    );
    expect(small.populationOf(2) / 50_000).toBeCloseTo(1, 1);
  });

  it("is refused by name where it is another file, cut short, damaged or of another version", () => {
    const packed = packGazetteer(rows, sha256);
    const changed = (at: number): Uint8Array => packed.map((byte, i) => (i === at ? byte ^ 1 : byte));
    expect(() => readGazetteer(new TextEncoder().encode("no gazetteer at all"), sha256)).toThrow("is no gazetteer");
    expect(() => readGazetteer(packed.subarray(0, -3), sha256)).toThrow(`cut short: ${packed.length - 3} of ${packed.length} bytes`);
    expect(() => readGazetteer(changed(packed.length - 1), sha256)).toThrow("damaged");
    expect(() => readGazetteer(changed(8), sha256)).toThrow("version 0");
  });
});
