import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ReviewArticle, ReviewLabel } from "../../src/model/review.js";
import { usePage } from "../shell/page-context.js";
import { TEXTS } from "../texts.js";
import { MarkedText, selectedSpan } from "./marked-text.js";
import { newLabel, tidySelection, wordAfter } from "./word-steps.js";

interface ArticlePaneProps {
  readonly article: ReviewArticle | null;
  readonly active: string | null;
  readonly onChoose: (key: string) => void;
  readonly onAdd: (label: ReviewLabel, inTitle: boolean) => void;
  /** Counts up whenever the reviewer asks for a new mention by key. */
  readonly addAsked: number;
}

interface Selected {
  readonly start: number;
  readonly end: number;
  readonly inTitle: boolean;
}

/** The article: headline and text, marked, and a bar that makes a mention of what is selected. */
export function ArticlePane({ article, active, onChoose, onAdd, addAsked }: ArticlePaneProps) {
  const { session } = usePage();
  const body = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<Selected | null>(null);
  const rows = article?.rows;
  const inTitle = useMemo(() => rows?.filter((row) => row.inTitle) ?? [], [rows]);
  const inText = useMemo(() => rows?.filter((row) => !row.inTitle) ?? [], [rows]);
  const read = useCallback(() => {
    const found = selectedSpan(body.current) ?? selectedSpan(title.current);
    const within = selectedSpan(body.current) === null;
    const text = within ? (article?.title ?? "") : (article?.text ?? "");
    const span = found && tidySelection(text, found.from, found.to);
    setSelected(span && { ...span, inTitle: within });
  }, [article?.text, article?.title]);
  useEffect(() => {
    document.addEventListener("selectionchange", read);
    return () => document.removeEventListener("selectionchange", read);
  }, [read]);
  const add = (kind: ReviewLabel["kind"], span: Selected): void => {
    const text = span.inTitle ? (article?.title ?? "") : (article?.text ?? "");
    onAdd(newLabel(kind, span, text), span.inTitle);
    document.getSelection()?.removeAllRanges();
    setSelected(null);
  };
  useEffect(() => {
    if (addAsked === 0 || !article) return;
    const row = article.rows.find(({ key }) => key === active);
    const kind = row?.label.kind ?? "casualty";
    if (selected) return add(kind, selected);
    const text = row?.inTitle ? (article.title ?? "") : article.text;
    const word = wordAfter(text, row?.label.end ?? 0);
    if (word) add(kind, { ...word, inTitle: row?.inTitle ?? false });
    // Asked for once, whatever changes meanwhile.
  }, [addAsked]);

  if (!article)
    return (
      <section class="pane article empty" aria-label={TEXTS.article.title}>
        <p>{TEXTS.article.choose}</p>
      </section>
    );
  const shown = selected && (selected.inTitle ? (article.title ?? "") : article.text).slice(selected.start, selected.end);
  return (
    <section class="pane article" aria-label={TEXTS.article.title}>
      <header class="article-head">
        <p class="meta">
          {[article.source, article.publishedAt ?? TEXTS.article.undated].filter(Boolean).join(" · ")} <code>{article.id}</code>
        </p>
        <div class="headline" ref={title} role="heading" aria-level={2}>
          {article.title === null ? (
            <p class="line">{TEXTS.article.noTitle}</p>
          ) : (
            <MarkedText text={article.title} rows={inTitle} active={active} onChoose={onChoose} />
          )}
        </div>
      </header>
      <div class="article-text" ref={body} tabIndex={0} role="region" aria-label={TEXTS.article.text}>
        <MarkedText key={article.id} text={article.text} rows={inText} active={active} onChoose={onChoose} />
      </div>
      {selected && shown !== null && (
        <div class="add-bar" role="toolbar" aria-label={TEXTS.article.add}>
          <span class="selected-words">{TEXTS.article.selected(shown.length > 50 ? `${shown.slice(0, 49)}…` : shown)}</span>
          <span>{TEXTS.article.add}</span>
          {session.choices.kinds.map((kind) => (
            <button
              key={kind}
              class={`chip kind-${kind}`}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => add(kind as ReviewLabel["kind"], selected)}
            >
              {TEXTS.kinds[kind as keyof typeof TEXTS.kinds]}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}
