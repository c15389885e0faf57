import type { CorpusIncident } from "../../src/model/corpus-incident.js";
import { f1, type Groups } from "./score-groups.js";
import { bestOf, firstDay, isSamePlace } from "./score-rows.js";

/** How many killing or injuring incidents there were, in a place, at a time, with a participant of some name (SemEval-2018 Task 5). */
export interface Question {
  readonly event_type: "killing" | "injuring";
  readonly time?: Readonly<Record<string, string>>;
  readonly location?: Readonly<Record<string, string>>;
  readonly participant?: Readonly<Record<string, string>>;
  readonly answer: number;
  readonly answerDocs: Readonly<Record<string, readonly string[]>>;
}

const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[^\x20-\x7e]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

function fits(question: Question, row: CorpusIncident): boolean {
  if ((bestOf(row, question.event_type === "killing" ? "killed" : "injured") ?? 0) < 1) return false;
  const [[unit, time] = [], [level, place] = [], [, name] = []] = [question.time, question.location, question.participant].map(
    (asked) => Object.entries(asked ?? {})[0] ?? [],
  );
  if (unit !== undefined) {
    const [year, month, day] = (firstDay(row) ?? "").split("-");
    if ({ day: `${day}/${month}/${year}`, month: `${month}/${year}`, year }[unit] !== time) return false;
  }
  if (level !== undefined) {
    const asked = (place?.split("/").at(-1) ?? "").replaceAll("_", " ").split(",")[0] ?? "";
    if (!isSamePlace(level === "city" ? row.place?.name : row.place?.admin1, asked)) return false;
  }
  return name === undefined || row.people.some((person) => fold(person) === fold(name) || fold(person).split(" ").includes(fold(name)));
}

/** Share of the questions with the right number, and mean F1 of the articles named. */
export function answerQuestions(
  questions: readonly Question[],
  found: Groups,
  rows: ReadonlyMap<string, CorpusIncident>,
): { readonly accuracy: number; readonly articles: number } {
  let [right, sum] = [0, 0];
  for (const question of questions) {
    const hit = [...rows].filter(([name, row]) => found.has(name) && fits(question, row)).map(([name]) => name);
    if (hit.length === question.answer) right++;
    const gold = new Set(Object.values(question.answerDocs).flat());
    const said = new Set(hit.flatMap((name) => [...(found.get(name) ?? [])]));
    const both = [...said].filter((article) => gold.has(article)).length;
    sum += f1(said.size > 0 ? both / said.size : gold.size === 0 ? 1 : 0, gold.size > 0 ? both / gold.size : said.size === 0 ? 1 : 0);
  }
  return { accuracy: right / questions.length, articles: sum / questions.length };
}
