import { MODALITIES, OUTCOMES, QUALIFIERS, SCOPES } from "../model/casualty.js";
import { TIMEX_MODS, TIMEX_TYPES } from "../model/calendar.js";
import { CAUSES, CERTAINTIES } from "../model/incident.js";
import { MENTION_KINDS } from "../model/mention.js";
import {
  REVIEW_LAYERS,
  type Acted,
  type ArticleChange,
  type ArticleLine,
  type JournalEntry,
  type QueueRow,
  type ReviewAction,
  type ReviewAgreement,
  type ReviewArticle,
  type ReviewChoices,
  type ReviewCorpus,
  type ReviewScore,
  type ReviewSession,
} from "../model/review.js";
import { createRandom } from "../score/random.js";
import type { ReviewStore } from "../shell/review/review-store.js";
import { createArticleBook, type OpenedArticle } from "./article-book.js";
import { compareReviewers } from "./compare-reviewers.js";
import { createCorpusBook } from "./corpus-book.js";
import { createGoldBook } from "./gold-book.js";
import { formatEntry, lastStep, sayEntry, standingLines } from "./journal-lines.js";
import { drawSample, filterQueue, type QueueFilter } from "./queue.js";
import { misfitOfLabel, type ActRequest } from "./read-action.js";
import { scoreReview } from "./score-review.js";

/** What a review is told when it starts. */
export interface ReviewOptions {
  readonly reviewer: string;
  /** Names of the folder and the files for the page, as the user gave them. */
  readonly folder: string;
  readonly gold: string | null;
  readonly second: string | null;
  readonly version: string;
  /** Name of the journal, by which its lines in `decisions.jsonl` are known again. */
  readonly journal: string;
  /** ISO time in UTC. */
  readonly now: () => string;
  /** How many rows are drawn for an estimate, of which kinds (null for all), by which seed; null for none. */
  readonly sample: { readonly size: number; readonly kinds: readonly string[] | null; readonly seed: number } | null;
}

/** A refusal that the page shows as it is: somebody else was there before, or what was asked for does not fit. */
export interface Refusal {
  readonly refused: string;
  /** True where the page knows an earlier state: it loads anew. */
  readonly stale: boolean;
}

/** All that the page can ask for. Every promise of a change resolves when it is on the disk. */
export interface Review {
  readonly session: () => ReviewSession;
  readonly queue: (filter: QueueFilter) => readonly number[];
  readonly rows: (numbers: readonly number[]) => readonly QueueRow[];
  readonly articles: () => readonly ArticleLine[];
  readonly article: (id: string) => Promise<ReviewArticle | null>;
  readonly corpus: () => Promise<ReviewCorpus>;
  readonly act: (request: ActRequest) => Promise<Acted | Refusal>;
  readonly undo: () => Promise<Acted | Refusal>;
  readonly score: () => Promise<ReviewScore>;
  readonly agreement: () => Promise<ReviewAgreement | null>;
  readonly shapes: ReviewStore["shapes"];
  readonly guide: () => ReviewStore["guide"];
  /** Waits until everything that is to be written is on the disk. */
  readonly settled: () => Promise<void>;
}

const CHOICES: ReviewChoices = {
  kinds: MENTION_KINDS,
  outcomes: OUTCOMES,
  qualifiers: QUALIFIERS,
  modalities: MODALITIES,
  scopes: SCOPES,
  timexTypes: TIMEX_TYPES,
  timexMods: TIMEX_MODS,
  causes: CAUSES,
  certainties: CERTAINTIES,
  layers: REVIEW_LAYERS,
};

