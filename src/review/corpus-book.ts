import { memberKind } from "../collate/decisions.js";
import type { JournalEntry, ReviewCorpus, ReviewDecision } from "../model/review.js";
import type { ReviewStore } from "../shell/review/review-store.js";
import { decideEntities, decideIncidents } from "./decide-corpus.js";
import { formatDecisions } from "./decision-lines.js";

/** Incidents and entities of the corpus under review, and the file of decisions that follows them. */
export interface CorpusBook {
  /** The incidents and entities with every decision of this journal applied. */
  readonly read: () => Promise<ReviewCorpus>;
  /** Number of the last line that touched them. */
  readonly revision: () => number;
  /** Begins with the lines that stand, and puts `decisions.jsonl` right where a killed server left it behind. */
  readonly replay: (standing: readonly JournalEntry[]) => Promise<void>;
  /** Takes new lines; `decisions.jsonl` is on the disk when it resolves. */
  readonly take: (lines: readonly JournalEntry[], standing: readonly JournalEntry[]) => Promise<void>;
}

export function createCorpusBook(store: ReviewStore, journal: string): CorpusBook {
  let standing: readonly JournalEntry[] = [];
  let revision = 0;
  let made: { readonly revision: number; readonly corpus: ReviewCorpus } | null = null;
  let source: ReturnType<ReviewStore["corpus"]> | null = null;
  const write = async (): Promise<void> => {
    const before = await store.decisions();
    const after = formatDecisions(before, standing, journal);
    if (after !== before) await store.writeDecisions(after);
  };
  return {
    revision: () => revision,
    replay: async (entries) => {
      standing = entries;
      revision = entries.findLast((entry) => entry.do === "decide" || entry.do === "agree")?.seq ?? 0;
      await write();
    },
    take: async (lines, entries) => {
      standing = entries;
      revision = lines.at(-1)?.seq ?? revision;
      await write();
    },
    read: async () => {
      source ??= store.corpus();
      const { incidents, entities } = await source;
      if (made?.revision !== revision) made = { revision, corpus: { ...applyAll(incidents, entities, standing), revision } };
      return made.corpus;
    },
  };
}

function applyAll(
  incidents: ReviewCorpus["incidents"],
  entities: ReviewCorpus["entities"],
  standing: readonly JournalEntry[],
): Omit<ReviewCorpus, "revision"> {
  const decisions = standing.flatMap((entry): ReviewDecision[] => (entry.do === "decide" ? [entry.decision] : []));
  const of = (kind: "incident" | "entity"): readonly ReviewDecision[] =>
    decisions.filter(({ members }) => memberKind(members[0] ?? "") === kind);
  return {
    incidents: decideIncidents(incidents, of("incident")),
    entities: decideEntities(entities, of("entity")),
    agreed: standing.flatMap((entry) => (entry.do === "agree" ? [entry.finding] : [])),
  };
}
