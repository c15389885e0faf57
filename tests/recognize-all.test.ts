import { expect, it } from "vitest";
import type { DateMention, NameMention } from "../src/model/mention.js";
import { recognizeAll } from "../src/recognize/recognize-all.js";
import type { RecognizerInput } from "../src/recognize/recognizer.js";

const settle = (text: string, name: string, date: string, by = "weekday"): readonly string[] => {
  const span = (wording: string): { start: number; end: number; text: string } => ({
    start: text.indexOf(wording),
    end: text.indexOf(wording) + wording.length,
    text: wording,
  });
  const found = recognizeAll(
    {
      names: () => [{ kind: "organization", by: "test", confidence: 1, ...span(name) } as NameMention],
      dates: () => [{ kind: "date", by, confidence: 1, type: "DATE", value: "2025", ...span(date) } as DateMention],
      casualties: () => [],
    },
    { article: {}, analyzed: {} } as RecognizerInput,
  );
  return found.map((mention) => `${mention.kind} ${text.slice(mention.start, mention.end)}`);
};

it("lets a date within a longer name give way", () => {
  expect(settle("At the September 11 Museum.", "September 11 Museum", "September 11", "month-day")).toEqual([
    "organization September 11 Museum",
  ]);
});

it("lets a name within a date give way", () => {
  expect(settle("Since May 2024.", "May", "May 2024", "month-year")).toEqual(["date May 2024"]);
});

it("cuts a date off a name that runs over a comma or on to a weekday", () => {
  expect(settle("On Friday, Acme Data said.", "Friday, Acme Data", "Friday")).toEqual(["date Friday", "organization Acme Data"]);
  expect(settle("In the Rose Garden Wednesday.", "Rose Garden Wednesday", "Wednesday")).toEqual([
    "organization Rose Garden",
    "date Wednesday",
  ]);
});
