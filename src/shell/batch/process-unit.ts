import { ARTICLE_FORMATS } from "../../formats/articles/article-format.js";
import { dayNearHeadline, dayOfFileName } from "../../formats/articles/undated-article.js";
import { warnOfShortText } from "../../formats/articles/short-text.js";
import type { Origin } from "../../formats/tables/table.js";
import { signText } from "../../link/near-duplicates.js";
import type { Article } from "../../model/article.js";
import type { IsoDate } from "../../model/calendar.js";
import type { Pipeline } from "../../pipeline.js";
import { foreignLanguage } from "../../text/language.js";
import { placeOf, type InputUnit } from "../input/input-unit.js";
import { processArticle, processInParts, type SendPart } from "./process-article.js";
import { rejection, type LongItem, type UnitItem, type UnitOptions, type UnitResult } from "./unit-result.js";

/** Longest text of an article, in UTF-16 units. */
const TEXT_LIMIT = 20_000_000;

/**
 * Reads a unit's articles and runs the pipeline over each. A fault of one article costs only that one.
 *
 * @param send takes the parts of long articles, and the unit's bytes are no longer needed then; without it articles are whole.
 */
export async function processUnit(
  pipeline: Pipeline,
  unit: InputUnit,
  options: UnitOptions,
  send: SendPart | null = null,
): Promise<UnitResult<UnitItem | LongItem>> {
  const place = placeOf(unit);
  const { length } = unit.bytes;
  const read = ARTICLE_FORMATS.get(unit.ending === ".ndjson" ? ".jsonl" : unit.ending);
  if (!read) return { items: [rejection(null, place, "unknown-format", `Files ending in ${unit.ending} are not read.`)], warnings: [] };
  let found: Awaited<ReturnType<typeof read>>;
  try {
    found = await read({ ...unit, path: place });
  } catch (error) {
    return {
      items: [rejection(null, place, "unreadable-article", `Cannot be read as ${unit.ending}: ${messageOf(error)}.`)],
      warnings: [],
    };
  }
  if (send) dropLarge(unit.bytes);
  let sent = 0;
  const counted: SendPart | null =
    send &&
    (async (json) => {
      await send(json);
      sent++;
    });
  const items: (UnitItem | LongItem)[] = found.diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ code, message, place: at }) => rejection(null, at ?? place, code, message));
  const several = found.value.length > 1;
  for (const [index, article] of found.value.entries()) {
    const record = unit.record ?? (several ? index + 1 : null);
    const first = sent;
    const origin = { file: unit.file, record, offset: unit.offset };
    const item = await processOne(
      pipeline,
      unit.published === undefined ? article : { ...article, publishedAt: unit.published },
      origin,
      several ? `${place}#${index + 1}` : place,
      { ...options, defaultDate: dayBeside(unit, article, several, options) ?? options.defaultDate },
      counted,
    );
    items.push(item.outcome === "long" ? { ...item, parts: { first, count: sent - first } } : item);
  }
  const warnings = [...found.diagnostics.filter(({ severity }) => severity === "warning"), ...warnOfShortText(found.value, length, place)];
  // Whatever a format makes of a file, it is told: nothing goes in that does not come out.
  if (items.length === 0) items.push(rejection(null, place, "no-articles", "No article was found in it."));
  return { items, warnings };
}

/** Pages say themselves when they were published, and their readers know where. */
const PAGES: ReadonlySet<string> = new Set([".html", ".htm", ".xhtml", ".mhtml", ".mht"]);

/**
 * The day of an article that neither its metadata nor its dateline dates: from the name of its file, else from a line near its
 * headline.
 */
function dayBeside(unit: InputUnit, article: Article, several: boolean, { dateOrder = null }: UnitOptions): IsoDate | null {
  if (article.publishedAt !== null) return null;
  const named = several || unit.record !== null ? null : dayOfFileName(unit.stem, dateOrder);
  return named ?? (PAGES.has(unit.ending) ? null : dayNearHeadline(article.text, dateOrder));
}

/** Bytes from which it is worth freeing a file that was read. */
const LARGE = 1_000_000;

/** Frees the bytes of a file, which whoever handed them over still holds: an article that was read from them is held twice otherwise. */
function dropLarge({ buffer, length }: Uint8Array): void {
  if (length >= LARGE && buffer instanceof ArrayBuffer) structuredClone(buffer, { transfer: [buffer] });
}

async function processOne(
  pipeline: Pipeline,
  article: Article,
  origin: Origin,
  place: string,
  options: UnitOptions,
  send: SendPart | null,
): Promise<UnitItem | Omit<LongItem, "parts">> {
  const refusal = refuseArticle(article);
  if (refusal) return rejection(article.id, place, refusal.code, refusal.reason);
  try {
    const language = options.anyLanguage ? null : await foreignLanguage(article.text);
    if (language !== null) {
      const reason = `Not English but ${languageName(language)}; read it all the same with --any-language.`;
      return { outcome: "skipped", article, origin, language, reason };
    }
    const found = send
      ? await processInParts(pipeline, article, options.defaultDate, send)
      : processArticle(pipeline, article, options.defaultDate);
    const signature = signText(article.text);
    const dated = { ...article, publishedAt: found.layer.publishedAt };
    const numbers = signature && [...signature];
    if ("totals" in found) return { outcome: "long", article: { ...dated, text: "" }, origin, ...found, signature: numbers };
    const { layer, sentences, tokens } = found;
    return {
      outcome: "extracted",
      article: dated,
      origin,
      layer,
      sentences,
      tokens,
      signature: numbers,
    };
  } catch (error) {
    return rejection(article.id, place, "internal-fault", `The program failed on this article: ${messageOf(error)}. Please report it.`);
  }
}

/** Why an article cannot be processed, or null. An empty article can: nothing is found in it. */
export function refuseArticle(article: Article): { readonly code: string; readonly reason: string } | null {
  if (article.text.length > TEXT_LIMIT)
    return { code: "too-large", reason: `The article is longer than ${TEXT_LIMIT / 1e6} million characters.` };
  if (article.text.includes("\u0000")) {
    return {
      code: "binary-file",
      reason: "The text holds NUL characters: this is a binary file or an unknown encoding. Save it as UTF-8.",
    };
  }
  return null;
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? (error.message.split("\n")[0]?.slice(0, 300) ?? "") : String(error);

const NAMES = new Intl.DisplayNames("en", { type: "language" });

function languageName(code: string): string {
  return code === "und" ? "another language" : `${NAMES.of(code) ?? code} (${code})`;
}
