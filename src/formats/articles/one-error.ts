import type { Checked } from "../../model/diagnostic.js";

/** No value, and the one fault that is why. */
export function oneError(code: string, message: string, place: string | null): Checked<readonly never[]> {
  return { value: [], diagnostics: [{ severity: "error", code, message, place }] };
}
