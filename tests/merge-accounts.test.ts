import { beforeAll, describe, expect, it } from "vitest";
import type { CollatedArticle } from "../src/collate/collator.js";
import { clusterAccounts, type ScoredPair } from "../src/collate/incidents/cluster-accounts.js";
import { mergeAccounts, type Grounds, type Member } from "../src/collate/incidents/merge-accounts.js";
import type { IncidentSketch } from "../src/collate/incidents/sketch-incidents.js";
import { compareNeighbors } from "../src/collate/incidents/compare-neighbors.js";
import { mergeTolls } from "../src/collate/incidents/merge-tolls.js";
import { createTreeScorer, type GroupingResources } from "../src/collate/incidents/pair-model.js";
import type { CorpusPlace, IncidentReport, ToldToll } from "../src/model/corpus-incident.js";
import { loadGrouping, loadVotes } from "../src/shell/load-resources.js";

let grounds: Grounds;
let grouping: GroupingResources;
beforeAll(async () => {
  grouping = await loadGrouping();
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
    expect(groupsOf(between([0], [1], 0.6, 0.005))[1]).toBe(1);
    expect(groupsOf(between([0], [1], 0.6, 0.3))[1]).toBe(0);
  });

  it("take in a follow-up that is like one report of a long story and unlike the others", () => {
    const story = [0, 1, 2, 3, 4];
    const pairs = [...between(story, story, 0.9, 0.6), ...between([0, 1], [5], 0.9, 0.5)];
    expect(groupsOf(pairs)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(groupsOf([...between(story, story, 0.9, 0.6), ...between([0], [5], 0.5, 0.2)])[5]).toBe(5);
  });
});

describe("a pair of accounts beside the others", () => {
  /** How likely 0 and 1 are one, who are 0.3 likely by themselves, where a third is so likely one with either. */
  function beside(withFirst: number, withSecond: number): number {
    const column = (own: number): Float32Array => Float32Array.from([own, own, own]);
    const likely = Float32Array.from([0.3, withFirst, withSecond]);
    const [pair] = compareNeighbors(3, Int32Array.from([0, 1, 0, 2, 1, 2]), {
      likely,
      words: column(0.2),
      usual: column(0.1),
      anew: column(0),
      publishedGap: column(0.1),
    });
    return pair ? createTreeScorer(grouping.neighbors)(pair) : 0;
  }

  it("is likelier one where a third is one with both, and less where it is one with either alone", () => {
    expect(beside(0.95, 0.95)).toBeGreaterThan(beside(0, 0) + 0.1);
    expect(beside(0.95, 0.03)).toBeLessThan(beside(0.95, 0.95) - 0.3);
  });

  it("is the same whichever of the two comes first", () => {
    expect(beside(0.9, 0.2)).toBeCloseTo(beside(0.2, 0.9), 10);
  });
});

describe("tolls over reports", () => {
  const toll = (outcome: "killed" | "injured", best: number): ToldToll => ({
    outcome,
    modality: "reported",
    best,
    low: best,
    high: best,
    perpetrators: null,
    victims: {},
  });
  const told = (day: string, killed: number | null, injured: number | null = null): IncidentReport => ({
    article: `${day} ${killed} ${injured}`,
    incident: "incident:1",
    main: true,
    publishedAt: `2024-05-${day}`,
    source: null,
    title: null,
    place: null,
    date: null,
    tolls: [...(killed === null ? [] : [toll("killed", killed)]), ...(injured === null ? [] : [toll("injured", injured)])],
    confidence: 1,
  });
  const bestOf = (reports: readonly IncidentReport[], cause: string): object =>
    Object.fromEntries(mergeTolls(reports, cause).map(({ outcome, best }) => [outcome, best]));

  it("count nobody as injured who died of it later, and those who lived as before", () => {
    expect(bestOf([told("04", 1, 2), told("06", 3)], "stabbing")).toEqual({ killed: 3 });
    expect(bestOf([told("04", 1, 2), told("06", 2)], "stabbing")).toEqual({ killed: 2, injured: 2 });
    expect(bestOf([told("04", 1, 2), told("06", 3, 7)], "bombing")).toEqual({ killed: 3, injured: 7 });
  });

  it("leave out the sum over a weekend that one report gives of a shooting, not the rise of a disaster's", () => {
    expect(bestOf([told("04", 1), told("05", 9)], "shooting")).toEqual({ killed: 1 });
    expect(bestOf([told("04", 1), told("05", 2)], "shooting")).toEqual({ killed: 2 });
    expect(bestOf([told("04", 1), told("05", 9)], "flood")).toEqual({ killed: 9 });
    expect(bestOf([told("04", 12), told("05", 31)], "shooting")).toEqual({ killed: 31 });
  });

  it("stay what they were where a story of much later tells of one of the dead, and fall where two say so", () => {
    const anniversary: IncidentReport = { ...told("04", 2), publishedAt: "2025-05-04", article: "a year on" };
    expect(bestOf([told("04", 17), told("05", 21), anniversary], "landslide")).toEqual({ killed: 21 });
    expect(mergeTolls([told("05", 21), anniversary], "landslide")[0]).toMatchObject({ best: 21, low: 21, high: 21 });
    expect(bestOf([told("04", 46), told("07", 20), told("08", 20)], "strike")).toEqual({ killed: 20 });
  });

  it("keep the attacker whom a single later story leaves out", () => {
    expect(bestOf([told("04", 4), told("05", 3)], "shooting")).toEqual({ killed: 4 });
    expect(bestOf([told("04", 14), told("05", 13)], "fire")).toEqual({ killed: 13 });
  });
});
