import nlp from "compromise";
import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { NameKind, NameMention } from "../../model/mention.js";
import type { Recognizer } from "../recognizer.js";

const VIEWS: readonly (readonly [NameKind, string])[] = [
  ["person", "#Person+"],
  ["place", "#Place+"],
  ["organization", "#Organization+"],
];

/** Names by compromise alone: what JavaScript had before. */
export function createNameRecognizer(_lexicons: Lexicons): Recognizer<NameMention> {
  return ({ analyzed }) => {
    const found: NameMention[] = [];
    for (const sentence of analyzed.sentences) {
      const wording = analyzed.text.slice(sentence.start, sentence.end);
      if (!/\p{Lu}/u.test(wording)) continue;
      const view = nlp(wording);
      for (const [kind, pattern] of VIEWS) {
        for (const match of view.match(pattern).json({ offset: true }) as { offset: { start: number; length: number } }[]) {
          const start = sentence.start + match.offset.start;
          const text = analyzed.text.slice(start, start + match.offset.length).trimEnd().replace(/[,.;:]$/u, "").replace(/['’]s$/u, "");
          if (!/^\p{Lu}/u.test(text)) continue;
          found.push({ kind, start, end: start + text.length, text, by: "compromise", confidence: 0.5 });
        }
      }
    }
    found.sort((a, b) => a.start - b.start || b.end - a.end);
    return found.filter((m, i) => i === 0 || m.start >= (found[i - 1]?.end ?? 0));
  };
}
