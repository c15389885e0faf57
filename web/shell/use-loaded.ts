import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { usePage } from "./page-context.js";

/** Loads something when it is first shown and whenever `key` changes. A late answer to an earlier key is dropped. */
export function useLoaded<T>(load: () => Promise<T>, key: string): { readonly value: T | null; readonly again: () => void } {
  const page = usePage();
  const [value, setValue] = useState<T | null>(null);
  const turn = useRef(0);
  const again = useCallback(() => {
    const mine = ++turn.current;
    load().then(
      (loaded) => {
        if (mine === turn.current) setValue(loaded);
      },
      (error: unknown) => page.complain(error),
    );
    // What is loaded depends on the key alone.
  }, [key]);
  useEffect(again, [again]);
  return { value, again };
}
