import type { CorpusEntity } from "../model/corpus-entity.js";
import type { CorpusIncident } from "../model/corpus-incident.js";
import {
  REVIEW_LAYERS,
  type ArticleChange,
  type ArticleLine,
  type Completion,
  type JournalEntry,
  type Progress,
  type QueueRow,
  type ReviewArticle,
  type ReviewLayer,
  type ReviewRow,
  type ReviewStatus,
} from "../model/review.js";
import type { ReadArticle, ReviewStore, StoredArticle } from "../shell/review/review-store.js";
import { reviewIncidents } from "./article-incidents.js";
import { baseRows, layersOfGold, queueRows } from "./base-rows.js";
import { hasRivalTolls } from "./decide-corpus.js";
import type { GoldBook } from "./gold-book.js";
import type { StandingLines } from "./journal-lines.js";
import { LOW_CONFIDENCE, type QueueItem } from "./queue.js";
import { UNTOUCHED, applyState, replayAll, replayArticle, type ArticleState } from "./replay-article.js";
import { sayLabel } from "./review-label.js";

/** An article under review, as it stands. */
export interface OpenedArticle {
  readonly index: number;
  readonly article: StoredArticle;
  readonly read: ReadArticle;
  readonly base: readonly ReviewRow[];
  readonly state: ArticleState;
  readonly rows: readonly ReviewRow[];
}

/** A row by its names. */
export interface RowName {
  readonly article: string;
  readonly key: string;
}

/** All articles of a review: the rows of the queue in memory, texts and findings where they lie. */
export interface ArticleBook {
  readonly items: readonly QueueItem[];
  readonly rows: (numbers: readonly number[]) => readonly QueueRow[];
  readonly nameOf: (number: number) => RowName;
  readonly numbersOf: (names: readonly RowName[]) => ReadonlySet<number>;
  readonly lines: () => readonly ArticleLine[];
  readonly progress: () => Progress;
  readonly open: (id: string) => Promise<OpenedArticle | null>;
  readonly article: (id: string) => Promise<ReviewArticle | null>;
  /** Takes lines of the journal that touch an article, and gives what they changed. */
  readonly take: (id: string, lines: readonly JournalEntry[], opened: OpenedArticle) => Promise<ArticleChange>;
  readonly takeBack: (id: string, lines: readonly JournalEntry[], step: readonly JournalEntry[]) => Promise<ArticleChange | null>;
  /** Takes agreement with groupings of the corpus. */
  readonly agree: (lines: readonly JournalEntry[]) => void;
  readonly agreeAnew: (standing: readonly JournalEntry[]) => void;
  /** Puts incidents and entities that need a look into the queue, once. */
  readonly watch: (corpus: { readonly incidents: readonly CorpusIncident[]; readonly entities: readonly CorpusEntity[] }) => void;
  /** The layers of an article that are complete, and who said so; null for those that were gold before. */
  readonly completeOf: (id: string) => ReadonlyMap<ReviewLayer, Completion | null>;
}

type MutableItem = { -readonly [Field in keyof QueueItem]: QueueItem[Field] } & { gone?: true };

interface Shelf {
  readonly first: number;
  count: number;
  /** Numbers of rows that people added. */
  readonly extra: Map<string, number>;
  lines: JournalEntry[];
  state: ArticleState;
}

