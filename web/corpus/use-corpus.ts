import { useEffect, useState } from "preact/hooks";
import type { Acted, ReviewAction, ReviewCorpus, ReviewDecision } from "../../src/model/review.js";
import { api, Refused } from "../api.js";
import { usePage } from "../shell/page-context.js";
import { useLoaded } from "../shell/use-loaded.js";

/** Incidents and entities, and the way to decide about them. */
export interface OpenCorpus {
  readonly corpus: ReviewCorpus | null;
  readonly decide: (decision: ReviewDecision, reason?: string | null) => Promise<boolean>;
  readonly agree: (finding: string) => Promise<boolean>;
}

export function useCorpus(undone: Acted | null): OpenCorpus {
  const page = usePage();
  const { value: corpus, again } = useLoaded(api.corpus, "corpus");
  const [seen, setSeen] = useState(undone);
  useEffect(() => {
    if (undone !== seen) again();
    setSeen(undone);
  }, [undone, seen, again]);
  const act = async (action: ReviewAction): Promise<boolean> => {
    try {
      page.acted(await api.act(corpus?.revision ?? 0, [action]));
      again();
      return true;
    } catch (error) {
      page.complain(error);
      if (error instanceof Refused && error.stale) again();
      return false;
    }
  };
  return {
    corpus,
    decide: (decision, reason = null) => act({ do: "decide", decision, reason }),
    agree: (finding) => act({ do: "agree", finding }),
  };
}
