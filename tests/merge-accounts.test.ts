import { beforeAll, describe, expect, it } from "vitest";
import type { CollatedArticle } from "../src/collate/collator.js";
import { clusterAccounts, type ScoredPair } from "../src/collate/incidents/cluster-accounts.js";
import { mergeAccounts, type Grounds, type Member } from "../src/collate/incidents/merge-accounts.js";
import type { IncidentSketch } from "../src/collate/incidents/sketch-incidents.js";
import type { CorpusPlace } from "../src/model/corpus-incident.js";
import { loadVotes } from "../src/shell/load-resources.js";

let grounds: Grounds;
beforeAll(async () => {
  grounds = { weights: await loadVotes(), articlesNaming: (place) => (place === "Norvik" ? 40 : 2) };
});

const NORVIK: CorpusPlace = { name: "Norvik", what: "city", latitude: 60, longitude: 10, country: "NO", geonameid: 1 };
const SANDEN: CorpusPlace = { name: "Sanden", what: "city", latitude: 60.1, longitude: 10.1, country: "NO", geonameid: 2 };
const HALM: CorpusPlace = { name: "Halm", what: "city", latitude: 64, longitude: 12, country: "NO", geonameid: 3 };

interface Told {
  readonly day?: string;
  readonly place?: CorpusPlace;
  readonly named?: readonly CorpusPlace[];
  readonly days?: readonly string[];
  readonly title?: string;
}

/** A report of 10 March that links the incident to a day and a place, and names others. */
function report(id: string, { day, place, named = [], days = [], title }: Told): Member {
  const sketch: IncidentSketch = {
    id: "incident:1",
    kind: "incident",
    main: true,
    place: place ?? null,
    placeConfidence: 0.6,
    date: day === undefined ? null : { from: day, to: day },
    dateConfidence: 0.6,
    cause: "fire",
    sentence: "",
    actors: [],
    people: [],
    tolls: [],
  };
  const article: CollatedArticle = {
    id,
    duplicateOf: null,
    title: title ?? null,
    publishedAt: "2024-03-10",
    source: null,
    url: null,
    entities: named.map((place, i) => ({
      id: `place:${i + 1}`,
      kind: "place",
      name: place.name,
      aliases: [],
      mentions: 3,
      location: { ...place, confidence: 0.9, reason: "population" } as never,
    })),
    incidents: [sketch],
    scene: { titlePlaces: [], days: days.map((named) => ({ day: named, mentions: 2 })) },
    words: { hashes: [], counts: [] },
    lead: { hashes: [], counts: [] },
    marks: [],
  };
  return { article, sketch, confidence: 1 };
}

describe("place and day of an incident over its reports", () => {
  it("are those which most reports speak of, whatever one report was linked to", () => {
    const reports = [
      report("a", { day: "2024-03-09", place: NORVIK, named: [NORVIK], days: ["2024-03-09"], title: "Fire in Norvik" }),
      report("b", {
        day: "2023-11-02",
        place: HALM,
        named: [NORVIK, HALM],
        days: ["2024-03-09", "2023-11-02"],
        title: "Norvik fire: what we know",
      }),
      report("c", { day: "2024-03-09", place: NORVIK, named: [NORVIK], days: ["2024-03-09"] }),
    ];
    expect(mergeAccounts(reports, grounds)).toMatchObject({ date: { from: "2024-03-09", to: "2024-03-09" }, place: { name: "Norvik" } });
  });

  it("are empty where reports only name some", () => {
    const found = mergeAccounts([report("a", { named: [NORVIK], days: ["2024-03-09"] })], grounds);
    expect([found.date, found.place]).toEqual([null, null]);
  });

  it("have the metropolis behind a suburb, not a town far away", () => {
    const found = mergeAccounts([report("a", { place: SANDEN, named: [SANDEN, NORVIK, HALM], title: "Fire in Sanden" })], grounds);
    expect(found.place?.name).toBe("Sanden, Norvik");
    expect(found.place?.geonameid).toBe(2);
  });
});

describe("groups of accounts", () => {
  const free = { together: [], apart: () => false };
  const between = (left: readonly number[], right: readonly number[], likely: number, alike: number): readonly ScoredPair[] =>
    left.flatMap((a) => right.flatMap((b) => (a < b ? [{ a, b, likely, alike }] : [])));
  const groupsOf = (pairs: readonly ScoredPair[]): readonly number[] => [...clusterAccounts(6, pairs, free)];
  const [one, other] = [
    [0, 1, 2],
    [3, 4, 5],
  ];

  it("of two happenings of a kind stay two, though each pair might be one", () => {
    const within = [...between(one, one, 0.9, 0.8), ...between(other, other, 0.9, 0.8)];
    expect(groupsOf([...within, ...between(one, other, 0.8, 0.3)])).toEqual([0, 0, 0, 3, 3, 3]);
    expect(groupsOf([...within, ...between(one, other, 0.8, 0.6)])).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("need words that are alike, however likely the pair", () => {
    expect(groupsOf(between([0], [1], 0.6, 0.02))[1]).toBe(1);
    expect(groupsOf(between([0], [1], 0.6, 0.3))[1]).toBe(0);
  });
});
