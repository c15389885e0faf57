import { digestArticle } from "../../collate/article-digest.js";
import type { FieldMap } from "../../formats/articles/field-names.js";
import { formatAnnotationRecord, formatTextRecord } from "../../formats/annotation-record.js";
import { TABLES } from "../../formats/tables/all-tables.js";
import type { Cell } from "../../formats/tables/table.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { resultOf } from "../batch/draw-unit.js";
import { mapInOrder } from "../batch/map-in-order.js";
import { openScratchFolder } from "../batch/scratch-folder.js";
import type { Spool } from "../batch/spool.js";
import { parseResult, type LongItem, type UnitItem } from "../batch/unit-result.js";
import type { UnitRunner } from "../batch/unit-runner.js";
import type { InputItem, InputUnit } from "../input/input-unit.js";
import { readUnits } from "../input/read-units.js";
import type { DayOrder } from "../../formats/articles/web/written-days.js";
import type { EngineRequest } from "./engine-request.js";
import { longAnswer } from "./long-answer.js";

/** Where an answer belongs: to which request, to which unit of it and which of that one's answers it is, both from 0. */
interface AnswerPlace {
  readonly of: number;
  readonly unit: number;
  readonly at: number;
}

/** What the engine is told of one article, reject, warning or file that was not read; `done` ends the answers to a request. */
export type EngineAnswer = AnswerPlace & EngineFinding;

type EngineFinding =
  | EngineArticle
  | { readonly kind: "reject"; readonly id: string | null; readonly place: string; readonly code: string; readonly reason: string }
  | { readonly kind: "warning"; readonly code: string; readonly place: string | null; readonly message: string }
  | { readonly kind: "unread"; readonly place: string; readonly ending: string }
  | { readonly kind: "done" };

/** An article as all outputs hold it, and what decides whether it repeats another one. */
export interface EngineArticle {
  readonly kind: "article";
  readonly id: string;
  /** ISO day, or null. */
  readonly published: string | null;
  /** Its lines of `annotations.jsonl` and `texts.jsonl`, without their ends. */
  readonly record: string;
  readonly text: string;
  /** Rows of each table that has some, by its name; cells in the order of its columns. */
  readonly rows: Readonly<Record<string, readonly (readonly Cell[])[]>>;
  /** What the stage over the corpus takes, as JSON; null where the article was skipped. */
  readonly digest: string | null;
  /** Null for a text that can have no copies. */
  readonly copyable: { readonly textHash: string; readonly signature: readonly number[] | null } | null;
  readonly skipped: boolean;
  readonly tokens: number;
}

export interface Answering {
  readonly runner: UnitRunner;
  readonly fields: FieldMap | null;
  readonly dateOrder: DayOrder;
}

/** A unit of a request under way; the last one of each request is its end. */
interface Step {
  readonly request: EngineRequest;
  readonly unit: number;
  readonly item: InputItem | null;
}

/** The answers to one step, and where parts of its long articles are. */
interface Answered {
  readonly step: Step;
  readonly findings: readonly (EngineFinding | LongFinding)[];
  readonly parts: Spool | null;
}

/** A long article, under the id that it gets. */
interface LongFinding {
  readonly kind: "long";
  readonly item: LongItem;
  readonly id: string;
}

/**
 * Answers requests one after the other, each article by a line of JSON ({@link EngineAnswer}) as soon as it is known, in
 * order. Some units are under way at once, so that a pipe in between costs no time. Lines come whole but for those of long
 * articles, which come in pieces.
 */
export async function* answerRequests(requests: AsyncIterable<EngineRequest>, answering: Answering): AsyncGenerator<string> {
  const scratch = openScratchFolder();
  const run = async (step: Step): Promise<Answered> => ({ step, ...(await findingsOf(step, answering.runner, scratch.openSpool)) });
  const weigh = ({ item }: Step): number => (item !== null && "unit" in item ? item.unit.bytes.length : 0);
  try {
    for await (const { step, findings, parts } of mapInOrder(stepsOf(requests, answering), run, weigh)) {
      for (const [at, finding] of findings.entries()) {
        const place: AnswerPlace = { of: step.request.of, unit: step.unit, at };
        if (finding.kind !== "long") {
          const answer: EngineAnswer = { ...place, ...finding };
          yield `${JSON.stringify(answer)}\n`;
          continue;
        }
        const { item, id } = finding;
        const partAt = async (index: number): Promise<string> => parts?.at(item.parts.first + index) ?? "";
        yield `${JSON.stringify(place).slice(0, -1)},`;
        yield* longAnswer({ item, id, partAt });
        yield "}\n";
      }
      parts?.close();
    }
  } finally {
    scratch.remove();
  }
}

