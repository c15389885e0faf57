import type { Completion, IncidentEdit, JournalEntry, ReviewLabel, ReviewLayer, ReviewRow } from "../model/review.js";
import { canonicalLabel } from "./review-label.js";

/** What the lines of a journal make of one article. */
export interface ArticleState {
  /** Number of the last line that touched it, taken back or not; 0 for none. */
  readonly revision: number;
  readonly kept: ReadonlyMap<string, ReviewLabel>;
  readonly wrong: ReadonlySet<string>;
  readonly added: ReadonlyMap<string, { readonly label: ReviewLabel; readonly inTitle: boolean }>;
  readonly incidents: ReadonlyMap<string, IncidentEdit>;
  /** Null where the layer was reopened, absent where nobody said anything. */
  readonly complete: ReadonlyMap<ReviewLayer, Completion | null>;
  readonly settled: ReadonlyMap<string, "first" | "second">;
}

export const UNTOUCHED: ArticleState = {
  revision: 0,
  kept: new Map(),
  wrong: new Set(),
  added: new Map(),
  incidents: new Map(),
  complete: new Map(),
  settled: new Map(),
};

/** Replays the lines that stand, in order. */
export function replayArticle(entries: readonly JournalEntry[], revision: number): ArticleState {
  const kept = new Map<string, ReviewLabel>();
  const wrong = new Set<string>();
  const added = new Map<string, { label: ReviewLabel; inTitle: boolean }>();
  const incidents = new Map<string, IncidentEdit>();
  const complete = new Map<ReviewLayer, Completion | null>();
  const settled = new Map<string, "first" | "second">();
  for (const entry of entries) {
    if (entry.do === "keep") {
      wrong.delete(entry.key);
      const own = added.get(entry.key);
      if (own) added.set(entry.key, { ...own, label: entry.label });
      else kept.set(entry.key, entry.label);
    } else if (entry.do === "wrong") {
      kept.delete(entry.key);
      if (!added.delete(entry.key)) wrong.add(entry.key);
    } else if (entry.do === "add") added.set(`added:${entry.seq}`, { label: entry.label, inTitle: entry.inTitle });
    else if (entry.do === "incident") incidents.set(entry.incident, { ...incidents.get(entry.incident), ...entry.edit });
    else if (entry.do === "complete")
      entry.layers.forEach((layer, index) => complete.set(layer, { who: entry.who, at: entry.at, guide: entry.guide?.[index] ?? null }));
    else if (entry.do === "reopen") for (const layer of entry.layers) complete.set(layer, null);
    else if (entry.do === "settle") settled.set(entry.difference, entry.taken);
  }
  return { revision, kept, wrong, added, incidents, complete, settled };
}

/** The lines that stand of each article, and what they make of it. */
export function replayAll(
  standing: readonly JournalEntry[],
  all: readonly JournalEntry[],
): ReadonlyMap<string, { readonly lines: JournalEntry[]; readonly state: ArticleState }> {
  const lines = new Map<string, JournalEntry[]>();
  const revisions = new Map<string, number>();
  const articleOf = new Map<number, string>();
  for (const entry of all) {
    const article = entry.do === "undo" ? articleOf.get(entry.of) : "article" in entry ? entry.article : undefined;
    if (article === undefined) continue;
    articleOf.set(entry.seq, article);
    revisions.set(article, entry.seq);
  }
  for (const entry of standing) {
    if (!("article" in entry)) continue;
    const own = lines.get(entry.article);
    if (own) own.push(entry);
    else lines.set(entry.article, [entry]);
  }
  return new Map(
    [...revisions].map(([article, revision]) => {
      const own = lines.get(article) ?? [];
      return [article, { lines: own, state: replayArticle(own, revision) }];
    }),
  );
}

/** The rows of an article as they stand: those that the program found, then what people added, in order of the text. */
export function applyState(base: readonly ReviewRow[], state: ArticleState): readonly ReviewRow[] {
  if (state.revision === 0) return base;
  const known = new Set(base.map(({ key }) => key));
  const rows = base.map((row) => applyToRow(row, state));
  // What somebody kept stays, even where a later version of the program finds it no more.
  for (const [key, label] of state.kept) if (!known.has(key)) rows.push(addedRow(key, label, key.startsWith("title:")));
  for (const [key, { label, inTitle }] of state.added) rows.push(addedRow(key, label, inTitle));
  return rows.sort((a, b) => Number(b.inTitle) - Number(a.inTitle) || a.label.start - b.label.start || a.label.end - b.label.end);
}

function applyToRow(row: ReviewRow, { kept, wrong }: ArticleState): ReviewRow {
  if (wrong.has(row.key)) return { ...row, status: "wrong" };
  const label = kept.get(row.key);
  if (!label) return row;
  const same = row.found !== null && canonicalLabel(label) === canonicalLabel(row.found);
  return { ...row, label, status: same ? "accepted" : "corrected" };
}

const addedRow = (key: string, label: ReviewLabel, inTitle: boolean): ReviewRow => ({
  key,
  inTitle,
  label,
  found: null,
  by: "review",
  confidence: 1,
  doubt: null,
  status: "added",
});
