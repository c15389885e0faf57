import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Acted, ArticleChange, ReviewAction, ReviewArticle } from "../../src/model/review.js";
import { api, Refused } from "../api.js";
import { usePage } from "../shell/page-context.js";

/** The article that is shown, and the way to change it. */
export interface OpenArticle {
  readonly article: ReviewArticle | null;
  readonly show: (id: string) => void;
  /** Saves actions on the article; false where they were refused. */
  readonly act: (actions: readonly ReviewAction[]) => Promise<Acted | null>;
  /** Brings the article to what an action made of it. */
  readonly note: (change: ArticleChange) => void;
}

export function useArticle(onChange: (change: ArticleChange) => void): OpenArticle {
  const page = usePage();
  const [article, setArticle] = useState<ReviewArticle | null>(null);
  const current = useRef<ReviewArticle | null>(null);
  const wanted = useRef<string | null>(null);
  const put = (next: ReviewArticle | null): void => {
    current.current = next;
    setArticle(next);
  };
  const load = useCallback(
    (id: string) => {
      wanted.current = id;
      api.article(id).then(
        (loaded) => {
          if (wanted.current === id) put(loaded);
        },
        (error: unknown) => page.complain(error),
      );
    },
    [page.complain],
  );
  const note = useCallback((change: ArticleChange) => {
    const before = current.current;
    if (before?.id !== change.id) return;
    put(applyChange(before, change));
  }, []);
  const act = useCallback(
    async (actions: readonly ReviewAction[]): Promise<Acted | null> => {
      const before = current.current;
      if (!before) return null;
      try {
        const result = await api.act(before.revision, actions);
        page.acted(result);
        if (result.article) {
          note(result.article);
          onChange(result.article);
        }
        return result;
      } catch (error) {
        page.complain(error);
        if (error instanceof Refused && error.stale) load(before.id);
        return null;
      }
    },
    [page, note, onChange, load],
  );
  // Another tab may have changed the article: it is looked at anew whenever this one is shown again.
  useEffect(() => {
    const shown = (): void => {
      if (!document.hidden && current.current) load(current.current.id);
    };
    document.addEventListener("visibilitychange", shown);
    return () => document.removeEventListener("visibilitychange", shown);
  }, [load]);
  const show = useCallback(
    (id: string) => {
      if (wanted.current !== id) load(id);
    },
    [load],
  );
  return { article, show, act, note };
}

function applyChange(article: ReviewArticle, { revision, rows, gone, incidents, complete }: ArticleChange): ReviewArticle {
  const changed = new Map(rows.map((row) => [row.key, row]));
  const lost = new Set(gone);
  const kept = article.rows.filter(({ key }) => !lost.has(key)).map((row) => changed.get(row.key) ?? row);
  const known = new Set(kept.map(({ key }) => key));
  const merged = [...kept, ...rows.filter(({ key }) => !known.has(key))].sort(
    (a, b) => Number(b.inTitle) - Number(a.inTitle) || a.label.start - b.label.start || a.label.end - b.label.end,
  );
  return { ...article, revision, rows: merged, incidents, complete };
}
