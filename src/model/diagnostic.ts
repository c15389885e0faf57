/** A fault of the input, as a value: the core reports it, the shell decides what to print and how to exit. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  /** Stable, kebab-case: `empty-article`, `span-mismatch`. */
  readonly code: string;
  /** What is wrong, where, and what to do about it. */
  readonly message: string;
  /** File, record or field, as precise as is known; null for the whole input. */
  readonly place: string | null;
}

/** A result together with what went wrong on the way. */
export interface Checked<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}
