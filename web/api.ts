import type {
  Acted,
  ArticleLine,
  QueueRow,
  ReviewAction,
  ReviewAgreement,
  ReviewArticle,
  ReviewCorpus,
  ReviewLayer,
  ReviewScore,
  ReviewSession,
} from "../src/model/review.js";
import { TEXTS } from "./texts.js";

/** An answer that is no success: what the server says, in words for the reviewer. */
export class Refused extends Error {
  constructor(
    message: string,
    /** True where the page knows an earlier state. */
    readonly stale: boolean,
  ) {
    super(message);
  }
}

/** What the queue is asked for; empty is "all". */
export type Filter = Readonly<
  Record<"kind" | "outcome" | "article" | "source" | "from" | "to" | "status" | "why" | "words" | "order", string>
>;

export const NO_FILTER: Filter = {
  kind: "",
  outcome: "",
  article: "",
  source: "",
  from: "",
  to: "",
  status: "",
  why: "",
  words: "",
  order: "first",
};

const BASE = new URL("api/", location.origin + location.pathname);

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(new URL(path, BASE), init);
  } catch {
    throw new Refused(TEXTS.unreachable, false);
  }
  if (response.ok) return (await response.json()) as T;
  const told: unknown = await response.json().catch(() => null);
  const { error, stale } = (typeof told === "object" && told !== null ? told : {}) as { readonly error?: string; readonly stale?: boolean };
  throw new Refused(error ?? TEXTS.unreachable, stale === true);
}

const post = <T>(path: string, body: unknown): Promise<T> =>
  ask<T>(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

/** The server, as the page sees it. */
export const api = {
  session: () => ask<ReviewSession>("session"),
  queue: (filter: Filter) =>
    ask<readonly number[]>(`queue?${new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== "")).toString()}`),
  rows: (numbers: readonly number[]) => ask<readonly QueueRow[]>(`rows?n=${numbers.join(",")}`),
  articles: () => ask<readonly ArticleLine[]>("articles"),
  article: (id: string) => ask<ReviewArticle>(`article?id=${encodeURIComponent(id)}`),
  corpus: () => ask<ReviewCorpus>("corpus"),
  shapes: () => ask<readonly (readonly [code: string, path: string])[]>("shapes"),
  guide: () => ask<Readonly<Record<ReviewLayer, { readonly version: string; readonly text: string }>>>("guide"),
  score: () => ask<ReviewScore>("score"),
  agreement: () => ask<ReviewAgreement | null>("agreement"),
  act: (revision: number, actions: readonly ReviewAction[]) => post<Acted>("act", { revision, actions }),
  undo: () => post<Acted>("undo", {}),
};
