import type { Incident } from "../../src/model/incident.js";
import type { CasualtyMention } from "../../src/model/mention.js";
import type { Span } from "../../src/model/span.js";
import type { Toll } from "../../src/model/toll.js";
import type { Pipeline } from "../../src/pipeline.js";

interface Wording extends Span {
  readonly text: string;
}
interface GoldLink extends Wording {
  readonly also?: readonly Wording[];
  readonly from?: string | null;
  readonly to?: string | null;
}
interface GoldToll {
  readonly outcome: string;
  readonly modality?: string;
  readonly best: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly bestAlso?: readonly number[];
}
interface GoldIncident {
  readonly id: string;
  readonly kind: string;
  readonly figures: readonly number[];
  readonly place: GoldLink | null;
  readonly date: GoldLink | null;
  readonly cause: string;
  readonly causeAlso?: string | readonly string[] | null;
  readonly actors: readonly { readonly text: string }[];
  readonly tolls: readonly GoldToll[];
}
export interface GoldIncidents {
  readonly id: string;
  readonly main: string | null;
  readonly incidents: readonly GoldIncident[];
}
export interface LabelledArticle {
  readonly id: string;
  readonly text: string;
  readonly publishedAt?: string | null;
  readonly figures: readonly (Wording & { readonly outcome: string })[];
}

