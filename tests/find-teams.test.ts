import { describe, expect, it } from "vitest";
import { createTeamFinder } from "../src/link/entities/find-teams.js";
import { loadLexicons } from "../src/shell/load-resources.js";

const findTeams = createTeamFinder(await loadLexicons());
const SPORT = "The striker and the goalkeeper of the Bundesliga side spoke after the match. ";

/** Whether the mentions of a place in a sentence of an article stand for its team. */
function areTeam(sentence: string, place: string, article = SPORT): boolean {
  const text = article + sentence;
  const mentions = [...text.matchAll(new RegExp(place, "gu"))].map(({ index }) => ({ start: index, end: index + place.length }));
  return findTeams(text).areTeam(mentions);
}

describe("teams that bear a place's name", () => {
  it.each([
    ["He is a regular starter at Dresden.", "Dresden"],
    ["Peru beat Chile.", "Chile"],
    ["His years with Bremen were his best; in Bremen he met his wife.", "Bremen"],
    ["Rostock fans sang.", "Rostock"],
  ])("%s", (sentence, place) => expect(areTeam(sentence, place)).toBe(true));

  it.each([
    ["The final is played in Oslo.", "Oslo"],
    ["They train in Malta and Cyprus.", "Cyprus"],
  ])("no team: %s", (sentence, place) => expect(areTeam(sentence, place)).toBe(false));

  it("an article on something else names places", () =>
    expect(areTeam("Ministers met with Chile.", "Chile", "The budget was passed. ")).toBe(false));
});
