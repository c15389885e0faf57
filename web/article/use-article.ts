import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Acted, ArticleChange, ReviewAction, ReviewArticle } from "../../src/model/review.js";
import { api, Refused } from "../api.js";
import { usePage } from "../shell/page-context.js";

/** The article that is shown, and the way to change it. */
export interface OpenArticle {
  readonly article: ReviewArticle | null;
  readonly show: (id: string) => void;
  /** Saves what is made of the article as it stands when it is this action's turn; null where it was refused, or is nothing. */
  readonly act: (make: (article: ReviewArticle) => readonly ReviewAction[]) => Promise<Acted | null>;
  /** Brings the article to what an action made of it. */
  readonly note: (change: ArticleChange) => void;
}

export function useArticle(onChange: (change: ArticleChange) => void): OpenArticle {
  const page = usePage();
  const [article, setArticle] = useState<ReviewArticle | null>(null);
  const current = useRef<ReviewArticle | null>(null);
  const wanted = useRef<string | null>(null);
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const put = (next: ReviewArticle | null): void => {
    current.current = next;
    setArticle(next);
  };
  const load = useCallback(
    async (id: string): Promise<void> => {
      wanted.current = id;
      try {
        const loaded = await api.article(id);
        if (wanted.current === id) put(loaded);
      } catch (error) {
        page.complain(error);
      }
    },
    [page.complain],
  );
  const note = useCallback((change: ArticleChange) => {
    const before = current.current;
    if (before?.id !== change.id) return;
    put(applyChange(before, change));
  }, []);
  const actNow = async (make: (article: ReviewArticle) => readonly ReviewAction[]): Promise<Acted | null> => {
    const before = current.current;
    const actions = before ? make(before) : [];
    if (!before || actions.length === 0) return null;
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
      if (error instanceof Refused && error.stale) await load(before.id);
      return null;
    }
  };
  const act: OpenArticle["act"] = (make) => {
    const mine = turn.current.then(() => actNow(make));
    turn.current = mine;
    return mine;
  };
  // Another tab may have changed the article: it is looked at anew whenever this one is shown again.
  useEffect(() => {
    const shown = (): void => {
      if (!document.hidden && current.current) void load(current.current.id);
    };
    document.addEventListener("visibilitychange", shown);
    return () => document.removeEventListener("visibilitychange", shown);
  }, [load]);
  const show = useCallback(
    (id: string) => {
      if (wanted.current !== id) void load(id);
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
