import { join } from "node:path";
import type { PlacedDecision, UnfitDecision } from "../../collate/decisions.js";
import { ENTITY_LEXICONS } from "../../collate/entities/entity-keys.js";
import type { TableSet } from "../../formats/tables/reviewed-tables.js";
import type { InputItem, InputUnit } from "../input/input-unit.js";
import { readLines } from "../input/read-lines.js";
import { loadLexicons } from "../load-resources.js";
import { openFurtherOutputs } from "../output/open-further-outputs.js";
import type { OutputFolder } from "../output/output-folder.js";
import { openCorpusStage } from "./corpus-stage.js";
import { extractToFolder } from "./extract-to-folder.js";
import { JOURNAL, type Journal } from "./journal.js";
import { createSettler } from "./settle-results.js";
import type { LongItem, PartRecord, UnitItem, UnitResult } from "./unit-result.js";
import type { UnitRunner } from "./unit-runner.js";

/** An article that a run has read. */
export type ExtractedItem = Extract<UnitItem, { readonly outcome: "extracted" }>;

/** What is drawn again of a run that has ended, and how. */
export interface Redrawing {
  /** Taken for this process; it is released at the end, whatever happens. */
  readonly output: OutputFolder;
  readonly tables: TableSet;
  readonly formats: readonly string[];
  readonly decisions: readonly PlacedDecision[];
  /** Gives an article as it is to be drawn. `id` is what the run called it. */
  readonly correct: (item: ExtractedItem, id: string) => ExtractedItem;
  readonly say: (line: string) => void;
}

/** Files of a run that tell what the program found: they stay as they are, so that a review goes on from them. */
const KEPT = new Set(["annotations.jsonl", "texts.jsonl", "rejects.jsonl", "incidents.jsonl", "entities.jsonl"]);

/**
 * Draws the tables of a run again from its journal, with every article as `correct` gives it. Nothing is recognized anew.
 * All files get their names, or none does. Gives the decisions that no longer fit.
 */
export async function redrawFolder({ output, tables, formats, decisions, correct, say }: Redrawing): Promise<readonly UnfitDecision[]> {
  const redrawn: OutputFolder = { ...output, append: async (name, content) => (KEPT.has(name) ? undefined : output.append(name, content)) };
  const corpus = await openCorpusStage(output, await loadLexicons(ENTITY_LEXICONS), decisions, tables);
  try {
    const further = await openFurtherOutputs(formats, redrawn, tables);
    const { counts } = await extractToFolder({
      items: readJournal(join(output.path, JOURNAL.whole), correct),
      runner: PASS_ON,
      journal: NO_JOURNAL,
      output: redrawn,
      further,
      corpus,
      tables: tables.articles,
      fingerprint: "",
      onArticle: () => undefined,
      onNote: () => undefined,
    });
    const unfit = await corpus.finish(redrawn, further);
    for (const { finish } of further) {
      const remark = await finish(redrawn, counts.articles);
      if (remark !== null) say(remark);
    }
    await output.commit([]);
    return unfit;
  } catch (error) {
    await output.abandon();
    throw error;
  } finally {
    corpus.close();
    await output.release();
  }
}

/** The units of a run that has ended, in its order, each with its corrected result in place of its bytes. */
async function* readJournal(path: string, correct: Redrawing["correct"]): AsyncGenerator<InputItem> {
  const settle = createSettler();
  let parts: PartRecord[] = [];
  for await (const { line } of readLines(path)) {
    if (line === "") continue;
    const { result } = JSON.parse(line) as { readonly result: UnitResult<UnitItem | LongItem> | PartRecord };
    if (!("items" in result)) {
      // The parts of long articles stand before the unit that they are of.
      parts.push(result);
      continue;
    }
    const items = result.items.map((item): UnitItem => {
      if (item.outcome === "rejected") return item;
      const read = item.outcome === "long" ? joinParts(item, parts) : item;
      // Only the order of the run tells what it called an article.
      const { id } = settle({ id: read.article.id, origin: read.origin, copyable: null });
      return read.outcome === "extracted" ? correct(read, id) : read;
    });
    parts = [];
    yield { unit: unitOf({ ...result, items }) };
  }
}

/** A long article as one: corrections may stand anywhere in it. */
function joinParts(
  { article, origin, layer, totals, signature, parts: { first, count } }: LongItem,
  all: readonly PartRecord[],
): ExtractedItem {
  const parts = all.slice(first, first + count);
  const titleMentions = parts.flatMap((part) => part.titleMentions);
  return {
    outcome: "extracted",
    article: { ...article, text: parts.map(({ text }) => text).join("") },
    origin,
    layer: {
      ...layer,
      mentions: parts.flatMap(({ mentions }) => mentions),
      ...(article.title === null ? {} : { titleMentions }),
      incidents: parts.flatMap(({ incidents }) => incidents),
    },
    sentences: parts.flatMap(({ sentences }) => sentences),
    tokens: totals.tokens,
    signature,
  };
}

const unitOf = (result: UnitResult): InputUnit => ({
  file: "",
  record: null,
  offset: null,
  ending: ".json",
  stem: "",
  bytes: new TextEncoder().encode(JSON.stringify(result)),
  charset: null,
  url: null,
  fields: null,
});

/** Hands on what was done already. */
const PASS_ON: UnitRunner = {
  run: ({ bytes }) => Promise.resolve({ json: bytes, drawn: null, buffer: null, parts: null, lasting: true }),
  reuse: () => undefined,
  close: () => Promise.resolve(),
};

const NO_JOURNAL: Journal = {
  recall: () => Promise.resolve(null),
  recallPart: () => Promise.resolve(null),
  append: () => Promise.resolve(),
  appendPart: () => Promise.resolve(),
  sync: () => Promise.resolve(),
  close: () => Promise.resolve([]),
  recalled: () => 0,
};
