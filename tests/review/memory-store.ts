import type { CorpusEntity } from "../../src/model/corpus-entity.js";
import type { CorpusIncident } from "../../src/model/corpus-incident.js";
import type { Layer } from "../../src/model/layer.js";
import type { Mention } from "../../src/model/mention.js";
import type { JournalEntry } from "../../src/model/review.js";
import { openReview, type Review, type ReviewOptions } from "../../src/review/review.js";
import { createReviewRoutes } from "../../src/review/routes.js";
import type { ReviewStore } from "../../src/shell/review/review-store.js";

/** The reviewer's files, in memory. */
export interface MemoryFiles {
  journal: string;
  gold: string;
  second: string | null;
  decisions: string;
}

export interface MemoryArticle {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  readonly source?: string;
  readonly publishedAt?: string;
  readonly mentions: readonly Partial<Mention>[];
}

/** A mention at the first place where its wording stands in the text. */
export function at(text: string, wording: string, fields: Readonly<Record<string, unknown>>): Partial<Mention> {
  const start = text.indexOf(wording);
  return { start, end: start + wording.length, text: wording, by: "test", confidence: 0.9, ...fields } as Partial<Mention>;
}

const PAGE = { version: "0123456789ab", text: "# The guide" };

export const emptyFiles = (): MemoryFiles => ({ journal: "", gold: "", second: null, decisions: "" });

export function memoryStore(
  articles: readonly MemoryArticle[],
  files: MemoryFiles,
  corpus: { readonly incidents: readonly CorpusIncident[]; readonly entities: readonly CorpusEntity[] } = { incidents: [], entities: [] },
): ReviewStore {
  const layers = articles.map(({ id, title, publishedAt, mentions }): Layer => {
    const layer = { id, title: title ?? null, publishedAt: publishedAt ?? null, textHash: null, entities: [] };
    return { ...layer, mentions: mentions as readonly Mention[] };
  });
  const { second } = files;
  return {
    articles: articles.map(({ id, title, publishedAt, source }) => ({
      id,
      title: title ?? null,
      publishedAt: publishedAt ?? null,
      source: source ?? null,
    })),
    scan: (take) => {
      layers.forEach((layer, index) => take(index, layer));
      return Promise.resolve();
    },
    read: (index) => Promise.resolve({ text: articles[index]!.text, layer: layers[index]! }),
    corpus: () => Promise.resolve(corpus),
    entries: files.journal
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as JournalEntry),
    append: (lines) => {
      files.journal += lines;
      return Promise.resolve();
    },
    gold: () => Promise.resolve(files.gold),
    writeGold: (content) => {
      files.gold = content;
      return Promise.resolve();
    },
    ...(second === null ? {} : { second: () => Promise.resolve(second) }),
    decisions: () => Promise.resolve(files.decisions),
    writeDecisions: (content) => {
      files.decisions = content;
      return Promise.resolve();
    },
    guide: { names: PAGE, dates: PAGE, casualties: PAGE, incidents: PAGE },
    shapes: () => Promise.resolve([]),
  };
}

export const openMemoryReview = (store: ReviewStore, options: Partial<ReviewOptions> = {}): Promise<Review> =>
  openReview(store, {
    reviewer: "ana",
    folder: "tables",
    gold: "gold.jsonl",
    second: null,
    version: "0",
    journal: "review.ana.jsonl",
    now: () => "2026-01-02T03:04:05.000Z",
    sample: null,
    ...options,
  });

const TOKEN = "secret";

/** Asks the routes as the page does; `body` makes it a POST. */
export function askRoutes(
  review: Review,
): (
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<{ readonly status: number; readonly json: unknown }> {
  const page = new Map([["index.html", { type: "text/html", bytes: new TextEncoder().encode("<!doctype html>") }]]);
  const routes = createReviewRoutes(review, { token: TOKEN, port: () => 4000, page });
  return async (path, body, headers = {}) => {
    const response = await routes.request(`http://127.0.0.1:4000${path.startsWith("/") ? path : `/${TOKEN}/api/${path}`}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { host: "127.0.0.1:4000", ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, json: text.startsWith("{") || text.startsWith("[") || text === "null" ? JSON.parse(text) : text };
  };
}
