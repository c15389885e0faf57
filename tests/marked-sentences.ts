import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A marked span of a test sentence and the label written behind the bar. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly label: string;
}

/** A test sentence without its marks, and where it stands. */
export interface MarkedSentence {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Frozen publication date from the nearest `published:` line above, or null. */
  readonly published: string | null;
  readonly place: string;
}

/**
 * Reads `tests/cases/<path>`: one case a line, spans marked as `[At least 12|killed 12+]`, nested where they are
 * nested in the text. `\n` stands for a line end within a case. Lines of `#` are comments; `published: 2025-07-01`
 * (or `published: none`) holds for the cases below it.
 */
export function readMarkedSentences(path: string): readonly MarkedSentence[] {
  const file = fileURLToPath(new URL(`cases/${path}`, import.meta.url));
  const cases: MarkedSentence[] = [];
  let published: string | null = null;
  for (const [index, line] of readFileSync(file, "utf8").split("\n").entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const date = /^published: (\S+)$/.exec(line);
    if (date) published = date[1] === "none" ? null : (date[1] ?? null);
    else cases.push({ ...parseMarkedSentence(line.replaceAll("\\n", "\n")), published, place: `${path}:${index + 1}` });
  }
  return cases;
}

/** Splits a marked sentence into its text and its marks, in order of start. */
export function parseMarkedSentence(marked: string): { readonly text: string; readonly marks: readonly Mark[] } {
  let text = "";
  const open: number[] = [];
  const marks: Mark[] = [];
  for (let i = 0; i < marked.length; i++) {
    const char = marked[i] ?? "";
    if (char === "[") open.push(text.length);
    else if (char === "|" && open.length > 0) {
      const close = marked.indexOf("]", i);
      const start = open.pop() ?? 0;
      marks.push({ start, end: text.length, text: text.slice(start), label: marked.slice(i + 1, close) });
      i = close;
    } else text += char;
  }
  return { text, marks: marks.sort((a, b) => a.start - b.start || b.end - a.end) };
}
