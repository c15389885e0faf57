/**
 * What the program's exit says; a run that was stopped by a signal says 128 and its number (see `onInterrupt`). Listed in
 * `dateline --help` and in the README.
 */
export const EXIT = {
  /** Everything was done. */
  ok: 0,
  /** A fault of the program itself. */
  internal: 1,
  /** The command line is wrong; nothing was done. */
  usage: 2,
  /** Done, but some articles were rejected: see `rejects.jsonl`. */
  rejects: 3,
  /** Input cannot be read or output cannot be written; nothing half-written stays. */
  files: 4,
  /** `score --fail-under`: a score is below its floor. */
  belowFloor: 5,
} as const;

/** An end that the user can mend: its message says file, place, what is wrong and what to do. */
export class CommandFault extends Error {
  constructor(
    message: string,
    readonly exitCode: number,
  ) {
    super(message);
    this.name = "CommandFault";
  }
}
