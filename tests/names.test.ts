import { describe, expect, it } from "vitest";
import { cutAtoms } from "../src/recognize/names/cut-atoms.js";
import { createDecodeTags } from "../src/recognize/names/decode-tags.js";
import { letterCaseOf } from "../src/recognize/names/letter-case.js";
import { readWeights } from "../src/recognize/names/read-weights.js";
import { calibrate, createNameRecognizer, createTagNames } from "../src/recognize/names/recognize-names.js";
import { NAME_RULES } from "../src/recognize/names/rules/name-rules.js";
import { createVectorKernel } from "../src/recognize/names/vector-kernel.js";
import { keptWordsBytes } from "../src/recognize/names/word-gates.js";
import { openWordRows } from "../src/recognize/names/word-rows.js";
import { createWordSlots } from "../src/recognize/names/word-slots.js";
import { loadGazetteer, loadLexicons, loadNames } from "../src/shell/load-resources.js";
import { createAnalyzer } from "../src/text/analyze.js";
import { calibrationError, fitCalibration } from "../src/training/calibrate-confidence.js";
import { parseMarkedSentence, readMarkedSentences, type Mark } from "./marked-sentences.js";

const lexicons = await loadLexicons();
const weights = await loadNames("en");
const recognize = createNameRecognizer(weights, lexicons, await loadGazetteer());
const analyze = createAnalyzer();
const find = (text: string) =>
  recognize({
    analyzed: analyze(text),
    article: { id: "t", text, title: null, publishedAt: null, source: null, place: null, language: null },
  });
const NAMES = new Set(["person", "organization", "place"]);
const names = (text: string): string[] =>
  find(text)
    .filter((m) => NAMES.has(m.kind))
    .map((m) => `${m.start} ${m.text}|${m.kind}`);
const marked = (marks: readonly Mark[]): string[] => marks.filter((m) => NAMES.has(m.label)).map((m) => `${m.start} ${m.text}|${m.label}`);

describe("names in news", () => {
  for (const { text, marks, place } of readMarkedSentences("names/news.txt")) {
    it(`${place}: ${text}`, () => {
      expect(names(text)).toEqual(marked(marks));
      const groups = marks.filter((m) => m.label === "group").map((m) => m.text);
      expect(
        find(text)
          .filter((m) => m.kind === "group")
          .map((m) => m.text),
      ).toEqual(groups);
    });
  }
  for (const { text, place } of readMarkedSentences("names/no-names.txt")) {
    it(`${place}: no name in ${text}`, () => expect(names(text)).toEqual([]));
  }
  it("reads headlines in capitals and chat without any", () => {
    expect(names("PROTESTERS MARCH IN NAIROBI AS RUTO VISITS LONDON")).toEqual(["20 NAIROBI|place", "31 RUTO|person", "43 LONDON|place"]);
    expect(names("i heard that angela merkel is in berlin now").map((n) => n.replace(/^\d+ /, ""))).toEqual([
      "angela merkel|person",
      "berlin|place",
    ]);
  });
  it("keeps exact UTF-16 offsets, whatever stands around a name", () => {
    const text = "😀😀 “Angela Merkel” (Berlin)\r\n\r\n\tParis—Lagos";
    for (const mention of find(text)) expect(text.slice(mention.start, mention.end)).toBe(mention.text);
    expect(find(text).map((m) => m.text)).toContain("Angela Merkel");
  });
  it("gives the same findings whatever it read before", () => {
    const text = "Amina Yusuf spoke in Kano.";
    const first = find(text);
    for (let i = 0; i < 50; i++) find(`Number ${i} of the Qwertzians of Asdf${i} met Ms. Yxcv${i}.`);
    expect(find(text)).toEqual(first);
  });
});

describe("rules of the guide", () => {
  for (const rule of NAME_RULES) {
    for (const example of rule.examples) {
      it(`${rule.name}: ${example}`, () => {
        const { text, marks } = parseMarkedSentence(example);
        expect(names(text)).toEqual(marked(marks));
        expect(rule.drops === true || find(text).some((m) => m.by === rule.name)).toBe(true);
      });
    }
    for (const example of rule.counterExamples) {
      it(`${rule.name} leaves alone: ${example}`, () => {
        const { text, marks } = parseMarkedSentence(example);
        expect(names(text)).toEqual(marked(marks));
        expect(find(text).filter((m) => m.by === rule.name)).toEqual([]);
      });
    }
  }
});

