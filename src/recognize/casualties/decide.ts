/**
 * One decision about language: when it holds, what follows, and sentences that show both. Lists of rows are read from
 * the top, and the first row that holds decides.
 */
export interface Row<Context, Result> {
  readonly name: string;
  readonly when: (context: Context) => boolean;
  readonly then: (context: Context) => Result;
  /** Sentences in which this row decides, marked as in `tests/cases`. */
  readonly examples: readonly string[];
  /** Sentences in which this row is asked and does not hold. */
  readonly counterExamples: readonly string[];
}

/** What the first row that holds says; `undefined` where none does. */
export function decide<Context, Result>(rows: readonly Row<Context, Result>[], context: Context): Result | undefined {
  for (const row of rows) if (row.when(context)) return row.then(context);
  return undefined;
}
