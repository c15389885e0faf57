import { useEffect, useRef } from "preact/hooks";
import type { SpanStep } from "../article/word-steps.js";
import { isTyping } from "../shell/is-typing.js";

/** What keys do in the review. */
export interface ReviewKeys {
  readonly accept: () => unknown;
  readonly wrong: () => unknown;
  readonly next: () => unknown;
  readonly previous: () => unknown;
  readonly step: (step: SpanStep) => unknown;
  readonly nextKind: () => unknown;
  readonly nextOutcome: () => unknown;
  readonly add: () => unknown;
}

/** Listens to keys wherever the focus is, but in fields. */
export function useReviewKeys(keys: ReviewKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  const turn = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const leaving = event.key === "Escape" && event.target instanceof HTMLElement && event.target.closest("input, select, textarea");
      if (leaving) return (event.target as HTMLElement).blur();
      if (isTyping(event)) return;
      if (!actionOf(event.key, latest.current)) return;
      event.preventDefault();
      // A key that is held down judges no row that nobody has seen.
      if (event.repeat && JUDGES.has(event.key)) return;
      // Keys may come faster than answers: each waits for the one before, and acts on what is shown then.
      turn.current = turn.current.then(async () => {
        await actionOf(event.key, latest.current)?.();
        await new Promise(requestAnimationFrame);
      });
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

const JUDGES = new Set(["a", "w"]);

function actionOf(key: string, keys: ReviewKeys): (() => unknown) | undefined {
  const actions: Readonly<Record<string, () => unknown>> = {
    a: keys.accept,
    w: keys.wrong,
    n: keys.next,
    ArrowDown: keys.next,
    p: keys.previous,
    ArrowUp: keys.previous,
    k: keys.nextKind,
    o: keys.nextOutcome,
    m: keys.add,
    "]": () => keys.step("extend-end"),
    "[": () => keys.step("shrink-end"),
    "{": () => keys.step("extend-start"),
    "}": () => keys.step("shrink-start"),
    e: () => document.querySelector<HTMLElement>(".record .fields select, .record .fields input")?.focus(),
    "/": focusWords,
  };
  return actions[key];
}

/** The words of the filter, opened where they are folded away. */
function focusWords(): void {
  const field = (): HTMLElement | null => document.querySelector<HTMLElement>('.filters input[type="search"]');
  if (!field()) document.querySelector<HTMLElement>(".filters button.link")?.click();
  requestAnimationFrame(() => field()?.focus());
}
