import { useCallback, useEffect, useState } from "preact/hooks";
import type { Acted, ReviewAction, ReviewArticle, ReviewLabel, ReviewLayer, ReviewRow } from "../../src/model/review.js";
import { NO_FILTER, type Filter } from "../api.js";
import { ArticlePane } from "../article/article-pane.js";
import { ArticleTable } from "../article/article-table.js";
import { familyOf, isName } from "../kinds.js";
import { withKind } from "../article/name-fields.js";
import { RecordPane } from "../article/record-pane.js";
import { useArticle } from "../article/use-article.js";
import { stepSpan, type SpanStep } from "../article/word-steps.js";
import { usePage } from "../shell/page-context.js";
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

/** The value behind another one, the first behind the last. */
const after = (values: readonly string[], value: string): string => values[(values.indexOf(value) + 1) % values.length] ?? value;

/** The queue, the article of its active row, and that row's record. */
export function ReviewView({ shown, undone }: ReviewViewProps) {
  const page = usePage();
  const [filter, setFilter] = useState(() => filterOf(shown));
  const queue = useQueue(filter);
  const { article, show, act, note } = useArticle(queue.note);
  const [active, setActive] = useState(-1);
  const [key, setKey] = useState<string | null>(null);
  const [addAsked, setAddAsked] = useState(0);
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
  const step = async (by: number): Promise<void> => {
    const next = active + by;
    if (queue.numbers && next >= 0 && next < queue.numbers.length) await choose(next);
  };
  /** Changes the row's label as it stands when it is this change's turn: keys may come faster than the disk. */
  const change = (make: (label: ReviewLabel, article: ReviewArticle, inTitle: boolean) => ReviewLabel): Promise<unknown> =>
    act((now) => {
      const found = now.rows.find((one) => one.key === key);
      return found ? [{ do: "keep", article: now.id, key: found.key, label: make(found.label, now, found.inTitle) }] : [];
    });
  const judge = async (toAction: (row: ReviewRow, article: string) => ReviewAction): Promise<void> => {
    const judged = await act((now) => {
      const found = now.rows.find((one) => one.key === key);
      return found ? [toAction(found, now.id)] : [];
    });
    if (judged) await goOn();
  };
  const accept = (): Promise<void> => judge((one, id) => ({ do: "keep", article: id, key: one.key, label: one.label }));
  const wrong = (): Promise<void> => judge((one, id) => ({ do: "wrong", article: id, key: one.key }));
  const add = async (label: ReviewLabel, inTitle: boolean): Promise<void> => {
    const result = await act((now) => [{ do: "add", article: now.id, inTitle, label }]);
    const added = result?.article?.rows[0];
    if (added) setKey(added.key);
  };
  const complete = (layer: ReviewLayer): Promise<unknown> =>
    act((now) => [
      ...now.rows
        .filter(({ label, status }) => familyOf(label.kind) === layer && status === "unseen")
        .map((one): ReviewAction => ({ do: "keep", article: now.id, key: one.key, label: one.label })),
      { do: "complete", article: now.id, layers: [layer] },
    ]);
  const { kinds, outcomes } = page.session.choices;
  const keys: ReviewKeys = {
    accept,
    wrong,
    next: () => step(1),
    previous: () => step(-1),
    step: (by: SpanStep) => change((label, now, inTitle) => stepSpan(label, inTitle ? (now.title ?? "") : now.text, by)),
    nextKind: () =>
      change((label) => (isName(label.kind) ? withKind(label, after(kinds.filter(isName), label.kind) as ReviewLabel["kind"]) : label)),
    nextOutcome: () =>
      change((label) =>
        label.kind === "casualty"
          ? { ...label, outcome: after(outcomes, label.outcome ?? "") as NonNullable<ReviewLabel["outcome"]> }
          : label,
      ),
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
      <div class="pane side">
        {article && row && (
          <RecordPane
            key={row.key}
            article={article}
            row={row}
            onLabel={(label) => void change(() => label)}
            onAccept={() => void accept()}
            onWrong={() => void wrong()}
            onNext={() => void step(1)}
          />
        )}
        {article && (
          <ArticleTable
            article={article}
            active={key}
            onChoose={setKey}
            onIncident={(incident, edit) => void act((now) => [{ do: "incident", article: now.id, incident, edit }])}
            onComplete={(layer) => void complete(layer)}
            onReopen={(layer) => void act((now) => [{ do: "reopen", article: now.id, layers: [layer] }])}
          />
        )}
      </div>
    </div>
  );
}
