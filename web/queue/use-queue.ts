import { useCallback, useRef, useState } from "preact/hooks";
import type { ArticleChange, QueueRow } from "../../src/model/review.js";
import { api, type Filter } from "../api.js";
import { usePage } from "../shell/page-context.js";
import { useLoaded } from "../shell/use-loaded.js";

/** Rows that one request brings. */
const WINDOW = 100;

/** The queue: its numbers at once, its rows as they come into view. The list stands still while rows of it are judged. */
export interface Queue {
  readonly numbers: readonly number[] | null;
  readonly row: (index: number) => QueueRow | undefined;
  /** Brings rows into memory. */
  readonly want: (first: number, last: number) => void;
  /** Waits for a row. */
  readonly fetchRow: (index: number) => Promise<QueueRow | undefined>;
  /** Brings rows to what an action made of them. */
  readonly note: (change: ArticleChange) => void;
  readonly again: () => void;
}

export function useQueue(filter: Filter): Queue {
  const page = usePage();
  const { value: numbers, again } = useLoaded(() => api.queue(filter), JSON.stringify(filter));
  const rows = useRef(new Map<number, QueueRow>());
  const asked = useRef(new Map<number, Promise<void>>());
  const [, redraw] = useState(0);

  const load = useCallback(
    (window: number): Promise<void> => {
      const wanted = (numbers ?? []).slice(window * WINDOW, (window + 1) * WINDOW).filter((number) => !rows.current.has(number));
      if (wanted.length === 0) return Promise.resolve();
      const key = wanted[0] ?? -1;
      const running = asked.current.get(key);
      if (running) return running;
      const loading = api.rows(wanted).then(
        (loaded) => {
          for (const row of loaded) rows.current.set(row.number, row);
          redraw((count) => count + 1);
        },
        (error: unknown) => page.complain(error),
      );
      asked.current.set(key, loading);
      void loading.finally(() => asked.current.delete(key));
      return loading;
    },
    [numbers, page.complain],
  );
  const row = (index: number): QueueRow | undefined => rows.current.get(numbers?.[index] ?? -1);
  return {
    numbers,
    row,
    want: useCallback(
      (first: number, last: number) => {
        for (let window = Math.floor(first / WINDOW); window <= Math.floor(last / WINDOW); window++) void load(window);
      },
      [load],
    ),
    fetchRow: async (index) => {
      await load(Math.floor(index / WINDOW));
      return row(index);
    },
    note: useCallback((change: ArticleChange) => {
      const changed = new Map(change.rows.map((one) => [one.key, one]));
      for (const [number, known] of rows.current) {
        const now = known.article === change.id ? changed.get(known.key) : undefined;
        if (!now) continue;
        const { kind, outcome = null, text } = now.label;
        rows.current.set(number, { ...known, kind, outcome, text, status: now.status });
      }
      redraw((count) => count + 1);
    }, []),
    again: () => {
      rows.current.clear();
      again();
    },
  };
}
