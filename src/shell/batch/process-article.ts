import { createHash } from "node:crypto";
import { countKinds } from "../../model/kinds.js";
import type { Article } from "../../model/article.js";
import type { IsoDate } from "../../model/calendar.js";
import type { Incident } from "../../model/incident.js";
import type { Layer } from "../../model/layer.js";
import type { Sentence } from "../../model/token.js";
import { toLayer, type Extraction, type Pipeline, type Reading } from "../../pipeline.js";
import { tightenHeaps } from "./engine-settings.js";
import { hashText } from "../hash-text.js";
import type { LongItem, PartRecord } from "./unit-result.js";

/** What a worker sends back for one article. */
export interface ProcessedArticle {
  readonly layer: Layer;
  readonly sentences: readonly Sentence[];
  readonly tokens: number;
}

/** Takes the next part of a long article as JSON, and is ready when there is room for another one. */
export type SendPart = (json: string) => Promise<void>;

/** Runs the pipeline over one article and hashes its text. */
export function processArticle(pipeline: Pipeline, article: Article, defaultDate: IsoDate | null = null): ProcessedArticle {
  return processedOf(pipeline(article, defaultDate));
}

/** The same, where an article that is long is sent part by part. */
export async function processInParts(
  pipeline: Pipeline,
  article: Article,
  defaultDate: IsoDate | null,
  send: SendPart,
): Promise<ProcessedArticle | Pick<LongItem, "layer" | "totals">> {
  const loosen = tightenHeaps(article.text.length);
  try {
    const found = pipeline.inParts(article, defaultDate);
    return "parts" in found ? await sendParts(found, send) : processedOf(found);
  } finally {
    loosen();
  }
}

const processedOf = (found: Extraction): ProcessedArticle => ({
  layer: toLayer(found, hashText(found.article.text)),
  sentences: found.sentences,
  tokens: found.tokens,
});

async function sendParts({ article, entities, parts }: Reading, send: SendPart): Promise<Pick<LongItem, "layer" | "totals">> {
  const mentions = countKinds();
  const totals = {
    characters: article.text.length,
    sha1: createHash("sha1").update(article.text, "utf8").digest("hex"),
    sentences: 0,
    tokens: 0,
    mentions,
  };
  let main: Incident | undefined;
  let titleMentions: Layer["mentions"] = [];
  for (const { span, tokens, ...found } of parts) {
    const part: PartRecord = { start: span.start, text: article.text.slice(span.start, span.end), ...found };
    await send(JSON.stringify(part));
    for (const { kind } of found.mentions) mentions[kind]++;
    totals.sentences += found.sentences.length;
    totals.tokens += tokens;
    if (found.titleMentions.length > 0) titleMentions = found.titleMentions;
    main ??= found.incidents.find((incident) => incident.main);
  }
  const extraction = { article, sentences: [], tokens: 0, mentions: [], titleMentions, entities, incidents: [], tolls: main?.tolls ?? [] };
  return { layer: toLayer(extraction, hashText(article.text)), totals };
}
