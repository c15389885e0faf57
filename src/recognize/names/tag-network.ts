import { LETTER_CASES } from "./letter-case.js";
import { createNetworkMemory } from "./network-memory.js";
import type { Weights } from "./read-weights.js";
import { GATE_ONE, HIDDEN_ONE } from "./vector-kernel.js";
import { createWordGates, MAX_TYPES, wordRooms } from "./word-gates.js";

/** A stretch that is read as one: a headline, a paragraph. Words come lower-cased where `caseless`. */
export interface NetworkSegment {
  readonly words: readonly string[];
  /** 1 where a word stands right after the one before it, without white space. */
  readonly glued: Uint8Array;
  readonly letterCase: number;
  readonly caseless: boolean;
}

/** Scores of all tags for all words of all segments of one document, in order: rows of {@link SCORE_STRIDE} floats. */
export type ScoreTags = (segments: readonly NetworkSegment[]) => Float32Array;

/** Floats a row of scores; tags beyond the model's are meaningless. */
export const SCORE_STRIDE = 12;

/** Words of one document that are read together; a longer one gives evidence in parts. */
export const MAX_WORDS = MAX_TYPES;

const FLAGS = 8;

/**
 * The network. A word's own part of both LSTMs' gates depends on the word alone: it is computed once and kept, in `kept`
 * for all threads (see {@link createWordGates}). What is
 * left per word is one multiplication by the recurrent weights and one hidden layer, which also sees what the network
 * thought of the same word elsewhere in the document.
 *
 *   word → tables, letters, shape → gates ─┐
 *                     flags, document ─────┴→ LSTM → ┬──────────────────────────┬→ hidden → tags
 *                                                    └→ mean over same word elsewhere ┘
 */
