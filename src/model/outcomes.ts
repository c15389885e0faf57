/** What the program says of an outcome, wherever outcomes are listed. Outcomes count people. */
export interface OutcomeRecord {
  /** Its column in `incidents.csv`: null for none, `folded` for one folded away in the workbook. */
  readonly incidentColumn: "shown" | "folded" | null;
  /** True where it has a column in `article_incidents.csv`. */
  readonly articleColumn: boolean;
  /** True where it has a column of its own in the report; the others share one. */
  readonly reportColumn: boolean;
}

/**
 * What happened to the people counted, in the order of tables and scores. A new outcome is a record here and what the compiler
 * then asks for; `docs/ARCHITECTURE.md` tells the way.
 */
export const OUTCOME_RECORDS = {
  killed: { incidentColumn: "shown", articleColumn: true, reportColumn: true },
  injured: { incidentColumn: "shown", articleColumn: true, reportColumn: true },
  missing: { incidentColumn: "shown", articleColumn: true, reportColumn: false },
  detained: { incidentColumn: "shown", articleColumn: true, reportColumn: false },
  abducted: { incidentColumn: "shown", articleColumn: true, reportColumn: false },
  displaced: { incidentColumn: "shown", articleColumn: true, reportColumn: false },
  "killed-or-injured": { incidentColumn: null, articleColumn: false, reportColumn: false },
  "killed-or-missing": { incidentColumn: "folded", articleColumn: false, reportColumn: false },
} as const satisfies Readonly<Record<string, OutcomeRecord>>;

export type Outcome = keyof typeof OUTCOME_RECORDS;
export const OUTCOMES = Object.keys(OUTCOME_RECORDS) as readonly Outcome[];

/** What a table says of an outcome. */
export const outcomeRecord = (outcome: Outcome): OutcomeRecord => OUTCOME_RECORDS[outcome];

/** The outcomes as a sentence names them: "killed, injured or missing". */
export const OUTCOMES_IN_WORDS = `${OUTCOMES.slice(0, -1).join(", ")} or ${OUTCOMES.at(-1) ?? ""}`;
