import type { Checked } from "../../model/diagnostic.js";
import { type NamedFile, error } from "./interchange-format.js";

/** A value of a JSON or JSON Lines file and where it stands. */
export interface PlacedValue {
  readonly value: unknown;
  readonly place: string;
}

/** Reads a file that is one JSON value (the items of a list one by one) or JSON Lines. */
export function readJsonValues({ path, content }: NamedFile): Checked<readonly PlacedValue[]> {
  if (content.trim() === "") return { value: [], diagnostics: [] };
  try {
    const whole: unknown = JSON.parse(content);
    const values = Array.isArray(whole)
      ? whole.map((value: unknown, i) => ({ value, place: `${path}, item ${i + 1}` }))
      : [{ value: whole, place: path }];
    return { value: values, diagnostics: [] };
  } catch (fault) {
    const lines = content.split("\n");
    const values: PlacedValue[] = [];
    for (const [i, line] of lines.entries()) {
      if (line.trim() === "") continue;
      try {
        values.push({ value: JSON.parse(line) as unknown, place: `${path}:${i + 1}` });
      } catch (lineFault) {
        const said = values.length > 0 ? lineFault : fault;
        return {
          value: [],
          diagnostics: [
            error(
              "not-json",
              `not valid JSON: ${said instanceof Error ? said.message : String(said)}`,
              values.length > 0 ? `${path}:${i + 1}` : path,
            ),
          ],
        };
      }
    }
    return { value: values, diagnostics: [] };
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The first of several members that is there. */
export const pick = (object: Record<string, unknown>, ...names: readonly string[]): unknown =>
  names.map((name) => object[name]).find((value) => value !== undefined && value !== null);
export const asList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
export const asText = (value: unknown): string | undefined =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined;
