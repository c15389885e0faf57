import { dayOfLine, linesOf, readLabel, trimLines } from "./export-lines.js";
import type { ExportedArticle, NewsExport } from "./news-export.js";

/** `Document 3 of 50`, as ProQuest writes it, too. */
const DOCUMENT_OF = /^\s*Document\s+\d{1,5}\s+of\s+(\d{1,5})\s*$/i;
/** `3 of 50 DOCUMENTS`, in the middle of a line. */
const COUNTER = /^\s*(?:Document\s+)?\d{1,5}\s+of\s+(\d{1,5})\s+DOCUMENTS?\s*$/i;
const END = /^\s*End of Document\s*$/i;
/** Fields of the head and the foot of an article, in lower case. */
const LABELS: ReadonlySet<string> = new Set([
  "headline",
  "byline",
  "section",
  "length",
  "dateline",
  "load-date",
  "language",
  "graphic",
  "url",
  "publication-type",
  "publication-code",
  "journal-code",
  "subject",
  "organization",
  "company",
  "person",
  "city",
  "state",
  "country",
  "document-type",
  "title",
  "correction-date",
  "highlight",
  "body",
  "copyright",
  "acc-no",
  "series",
  "type",
  "kicker",
  "distribution",
  "industry",
  "geographic",
  "ticker",
  "notes",
  "classification",
  "pub-type",
]);
/** Fields that only such exports have. */
const MARKS: ReadonlySet<string> = new Set(["load-date", "length", "headline", "language", "byline", "section"]);
/** Fields by which an article without `Body` is told to go on. */
const ENDINGS: ReadonlySet<string> = new Set(["load-date", "length"]);
const LOAD_DATE: ReadonlySet<string> = new Set(["load-date"]);
const LENGTH: ReadonlySet<string> = new Set(["length"]);
/** Names that stand alone on a line behind the body. */
const FOOT_HEADINGS: ReadonlySet<string> = new Set(["classification", "graphic", "notes"]);
const COPYRIGHT = /^\s*(?:copyright\b|©|\(c\)\s)/i;
const ALL_RIGHTS = /^\s*all rights reserved\.?$/i;
const RIGHTS = { test: (line: string): boolean => COPYRIGHT.test(line) || ALL_RIGHTS.test(line) };

/**
 * Cuts an export of Nexis Uni, Lexis Advance or LexisNexis: documents begin with `n of m DOCUMENTS` in the older form and
 * end with `End of Document` in the newer. Null where a text bears neither mark beside a field of the kind.
 */
export function splitNexis(text: string): NewsExport | null {
  const lines = linesOf(text);
  const isOwn = lines.some((line) => readLabel(line, ENDINGS) !== null);
  const counter = isOwn && !lines.some((line) => COUNTER.test(line)) ? DOCUMENT_OF : COUNTER;
  const counters = lines.flatMap((line, index) => (counter.test(line) ? [index] : []));
  const ends = lines.flatMap((line, index) => (END.test(line) ? [index] : []));
  if (counters.length > 0 && lines.some((line) => readLabel(line, MARKS) !== null)) {
    const announced = Number(counter.exec(lines[counters[0] ?? 0] ?? "")?.[1]);
    const pieces = counters.map((at, index) => lines.slice(at + 1, counters[index + 1]));
    return { database: "Nexis", announced, articles: pieces.map(readOlder) };
  }
  if (ends.length > 0 && lines.some((line) => readLabel(line, MARKS) !== null)) {
    const pieces = ends.map((at, index) => lines.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, at));
    const after = trimLines(lines.slice((ends.at(-1) ?? 0) + 1));
    const articles = [...pieces, ...(after.some((line) => readLabel(line, ENDINGS) !== null) ? [after] : [])].map(readNewer);
    return { database: "Nexis", announced: null, articles };
  }
  return null;
}

interface Head {
  readonly labels: ReadonlyMap<string, string>;
  /** Unlabelled lines before the first label: source, day, edition, headline. */
  readonly loose: readonly string[];
}

/** The older form: source, day, `HEADLINE:`, other fields, body, fields again, copyright. */
function readOlder(piece: readonly string[]): ExportedArticle {
  const lines = trimLines(piece);
  const { labels, bodyLines, loose } = partOlder(lines);
  const headline = labels.get("headline") ?? labels.get("title") ?? looseTitle(loose);
  return assemble({ labels, loose }, headline, bodyLines);
}

