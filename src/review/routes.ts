import { Hono, type Context } from "hono";
import { REVIEW_STATUSES } from "../model/review.js";
import { SECURITY_HEADERS, refusalOf } from "./guard.js";
import type { QueueFilter } from "./queue.js";
import { readActRequest } from "./read-action.js";
import type { Refusal, Review } from "./review.js";

/** A file of the page, in memory: no path of a request ever reaches the disk. */
export interface PageFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface RouteOptions {
  /** Secret of this start, the first part of every path. */
  readonly token: string;
  /** The port that the server listens on. */
  readonly port: () => number;
  /** The files of the page by name, `index.html` among them. */
  readonly page: ReadonlyMap<string, PageFile>;
}

/** Bytes of the largest request: a step of many actions. */
const LARGEST = 16_000_000;
/** Rows of the queue that one request asks for. */
const MOST_ROWS = 500;

/** The routes of the review page: request in, response out. */
export function createReviewRoutes(review: Review, { token, port, page }: RouteOptions): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    const header = (name: string): string | null => context.req.header(name) ?? null;
    const knock = {
      method: context.req.method,
      host: header("host"),
      origin: header("origin"),
      fetchSite: header("sec-fetch-site"),
      path: new URL(context.req.url).pathname,
    };
    const refusal = refusalOf(knock, port(), token);
    if (refusal === null) await next();
    else context.res = context.text(`${refusal}\n`, 403);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) context.res.headers.set(name, value);
  });
  app.onError((error, context) => context.json({ error: `The server failed: ${error.message}` }, 500));
  app.notFound((context) => context.json({ error: "There is no such page." }, 404));

  const api = new Hono();
  api.get("/session", (context) => context.json(review.session()));
  api.get("/queue", (context) => context.json(review.queue(readFilter(context.req.query()))));
  api.get("/rows", (context) => context.json(review.rows(readNumbers(context.req.query("n")))));
  api.get("/articles", (context) => context.json(review.articles()));
  api.get("/article", async (context) => {
    const article = await review.article(context.req.query("id") ?? "");
    return article === null ? context.json({ error: "There is no such article." }, 404) : context.json(article);
  });
  api.get("/corpus", async (context) => context.json(await review.corpus()));
  api.get("/shapes", async (context) => context.json(await review.shapes()));
  api.get("/guide", (context) => context.json(review.guide()));
  api.get("/score", async (context) => context.json(await review.score()));
  api.get("/agreement", async (context) => context.json(await review.agreement()));
  api.post("/act", async (context) => {
    const body = await readJson(context);
    const request = typeof body === "string" ? body : readActRequest(body.json);
    return typeof request === "string" ? context.json({ error: request }, 400) : answer(context, await review.act(request));
  });
  api.post("/undo", async (context) => answer(context, await review.undo()));

  app.route(`/${token}/api`, api);
  app.get(`/${token}/*`, (context) => {
    const name = new URL(context.req.url).pathname.slice(token.length + 2) || "index.html";
    const file = page.get(name);
    return file ? context.body(file.bytes, 200, { "Content-Type": file.type }) : context.notFound();
  });
  return app;
}

function answer(context: Context, result: object | Refusal): Response {
  if (!("refused" in result)) return context.json(result);
  return context.json({ error: result.refused, stale: result.stale }, result.stale ? 409 : 400);
}

async function readJson(context: Context): Promise<{ readonly json: unknown } | string> {
  if (!/^application\/json\b/.test(context.req.header("content-type") ?? "")) return "the request is no JSON.";
  const text = await context.req.text();
  if (text.length > LARGEST) return "the request is too large.";
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return "the request is no JSON.";
  }
}

const readNumbers = (written = ""): readonly number[] => written.split(",").slice(0, MOST_ROWS).map(Number).filter(Number.isInteger);

const REASONS = ["doubt", "conflict", "merge", "low", "sample"] as const;

/** Reads the filter of an address; what it does not know is passed over. */
function readFilter(query: Readonly<Record<string, string>>): QueueFilter {
  const text = (name: string): Record<string, string> => (query[name] ? { [name]: query[name] } : {});
  const status = [...REVIEW_STATUSES, "seen" as const].find((known) => known === query["status"]);
  const why = REASONS.find((known) => known === query["why"]);
  return {
    ...text("kind"),
    ...text("outcome"),
    ...text("article"),
    ...text("source"),
    ...text("from"),
    ...text("to"),
    ...text("words"),
    ...(status ? { status } : {}),
    ...(why ? { why } : {}),
    order: query["order"] === "text" ? "text" : "first",
  };
}
