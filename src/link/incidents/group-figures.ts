import type { IncidentKind } from "../../model/incident.js";
import type { CasualtyMention, DateMention } from "../../model/mention.js";
import { dayOfIso } from "../../recognize/dates/civil-day.js";
import { grainOf } from "./describe-date.js";
import type { Links } from "./link-figures.js";
import { isWellBefore } from "./main-event.js";
import type { Placed } from "./read-scene.js";
import type { Telling } from "./set-apart.js";

/** A figure, or a victim named without one, with what its own words say of where and when. */
export interface Told {
  readonly figure: CasualtyMention;
  readonly links: Links;
  readonly sentence: number;
  readonly paragraph: number;
}

/** Figures that tell of one happening, or of one total over several. */
export interface FigureGroup<T extends Told = Told> {
  readonly kind: IncidentKind;
  readonly main: boolean;
  readonly told: readonly T[];
}

/** What is known when a figure is asked: the article, the figures before it and where they went. */
interface State {
  readonly telling: Telling;
  /** True where the article opens with a total over several happenings. */
  readonly total: boolean;
  readonly main: readonly Told[];
  readonly previous: { readonly told: Told; readonly key: string } | null;
}

/** A row of the decision: the first whose `when` holds says which group a figure belongs to. */
export interface GroupRow {
  readonly name: string;
  readonly when: (told: Told, state: State) => boolean;
  readonly key: (told: Told, state: State) => string;
}

/** A link counts as a figure's own in its sentence, where it is surer than this. */
const SURE = 0.5;
/** Days apart at which two days are two happenings; a night spans two. */
const DAYS_APART = 2;
/** A place alone is another happening's only where it is as sure as this. */
const SURE_PLACE = 0.6;

const isOwn = (reason: string): boolean => reason === "clause" || reason === "sentence";

/** The date of a figure's own sentence. */
const ownDate = ({ links: { date } }: Told): DateMention | null =>
  date && isOwn(date.reason) && date.confidence >= SURE ? date.chosen.mention : null;

const ownPlace = ({ links: { place } }: Told): Placed | null =>
  place && isOwn(place.reason) && place.confidence >= SURE_PLACE ? place.chosen : null;

const dateKey = (told: Told): string => {
  const date = ownDate(told);
  return date ? (date.from ?? date.value) : `sentence ${told.sentence}`;
};

/** The rows, in order. */
export const GROUP_ROWS: readonly GroupRow[] = [
  { name: "not-happened", when: ({ figure }) => figure.modality === "hypothetical", key: ({ sentence }) => `hypothetical ${sentence}` },
  {
    name: "total-over-a-period",
    when: ({ figure, sentence }, { telling }) => figure.scope === "cumulative" && sentence > telling.lead,
    key: (told) => `aggregate ${dateKey(told)}`,
  },
  { name: "of-an-era", when: ({ figure }, { telling }) => telling.isOfEra(figure), key: () => "aggregate era" },
  {
    name: "well-before",
    when: ({ figure, sentence }, { telling }) => sentence > telling.lead && isWellBefore(figure, telling.timeOf, telling.main),
    key: (told) => `other ${dateKey(told)}`,
  },
  {
    name: "one-of-several",
    when: (told, { telling, total }) => total && told.sentence > telling.lead && isFullyTold(told),
    key: (told) => `other ${ownPlace(told)?.key ?? ""} ${dateKey(told)}`,
  },
  {
    name: "said-to-be-another",
    when: ({ figure, sentence }, { telling }) =>
      figure.scope !== "subset" && sentence > 0 && sentence > telling.lead && telling.isApart(sentence),
    key: (told) => `other ${dateKey(told)}`,
  },
  {
    name: "another-day",
    when: (told, { telling, main }) =>
      told.sentence > telling.lead && told.figure.scope === "incident" && isAnotherDay(told, main) && !repeats(told, main),
    key: (told) => `other ${dateKey(told)}`,
  },
  { name: "goes-on", when: (told, state) => goesOn(told, state), key: (_, { previous }) => previous?.key ?? "main" },
  { name: "main", when: () => true, key: () => "main" },
];

/** Puts every figure of an article into exactly one group, in order of the text. */
export function groupFigures<T extends Told>(told: readonly T[], telling: Telling): readonly FigureGroup<T>[] {
  const groups = new Map<string, T[]>();
  const first = told.find(({ figure }) => figure.modality !== "denied" && figure.modality !== "hypothetical");
  const total = first !== undefined && first.figure.scope === "cumulative";
  let previous: State["previous"] = null;
  for (const one of told) {
    const state: State = { telling, total, main: groups.get("main") ?? [], previous };
    const key = GROUP_ROWS.find(({ when }) => when(one, state))?.key(one, state) ?? "main";
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
    previous = { told: one, key };
  }
  // Where nothing is told of today's main incident, the article is about the first one that it tells of.
  const main = groups.has("main") ? "main" : [...groups.keys()].find((key) => !key.startsWith("hypothetical"));
  return [...groups].map(([key, members]) => ({
    kind: key.startsWith("aggregate") || (key === "main" && total) ? "aggregate" : "incident",
    main: key === main,
    told: members,
  }));
}

/** True where a figure has a place of its own, and a day or more people than one. */
const isFullyTold = (told: Told): boolean =>
  ownPlace(told) !== null || (ownDate(told) !== null && grainOf(ownDate(told) as DateMention) !== "year");

/** True where a figure's own day lies apart from those of all figures of the main incident that have one. */
function isAnotherDay(told: Told, main: readonly Told[]): boolean {
  const date = ownDate(told);
  if (!date || told.figure.increment || (told.figure.outcome === "detained" && main.some(({ figure }) => figure.outcome !== "detained")))
    return false;
  const days = main.flatMap((other) => ownDate(other) ?? []);
  const elsewhere = main.every((other) => ownPlace(other)?.key !== ownPlace(told)?.key) && ownPlace(told) !== null;
  return days.length > 0 && days.every((other) => areApart(date, other, elsewhere ? 1 : DAYS_APART));
}

function areApart(a: DateMention, b: DateMention, least: number): boolean {
  if (a.from !== null && a.to !== null && b.from !== null && b.to !== null) {
    return dayOfIso(a.from) - dayOfIso(b.to) >= least || dayOfIso(b.from) - dayOfIso(a.to) >= least;
  }
  const [left, right] = [a, b].map(({ value }) => value.split("T", 1)[0] ?? "");
  if (left === undefined || right === undefined || left === right) return false;
  const [one, two] = [left, right].map((value) => Number(/^X{4}-WXX-(\d)$/.exec(value)?.[1] ?? Number.NaN));
  if (one !== undefined && two !== undefined && !Number.isNaN(one) && !Number.isNaN(two))
    return Math.min((one - two + 7) % 7, (two - one + 7) % 7) >= least;
  return grainOf(a) === "day" && grainOf(b) === "day";
}

/** True for a number that a figure of the main incident gives too. */
const repeats = ({ figure }: Told, main: readonly Told[]): boolean =>
  figure.value !== null &&
  figure.value > 1 &&
  main.some(({ figure: other }) => other.outcome === figure.outcome && other.value === figure.value);

/** True for a figure without a date that follows one of another incident in the same paragraph, a sentence on at most. */
function goesOn(told: Told, { previous, main }: State): boolean {
  if (!previous || previous.key === "main" || !previous.key.startsWith("other")) return false;
  const gap = told.sentence - previous.told.sentence;
  return gap <= 1 && told.paragraph === previous.told.paragraph && (gap === 0 || (ownDate(told) === null && !repeats(told, main)));
}
