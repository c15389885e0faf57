/** A run of glyphs as a PDF places it: points from the lower left corner of the page. */
export interface PdfRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the letters in points; 0 where the file does not say. */
  readonly height: number;
  /** True where the reader saw the line end after this run. */
  readonly endsLine: boolean;
}

interface Line {
  readonly text: string;
  readonly y: number;
  readonly height: number;
}

/**
 * The words of a document from its pages: lines joined to paragraphs (a gap of more than 1.6 line heights, or a
 * change of letter size, parts them), words broken by a hyphen at a line end joined where the next line goes on in
 * lower case, running heads and page numbers (the same words or only a number at the edge of several pages) left out.
 */
export function layOutPdf(pages: readonly (readonly PdfRun[])[]): string {
  const lines = pages.map(linesOf);
  const running = runningLines(lines);
  const paragraphs: string[] = [];
  for (const page of lines) {
    let previous: Line | null = null;
    for (const [index, line] of page.entries()) {
      const edge = index < 2 || index >= page.length - 2;
      if (edge && (running.has(fold(line.text)) || (pages.length > 1 && /^(?:page )?\d+(?: ?(?:of|\/) ?\d+)?$/i.test(line.text)))) continue;
      const size = Math.max(line.height, previous?.height ?? 0, 1);
      const apart =
        previous === null ||
        previous.y - line.y > size * 1.6 ||
        previous.y < line.y ||
        Math.abs(previous.height - line.height) > size * 0.2;
      const last = paragraphs.length - 1;
      const before = paragraphs[last] ?? "";
      // A sentence that runs over the page end goes on; a new page otherwise starts a new paragraph.
      if (apart && !(previous === null && /[a-z,]$/.test(before) && /^[a-z]/.test(line.text))) paragraphs.push(line.text);
      else paragraphs[last] = joinLines(before, line.text);
      previous = line;
    }
  }
  return paragraphs.join("\n\n");
}

function linesOf(runs: readonly PdfRun[]): readonly Line[] {
  const lines: Line[] = [];
  let text = "";
  let y = 0;
  let height = 0;
  let end = 0;
  const close = (): void => {
    const folded = text.replace(/\s+/g, " ").trim();
    if (folded !== "") lines.push({ text: folded, y, height });
    text = "";
    height = 0;
  };
  for (const run of runs) {
    if (text !== "" && Math.abs(run.y - y) > Math.max(height, run.height, 1) * 0.6) close();
    if (text === "") y = run.y;
    else if (run.x - end > Math.max(run.height, 1) * 0.15 && !text.endsWith(" ")) text += " ";
    text += run.text;
    height = Math.max(height, run.height);
    end = run.x + run.width;
    if (run.endsLine) close();
  }
  close();
  return lines;
}

const fold = (text: string): string => text.replace(/\d+/g, "#").toLowerCase();

/** Lines that stand, but for their numbers, at the edge of at least three pages and of half of them. */
function runningLines(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const edges = new Set([...page.slice(0, 2), ...page.slice(-2)].map((line) => fold(line.text)));
    for (const edge of edges) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 3 && count * 2 >= pages.length).map(([text]) => text));
}

function joinLines(before: string, line: string): string {
  return /\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(line) ? before.slice(0, -1) + line : `${before} ${line}`;
}