export function createScoreTags(weights: Weights, kept: ArrayBufferLike): ScoreTags {
  const { cells, document, evidence, hidden } = weights.head.sizes;
  const gates = 8 * cells;
  const wide = evidence + hidden;
  const evidenceStride = evidence + 2;
  const memory = createNetworkMemory(weights, {
    contexts: FLAGS * LETTER_CASES.length * gates * 4,
    gates: gates * 4,
    zeros: Math.max(gates, wide) * 4,
    cells: cells * 4,
    states: MAX_WORDS * 2 * cells * 2,
    wide: MAX_WORDS * wide * 4,
    sums: MAX_WORDS * evidence * 4,
    evidence: (MAX_WORDS + 2) * 2 * evidenceStride * 2 + 64,
    hidden: hidden * 2,
    scores: SCORE_STRIDE * 4,
    ...wordRooms(weights),
  });
  const { kernel, floats: F, shorts: S, at, multiply } = memory;
  const [contextGates, gateRow, zeros, cellRow, states] = [at("contexts"), at("gates"), at("zeros"), at("cells"), at("states")];
  const [wideRows, evidenceSums, evidenceShorts, hiddenShorts, scoreRow] = [
    at("wide"),
    at("sums"),
    at("evidence"),
    at("hidden"),
    at("scores"),
  ];
  const firstBias = at("first.bias");
  const [outputWeights, outputScales, outputBias] = [at("output.weights"), at("output.scales"), at("output.bias")];

  const ofWords = createWordGates(weights, memory, kept);
  const base = weights.f32("base");
  const flagGates = weights.f32("flags.gates");
  const caseGates = weights.f32("case.gates");
  /** The place in the sums of evidence of each row of words, or -1. */
  const slotOfType = new Int32Array(ofWords.size);
  const documentGates = weights.f32("document.gates");
  const documentBias = weights.f32("document.bias");

  /** The gates' part that is the same throughout a document: the base, and what its topic adds. */
  const addTopic = (topic: Float32Array): Float32Array => {
    const sums = base.slice();
    for (let d = 0; d < document; d++) {
      const share = topic[d] as number;
      for (let g = 0; g < gates; g++) sums[g] = (sums[g] as number) + share * (documentGates[d * gates + g] as number);
    }
    return sums;
  };
  /** The gates' part that flags and letter case add to that, for one combination. */
  const addContext = (flags: number, letterCase: number, ofDocument: Float32Array): number => {
    const at = contextGates + (letterCase * FLAGS + flags) * gates * 4;
    const row = F.subarray(at / 4, at / 4 + gates);
    for (let g = 0; g < gates; g++) row[g] = (ofDocument[g] as number) + (caseGates[letterCase * gates + g] as number);
    for (let f = 0; f < 3; f++) {
      if (((flags >>> f) & 1) === 0) continue;
      for (let g = 0; g < gates; g++) row[g] = (row[g] as number) + (flagGates[f * gates + g] as number);
    }
    return at;
  };

  const scoreChunk = (segments: readonly NetworkSegment[], words: number, scores: Float32Array, scoresAt: number): void => {
    ofWords.begin();
    const typeOf = new Int32Array(words);
    const topic = new Float32Array(document);
    let t = 0;
    for (const { words: own, caseless } of segments) for (const word of own) typeOf[t++] = ofWords.rowOf(word, caseless);
    ofWords.finish();
    for (const type of typeOf) {
      const row = ofWords.address(type) / 2 + gates;
      for (let d = 0; d < document; d++) topic[d] = (topic[d] as number) + (S[row + d] as number) / GATE_ONE;
    }
    for (let d = 0; d < document; d++) topic[d] = Math.tanh((topic[d] as number) / words + (documentBias[d] as number));

    const ofDocument = addTopic(topic);
    const contexts = new Int32Array(FLAGS * LETTER_CASES.length).fill(-1);
    let begin = 0;
    for (const { words: own, glued, letterCase } of segments) {
      const length = own.length;
      const contextOf = (i: number): number => {
        const flags = (glued[i] as number) | ((i + 1 < length ? (glued[i + 1] as number) : 0) << 1) | (i === 0 ? 4 : 0);
        const slot = letterCase * FLAGS + flags;
        if (contexts[slot] === -1) contexts[slot] = addContext(flags, letterCase, ofDocument);
        return contexts[slot] as number;
      };
      for (let direction = 0; direction < 2; direction++) {
        F.fill(0, cellRow / 4, cellRow / 4 + cells);
        const half = direction * 4 * cells * 4;
        const recur = direction ? multiply.backward : multiply.forward;
        let before = zeros;
        for (let k = 0; k < length; k++) {
          const i = direction ? length - 1 - k : k;
          const state = states + (begin + i) * 4 * cells + direction * 2 * cells;
          recur(before, ofWords.address(typeOf[begin + i] as number) + half / 2, contextOf(i) + half, gateRow);
          kernel.step(gateRow, 4 * cells, cellRow, state, cells / 4);
          before = state;
        }
      }
      begin += length;
    }

    // First layer, and what it says of each word for others of the same spelling.
    slotOfType.fill(-1);
    const slots = new Map<string, number>();
    const slotOf = new Int32Array(words);
    const counts = new Int32Array(words);
    for (let i = 0; i < words; i++) {
      const row = wideRows + i * wide * 4;
      multiply.first(states + i * 4 * cells, firstBias, zeros, row);
      kernel.squash(row, evidence / 4);
      const type = typeOf[i] as number;
      let slot = slotOfType[type] as number;
      if (slot < 0) {
        // "The" and "the" are two rows of one spelling.
        const spelling = ofWords.spelling(type);
        slot = slots.get(spelling) ?? slots.size;
        slots.set(spelling, slot);
        slotOfType[type] = slot;
      }
      const sum = evidenceSums + slot * evidence * 4;
      kernel.add(counts[slot] === 0 ? zeros : sum, row, sum, evidence / 4);
      counts[slot] = (counts[slot] as number) + 1;
      slotOf[i] = slot;
    }
    // Evidence rows of a segment lie between two empty ones, so that a word's window of three is one stretch.
    let rank = 1;
    let index = 0;
    S.fill(0, evidenceShorts / 2, evidenceShorts / 2 + (words + segments.length + 2) * evidenceStride + 8);
    for (const { words: own } of segments) {
      for (let i = 0; i < own.length; i++, index++, rank++) {
        const slot = slotOf[index] as number;
        const others = (counts[slot] as number) - 1;
        if (others === 0) continue;
        const out = evidenceShorts + rank * evidenceStride * 2;
        kernel.elsewhere(evidenceSums + slot * evidence * 4, wideRows + index * wide * 4, out, evidence / 4, others);
        S[out / 2 + evidence] = HIDDEN_ONE;
        S[out / 2 + evidence + 1] = Math.round((Math.min(5, others) / 5) * HIDDEN_ONE);
      }
      rank++;
    }
    rank = 1;
    index = 0;
    for (const { words: own } of segments) {
      for (let i = 0; i < own.length; i++, index++, rank++) {
        const row = wideRows + (index * wide + evidence) * 4;
        multiply.evidence(evidenceShorts + (rank - 1) * evidenceStride * 2, row, zeros, row);
        kernel.rectify(row, hidden / 4);
        kernel.quantize(row, hiddenShorts, hidden / 4);
        kernel.multiply(outputWeights, hiddenShorts, outputScales, outputBias, zeros, scoreRow, SCORE_STRIDE / 4, hidden / 8);
        const to = (scoresAt + index) * SCORE_STRIDE;
        for (let j = 0; j < SCORE_STRIDE; j++) scores[to + j] = F[scoreRow / 4 + j] as number;
      }
      rank++;
    }
  };

  return (segments) => {
    let total = 0;
    for (const segment of segments) total += segment.words.length;
    const scores = new Float32Array(total * SCORE_STRIDE);
    let done = 0;
    let from = 0;
    while (from < segments.length) {
      let to = from;
      let words = 0;
      while (to < segments.length && (to === from || words + (segments[to] as NetworkSegment).words.length <= MAX_WORDS)) {
        words += (segments[to] as NetworkSegment).words.length;
        to++;
      }
      if (words > 0) scoreChunk(segments.slice(from, to), words, scores, done);
      done += words;
      from = to;
    }
    return scores;
  };
}
