import compromise from "compromise";
import compromiseDates from "compromise-dates";
import * as chrono from "chrono-node";
import recognizers from "@microsoft/recognizers-text-suite";
import { createDateRecognizer } from "../dist/recognize/dates/recognize-dates.js";
import { loadLexicons } from "../dist/shell/load-resources.js";
import { createAnalyzer } from "../dist/text/analyze.js";
import { cutSegments } from "../dist/text/segments.js";
import type { AnalyzedText } from "../src/model/token.js";
import type { ScoredTimex } from "./score-timex.js";

/** A tagger under test: a text and its day of publication in, time expressions out. */
export interface DateContestant {
  readonly name: string;
  /** Work that the program does once for all its recognizers, not counted in the speed of this one. */
  readonly prepare?: (text: string) => AnalyzedText;
  /** True where a run costs a process of its own: no warm run, no speed. */
  readonly untimed?: true;
  readonly tag: (text: string, published: string | null, prepared?: AnalyzedText) => readonly ScoredTimex[];
}

/** The taggers of the bench, ours first. Each is given the same text and the same day. */
export async function loadDateContestants(): Promise<readonly DateContestant[]> {
  return [...(await loadOurs()), chronoNode, loadCompromise(), recognizersText];
}

/** Twice: as a stage of the program, where words and parts of speech are there already, and alone with them. */
async function loadOurs(): Promise<readonly DateContestant[]> {
  const analyze = createAnalyzer();
  const recognize = createDateRecognizer(await loadLexicons());
  const tag = (text: string, publishedAt: string | null, analyzed: AnalyzedText = analyze(text)): readonly ScoredTimex[] =>
    recognize({ analyzed, article: { id: "", text, title: null, publishedAt, source: null, place: null, language: null } });
  return [
    { name: "dateline", prepare: analyze, tag },
    { name: "dateline + words", tag },
  ];
}

/** The day at noon: no zone of the machine can move it to another day. */
const noon = (published: string | null): Date => new Date(`${published ?? "2000-01-01"}T12:00:00`);

const two = (n: number | null): string => String(n ?? 0).padStart(2, "0");

/** chrono-node as its documentation shows; the value is as fine as the fields that it calls certain. */
const chronoNode: DateContestant = {
  name: "chrono-node",
  tag: (text, published) =>
    chrono.parse(text, noon(published)).map(({ index, text: wording, start }) => {
      const year = String(start.get("year")).padStart(4, "0");
      const month = `${year}-${two(start.get("month"))}`;
      const day = `${month}-${two(start.get("day"))}`;
      const fine = start.isCertain("day") || start.isCertain("weekday") || !(start.isCertain("month") || start.isCertain("year"));
      const value = start.isCertain("hour")
        ? `${day}T${two(start.get("hour"))}:${two(start.get("minute"))}`
        : fine
          ? day
          : start.isCertain("month")
            ? month
            : year;
      return { start: index, end: index + wording.length, text: wording, type: start.isCertain("hour") ? "TIME" : "DATE", value };
    }),
};

interface CompromiseView {
  readonly offset?: { readonly start: number; readonly length: number };
  readonly dates?: { readonly start?: string; readonly end?: string };
  readonly text: string;
}

/** compromise with compromise-dates, cut as dateline cuts: compromise takes quadratic time on some whole texts. */
function loadCompromise(): DateContestant {
  const nlp = compromise.extend(compromiseDates) as unknown as (text: string) => {
    dates(options: { today: string }): { json(options: { offset: boolean }): readonly CompromiseView[] };
  };
  return {
    name: "compromise-dates",
    tag: (text, published) =>
      cutSegments(text).flatMap((segment) =>
        tryRead(() =>
          nlp(text.slice(segment.start, segment.end))
            .dates({ today: published ?? "2000-01-01" })
            .json({ offset: true }),
        ).flatMap((view) => {
          if (!view.offset) return [];
          const start = segment.start + view.offset.start;
          const wording = text.slice(start, start + view.offset.length).trimEnd();
          const [from = "", to = ""] = [view.dates?.start?.slice(0, 10), view.dates?.end?.slice(0, 10)];
          return [{ start, end: start + wording.length, text: wording, type: "DATE", value: coarsen(from, to) }];
        }),
      ),
  };
}

/** compromise-dates 3.9 throws on some dates ("annually" with spacetime 7.15); such a segment counts as empty. */
function tryRead(read: () => readonly CompromiseView[]): readonly CompromiseView[] {
  try {
    return read();
  } catch {
    return [];
  }
}

/** A span of whole months or years as TIMEX3 writes it, else its first day. */
function coarsen(from: string, to: string): string {
  if (from.endsWith("-01-01") && to.endsWith("-12-31") && from.slice(0, 4) === to.slice(0, 4)) return from.slice(0, 4);
  if (from.endsWith("-01") && from.slice(0, 7) === to.slice(0, 7) && Number(to.slice(8)) >= 28) return from.slice(0, 7);
  return from;
}

/** Recognizers-Text gives TIMEX3-like values; of an open one it lists what it may be, and the last day not after publication counts. */
const recognizersText: DateContestant = {
  name: "recognizers-text",
  tag: (text, published) =>
    recognizers.recognizeDateTime(text, recognizers.Culture.English, recognizers.DateTimeOptions.None, noon(published)).map((result) => {
      const values = (result.resolution?.["values"] ?? []) as readonly Record<string, string>[];
      const first = values[0] ?? {};
      const timex = first["timex"] ?? "";
      const said = values
        .map((value) => value["value"] ?? "")
        .filter((value) => value !== "" && value.slice(0, 10) <= (published ?? "9999"));
      const open = timex.startsWith("XXXX");
      const value = open ? (said.at(-1) ?? first["value"] ?? timex) : timex;
      return {
        start: result.start,
        end: result.end + 1,
        text: text.slice(result.start, result.end + 1),
        type: typeOf(result.typeName),
        value: value.replace(" ", "T"),
      };
    }),
};

function typeOf(typeName: string): string {
  if (typeName.endsWith(".duration")) return "DURATION";
  if (typeName.endsWith(".set")) return "SET";
  return /time$|timerange$/.test(typeName.replace("datetimeV2.", "")) ? "TIME" : "DATE";
}
