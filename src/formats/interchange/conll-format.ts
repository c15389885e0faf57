import type { Diagnostic } from "../../model/diagnostic.js";
import { type Label, compareLabels } from "../../score/label.js";
import type { AnnotationRecord } from "../parse-annotation-record.js";
import { fileNameOf } from "./article-file-names.js";
import { cutConllTokens } from "./conll-tokens.js";
import { readConll } from "./read-conll.js";
import { type InterchangeFormat, type WriteOptions, needText, warning } from "./interchange-format.js";
import { CONLL_NAMES, writeKind } from "./kind-labels.js";
import { warnOfLostFields } from "./mention-fields.js";

/**
 * CoNLL-2003 columns: token, part of speech, chunk, tag, with `-DOCSTART-` before each article and an empty line after
 * each sentence. Reads IOB1, BIO (IOB2) and BIOES by the rules of conlleval, with any number of columns; writes BIO or
 * what `scheme` says. The id of the article stands in the second column of `-DOCSTART-`. White space is not held:
 * reading back gives exact offsets only with the articles at hand.
 */
export const CONLL_FORMAT: InterchangeFormat = {
  name: "conll",
  shape: "file",
  read: readConll,
  write: (records, options) => {
    const diagnostics: Diagnostic[] = [];
    const parts = records.map((record) => {
      const text = needText(record, "CoNLL");
      diagnostics.push(...text.diagnostics);
      return text.value === null ? "" : writeArticle(record, text.value, options, diagnostics);
    });
    if (records.some((record) => Reflect.get(record, "tokenization") !== "white-space"))
      diagnostics.push(
        warning(
          "lost-white-space",
          "CoNLL holds tokens, not the text between them: reading the file back gives the same offsets only with --articles",
        ),
      );
    return {
      value: [{ path: "", content: parts.join("") }],
      diagnostics: [...diagnostics, ...warnOfLostFields(records, "CoNLL", new Set(["tokenization"]))],
    };
  },
};

function writeArticle(record: AnnotationRecord, text: string, { scheme }: WriteOptions, diagnostics: Diagnostic[]): string {
  const { kept, dropped, trimmed } = flatten(record.mentions, text);
  const name = (m: Label): string => `${m.kind} ${JSON.stringify(text.slice(m.start, m.end))} at ${m.start}`;
  if (dropped.length > 0)
    diagnostics.push(
      warning(
        "lost-mentions",
        `CoNLL holds one tag a token: ${dropped.length} mentions that overlap others or hold no token are ` +
          `left out: ${listSome(dropped.map(name))}`,
        `article ${record.id}`,
      ),
    );
  if (trimmed.length > 0)
    diagnostics.push(
      warning(
        "trimmed-mentions",
        `${trimmed.length} mentions begin or end with white space, which CoNLL does not hold: ${listSome(trimmed.map(name))}`,
        `article ${record.id}`,
      ),
    );
  const lines = [`-DOCSTART- ${fileNameOf(record.id)} -X- O`, ""];
  for (const sentence of cutConllTokens(text, kept, Reflect.get(record, "tokenization") === "white-space")) {
    sentence.forEach(({ start, end, mention }, i) => {
      const first = sentence[i - 1]?.mention !== mention;
      const last = sentence[i + 1]?.mention !== mention;
      const label = kept[mention];
      const before = kept[sentence[i - 1]?.mention ?? -1];
      const tag = label
        ? `${prefixOf(scheme, first, last, before !== undefined && labelOf(before) === labelOf(label))}-${labelOf(label)}`
        : "O";
      lines.push(`${text.slice(start, end)} -X- -X- ${tag}`);
    });
    lines.push("");
  }
  return lines.join("\n") + "\n";
}

const labelOf = (mention: Label): string => writeKind(mention, CONLL_NAMES).replace(/\s/g, "_");

function prefixOf(scheme: WriteOptions["scheme"], first: boolean, last: boolean, touchesSame: boolean): string {
  if (scheme === "iob1") return first && touchesSame ? "B" : "I";
  if (scheme === "bio") return first ? "B" : "I";
  return first ? (last ? "S" : "B") : last ? "E" : "I";
}

/** Mentions that do not overlap, the longer ones first, without white space at their edges. */
function flatten(
  mentions: readonly Label[],
  text: string,
): { readonly kept: readonly Label[]; readonly dropped: readonly Label[]; readonly trimmed: readonly Label[] } {
  const kept: Label[] = [];
  const dropped: Label[] = [];
  const trimmed: Label[] = [];
  const taken = new Uint8Array(text.length);
  for (const mention of [...mentions].sort((a, b) => b.end - b.start - (a.end - a.start) || compareLabels(a, b))) {
    let { start, end } = mention;
    while (start < end && isSpace(text, start)) start++;
    while (end > start && isSpace(text, end - 1)) end--;
    if (start === end || taken.subarray(start, end).includes(1)) {
      dropped.push(mention);
      continue;
    }
    if (start !== mention.start || end !== mention.end) trimmed.push(mention);
    taken.fill(1, start, end);
    kept.push({ ...mention, start, end });
  }
  return { kept: kept.sort(compareLabels), dropped: dropped.sort(compareLabels), trimmed };
}

// eslint-disable-next-line no-control-regex
const isSpace = (text: string, at: number): boolean => /[\s\u0085\u001c-\u001f]/.test(text.charAt(at));
const listSome = (names: readonly string[]): string => names.slice(0, 5).join(", ") + (names.length > 5 ? ", …" : "");
