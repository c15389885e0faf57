import type { CasualtyMention } from "../../model/mention.js";
import type { IncidentKind } from "../../model/incident.js";
import { apartReason, type Telling } from "./set-apart.js";

/** Figures that tell of one happening, or of one total over several. */
export interface FigureGroup {
  readonly kind: IncidentKind;
  readonly main: boolean;
  readonly figures: readonly CasualtyMention[];
}

/** Puts every figure of an article into exactly one group; the main one comes first, where there is one. */
export function groupFigures(figures: readonly CasualtyMention[], telling: Telling): readonly FigureGroup[] {
  const groups = new Map<string, CasualtyMention[]>();
  for (const figure of figures) {
    const key = keyOf(figure, telling);
    const group = groups.get(key);
    if (group) group.push(figure);
    else groups.set(key, [figure]);
  }
  return [...groups].map(([key, members]) => ({ kind: key.startsWith("aggregate") ? "aggregate" : "incident", main: key === "main", figures: members }));
}

function keyOf(figure: CasualtyMention, telling: Telling): string {
  const reason = apartReason(figure, telling);
  if (reason === "cumulative") return `aggregate ${figure.date?.start ?? ""}`;
  if (reason === "other-event" || reason === "other-wording") return `other ${figure.date?.start ?? `sentence ${telling.sentenceOf(figure.start)}`}`;
  return "main";
}
