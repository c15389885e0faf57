import { describe, expect, it } from "vitest";
import { createVerbForms } from "../src/lexicon/verb-forms.js";
import { loadLexicons } from "../src/shell/load-resources.js";
import { conjugateVerb } from "../src/training/conjugate-verb.js";

const lexicons = await loadLexicons();
const verbForms = createVerbForms(lexicons);
const readings = (form: string): readonly string[] =>
  verbForms(form).map(({ lemma, tense, participle }) => [lemma, tense, participle].filter((x) => x).join(" "));

describe("verb forms", () => {
  it.each([
    ["martyred", ["martyr past past"]],
    ["slew", ["slay past"]],
    ["slain", ["slay past"]],
    ["hanged", ["hang past past"]],
    ["hung", ["hang past past"]],
    ["gunned", ["gun past past"]],
    ["mown", ["mow past"]],
    ["kidnapping", ["kidnap present"]],
    ["reconvenes", ["reconvene present"]],
    ["resume", ["resume base"]],
    ["lashed", ["lash past past"]],
    ["put", ["put base", "put past past"]],
    ["hit", ["hit base", "hit past past"]],
    ["set", ["set base", "set past past"]],
    ["won", ["win past past"]],
    ["dying", ["die present"]],
    ["travelled", ["travel past past"]],
    ["traveled", ["travel past past"]],
    ["getting", ["get present"]],
    ["lay", ["lay base", "lie past"]],
    ["was", ["be past"]],
    ["town", []],
  ])("reads %s", (form, expected) => {
    expect(readings(form)).toEqual(expected);
  });

  it("has every form of every outcome verb and reporting verb", () => {
    const outcome = (lexicons.get("outcome-verbs") ?? []).flatMap((row) =>
      ["base", "s-form", "past", "participle", "ing-form"].map((name) => row[name] ?? ""),
    );
    const reporting = (lexicons.get("reporting-verbs") ?? []).map((row) => row["form"] ?? "");
    expect([...outcome, ...reporting].filter((form) => /^[a-z]+$/.test(form) && readings(form).length === 0)).toEqual([]);
  });

  it("inflects verbs that it has never seen", () => {
    expect(conjugateVerb("glorp", {}, null)).toEqual({
      base: "glorp",
      present: ["glorps"],
      past: ["glorped"],
      participle: ["glorped"],
      gerund: ["glorping"],
    });
    expect(conjugateVerb("zan", {}, null).past).toEqual(["zanned"]);
    expect(conjugateVerb("defry", {}, null)).toMatchObject({ present: ["defries"], past: ["defried"], gerund: ["defrying"] });
  });
});
