/**
 * npm run build:embedded: what the two pages that stand alone bring along, the report of a run (`web/report/`) and that of scores
 * (`web/score-report/`), as text in the program, without comments and indents. A test holds that it is what the sources give.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import { format } from "prettier";
import { spreadDark } from "./dark-colors.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** The parts of the script share one scope, in this order; what a part uses at once stands before it. */
const REPORT_PARTS = ["base", "filter", "table", "map", "timeline", "incidents", "lists", "reader", "start"].map(
  (name) => `report/${name}.js`,
);

interface Embedded {
  /** Where the text goes. */
  readonly file: string;
  readonly script: readonly string[];
  readonly style: string;
  readonly names: readonly [script: string, style: string];
  readonly of: string;
}

export const EMBEDDED: readonly Embedded[] = [
  {
    file: "src/formats/report/page/page-assets.ts",
    script: REPORT_PARTS,
    style: "report/page.css",
    names: ["PAGE_CODE", "PAGE_CSS"],
    of: "web/report/",
  },
  {
    file: "src/formats/report-html/score-assets.ts",
    script: ["score-report/report.js"],
    style: "score-report/report.css",
    names: ["SCORE_CODE", "SCORE_CSS"],
    of: "web/score-report/",
  },
];

/** Width that lines of the pressed text keep where no single word is longer. */
const WIDTH = 90;

const read = (file: string): string => readFileSync(join(ROOT, "web", file), "utf8");

/** Breaks lines that esbuild leaves above 130 characters: a style sheet may end one behind any declaration or rule. */
const breakRules = (css: string): string =>
  css
    .split("\n")
    .flatMap((line) => (line.length > 130 ? line.split(/(?<=[;}])(?=[^;}])/) : [line]))
    .join("\n");

async function press(text: string, loader: "js" | "css"): Promise<string> {
  const { code } = await transform(text, { loader, minifyWhitespace: true, lineLimit: WIDTH, target: "es2022", charset: "utf8" });
  return loader === "css" ? breakRules(code.trim()) : code.trim();
}

/** A module that exports the script and the style of a page as text. */
export async function embed({ script, style, names, of }: Embedded): Promise<string> {
  const texts = [await press(script.map(read).join("\n"), "js"), await press(spreadDark(read(style)), "css")];
  const exported = texts.map((text, index) => {
    if (text.includes("`") || text.includes("${")) throw new Error(`${of}: a template literal cannot be embedded; write + instead.`);
    return `export const ${names[index] ?? ""} = String.raw\`${text}\`;\n`;
  });
  return format(`// Made by \`npm run build:embedded\` from ${of}: change that.\n\n${exported.join("\n")}`, {
    parser: "typescript",
    printWidth: 140,
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const page of EMBEDDED) writeFileSync(join(ROOT, page.file), await embed(page));
