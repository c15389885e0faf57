import { describe, expect, it } from "vitest";
import { createPipeline } from "../src/pipeline.js";
import type { CasualtyMention } from "../src/model/mention.js";
import type { Outcome } from "../src/model/casualty.js";
import { TOLL_PROFILES, type Toll, type TollProfile } from "../src/model/toll.js";
import { loadResources } from "../src/shell/load-resources.js";
import { DEFAULT_OPTIONS } from "../src/pipeline.js";

const resources = await loadResources(DEFAULT_OPTIONS);
const pipelines = new Map(TOLL_PROFILES.map((profile) => [profile, createPipeline(resources, { ...DEFAULT_OPTIONS, profile })]));

const extract = (text: string, profile: TollProfile = "ucdp") =>
  pipelines.get(profile)!({ id: "toll", text, title: null, publishedAt: "2025-07-01", source: null, place: null, language: null });
const toll = (text: string, outcome: Outcome, profile: TollProfile = "ucdp"): Toll | undefined =>
  extract(text, profile).tolls.find((t) => t.outcome === outcome);

describe("the toll of an article", () => {
  it("takes the first number of its main event, not the parts of it", () => {
    expect(toll("A truck bomb killed nine people, including two children, on Monday.", "killed")).toMatchObject({ best: 9, low: 9, high: 9, by: "lead" });
  });
  it("adds up what one clause lists", () => {
    expect(toll("The raid killed five women and a boy.", "killed")).toMatchObject({ best: 6 });
  });
  it("adds what comes on top of it in the same sentence", () => {
    expect(toll("Raiders killed a family of four, then shot and killed two other villagers.", "killed")).toMatchObject({ best: 6 });
  });
  it("takes the last running total", () => {
    expect(toll("Seven people died in the crash. Doctors said later that the death toll had risen to 11.", "killed")).toMatchObject({ best: 11, low: 7, high: 11, by: "running-total" });
  });
  it("leaves other events, denied and hypothetical figures out", () => {
    expect(toll("A fire killed three workers on Monday. In 2012, a blaze in the same town killed 80 people.", "killed")).toMatchObject({ best: 3 });
    expect(toll("The army denied that 40 villagers were killed.", "killed")).toBeUndefined();
    expect(toll("The flood could kill thousands.", "killed")).toBeUndefined();
  });
  it("shows conflicting figures instead of averaging them", () => {
    const text = "The ministry said 30 people were killed. Witnesses said 50 people were killed.";
    const { figures } = { figures: extract(text).mentions.filter((m): m is CasualtyMention => m.kind === "casualty") };
    const ucdp = toll(text, "killed");
    expect(ucdp).toMatchObject({ best: 30, low: 30, high: 50, against: [figures[1]?.start] });
    expect(toll("Witnesses said 50 people were killed. The ministry said 30 people were killed.", "killed", "acled")).toMatchObject({ best: 30, by: "most-conservative" });
  });
  it("counts the missing among the dead for EM-DAT alone", () => {
    const text = "The ferry sank, killing 12 people and leaving eight missing.";
    expect(toll(text, "killed", "emdat")).toMatchObject({ best: 20, by: "dead-and-missing" });
    expect(toll(text, "killed")).toMatchObject({ best: 12 });
    expect(toll(text, "missing")).toMatchObject({ best: 8 });
  });
  it("keeps a vague word a word, but for ACLED", () => {
    expect(toll("Dozens of people were killed.", "killed")).toMatchObject({ best: null, low: 24, high: null });
    expect(toll("Dozens of people were killed.", "killed", "acled")).toMatchObject({ best: 12 });
  });
  it("counts named victims where no figure stands", () => {
    expect(toll("Ana Petrova was shot dead in Minsk. Petrova was a lawyer.", "killed")).toMatchObject({ best: 1, by: "named-victims" });
  });
  it("gives no row for what is not mentioned", () => {
    expect(extract("Parliament met on Monday.").tolls).toEqual([]);
  });
});

describe("the place and date of a figure", () => {
  const linked = (text: string): CasualtyMention[] => extract(text).mentions.filter((m): m is CasualtyMention => m.kind === "casualty");
  it("takes what its clause gives", () => {
    const [figure] = linked("Twelve people were killed in Kano on Friday.");
    expect(figure?.date).toMatchObject({ text: "Friday", reason: "clause" });
    expect(figure?.place).toMatchObject({ text: "Kano", reason: "clause" });
  });
  it("goes to the sentence before where its own gives none, and says so", () => {
    const [figure] = linked("A bus overturned near Nairobi on Saturday. Nine people were injured.");
    expect(figure?.date).toMatchObject({ text: "Saturday", reason: "sentence-before" });
  });
  it("is null where the article names none", () => {
    const [figure] = linked("Nine people were injured.");
    expect(figure?.place).toBeNull();
    expect(figure?.date).toBeNull();
  });
});
