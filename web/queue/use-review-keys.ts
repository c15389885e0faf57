import { useEffect, useRef } from "preact/hooks";
import type { SpanStep } from "../article/word-steps.js";
import { isTyping } from "../shell/is-typing.js";

/** What keys do in the review. */
export interface ReviewKeys {
  readonly accept: () => void;
  readonly wrong: () => void;
  readonly next: () => void;
  readonly previous: () => void;
  readonly step: (step: SpanStep) => void;
  readonly nextKind: () => void;
  readonly nextOutcome: () => void;
  readonly add: () => void;
}

/** Listens to keys wherever the focus is, but in fields. */
export function useReviewKeys(keys: ReviewKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const leaving = event.key === "Escape" && event.target instanceof HTMLElement && event.target.closest("input, select, textarea");
      if (leaving) return (event.target as HTMLElement).blur();
      if (isTyping(event)) return;
      const act = actionOf(event.key, latest.current);
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

function actionOf(key: string, keys: ReviewKeys): (() => void) | undefined {
  const actions: Readonly<Record<string, () => void>> = {
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
