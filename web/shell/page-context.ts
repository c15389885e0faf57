import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Acted, Progress, ReviewSession } from "../../src/model/review.js";

/** What every part of the page may use. */
export interface Page {
  readonly session: ReviewSession;
  readonly progress: Progress;
  /** Notes what an action changed. */
  readonly acted: (acted: Acted) => void;
  /** Shows what went wrong. */
  readonly complain: (error: unknown) => void;
  readonly say: (text: string) => void;
  /** Goes to a view, with what is to be shown there. */
  readonly go: (view: View, shown?: string) => void;
}

export const VIEWS = ["review", "incidents", "entities", "gold", "score"] as const;
export type View = (typeof VIEWS)[number];

/** Where the address leads: `#/incidents/ID`. */
export interface Place {
  readonly view: View;
  readonly shown: string;
}

export function readPlace(hash: string): Place {
  const [, view = "", ...rest] = hash.replace(/^#/, "").split("/");
  return { view: VIEWS.find((known) => known === view) ?? "review", shown: decodeURIComponent(rest.join("/")) };
}

export const placeHash = ({ view, shown }: Place): string => `#/${view}${shown === "" ? "" : `/${encodeURIComponent(shown)}`}`;

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) throw new Error("used outside of the page");
  return page;
}
