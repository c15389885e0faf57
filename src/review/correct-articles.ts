import { createTollReader } from "../link/incidents/toll.js";
import type { Lexicons } from "../lexicon/parse-lexicon.js";
import type { JournalEntry, ReviewStatus } from "../model/review.js";
import type { NamedVictim, TollProfile } from "../model/toll.js";
import type { ExtractedItem } from "../shell/batch/redraw-folder.js";
import { createAnalyzer } from "../text/analyze.js";
import { reviewIncidents } from "./article-incidents.js";
import { baseRows } from "./base-rows.js";
import { correctLayer, type ChooseTolls } from "./correct-layer.js";
import { standingLines } from "./journal-lines.js";
import { UNTOUCHED, applyState, replayAll } from "./replay-article.js";

/** Corrects the articles of a run after a review. */
export interface Corrector {
  /** The article as its reviewer left it. */
  readonly correct: (item: ExtractedItem, id: string) => ExtractedItem;
  /** Findings of the corpus that somebody called right. */
  readonly agreed: ReadonlySet<string>;
  /** How many rows of the articles corrected so far have a status. */
  readonly counts: () => Readonly<Record<ReviewStatus, number>>;
}

/** @param profile by whose rules the tolls of corrected incidents are chosen. */
export function createCorrector(entries: readonly JournalEntry[], profile: TollProfile, lexicons: Lexicons): Corrector {
  const lines = standingLines(entries);
  const states = replayAll(lines.standing, entries);
  const counts: Record<ReviewStatus, number> = { unseen: 0, accepted: 0, corrected: 0, added: 0, wrong: 0 };
  const analyze = createAnalyzer();
  const readTolls = createTollReader(lexicons);
  const choose =
    ({ article }: ExtractedItem): ChooseTolls =>
    (incident, figures) => {
      const named = incident.victims.flatMap(({ inTitle, start, end, text, outcome, modality, class: victimClass }): NamedVictim[] =>
        inTitle ? [] : [{ start, end, text, outcome, modality, victimClass }],
      );
      return readTolls(analyze(article.text))({ figures, named }, profile);
    };
  return {
    agreed: new Set(lines.standing.flatMap((entry) => (entry.do === "agree" ? [entry.finding] : []))),
    counts: () => counts,
    correct: (item, id) => {
      const state = states.get(id)?.state ?? UNTOUCHED;
      const rows = applyState(baseRows(item.article.text, item.layer, null), state);
      for (const { status } of rows) counts[status]++;
      return { ...item, layer: correctLayer(item.layer, rows, reviewIncidents(item.layer, null, state.incidents), choose(item)) };
    },
  };
}
