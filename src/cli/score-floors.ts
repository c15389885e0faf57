import { InvalidArgumentError } from "commander";
import type { ScoreReport } from "../score/score-layers.js";
import { SCHEMES, type Scheme } from "../score/schemes.js";

/** A floor that F1 of one row must reach: `person=0.85`, `type.person=0.9`, `dates.value=0.7`, `casualties.explicit=0.8`. */
export interface Floor {
  /** As the user wrote it. */
  readonly name: string;
  readonly floor: number;
}

/** Reads `--fail-under`; may be given several times, or several floors with commas. A number alone is the floor of micro. */
export function readFloors(written: string, before: readonly Floor[] = []): readonly Floor[] {
  const floors = written.split(",").map((part) => {
    const match = /^(?:([^=]+)=)?(\d+(?:\.\d+)?|\.\d+)$/.exec(part.trim());
    const floor = Number(match?.[2]);
    if (!match || !(floor >= 0 && floor <= 1)) throw new InvalidArgumentError("Write a kind and a floor from 0 to 1, such as person=0.85.");
    return { name: match[1]?.trim() ?? "micro", floor };
  });
  return [...before, ...floors];
}

/** F1 of the row that a floor names; undefined where the report has no such row, null where it is over nothing. */
export function f1OfRow(report: ScoreReport, name: string): number | null | undefined {
  const [first = "", second] = name.split(/[./]/);
  if (second === undefined) return report.scores.strict[first]?.f1;
  if (first === "dates") return report.dates === null ? null : report.dates[second as keyof typeof report.dates]?.f1;
  if (first === "casualties")
    return report.casualties === null ? null : second === "explicit" || second === "all" ? report.casualties[second].figures.f1 : undefined;
  return (SCHEMES as readonly string[]).includes(first) ? report.scores[first as Scheme][second]?.f1 : undefined;
}