/** Reads every record of the run once and replays the journal. */
export async function createArticleBook(
  store: ReviewStore,
  gold: GoldBook,
  { standing }: StandingLines,
  all: readonly JournalEntry[],
): Promise<ArticleBook> {
  const items: MutableItem[] = [];
  const shelves: Shelf[] = [];
  const indexes = new Map<string, number>();
  const replayed = replayAll(standing, all);
  let seen = 0;
  let gone = 0;
  const push = (index: number, row: ReviewRow): number => {
    if (row.status !== "unseen") seen++;
    return items.push(toItem(index, row)) - 1;
  };
  await store.scan((index, layer) => {
    const { id } = layer;
    indexes.set(id, index);
    const { lines, state } = replayed.get(id) ?? { lines: [], state: UNTOUCHED };
    const first = items.length;
    const record = gold.recordOf(id, layer.textHash);
    const shelf: Shelf = { first, count: 0, extra: new Map(), lines, state };
    shelves[index] = shelf;
    if (record === null && state.revision === 0) {
      for (const row of queueRows(layer)) push(index, row);
      shelf.count = items.length - first;
      return;
    }
    const base = baseRows(null, layer, record);
    const known = new Set(base.map(({ key }) => key));
    const rows = applyState(base, state);
    for (const row of rows) if (known.has(row.key)) push(index, row);
    shelf.count = items.length - first;
    for (const row of rows) if (!known.has(row.key)) shelf.extra.set(row.key, push(index, row));
  });

  const shelfOf = (id: string): Shelf =>
    shelves[indexes.get(id) ?? -1] ?? { first: 0, count: 0, extra: new Map(), lines: [], state: UNTOUCHED };
  const numberOf = (id: string, key: string): number | undefined => {
    const { first, count, extra } = shelfOf(id);
    for (let number = first; number < first + count; number++) if (items[number]?.key === key) return number;
    return extra.get(key);
  };
  const setStatus = (item: MutableItem, status: ReviewStatus): void => {
    seen += Number(status !== "unseen") - Number(item.status !== "unseen");
    item.status = status;
  };
  const opened = (index: number, read: ReadArticle, base: readonly ReviewRow[]): OpenedArticle => {
    const article = store.articles[index] as StoredArticle;
    const { state } = shelfOf(article.id);
    return { index, article, read, base, state, rows: applyState(base, state) };
  };
  /** The article that somebody works on: one of a megabyte is not read anew for each of its rows. */
  let last: OpenedArticle | null = null;
  const open = async (id: string): Promise<OpenedArticle | null> => {
    const index = indexes.get(id);
    if (index === undefined) return null;
    if (last?.index === index) return last;
    const read = await store.read(index);
    last = opened(index, read, baseRows(read.text, read.layer, gold.recordOf(id, read.layer.textHash)));
    return last;
  };
  const completeOf = (id: string): ReadonlyMap<ReviewLayer, Completion | null> => {
    const record = gold.recordOf(id, null);
    const complete = new Map<ReviewLayer, Completion | null>((record === null ? [] : layersOfGold(record)).map((layer) => [layer, null]));
    for (const [layer, completion] of shelfOf(id).state.complete) {
      if (completion === null) complete.delete(layer);
      else complete.set(layer, completion);
    }
    return new Map(REVIEW_LAYERS.flatMap((layer) => (complete.has(layer) ? [[layer, complete.get(layer) ?? null] as const] : [])));
  };
  const completeShown = (id: string): ReviewArticle["complete"] =>
    Object.fromEntries([...completeOf(id)].map(([layer, completion]) => [layer, completion ?? { who: "gold", at: "", guide: null }]));
  const incidentsOf = ({ read, article, state }: OpenedArticle): ReviewArticle["incidents"] =>
    reviewIncidents(read.layer, gold.recordOf(article.id, read.layer.textHash), state.incidents);

  /** Brings the queue to what an article has become, and tells what changed. */
  const refresh = (before: OpenedArticle, lines: readonly JournalEntry[], revision: number): ArticleChange => {
    const { id } = before.article;
    const shelf = shelfOf(id);
    shelf.lines = [...lines];
    shelf.state = replayArticle(shelf.lines, revision);
    const after = opened(before.index, before.read, before.base);
    last = after;
    const old = new Map(before.rows.map((row) => [row.key, row]));
    const changed = after.rows.filter((row) => !isSameRow(row, old.get(row.key)));
    for (const row of changed) {
      const number = numberOf(id, row.key);
      const item = number === undefined ? undefined : items[number];
      if (!item) shelf.extra.set(row.key, push(before.index, row));
      else {
        if (item.gone) {
          delete item.gone;
          gone--;
        }
        setStatus(item, row.status);
        const { kind, outcome = null, text } = row.label;
        Object.assign(item, { kind, outcome, text, says: sayLabel(row.label) });
      }
    }
    const standing = new Set(after.rows.map(({ key }) => key));
    const lost = before.rows.filter(({ key }) => !standing.has(key)).map(({ key }) => key);
    for (const key of lost) {
      const number = shelf.extra.get(key);
      const item = number === undefined ? undefined : items[number];
      if (item && !item.gone) {
        setStatus(item, "unseen");
        item.gone = true;
        gone++;
      }
    }
    return { id, revision, rows: changed, gone: lost, incidents: incidentsOf(after), complete: completeShown(id) };
  };
  const corpusItems = new Map<string, number>();
  const agreedIds = new Set(standing.flatMap((entry) => (entry.do === "agree" ? [entry.finding] : [])));
  const noteAgreed = (): void => {
    for (const [id, number] of corpusItems) {
      const item = items[number];
      if (item) setStatus(item, agreedIds.has(id) ? "accepted" : "unseen");
    }
  };
  return {
    items,
    rows: (numbers) =>
      numbers.flatMap((number) => {
        const item = items[number];
        const article = item ? store.articles[item.article] : undefined;
        return item && article ? [toQueueRow(number, item, article)] : [];
      }),
    nameOf: (number) => ({ article: store.articles[items[number]?.article ?? -1]?.id ?? "", key: items[number]?.key ?? "" }),
    numbersOf: (names) => new Set(names.flatMap(({ article, key }) => numberOf(article, key) ?? [])),
    lines: () =>
      store.articles.map(({ id, title, publishedAt, source }) => {
        const { first, count, extra } = shelfOf(id);
        let done = 0;
        for (let number = first; number < first + count; number++) if (items[number]?.status !== "unseen") done++;
        const added = [...extra.values()].filter((number) => !items[number]?.gone).length;
        return { id, title, publishedAt, source, rows: count + added, seen: done + added, complete: [...completeOf(id).keys()] };
      }),
    progress: () => ({ seen, all: items.length - gone }),
    open,
    article: async (id) => {
      const found = await open(id);
      if (found === null) return null;
      const { article, read, state, rows } = found;
      const entities = read.layer.entities.map(({ id: entity, kind, name }) => ({ id: entity, kind, name }));
      return {
        ...article,
        title: read.layer.title,
        text: read.text,
        revision: state.revision,
        rows,
        entities,
        incidents: incidentsOf(found),
        complete: completeShown(id),
      };
    },
    take: async (id, lines, before) => refresh(before, [...shelfOf(id).lines, ...lines], lines.at(-1)?.seq ?? 0),
    takeBack: async (id, lines, step) => {
      const before = await open(id);
      if (before === null) return null;
      const back = new Set(step.map(({ seq }) => seq));
      return refresh(
        before,
        shelfOf(id).lines.filter(({ seq }) => !back.has(seq)),
        lines.at(-1)?.seq ?? 0,
      );
    },
    agree: (lines) => {
      for (const line of lines) if (line.do === "agree") agreedIds.add(line.finding);
      noteAgreed();
    },
    agreeAnew: (lines) => {
      agreedIds.clear();
      for (const line of lines) if (line.do === "agree") agreedIds.add(line.finding);
      noteAgreed();
    },
    watch: ({ incidents, entities }) => {
      if (corpusItems.size > 0) return;
      const add = (
        id: string,
        article: string,
        item: Omit<QueueItem, "article" | "key" | "inTitle" | "ofGold" | "doubt" | "outcome" | "status">,
      ): void => {
        corpusItems.set(
          id,
          items.push({
            ...item,
            article: indexes.get(article) ?? 0,
            key: id,
            inTitle: false,
            ofGold: false,
            doubt: null,
            outcome: null,
            status: "unseen",
          }) - 1,
        );
      };
      for (const one of incidents)
        if (hasRivalTolls(one) || isUnsure(one.confidence, one.reports.length))
          add(one.id, one.reports[0]?.article ?? "", incidentItem(one));
      for (const one of entities)
        if (isUnsure(one.confidence, one.members.length)) add(one.id, one.members[0]?.article ?? "", entityItem(one));
      noteAgreed();
    },
    completeOf,
  };
}

