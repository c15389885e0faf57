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
    expect(toll("A truck bomb killed nine people, including two children, on Monday.", "killed")).toMatchObject({
      best: 9,
      low: 9,
      high: 9,
      by: "lead",
    });
  });
  it("adds up what one clause lists", () => {
    expect(toll("The raid killed five women and a boy.", "killed")).toMatchObject({ best: 6 });
  });
  it("adds what comes on top of it in the same sentence", () => {
    expect(toll("Raiders killed a family of four, then shot and killed two other villagers.", "killed")).toMatchObject({ best: 6 });
  });
  it("takes the last running total", () => {
    expect(toll("Seven people died in the crash. Doctors said later that the death toll had risen to 11.", "killed")).toMatchObject({
      best: 11,
      low: 7,
      high: 11,
      by: "running-total",
    });
  });
  it("leaves other events, denied and hypothetical figures out", () => {
    expect(toll("A fire killed three workers on Monday. In 2012, a blaze in the same town killed 80 people.", "killed")).toMatchObject({
      best: 3,
    });
    expect(toll("The army denied that 40 villagers were killed.", "killed")).toBeUndefined();
    expect(toll("The flood could kill thousands.", "killed")).toBeUndefined();
  });
  it("gives a figure that its date puts well before the main event an incident of its own", () => {
    const text =
      "Police detained 12 people in Porto on Friday after a brawl that killed two fans. Ties between the clubs have been poor since January, when a coach crash killed 31 supporters.";
    expect(toll(text, "killed")).toMatchObject({ best: 2, low: 2, high: 2 });
    expect(extract(text).incidents.map(({ main, tolls }) => [main, tolls.map(({ best }) => best)])).toEqual([
      [true, [2, 12]],
      [false, [31]],
    ]);
  });
  it("does so in an undated article whose main event was on a weekday", () => {
    const text =
      "A fire in a hostel killed four guests on Friday. The town had not forgotten the ferry that sank in November with the loss of 60 lives.";
    const { incidents } = pipelines.get("ucdp")!({
      id: "undated",
      text,
      title: null,
      publishedAt: null,
      source: null,
      place: null,
      language: null,
    });
    expect(incidents.map(({ tolls }) => tolls.map(({ outcome, best, high }) => [outcome, best, high]))).toEqual([
      [["killed", 4, 4]],
      [["killed", 60, 60]],
    ]);
  });
  it("has no row of an outcome that only other events had", () => {
    const text =
      "Nine men were arrested on Monday over the unrest. The court building stands on the square where soldiers shot dead 40 students in March 1994.";
    expect(toll(text, "killed")).toBeUndefined();
    expect(extract(text).incidents[1]).toMatchObject({ main: false, tolls: [{ outcome: "killed", best: 40 }] });
  });
  it("takes the date of an older main event from its figures, not from the day of publication", () => {
    expect(toll("The dam burst on 12 May 1911 and killed 80 villagers. Another 20 people were injured.", "killed")).toMatchObject({
      best: 80,
    });
  });
  it("lets no zero stand beside people who came to harm", () => {
    const text = "Two blasts shook the port on Monday. The first killed three dockers. No one died in the second blast.";
    expect(toll(text, "killed")).toMatchObject({ best: 3, low: 3, high: 3, apart: [{ reason: "zero" }] });
    expect(toll("No one was hurt in the fire.", "injured")).toMatchObject({ best: 0, low: 0, high: 0 });
  });
  it("says so where the article gives nothing but a total over a period", () => {
    expect(toll("Aid groups met on Monday. More than 900 people have been killed since the war began.", "killed")).toMatchObject({
      best: 900,
      by: "cumulative",
    });
    expect(toll("A shell killed two people on Monday. More than 900 people have been killed since the war began.", "killed")).toMatchObject(
      { best: 2, high: 2 },
    );
  });
  it("counts who comes on top in the next sentences, and the named before them", () => {
    expect(toll("Gunmen killed five herders. A guard was also killed.", "killed")).toMatchObject({ best: 6 });
    expect(toll("Ana Petrova was killed in the blast. Another lawyer was also killed.", "killed")).toMatchObject({ best: 2 });
  });
  it("keeps the first number where a running total further down is lower", () => {
    expect(toll("The quake killed 64 people. By noon the death toll had risen to 41.", "killed")).toMatchObject({ best: 64, by: "lead" });
    expect(toll("The quake killed 64 people. Officials later lowered the death toll to 41.", "killed")).toMatchObject({
      best: 41,
      by: "running-total",
    });
  });
  it("takes a sentence that sums up", () => {
    expect(
      toll("The storm killed four people in Haiti and then turned north. Overall, the storm killed nine people.", "killed"),
    ).toMatchObject({ best: 9, by: "total" });
  });
  it("counts those who killed others and then themselves, and says so", () => {
    expect(toll("A farmer shot dead his wife and two sons on Monday before turning the gun on himself.", "killed")).toMatchObject({
      best: 4,
      low: 4,
      high: 4,
      perpetrators: 1,
      by: "with-own-death",
    });
    expect(toll("A nurse killed two patients in Torvik and then took her own life.", "killed")).toMatchObject({ best: 3, perpetrators: 1 });
    expect(toll("A gunman killed three guards before police shot the gunman dead.", "killed")).toMatchObject({ best: 4, perpetrators: 1 });
  });
  it("leaves them out where it did not come to that, and where the number takes them in", () => {
    for (const text of [
      "A guard killed two colleagues and then tried to kill himself.",
      "A guard killed two colleagues before shooting himself and survived.",
    ])
      expect(toll(text, "killed")).toMatchObject({ best: 2, perpetrators: null });
    expect(toll("Four people are dead after a baker killed three relatives and then himself.", "killed")).toMatchObject({ best: 4 });
  });
  it("counts the dead where only the survivors are told of a number", () => {
    const told: readonly (readonly [string, number])[] = [
      ["A van carrying five workers plunged into the Jhel near Torvik on Monday. None survived.", 5],
      ["The plane, carrying nine passengers and three crew, crashed near Torvik. There were no survivors, officials said.", 12],
      ["Only one of the five sailors survived when the boat sank off Torvik.", 4],
      ["None of the 14 passengers survived the crash near Torvik.", 14],
      ["A helicopter with six people on board crashed on Friday, killing everyone aboard.", 6],
    ];
    for (const [text, best] of told) expect(toll(text, "killed")).toMatchObject({ best, by: "survivors" });
    expect(toll("Twelve people died on Monday. Only two of the 14 on board survived.", "killed")).toMatchObject({ best: 12, by: "lead" });
    for (const text of ["None of the five houses survived the storm in Torvik.", "No one survived the flood of 1912."])
      expect(extract(text).incidents).toEqual([]);
  });
  it("counts people of one family by their given names, and one person by any part of the name", () => {
    expect(toll("Ana Petrik, 31, and Pavel Petrik, 4, died when a wall fell. Petrik was a baker.", "killed")).toMatchObject({
      best: 2,
      by: "named-victims",
    });
    expect(toll("Ana Petrik was killed in the blast. Petrik, a baker, was shot dead from a car, police said.", "killed")).toMatchObject({
      best: 1,
    });
  });
  it("counts who is named beside a single victim", () => {
    expect(toll("The man fatally shot Vera Holm, 31, and her mother on Monday.", "killed")).toMatchObject({
      best: 2,
      by: "with-the-named",
    });
  });
  it("counts the named wounded beside the dead", () => {
    const text = "A gunman killed Mira Tolan and injured Leo Brandt and Jonas Feld in Torvik on Monday.";
    expect(toll(text, "killed")).toMatchObject({ best: 1, perpetrators: null });
    expect(toll(text, "injured")).toMatchObject({ best: 2 });
  });
  it("takes a part of the wounded for no total where more were hit", () => {
    const text = "A girl and six other people were shot on Friday. The girl died. Also injured were three boys, doctors said.";
    expect(toll(text, "injured")).toMatchObject({ best: 6, by: "hit-less-the-dead" });
  });
  it("counts the dead out of those who were only said to be hit", () => {
    expect(toll("Four people were shot at a club on Saturday. One of the victims died.", "injured")).toMatchObject({
      best: 3,
      by: "hit-less-the-dead",
    });
    expect(toll("Four people were shot at a club on Saturday; one was killed and three were wounded.", "injured")).toMatchObject({
      best: 3,
    });
    expect(toll("A man was shot in his car on Saturday. The man died at the scene.", "injured")).toBeUndefined();
    expect(toll("One man was killed and three others were shot.", "injured")).toMatchObject({ best: 3 });
  });
  it("does not let one victim or a vague word move the bounds of a count", () => {
    expect(toll("A bomb killed nine people. A boy was killed as he slept. Several died in hospital.", "killed")).toMatchObject({
      best: 9,
      low: 9,
      high: 9,
    });
  });
  it("shows conflicting figures instead of averaging them", () => {
    const text = "The ministry said 30 people were killed. Witnesses said 50 people were killed.";
    const { figures } = { figures: extract(text).mentions.filter((m): m is CasualtyMention => m.kind === "casualty") };
    const ucdp = toll(text, "killed");
    expect(ucdp).toMatchObject({ best: 30, low: 30, high: 50, against: [figures[1]?.start] });
    expect(toll("Witnesses said 50 people were killed. The ministry said 30 people were killed.", "killed", "acled")).toMatchObject({
      best: 30,
      by: "most-conservative",
    });
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
