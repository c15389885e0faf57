import type { Diagnostic } from "../../model/diagnostic.js";
import { type AnnotationRecord, parseAnnotationRecord } from "../parse-annotation-record.js";
import type { InterchangeFormat } from "./interchange-format.js";

/** Our own annotation record, one article a line. It holds everything. */
export const JSONL_FORMAT: InterchangeFormat = {
  name: "jsonl",
  shape: "file",
  read: (files, { textOf }) => {
    const records: AnnotationRecord[] = [];
    const diagnostics: Diagnostic[] = [];
    for (const { path, content } of files) {
      for (const [i, line] of content.split("\n").entries()) {
        if (line.trim() === "") continue;
        const parsed = parseAnnotationRecord(line, `${path}:${i + 1}`, textOf);
        diagnostics.push(...parsed.diagnostics);
        if (!parsed.value) continue;
        const text = parsed.value.text ?? textOf(parsed.value.id);
        records.push(text === null ? parsed.value : { ...parsed.value, text });
      }
    }
    return { value: records, diagnostics };
  },
  write: (records) => ({
    value: [{ path: "", content: records.map((record) => JSON.stringify(putFirst(record)) + "\n").join("") }],
    diagnostics: [],
  }),
};

/** Id, title, date and text stand first, whatever came first before. */
function putFirst({ id, title, publishedAt, text, ...rest }: AnnotationRecord): unknown {
  return {
    id,
    ...(title === undefined ? {} : { title }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(text === undefined ? {} : { text }),
    ...rest,
  };
}