function partOlder(lines: readonly string[]): Head & { readonly bodyLines: readonly string[] } {
  const labels = new Map<string, string>();
  const loose: string[] = [];
  const body: string[] = [];
  let open: string | null = null;
  /** Paragraphs after the last label of the head are the body, until a label of the foot. */
  let phase: "head" | "body" | "foot" = "head";
  for (const line of lines) {
    const label = readLabel(line, LABELS);
    const name = label?.name ?? null;
    if (label && name !== null && (phase !== "body" || FOOT.has(name) || isShouted(line))) {
      if (phase === "body" && body.some((words) => words.trim() !== "")) phase = "foot";
      open = name === "body" ? null : name;
      if (name === "body") {
        phase = "body";
        if (label.value) body.push(label.value);
      } else if (!labels.has(name)) labels.set(name, label.value);
      continue;
    }
    if (line.trim() === "") {
      open = null;
      if (phase === "body") body.push("");
      continue;
    }
    if (open !== null) labels.set(open, `${labels.get(open) ?? ""} ${line.trim()}`.trim());
    else if (RIGHTS.test(line)) {
      if (phase === "body") phase = "foot";
    } else if (phase === "foot") continue;
    else if (labels.has("length") || labels.has("dateline") || labels.has("headline")) {
      phase = "body";
      body.push(line);
    } else if (phase === "body") body.push(line);
    else loose.push(line.trim());
  }
  return { labels, loose, bodyLines: body };
}

/** Fields that follow a body. */
const FOOT: ReadonlySet<string> = new Set([
  "load-date",
  "graphic",
  "publication-type",
  "publication-code",
  "journal-code",
  "document-type",
  "acc-no",
  "classification",
  "pub-type",
  "correction-date",
  "language",
]);
const isShouted = (line: string): boolean => /^\s*[A-Z][A-Z-]+\s*:/.test(line);

/** The newer form: headline, source, day, copyright, fields, `Body`, text, `Classification`, `Load-Date`. */
function readNewer(piece: readonly string[]): ExportedArticle {
  const all = trimLines(piece);
  const bodyAt = all.findIndex((line) => /^\s*body\s*$/i.test(line));
  const lengthAt = all.findIndex((line) => readLabel(line, LENGTH) !== null);
  const head = all.slice(0, bodyAt >= 0 ? bodyAt : lengthAt >= 0 ? lengthAt + 1 : firstBreak(all));
  const behind = all.slice(bodyAt >= 0 ? bodyAt + 1 : head.length);
  const labels = new Map<string, string>();
  const loose: string[] = [];
  for (const line of head) {
    const label = readLabel(line, LABELS);
    if (label) labels.set(label.name, label.value);
    else if (line.trim() !== "" && !COPYRIGHT.test(line) && !RIGHTS.test(line)) loose.push(line.trim());
  }
  const footAt = behind.findIndex((line) => FOOT_HEADINGS.has(line.trim().toLowerCase()) || readLabel(line, LOAD_DATE) !== null);
  const body: string[] = [];
  for (const line of behind.slice(0, footAt < 0 ? undefined : footAt)) {
    const label = bodyAt < 0 && body.length === 0 ? readLabel(line, LABELS) : null;
    if (label) labels.set(label.name, label.value);
    else if (!(body.length === 0 && line.trim() === "")) body.push(line);
  }
  for (const line of footAt < 0 ? [] : behind.slice(footAt)) {
    const label = readLabel(line, LABELS);
    if (label && !labels.has(label.name)) labels.set(label.name, label.value);
  }
  const first = headlineOf(loose);
  return assemble({ labels, loose: loose.filter((line) => line !== first) }, first, body);
}

/** The headline: the last line before those of source and day. Before it may stand the list of an export's articles. */
function headlineOf(loose: readonly string[]): string | null {
  const dayAt = loose.findLastIndex((line) => dayOfLine(line) !== null && !/^(?:date and time|user name|job number)/i.test(line));
  return dayAt >= 2 ? (loose[dayAt - 2] ?? null) : (loose[0] ?? null);
}

const firstBreak = (lines: readonly string[]): number => {
  const at = lines.findIndex((line, index) => index > 2 && line.trim() === "");
  return at < 0 ? lines.length : at;
};

function looseTitle(loose: readonly string[]): string | null {
  const dayAt = loose.findIndex((line) => dayOfLine(line) !== null);
  return dayAt < 0
    ? null
    : (loose.slice(dayAt + 1).find((line) => !/^\S+ edition|edition$|^final$/i.test(line) && line.length > 2) ?? null);
}

function assemble({ labels, loose }: Head, headline: string | null, body: readonly string[]): ExportedArticle {
  const dayAt = loose.findLastIndex((line) => dayOfLine(line) !== null);
  const day = dayAt >= 0 ? dayOfLine(loose[dayAt] ?? "") : null;
  return {
    title: headline,
    text: trimLines(body).join("\n"),
    publishedAt: day ?? dayOfLine(labels.get("load-date") ?? ""),
    source: dayAt > 0 ? (loose[dayAt - 1] ?? null) : null,
    author: labels.get("byline")?.replace(/^by:?\s+/i, "") ?? null,
    place: labels.get("dateline") ?? null,
    language: languageOf(labels.get("language") ?? null),
    url: labels.get("url") ?? null,
    number: labels.get("acc-no") ?? null,
  };
}

/** `ENGLISH` or `English; Français` as the name of one language, in lower case; null where it names none. */
const languageOf = (written: string | null): string | null => written?.split(/[;,(]/)[0]?.trim().toLowerCase() || null;
