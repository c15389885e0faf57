import { findWrittenDays } from "../web/written-days.js";

/** A text as lines without trailing space, ended by LF, CR LF, form feed or a mark of lines and paragraphs. */
export const linesOf = (text: string): readonly string[] => text.split(/\r\n|[\n\r\f\u2028\u2029]/).map((line) => line.trimEnd());

/** The day that a line of a head writes, with nothing much beside it: weekday, time, edition. */
export function dayOfLine(line: string): string | null {
  const text = line.trim();
  if (text.length > 90) return null;
  const [found] = findWrittenDays(text, null);
  return found && found.start <= 12 ? found.day : null;
}

/** Lines without empty ones before and after. */
export function trimLines(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== "");
  const last = lines.findLastIndex((line) => line.trim() !== "");
  return first < 0 ? [] : lines.slice(first, last + 1);
}

/** A field of a head or foot: its name in lower case, and its value on the same line. */
export interface LabeledLine {
  readonly name: string;
  readonly value: string;
}

/** The field that a line begins, `LENGTH: 532 words`; null where it begins with none of the names. */
export function readLabel(line: string, names: ReadonlySet<string>): LabeledLine | null {
  const colon = line.indexOf(":");
  if (colon < 0 || colon > 40) return null;
  const name = line.slice(0, colon).trim().toLowerCase();
  return names.has(name) ? { name, value: line.slice(colon + 1).trim() } : null;
}

/** Values of the fields of a head, and what is left. A value goes on over the lines up to an empty one. */
export function readLabels(
  lines: readonly string[],
  names: ReadonlySet<string>,
): { readonly labels: ReadonlyMap<string, string>; readonly rest: readonly string[] } {
  const labels = new Map<string, string>();
  const rest: string[] = [];
  let open: string | null = null;
  for (const line of lines) {
    const label = readLabel(line, names);
    if (label) {
      open = label.name;
      labels.set(open, label.value);
    } else if (line.trim() === "") {
      open = null;
      rest.push(line);
    } else if (open !== null) labels.set(open, `${labels.get(open) ?? ""} ${line.trim()}`.trim());
    else rest.push(line);
  }
  return { labels, rest };
}