async function* stepsOf(requests: AsyncIterable<EngineRequest>, { fields, dateOrder }: Answering): AsyncGenerator<Step> {
  for await (const request of requests) {
    const { path, file } = request;
    let unit = 0;
    if (path === undefined) yield { request, unit: unit++, item: { unit: unitOf(request, fields) } };
    else
      for await (const item of readUnits([path], { fields, dateOrder, count: () => undefined }))
        yield { request, unit: unit++, item: relabel(item, path, file) };
    yield { request, unit, item: null };
  }
}

function unitOf(
  { file, text, bytes = "", record = null, offset = null, ending = ".jsonl", stem = file }: EngineRequest,
  fields: FieldMap | null,
): InputUnit {
  const content = text === undefined ? Buffer.from(bytes, "base64") : Buffer.from(text, "utf8");
  return { file, record, offset, ending, stem, bytes: content, charset: null, url: null, fields };
}

/** The name that the user knows in place of that of the copy, wherever an item says where it stands. */
function relabel(item: InputItem, path: string, file: string): InputItem {
  const named = (place: string): string => (place.startsWith(path) ? file + place.slice(path.length) : place);
  if ("unit" in item) return { unit: { ...item.unit, file: named(item.unit.file) } };
  if ("unread" in item) return { unread: { ...item.unread, place: named(item.unread.place) } };
  if ("fault" in item) return { fault: { ...item.fault, place: named(item.fault.place) } };
  return { note: { ...item.note, place: item.note.place === null ? null : named(item.note.place) } };
}

async function findingsOf({ request, unit, item }: Step, runner: UnitRunner, openParts: () => Spool): Promise<Omit<Answered, "step">> {
  const alone = (finding: EngineFinding): Omit<Answered, "step"> => ({ findings: [finding], parts: null });
  if (item === null) return alone({ kind: "done" });
  if ("note" in item) return alone(warningOf(item.note));
  if ("unread" in item) return alone({ kind: "unread", place: item.unread.place, ending: item.unread.kind });
  if ("fault" in item) return alone({ kind: "reject", id: null, ...item.fault });
  const { json, buffer, parts } = await runner.run(item.unit, null, openParts);
  const { items, warnings } = parseResult<UnitItem | LongItem>(json);
  if (buffer) runner.reuse(buffer);
  const findings = [
    // Warnings behind the articles: the place of an article does not depend on them.
    ...items.map((found, at) => findingOf(found, request.ids?.[`${unit}:${at}`])),
    ...warnings.map(warningOf),
  ];
  return { findings, parts };
}

const warningOf = ({ code, place, message }: Diagnostic): EngineFinding => ({ kind: "warning", code, place, message });

function findingOf(item: UnitItem | LongItem, given: string | undefined): EngineFinding | LongFinding {
  if (item.outcome === "long") return { kind: "long", item, id: given ?? item.article.id };
  if (item.outcome === "rejected") return { kind: "reject", id: item.id, place: item.place, code: item.code, reason: item.reason };
  const id = given ?? item.article.id;
  const result = resultOf(item, id, null);
  const { article, layer, sentences, skipped, tokens } = result;
  const rows = TABLES.map(({ name, draw }) => [name, draw(result).rows] as const).filter(([, drawn]) => drawn.length > 0);
  return {
    kind: "article",
    id,
    published: layer.publishedAt,
    record: formatAnnotationRecord(layer, skipped),
    text: formatTextRecord(article, layer.textHash),
    rows: Object.fromEntries(rows),
    digest: skipped === null ? JSON.stringify(digestArticle(article, layer, sentences)) : null,
    copyable:
      item.outcome === "skipped" || article.text.trim() === "" ? null : { textHash: layer.textHash ?? "", signature: item.signature },
    skipped: skipped !== null,
    tokens,
  };
}
