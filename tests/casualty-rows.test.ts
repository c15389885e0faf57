import { describe, expect, it, vi } from "vitest";
import type { Row } from "../src/recognize/casualties/decide.js";
import { AGE_ROWS } from "../src/recognize/casualties/drop-ages.js";
import { COUNT_ROWS } from "../src/recognize/casualties/count-rows.js";
import { createCasualtyRecognizer } from "../src/recognize/casualties/recognize-casualties.js";
import { ADMIT_ROWS } from "../src/recognize/casualties/admit-rows.js";
import { CONTINUATION_ROWS } from "../src/recognize/casualties/continuation-rows.js";
import { MODALITY_ROWS } from "../src/recognize/casualties/modality.js";
import { CHUNK_ROWS } from "../src/recognize/casualties/noun-phrase-rows.js";
import { RETAG_ROWS } from "../src/recognize/casualties/retag-rows.js";
import { SCOPE_ROWS } from "../src/recognize/casualties/scope-rows.js";
import { SELF_CHECK_ROWS } from "../src/recognize/casualties/self-check.js";
import { SUBJECT_ROWS } from "../src/recognize/casualties/subjects.js";
import { loadLexicons } from "../src/shell/load-resources.js";
import { createAnalyzer } from "../src/text/analyze.js";
import { formatCasualtyLabel } from "./casualty-label.js";
import { parseMarkedSentence } from "./marked-sentences.js";

type AnyRow = Row<never, unknown>;

/** Which rows were asked, and which of them decided, while one sentence was read. */
const trace = vi.hoisted(() => ({ asked: new Set<unknown>(), fired: new Set<unknown>() }));
vi.mock("../src/recognize/casualties/decide.js", () => ({
  decide: (rows: readonly Row<unknown, unknown>[], context: unknown) => {
    for (const row of rows) {
      trace.asked.add(row);
      if (!row.when(context)) continue;
      trace.fired.add(row);
      return row.then(context);
    }
    return undefined;
  },
}));

const analyze = createAnalyzer();
const recognize = createCasualtyRecognizer(await loadLexicons());

function read(marked: string): { readonly found: readonly string[]; readonly expected: readonly string[] } {
  const { text, marks } = parseMarkedSentence(marked);
  trace.asked.clear();
  trace.fired.clear();
  const figures = recognize({
    analyzed: analyze(text),
    article: { id: "test", text, title: null, publishedAt: null, source: null, place: null, language: null },
  });
  return {
    found: figures.map((m) => `${m.start} ${m.text} | ${formatCasualtyLabel(m, false)}`).sort(),
    expected: marks.map((m) => `${m.start} ${m.text} | ${m.label}`).sort(),
  };
}

const LAYERS: Readonly<Record<string, readonly unknown[]>> = {
  count: COUNT_ROWS,
  retag: RETAG_ROWS,
  chunk: CHUNK_ROWS,
  ages: AGE_ROWS,
  subject: [...new Set(Object.values(SUBJECT_ROWS).flat())],
  admit: ADMIT_ROWS,
  continuation: CONTINUATION_ROWS,
  modality: MODALITY_ROWS,
  scope: SCOPE_ROWS,
  "self-check": SELF_CHECK_ROWS,
};

describe.each(Object.entries(LAYERS))("rows of the layer %s", (_layer, rows) => {
  const cases = (key: "examples" | "counterExamples") =>
    (rows as readonly AnyRow[]).flatMap((row) => row[key].map((example) => [row.name, example, row] as const));
  it.each(cases("examples"))("%s decides in: %s", (_name, example, row) => {
    const { found, expected } = read(example);
    expect(found).toEqual(expected);
    expect(trace.fired.has(row)).toBe(true);
  });
  it.each(cases("counterExamples"))("%s is asked and does not hold in: %s", (_name, example, row) => {
    const { found, expected } = read(example);
    expect(found).toEqual(expected);
    expect(trace.asked.has(row), "another stage rejects the sentence before this row is asked").toBe(true);
    expect(trace.fired.has(row)).toBe(false);
  });
  it("has an example for every row, and a counter-example for every row but the last resort", () => {
    for (const row of rows as readonly AnyRow[]) {
      expect(row.examples.length, row.name).toBeGreaterThan(0);
      if (row.when.toString().replace(/\s/g, "") !== "()=>true") expect(row.counterExamples.length, row.name).toBeGreaterThan(0);
    }
  });
});
