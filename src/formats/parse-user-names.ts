import type { Checked } from "../model/diagnostic.js";
import { NAME_KINDS } from "../model/mention.js";
import type { UserName } from "../model/user-name.js";

const KINDS: readonly string[] = [...NAME_KINDS, "never"];
const COLUMNS = "text, kind, canonical name, latitude, longitude, with tabs between them";

/**
 * Reads the user's names: TSV of text, kind (or "never"), canonical name, latitude, longitude; the last three may be empty or
 * left out. Lines that begin with # and a head ("text", "kind", …) are passed over. Every fault has its line and what to do.
 */
export function parseUserNames(content: string, path: string): Checked<readonly UserName[]> {
  const names: UserName[] = [];
  const diagnostics: Checked<readonly UserName[]>["diagnostics"][number][] = [];
  const seen = new Map<string, number>();
  for (const [index, line] of content
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === "" || line.startsWith("#") || (names.length === 0 && /^text\tkind\b/i.test(line))) continue;
    const cells = line.split("\t").map((cell) => cell.trim());
    const [text = "", kind = "", name = "", latitude = "", longitude = ""] = cells;
    const tell = (message: string): void =>
      void diagnostics.push({ severity: "error", code: "user-names", place: `${path}:${index + 1}`, message });
    const point = [latitude, longitude].map((cell) => (cell === "" ? undefined : Number(cell)));
    const first = seen.get(text);
    if (text === "" || !KINDS.includes(kind))
      tell(`"${line.slice(0, 60)}" is no name with its kind. Write ${COLUMNS}; a kind is one of ${KINDS.join(", ")}.`);
    else if (first !== undefined) tell(`"${text}" stands in line ${first} already: say what it is once.`);
    else if ((latitude === "") !== (longitude === "") || !isPoint(point[0], 90) || !isPoint(point[1], 180))
      tell(`"${latitude}", "${longitude}" is no point. Write latitude (-90 to 90) and longitude (-180 to 180), or leave both empty.`);
    else if (latitude !== "" && kind !== "place") tell(`"${text}" is a ${kind}: only a place has latitude and longitude.`);
    else {
      seen.set(text, index + 1);
      names.push({
        text,
        kind: kind as UserName["kind"],
        ...(name !== "" && { name }),
        ...(latitude !== "" && { latitude: point[0], longitude: point[1] }),
      });
    }
  }
  return { value: names, diagnostics };
}

const isPoint = (degrees: number | undefined, most: number): boolean => degrees === undefined || Math.abs(degrees) <= most;