const isUnsure = (confidence: number, members: number): boolean => members > 1 && confidence < LOW_CONFIDENCE;

function incidentItem(one: CorpusIncident): Omit<QueueItem, "article" | "key" | "inTitle" | "ofGold" | "doubt" | "outcome" | "status"> {
  const says = one.tolls.map(({ outcome, best, low }) => `${outcome} ${best ?? (low === null ? "?" : `${low}+`)}`).join(", ");
  const text = [one.place?.name, one.date?.from, one.cause].filter(Boolean).join(", ");
  return { of: "incident", kind: "incident", text, says, confidence: one.confidence, why: hasRivalTolls(one) ? "conflict" : "merge" };
}

function entityItem(one: CorpusEntity): Omit<QueueItem, "article" | "key" | "inTitle" | "ofGold" | "doubt" | "outcome" | "status"> {
  return {
    of: "entity",
    kind: one.kind,
    text: one.name,
    says: one.aliases.slice(0, 4).join(", "),
    confidence: one.confidence,
    why: "merge",
  };
}

function toItem(article: number, { key, inTitle, label, by, confidence, doubt, status }: ReviewRow): MutableItem {
  const { kind, outcome = null, text } = label;
  return {
    of: "mention",
    article,
    key,
    inTitle,
    ofGold: by === "gold",
    kind,
    outcome,
    text,
    says: sayLabel(label),
    confidence,
    doubt,
    status,
    why: doubt === null ? null : "doubt",
  };
}

function toQueueRow(number: number, item: QueueItem, { id, title }: StoredArticle): QueueRow {
  const { of, key, kind, outcome, text, says, confidence, doubt, status } = item;
  return { number, of, article: id, title, key, kind, outcome, text, says, confidence, doubt, status };
}

function isSameRow(a: ReviewRow, b: ReviewRow | undefined): boolean {
  if (a === b || b === undefined) return a === b;
  return a.status === b.status && (a.label === b.label || JSON.stringify(a.label) === JSON.stringify(b.label));
}
