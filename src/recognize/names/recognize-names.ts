import type { Gazetteer } from "../../gazetteer/read-gazetteer.js";
import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import { KINDS, NAME_KINDS, type NameKind } from "../../model/kinds.js";
import type { NameMention } from "../../model/mention.js";
import { cutSegments } from "../../text/segments.js";
import type { Recognizer } from "../recognizer.js";
import { cutAtoms, type Atom } from "./cut-atoms.js";
import { createDecodeTags } from "./decode-tags.js";
import { LETTER_CASES, letterCaseOf } from "./letter-case.js";
import type { Weights } from "./read-weights.js";
import { nameListsOf } from "./rules/name-lists.js";
import { applyNameRules } from "./rules/name-rules.js";
import { createScoreTags, SCORE_STRIDE, type NetworkSegment } from "./tag-network.js";
import type { TypedSpan } from "./typed-span.js";
import { keptWordsBytes } from "./word-gates.js";

/** Finds the names of a text with the model's own types. */
export type TagNames = (text: string) => readonly TypedSpan[];

/**
 * The tagger behind the recognizer, also for measuring types that are not reported. Not re-entrant. `kept` is where it
 * keeps what it computed of words, zeros at first: one that threads share spares each what another has done.
 */
export function createTagNames(weights: Weights, kept: ArrayBufferLike = new ArrayBuffer(keptWordsBytes(1))): TagNames {
  const { tags, calibration, name: by } = weights.head;
  const score = createScoreTags(weights, kept);
  const decode = createDecodeTags({
    tags: tags.length,
    transitions: weights.f32("chain.transitions"),
    starts: weights.f32("chain.starts"),
    ends: weights.f32("chain.ends"),
  });
  return (text) => {
    const cut: Atom[][] = [];
    const segments: NetworkSegment[] = [];
    for (const span of cutSegments(text)) {
      const atoms = cutAtoms(text, span.start, span.end);
      if (atoms.length === 0) continue;
      const letterCase = letterCaseOf(text, atoms);
      const caseless = letterCase === "upper" || letterCase === "lower";
      const words: string[] = [];
      const glued = new Uint8Array(atoms.length);
      let before = -1;
      for (const { start, end } of atoms) {
        if (start === before) glued[words.length] = 1;
        words.push(caseless ? text.slice(start, end).toLowerCase() : text.slice(start, end));
        before = end;
      }
      cut.push(atoms);
      segments.push({ words, glued, letterCase: LETTER_CASES.indexOf(letterCase), caseless });
    }
    const scores = score(segments);
    const found: TypedSpan[] = [];
    let row = 0;
    for (const atoms of cut) {
      for (const { first, last, type, probability } of decode(
        scores.subarray(row * SCORE_STRIDE, (row + atoms.length) * SCORE_STRIDE),
        SCORE_STRIDE,
        atoms.length,
      )) {
        const name = (tags[2 * type + 1] ?? "B-").slice(2);
        found.push({
          start: atoms[first]?.start ?? 0,
          end: atoms[last]?.end ?? 0,
          type: name,
          confidence: Math.round(calibrate(probability, calibration[name]) * 1e4) / 1e4,
          by,
        });
      }
      row += atoms.length;
    }
    return found;
  };
}

/** Reads a piecewise linear curve of (model's probability, measured share) points; without one the probability stands. */
export function calibrate(probability: number, curve: readonly (readonly [number, number])[] | undefined): number {
  if (!curve || curve.length === 0) return probability;
  const upper = curve.findIndex(([x]) => x >= probability);
  if (upper === 0) return curve[0]?.[1] ?? probability;
  const [x1, y1] = curve[upper === -1 ? curve.length - 1 : upper] ?? [1, 1];
  if (upper === -1) return y1;
  const [x0, y0] = curve[upper - 1] ?? [0, 0];
  return x1 === x0 ? y1 : y0 + ((y1 - y0) * (probability - x0)) / (x1 - x0);
}

/** The kinds by what the tagger calls them. */
const KIND_OF_TAG: Readonly<Record<string, NameKind>> = Object.fromEntries(NAME_KINDS.map((kind) => [KINDS[kind].tag, kind]));

/** The recognizer of people, organizations, places and groups: the model's tags, then the decisions of the guide. */
export function createNameRecognizer(
  weights: Weights,
  lexicons: Lexicons,
  gazetteer: Gazetteer,
  kept?: ArrayBufferLike,
): Recognizer<NameMention> {
  const tag = createTagNames(weights, kept);
  const lists = nameListsOf(lexicons, gazetteer);
  return ({ analyzed: { text } }) => {
    const mentions: NameMention[] = [];
    for (const { start, end, type, confidence, by } of applyNameRules(text, tag(text), lists)) {
      const kind = KIND_OF_TAG[type];
      if (kind) mentions.push({ kind, start, end, text: text.slice(start, end), by, confidence });
    }
    return mentions;
  };
}
