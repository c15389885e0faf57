import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Acted, ReviewAction, ReviewLabel, ReviewLayer, ReviewRow } from "../../src/model/review.js";
import { NO_FILTER, type Filter } from "../api.js";
import { ArticlePane } from "../article/article-pane.js";
import { ArticleTable } from "../article/article-table.js";
import { layerOf } from "../article/layers-box.js";
import { withKind } from "../article/name-fields.js";
import { RecordPane } from "../article/record-pane.js";
import { useArticle } from "../article/use-article.js";
import { stepSpan, type SpanStep } from "../article/word-steps.js";
import { usePage } from "../shell/page-context.js";
import { TEXTS } from "../texts.js";
import { QueuePane } from "./queue-pane.js";
import { useQueue } from "./use-queue.js";
import { useReviewKeys, type ReviewKeys } from "./use-review-keys.js";

interface ReviewViewProps {
  /** An article to open, or `?FILTER` as in an address. */
  readonly shown: string;
  /** What was taken back last. */
  readonly undone: Acted | null;
}

const filterOf = (shown: string): Filter =>
  shown.startsWith("?")
    ? { ...NO_FILTER, ...Object.fromEntries(new URLSearchParams(shown)) }
    : shown === ""
      ? NO_FILTER
      : { ...NO_FILTER, article: shown, order: "text" };

/** The queue, the article of its active row, and that row's record. */
export function ReviewView({ shown, undone }: ReviewViewProps) {
  const page = usePage();
  const [filter, setFilter] = useState(() => filterOf(shown));
  const queue = useQueue(filter);
  const { article, show, act, note } = useArticle(queue.note);
  const [active, setActive] = useState(-1);
  const [key, setKey] = useState<string | null>(null);
  const [addAsked, setAddAsked] = useState(0);
  const busy = useRef(false);
  useEffect(() => setFilter(filterOf(shown)), [shown]);

  const choose = useCallback(
    async (index: number): Promise<void> => {
      const row = await queue.fetchRow(index);
      if (!row) return;
      if (row.of !== "mention") return page.go(row.of === "incident" ? "incidents" : "entities", row.key);
      setActive(index);
      setKey(row.key);
      show(row.article);
    },
    [queue, page, show],
  );
  // A new list begins at its first row.
  useEffect(() => {
    setActive(-1);
    if (queue.numbers && queue.numbers.length > 0) void chooseFirst();
    async function chooseFirst(): Promise<void> {
      for (let index = 0; index < Math.min(50, queue.numbers?.length ?? 0); index++)
        if ((await queue.fetchRow(index))?.of === "mention") return choose(index);
    }
  }, [queue.numbers]);
  useEffect(() => {
    if (!undone?.article) return;
    queue.note(undone.article);
    note(undone.article);
    const [row] = undone.article.rows;
    show(undone.article.id);
    if (row) setKey(row.key);
  }, [undone]);

  const row = article?.rows.find((one) => one.key === key) ?? null;
  /** Goes on to the next row that nobody has seen; where there is none, to the next one. */
  const goOn = async (): Promise<void> => {
    const count = queue.numbers?.length ?? 0;
    for (let index = active + 1; index < count; index++) {
      const next = await queue.fetchRow(index);
      if (next?.of === "mention" && next.status === "unseen") return choose(index);
    }
  };
  const step = (by: number): void => {
    const next = active + by;
    if (queue.numbers && next >= 0 && next < queue.numbers.length) void choose(next);
  };
  /** One change at a time: a key that is held down does not judge rows unseen. */
  const once = async (work: () => Promise<void>): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    try {
      await work();
    } finally {
      busy.current = false;
    }
  };
  const keep = (label: ReviewLabel): void => {
    if (article && row) void act([{ do: "keep", article: article.id, key: row.key, label }]);
  };
  const judge = (toAction: (row: ReviewRow, article: string) => ReviewAction): void =>
    void once(async () => {
      if (article && row && (await act([toAction(row, article.id)]))) await goOn();
    });
  const accept = (): void => judge((one, id) => ({ do: "keep", article: id, key: one.key, label: one.label }));
  const wrong = (): void => judge((one, id) => ({ do: "wrong", article: id, key: one.key }));
  const add = async (label: ReviewLabel, inTitle: boolean): Promise<void> => {
    if (!article) return;
    const result = await act([{ do: "add", article: article.id, inTitle, label }]);
    const added = result?.article?.rows[0];
    if (added) setKey(added.key);
  };
  const complete = (layer: ReviewLayer): void => {
    if (!article) return;
    const rest = article.rows.filter(({ label, status }) => layerOf(label.kind) === layer && status === "unseen");
    void act([
      ...rest.map((one): ReviewAction => ({ do: "keep", article: article.id, key: one.key, label: one.label })),
      { do: "complete", article: article.id, layers: [layer] },
    ]);
  };
  const keys: ReviewKeys = {
    accept,
    wrong,
    next: () => step(1),
    previous: () => step(-1),
    step: (by: SpanStep) => {
      if (article && row) keep(stepSpan(row.label, row.inTitle ? (article.title ?? "") : article.text, by));
    },
    nextKind: () => {
      const names = page.session.choices.kinds.filter((kind) => kind !== "date" && kind !== "casualty");
      if (row && names.includes(row.label.kind))
        keep(withKind(row.label, names[(names.indexOf(row.label.kind) + 1) % names.length] as ReviewLabel["kind"]));
    },
    nextOutcome: () => {
      const { outcomes } = page.session.choices;
      if (row?.label.kind === "casualty")
        keep({
          ...row.label,
          outcome: outcomes[(outcomes.indexOf(row.label.outcome ?? "") + 1) % outcomes.length] as NonNullable<ReviewLabel["outcome"]>,
        });
    },
    add: () => setAddAsked((count) => count + 1),
  };
  useReviewKeys(keys);
  return (
    <div class="review">
      <QueuePane queue={queue} filter={filter} onFilter={setFilter} active={active} onChoose={(index) => void choose(index)} />
      <ArticlePane
        article={article}
        active={key}
        onChoose={setKey}
        onAdd={(label, inTitle) => void add(label, inTitle)}
        addAsked={addAsked}
      />
      <section class="pane side" aria-label={TEXTS.record.title}>
        {article && row && (
          <RecordPane key={row.key} article={article} row={row} onLabel={keep} onAccept={accept} onWrong={wrong} onNext={keys.next} />
        )}
        {article && (
          <ArticleTable
            article={article}
            active={key}
            onChoose={setKey}
            onIncident={(incident, edit) => void act([{ do: "incident", article: article.id, incident, edit }])}
            onComplete={complete}
            onReopen={(layer) => void act([{ do: "reopen", article: article.id, layers: [layer] }])}
          />
        )}
      </section>
    </div>
  );
}
