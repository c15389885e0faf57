import type { PdfRun } from "../../formats/articles/pdf-layout.js";
import type { PdfPages } from "../../formats/articles/pdf-article.js";

/**
 * Reads one PDF from standard input and writes its {@link PdfPages} as JSON to standard output. Runs as a process of
 * its own, which `readPdf` ends at its deadline: a PDF that hangs or exhausts memory takes nothing else with it.
 */
const MOST_PAGES = 1000;

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const { getDocumentProxy } = await import("unpdf");
try {
  const pdf = await getDocumentProxy(new Uint8Array(Buffer.concat(chunks)), { isEvalSupported: false, verbosity: 0 });
  const pages: PdfRun[][] = [];
  for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const runs: PdfRun[] = [];
    for (const item of items) {
      if (!("str" in item)) continue;
      const [, , , scale = 0, x = 0, y = 0] = item.transform as readonly number[];
      runs.push({ text: item.str, x, y, width: item.width, height: item.height || Math.abs(scale), endsLine: item.hasEOL });
    }
    pages.push(runs);
    page.cleanup();
  }
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} as Record<string, unknown> }));
  const get = (key: string): string | null => {
    const value = (info as Record<string, unknown>)[key];
    return typeof value === "string" && value.trim() !== "" ? value : null;
  };
  const found: PdfPages = { pages, title: get("Title"), author: get("Author"), language: get("Language") };
  process.stdout.write(JSON.stringify(found));
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