/** A labelled figure with ours, and the incidents that they belong to. */
interface Pair {
  readonly gold: GoldIncident;
  readonly ours: Incident;
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
const equal = (a: string): string => (a === "attack" ? "unknown" : a);

/** A labelled place or date against ours; none wants none. */
function sameLink(
  gold: GoldLink | null,
  ours: (Wording & { readonly from?: string | null; readonly to?: string | null }) | null,
  days = false,
): boolean {
  if (!gold || !ours) return !gold && !ours;
  if ([gold, ...(gold.also ?? [])].some((one) => overlap(one, ours) || one.text.toLowerCase() === ours.text.toLowerCase())) return true;
  return days && Boolean(gold.from) && gold.from === ours.from && gold.to === ours.to;
}

/**
 * Prints how the incidents of articles compare with labels made by reading. Figures are paired by outcome and overlap; a row is
 * a labelled incident with ours that shares most of its figures, right where tolls, place and date all are.
 */
export function benchLabelled(
  title: string,
  articles: readonly LabelledArticle[],
  labels: readonly GoldIncidents[],
  pipeline: Pipeline,
  showErrors: boolean,
): void {
  const byId = new Map(labels.map((label) => [label.id, label] as const));
  const counts = new Map<string, number>();
  const count = (key: string, yes: boolean | number = true): void => void counts.set(key, (counts.get(key) ?? 0) + Number(yes));
  const overlaps: { precision: number; recall: number }[] = [];
  const sure: { confidence: number; right: boolean }[] = [];
  for (const article of articles) {
    const gold = byId.get(article.id);
    if (!gold) continue;
    const { mentions, incidents } = pipeline({
      id: article.id,
      text: article.text,
      title: null,
      publishedAt: article.publishedAt ?? null,
      source: null,
      place: null,
      language: null,
    });
    const pairs = pairFigures(
      article,
      gold,
      mentions.filter((m): m is CasualtyMention => m.kind === "casualty"),
      incidents,
    );
    for (const { gold: theirs, ours } of pairs) {
      const [place, date] = [sameLink(theirs.place, ours.place), sameLink(theirs.date, ours.date, true)];
      count("figures");
      count("figure place", place);
      count("figure date", date);
      if (ours.place) sure.push({ confidence: ours.place.confidence, right: place });
      if (ours.date) sure.push({ confidence: ours.date.confidence, right: date });
      const [mine, same] = [pairs.filter((pair) => pair.ours === ours), pairs.filter((pair) => pair.gold === theirs)];
      const both = mine.filter((pair) => pair.gold === theirs).length;
      overlaps.push({ precision: both / mine.length, recall: both / same.length });
    }
    const rows = gold.incidents.filter(({ kind }) => kind === "incident");
    count("gold rows", rows.length);
    count("our rows", incidents.filter(({ kind }) => kind === "incident").length);
    const taken = new Set<Incident>();
    for (const row of rows) {
      const ours = mostShared(
        pairs.filter((pair) => pair.gold === row).map((pair) => pair.ours),
        taken,
      );
      if (!ours) continue;
      taken.add(ours);
      judgeRow(row, ours, count, showErrors ? article.id : null);
    }
  }
  const share = (key: string, of: string): string => ((100 * (counts.get(key) ?? 0)) / Math.max(1, counts.get(of) ?? 0)).toFixed(1);
  const mean = (key: "precision" | "recall"): string =>
    ((100 * overlaps.reduce((sum, one) => sum + one[key], 0)) / Math.max(1, overlaps.length)).toFixed(1);
  const rowsF1 = (200 * (counts.get("right") ?? 0)) / Math.max(1, (counts.get("gold rows") ?? 0) + (counts.get("our rows") ?? 0));
  console.log(title);
  console.log(
    `  figures paired ${counts.get("figures") ?? 0}: place ${share("figure place", "figures")}, date ${share("figure date", "figures")}; grouping B-cubed P ${mean("precision")} R ${mean("recall")}`,
  );
  console.log(
    `  rows ${counts.get("gold rows") ?? 0} labelled, ${counts.get("our rows") ?? 0} ours, ${counts.get("paired") ?? 0} paired; of paired: tolls ${share("tolls", "paired")}, bounds ${share("bounds", "paired")}, place ${share("place", "paired")}, date ${share("date", "paired")}, cause ${share("cause", "paired")}, actors ${share("actors", "paired")}`,
  );
  console.log(
    `  F1 of rows right in tolls, place and date ${rowsF1.toFixed(2)}; calibration error of links ${(100 * calibrationError(sure)).toFixed(1)}`,
  );
}

function pairFigures(
  article: LabelledArticle,
  gold: GoldIncidents,
  ours: readonly CasualtyMention[],
  incidents: readonly Incident[],
): readonly Pair[] {
  const goldOf = (start: number): GoldIncident | undefined => gold.incidents.find(({ figures }) => figures.includes(start));
  const ourOf = (start: number): Incident | undefined => incidents.find(({ figures }) => figures.includes(start));
  const used = new Set<CasualtyMention>();
  return article.figures.flatMap((figure): Pair[] => {
    const mention = ours.find(
      (m) => !used.has(m) && m.outcome === figure.outcome && overlap(m, figure) && ourOf(m.start) && goldOf(figure.start),
    );
    if (!mention) return [];
    used.add(mention);
    return [{ gold: goldOf(figure.start) as GoldIncident, ours: ourOf(mention.start) as Incident }];
  });
}

function mostShared(candidates: readonly Incident[], taken: ReadonlySet<Incident>): Incident | null {
  const votes = new Map<Incident, number>();
  for (const one of candidates) votes.set(one, (votes.get(one) ?? 0) + 1);
  return [...votes].sort((a, b) => b[1] - a[1]).find(([one]) => !taken.has(one))?.[0] ?? null;
}

function judgeRow(row: GoldIncident, ours: Incident, count: (key: string, yes?: boolean) => void, showIn: string | null): void {
  const mine = new Map<string, Toll>(ours.tolls.map((toll) => [`${toll.outcome} ${toll.modality}`, toll] as const));
  const keyOf = (toll: GoldToll): string => `${toll.outcome} ${toll.modality ?? "reported"}`;
  const wanted = new Set(row.tolls.map(keyOf));
  const tolls =
    row.tolls.every(
      (toll) => mine.has(keyOf(toll)) && [toll.best, ...(toll.bestAlso ?? [])].includes(mine.get(keyOf(toll))?.best ?? null),
    ) && ![...mine].some(([key, { best }]) => !wanted.has(key) && best !== null && best > 0);
  const place = sameLink(row.place, ours.place);
  const date = sameLink(row.date, ours.date, true);
  const [theirs, named] = [row.actors, ours.actors].map((actors) => actors.map(({ text }) => text.toLowerCase())) as [string[], string[]];
  count("paired");
  count("tolls", tolls);
  count("bounds", tolls && row.tolls.every((toll) => mine.get(keyOf(toll))?.low === toll.low && mine.get(keyOf(toll))?.high === toll.high));
  count("place", place);
  count("date", date);
  count("cause", [row.cause, ...[row.causeAlso ?? []].flat()].map(equal).includes(equal(ours.cause)));
  count(
    "actors",
    (theirs.length === 0 && named.length === 0) || theirs.some((one) => named.some((other) => one.includes(other) || other.includes(one))),
  );
  count("right", tolls && place && date);
  if (showIn !== null && !(tolls && place && date)) {
    console.log(
      `    ${showIn}:${tolls ? "" : " tolls"}${place ? "" : ` place ${row.place?.text ?? "none"} got ${ours.place?.text ?? "none"}`}${date ? "" : ` date ${row.date?.text ?? "none"} got ${ours.date?.text ?? "none"}`}`,
    );
  }
}

/** Expected calibration error over ten equal ranges of confidence, from 0 to 1. */
function calibrationError(judged: readonly { readonly confidence: number; readonly right: boolean }[]): number {
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const group = judged.filter(({ confidence }) => Math.min(9, Math.floor(10 * confidence)) === bin);
    error += Math.abs(group.reduce((sum, { confidence, right }) => sum + confidence - Number(right), 0));
  }
  return judged.length === 0 ? 0 : error / judged.length;
}