describe("the parts of the tagger", () => {
  it("cuts atoms at every place where a label may end", () => {
    const text = "Azerbaijan's al-Nawaf of U.S.-based O'Neill Corp. didn't pay 1,250.5 on www.x.org";
    expect(cutAtoms(text).map((a) => text.slice(a.start, a.end))).toEqual([
      "Azerbaijan",
      "'s",
      "al",
      "-",
      "Nawaf",
      "of",
      "U.S.",
      "-",
      "based",
      "O'Neill",
      "Corp",
      ".",
      "did",
      "n't",
      "pay",
      "1,250.5",
      "on",
      "www.x.org",
    ]);
  });
  it("tells the letter case of a line", () => {
    const of = (text: string) => letterCaseOf(text, cutAtoms(text));
    expect([
      of("BAKU"),
      of("PM LEAVES"),
      of("he left"),
      of("Three Killed After Bridge Falls"),
      of("Three people were killed in Baku"),
    ]).toEqual(["upper", "upper", "lower", "title", "mixed"]);
  });
  it("multiplies as plain arithmetic does", () => {
    const kernel = createVectorKernel(65536);
    const [F, S] = [new Float32Array(kernel.memory.buffer), new Int16Array(kernel.memory.buffer)];
    const [rows, columns] = [8, 16];
    const w = (r: number, c: number): number => ((r * 31 + c * 17) % 41) - 20;
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < columns; c++) S[512 + ((r >> 2) * (columns / 8) + (c >> 3)) * 32 + (r & 3) * 8 + (c & 7)] = w(r, c);
      F[1024 + r] = 0.5;
      F[1040 + r] = r;
    }
    for (let c = 0; c < columns; c++) S[8192 + c] = c - 5;
    kernel.multiply(1024, 16384, 4096, 4160, 4224, 4288, rows / 4, columns / 8);
    for (let r = 0; r < rows; r++) {
      let sum = 0;
      for (let c = 0; c < columns; c++) sum += w(r, c) * (c - 5);
      expect(F[1072 + r]).toBe(r + sum / 2);
    }
  });
  it("multiplies by a matrix of which only some blocks are kept as plain arithmetic does", () => {
    const kept = [
      [0, 3, 4],
      [1, 2, 4],
    ];
    const kernel = createVectorKernel(65536, [3]);
    const [F, S] = [new Float32Array(kernel.memory.buffer), new Int16Array(kernel.memory.buffer)];
    const w = (r: number, c: number): number => (kept[r >> 2]?.includes(c >> 3) ? ((r * 31 + c * 17) % 41) - 20 : 0);
    kept.forEach((chunks, block) =>
      chunks.forEach((chunk, k) => {
        S[20480 + block * 3 + k] = chunk * 16;
        for (let r = 0; r < 4; r++) for (let c = 0; c < 8; c++) S[512 + (block * 3 + k) * 32 + r * 8 + c] = w(4 * block + r, 8 * chunk + c);
      }),
    );
    F.fill(1, 1024, 1032);
    for (let c = 0; c < 40; c++) S[8192 + c] = c - 5;
    kernel.multiplySparse.get(3)?.(1024, 16384, 4096, 4160, 4224, 4288, 2, 40960);
    for (let r = 0; r < 8; r++) {
      let sum = 0;
      for (let c = 0; c < 40; c++) sum += w(r, c) * (c - 5);
      expect(F[1072 + r]).toBe(sum);
    }
  });
  it("keeps the words it meets often when its table is full, and those of the document at hand always", () => {
    const slots = createWordSlots(3);
    slots.begin();
    for (const word of ["the", "of", "Mekelle"]) slots.claim(word);
    slots.begin();
    expect([slots.find("the"), slots.find("of")]).toEqual([0, 1]);
    expect(slots.claim("Dagalo")).toBe(2);
    expect([slots.find("Mekelle"), slots.find("the"), slots.find("Dagalo")]).toEqual([-1, 0, 2]);
  });
  it("gives a text of more different words than its table has rows more rows", () => {
    const slots = createWordSlots(2);
    slots.begin();
    expect(["Mekelle", "Adwa", "Axum"].map(slots.claim)).toEqual([0, 1, 2]);
    slots.begin();
    expect([slots.find("Adwa"), slots.claim("Shire"), slots.claim("Humera"), slots.claim("Alamata")]).toEqual([1, 0, 2, 3]);
  });
  it("keeps for all threads the first words that one of them computed, then those computed twice, until there is no more room", () => {
    const memory = new SharedArrayBuffer(4 * (2 + 3 * (3 + 6)));
    const [one, other] = [openWordRows(memory, 3), openWordRows(memory, 3)];
    const row = new Int32Array(4);
    const kept = () => ["Goma", "Bunia", "Uvira", "Fizi"].map((word) => other.copyTo(word, row, 1));
    one.offer("Goma", Int32Array.of(0, 7, 8, 9), 1);
    expect(kept()).toEqual([true, false, false, false]);
    expect([...row]).toEqual([0, 7, 8, 9]);
    one.offer("Bunia", Int32Array.of(0, 7, 8, 9), 1);
    expect(kept()).toEqual([true, false, false, false]);
    one.offer("Bunia", Int32Array.of(0, 7, 8, 9), 1);
    expect(kept()).toEqual([true, true, false, false]);
    for (const word of ["Uvira", "Uvira", "Fizi", "Fizi"]) other.offer(word, Int32Array.of(1, 2, 3), 0);
    expect(kept()).toEqual([true, true, true, false]);
    expect(openWordRows(new ArrayBuffer(0), 3).copyTo("Goma", row, 0)).toBe(false);
  });
  it("finds the same names whether words are new to it, kept by another or kept nowhere", () => {
    const kept = new SharedArrayBuffer(keptWordsBytes(1));
    const article =
      "MOGADISHU, Somalia — Hassan Sheikh Mohamud met Abiy Ahmed in Addis Ababa. The African Union said Mohamud left for Kampala, Uganda.";
    const texts = [article, article.toUpperCase(), article];
    const [one, other, alone] = [createTagNames(weights, kept), createTagNames(weights, kept), createTagNames(weights, new ArrayBuffer(0))];
    const found = texts.map(one);
    expect(found[0]?.length).toBeGreaterThan(3);
    // So many words between that those of the article are no longer at hand, and are computed and offered once more.
    for (let part = 0; part < 4; part++)
      one(
        Array.from(
          { length: 1500 },
          (_, i) => `w${"abcd"[part]}${i.toString(26).replace(/\d/g, (digit) => "qrstuvwxyz"[Number(digit)] ?? "")}`,
        ).join(" "),
      );
    expect(texts.map(one)).toEqual(found);
    const { sizes } = weights.head;
    const row = new Int32Array(4 * sizes.cells + sizes.document / 2);
    expect(["Somalia", "Abiy", "Kampala"].filter((word) => openWordRows(kept, row.length).copyTo(word, row, 0))).toEqual([
      "Somalia",
      "Abiy",
      "Kampala",
    ]);
    expect(texts.map(other)).toEqual(found);
    expect(texts.map(alone)).toEqual(found);
  });
  it("decodes the likeliest chain and its probability", () => {
    const decode = createDecodeTags({
      tags: 3,
      starts: new Float32Array([0, 0, -1e4]),
      ends: new Float32Array(3),
      transitions: new Float32Array([0, 0, -1e4, 0, 0, 0, 0, 0, 0]),
    });
    const scores = new Float32Array([0, 4, 0, 0, 0, 5, 6, 0, 0]);
    const [span] = decode(scores, 3, 3);
    expect(span).toMatchObject({ first: 0, last: 1, type: 0 });
    // All 27 chains but the forbidden, summed by hand.
    const chains: [number, number[]][] = [];
    for (let i = 0; i < 27; i++) {
      const path = [Math.floor(i / 9), Math.floor(i / 3) % 3, i % 3];
      if (path[0] === 2 || path.some((t, k) => t === 2 && path[k - 1] === 0)) continue;
      chains.push([Math.exp(path.reduce((sum, t, k) => sum + (scores[k * 3 + t] ?? 0), 0)), path]);
    }
    const all = chains.reduce((sum, [p]) => sum + p, 0);
    const hit = chains.filter(([, p]) => p[0] === 1 && p[1] === 2 && p[2] !== 2).reduce((sum, [p]) => sum + p, 0);
    expect(span?.probability).toBeCloseTo(hit / all, 6);
  });
  it("refuses weights that are damaged or were trained with other features", () => {
    expect(() => readWeights(new ArrayBuffer(64))).toThrow(/not a weights file/);
    const head = new TextEncoder().encode(JSON.stringify({ ...weights.head, features: "00000000" }));
    const bytes = new Uint8Array(12 + head.length);
    bytes.set(new TextEncoder().encode("DLNAMES1"));
    new DataView(bytes.buffer).setUint32(8, head.length, true);
    bytes.set(head, 12);
    expect(() => readWeights(bytes.buffer)).toThrow(/trained with features 00000000/);
  });
  it("maps probabilities to measured shares, never falling", () => {
    const mentions = Array.from({ length: 1000 }, (_, i) => ({ confidence: i / 1000, right: i % 100 < i / 12 }));
    const curve = fitCalibration(mentions);
    const mapped = mentions.map((m) => ({ ...m, confidence: calibrate(m.confidence, curve) }));
    expect(calibrationError(mapped)).toBeLessThan(0.05);
    mapped.forEach((m, i) => expect(m.confidence).toBeGreaterThanOrEqual(mapped[i - 1]?.confidence ?? 0));
    expect([calibrate(0.3, undefined), calibrationError([])]).toEqual([0.3, null]);
  });
});