/** Opens a review: replays the journal over what the run wrote. */
export async function openReview(store: ReviewStore, options: ReviewOptions): Promise<Review> {
  const gold = await createGoldBook(store);
  const entries: JournalEntry[] = [...store.entries];
  const book = await createArticleBook(store, gold, standingLines(entries), entries);
  const corpus = createCorpusBook(store, options.journal);
  await corpus.replay(standingLines(entries).standing);
  const inTurn = createTurns();

  const write = async (actions: readonly Written[]): Promise<JournalEntry[]> => {
    const first = entries.length + 1;
    const at = options.now();
    const lines = actions.map((action, index): JournalEntry => ({
      seq: first + index,
      at,
      who: options.reviewer,
      ...(actions.length > 1 ? { step: first } : {}),
      ...action,
    }));
    await store.append(lines.map(formatEntry).join(""));
    entries.push(...lines);
    return lines;
  };
  const drawOnce = async (): Promise<void> => {
    if (options.sample === null || entries.some((entry) => entry.do === "sample")) return;
    const { size, kinds, seed } = options.sample;
    const pool = book.items.flatMap((item, number) =>
      item.of === "mention" && !item.ofGold && (kinds === null || kinds.includes(item.kind)) ? [number] : [],
    );
    const rows = drawSample(size, pool, createRandom(seed)).map((number) => book.nameOf(number));
    await write([{ do: "sample", seed, rows }]);
  };
  await drawOnce();
  const sample = book.numbersOf(entries.flatMap((entry) => (entry.do === "sample" ? entry.rows : [])));
  await gold.sync(book);

  /** Says after which version of the guide a layer was called complete. */
  const withGuide = (action: ReviewAction): ReviewAction =>
    action.do === "complete" ? { ...action, guide: action.layers.map((layer) => store.guide[layer].version) } : action;
  const acted = (article: ArticleChange | null, undone: string | null): Acted => ({
    seq: entries.length,
    progress: book.progress(),
    article,
    undone,
  });
  const act = async ({ revision, actions }: ActRequest): Promise<Acted | Refusal> => {
    const [first] = actions;
    if (!first) return { refused: "nothing to do.", stale: false };
    if (!("article" in first)) {
      if (revision !== corpus.revision()) return STALE_CORPUS;
      const lines = await write(actions);
      await corpus.take(lines, standingLines(entries).standing);
      book.agree(lines);
      return acted(null, null);
    }
    const opened = await book.open(first.article);
    if (opened === null) return { refused: `there is no article ${first.article}.`, stale: false };
    if (revision !== opened.state.revision) return STALE_ARTICLE;
    const misfit = firstMisfit(actions, opened);
    if (misfit !== null) return { refused: misfit, stale: false };
    const before = gold.recordOf(first.article, opened.read.layer.textHash);
    const isNew = opened.state.revision === 0;
    const base = isNew && before !== null ? await write([{ do: "base", article: first.article, record: before }]) : [];
    const lines = await write(actions.map(withGuide));
    const change = await book.take(first.article, [...base, ...lines], opened);
    gold.changed(
      book,
      first.article,
      lines.some((line) => line.do === "complete" || line.do === "reopen"),
    );
    return acted(change, null);
  };
  const undo = async (): Promise<Acted | Refusal> => {
    const step = lastStep(standingLines(entries));
    const [first] = step;
    if (!first) return { refused: "there is nothing to take back.", stale: false };
    const lines = await write(step.map(({ seq }) => ({ do: "undo" as const, of: seq })));
    const said = step.length > 1 ? `${step.length} changes at once` : sayEntry(first);
    const standing = standingLines(entries).standing;
    if (!("article" in first)) {
      await corpus.take(lines, standing);
      book.agreeAnew(standing);
      return acted(null, said);
    }
    const change = await book.takeBack(first.article, lines, step);
    gold.changed(
      book,
      first.article,
      step.some((line) => line.do === "complete" || line.do === "reopen"),
    );
    return acted(change, said);
  };
  return {
    session: () => ({
      reviewer: options.reviewer,
      folder: options.folder,
      gold: options.gold,
      second: options.second,
      version: options.version,
      articles: store.articles.length,
      sources: [...new Set(store.articles.flatMap(({ source }) => source ?? []))].sort(),
      progress: book.progress(),
      sampled: sample.size,
      choices: CHOICES,
    }),
    queue: (filter) => filterQueue(book.items, store.articles, filter, sample),
    rows: book.rows,
    articles: book.lines,
    article: book.article,
    corpus: async () => {
      const read = await corpus.read();
      book.watch(read);
      return read;
    },
    act: (request) => inTurn(() => act(request)),
    undo: () => inTurn(undo),
    score: () => inTurn(() => scoreReview(book, gold, sample)),
    agreement: () => inTurn(() => compareReviewers(store, book, gold)),
    shapes: store.shapes,
    guide: () => store.guide,
    settled: () => inTurn(() => gold.settled()),
  };
}

const STALE_ARTICLE: Refusal = {
  refused: "This article was changed in another tab. It has been loaded anew: look, and do it again.",
  stale: true,
};
const STALE_CORPUS: Refusal = {
  refused: "Incidents or entities were changed in another tab. They have been loaded anew: look, and do it again.",
  stale: true,
};

function firstMisfit(actions: readonly ReviewAction[], { read, article }: OpenedArticle): string | null {
  for (const action of actions) {
    if (action.do !== "keep" && action.do !== "add") continue;
    const inTitle = action.do === "add" ? action.inTitle : action.key.startsWith("title:");
    const fault = misfitOfLabel(action.label, read.text, article.title, inTitle);
    if (fault !== null) return fault;
  }
  return null;
}

/** What a line of the journal says beside its number, time and reviewer. */
type Written = ReviewAction | { readonly do: "undo"; readonly of: number };

/** Changes wait for one another, in the order in which they were asked for. */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
