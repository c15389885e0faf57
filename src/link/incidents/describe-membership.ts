import type { IsoDate } from "../../model/calendar.js";
import { compareDays } from "./compare-days.js";
import { comparePlaces } from "./compare-places.js";
import { agoOf, grainOf } from "./describe-date.js";
import type { LocationOf } from "./describe-place.js";
import type { Grounds } from "./read-grounds.js";

/** Groups found so far, in order of their first figure. */
export type Groups = readonly (readonly Grounds[])[];

/** The features of a figure as one of a group that stands before it. */
export function describeMembership(one: Grounds, group: readonly Grounds[], groups: Groups, locationOf: LocationOf): readonly string[] {
  const features = [...distanceOf(one, group, groups), ...kindsOf(one, group), ...countsOf(one, group)];
  features.push(
    loosened(dayOf(one, group), one.firmDate),
    loosened(placeOf(one, group, locationOf), one.firmPlace),
    causeOf(one, group),
    ...wordingOf(one, group),
  );
  return features;
}

/** The features of a figure as the first of a group of its own. */
export function describeNewGroup(one: Grounds, groups: Groups, locationOf: LocationOf, publishedAt: IsoDate | null): readonly string[] {
  const features = ["new", `new:groups:${groups.length <= 1 ? 1 : groups.length <= 3 ? "2-3" : "4+"}`];
  const flags: readonly (readonly [string, boolean])[] = [
    ["pluperfect", one.pluperfect],
    ["era", one.era],
    ["cumulative", one.figure.scope === "cumulative"],
    ["part", one.figure.scope === "subset"],
    ["increment", one.figure.increment === true],
    ["hypothetical", one.figure.modality === "hypothetical"],
    ["denied", one.figure.modality === "denied"],
    ["implicit", one.figure.implicit],
    ["named", one.named],
    ["zero", one.figure.value === 0],
    ["dated", one.date !== null],
    ["placed", one.place !== null],
    ["both", one.place !== null && one.date !== null],
  ];
  for (const [name, holds] of flags) if (holds) features.push(`new:${name}`);
  features.push(`new:${one.figure.outcome}`);
  if (one.date) features.push(`new:grain:${grainOf(one.date.mention)}`, `new:ago:${agoOf(one.date.mention, publishedAt)}`);
  if (one.apart) features.push(`new:${one.apart}`);
  if (one.event) features.push(`new:event:${one.event}`);
  // Apart from all that is known of the others by day, or by place.
  const days = one.date && one.firmDate ? groups.map((group) => dayOf(one, group)) : [];
  const places = one.place && one.firmPlace ? groups.map((group) => placeOf(one, group, locationOf)) : [];
  if (days.length > 0 && days.every(isApart)) features.push("new:day-of-its-own");
  if (days.length > 0 && days.some((day) => !isApart(day) && day !== "day:only-own")) features.push("new:day-of-another");
  if (places.length > 0 && places.every(isApart)) features.push("new:place-of-its-own");
  if (places.length > 0 && places.some((place) => !isApart(place) && place !== "place:only-own")) features.push("new:place-of-another");
  const last = groups.flat().reduce((a, b) => (b.anchor.sentence >= a.anchor.sentence ? b : a));
  if (one.paragraph !== last.paragraph) features.push("new:paragraph");
  if (one.item !== last.item) features.push("new:item");
  if (one.bullet !== last.bullet) features.push("new:bullet");
  return features;
}

const isApart = (feature: string): boolean => /:(?:next|week|month|far|grain|apart|abroad)$/.test(feature);

/** A date or a place of another clause, or of a sentence before, tells less. */
const loosened = (feature: string, firm: boolean): string =>
  firm || feature.endsWith(":none") || feature.endsWith(":only-theirs") ? feature : `${feature}:loose`;

/** How far the group's nearest figure stands, and whether the group is the first or the latest. */
function distanceOf(one: Grounds, group: readonly Grounds[], groups: Groups): string[] {
  const last = group.at(-1) as Grounds;
  const gap = one.anchor.sentence - last.anchor.sentence;
  const far = gap <= 2 ? String(gap) : gap <= 5 ? "3-5" : gap <= 10 ? "6-10" : "11+";
  const features = [`gap:${far}`];
  const latest = groups.every((other) => (other.at(-1) as Grounds).figure.start <= last.figure.start);
  if (group === groups[0]) features.push("first");
  if (latest) features.push("latest", `latest:${far}`);
  if (one.paragraph === last.paragraph) features.push(latest ? "paragraph:latest" : "paragraph");
  if (one.item !== last.item) features.push(one.item === (group[0] as Grounds).item ? "item:back" : "item:other");
  if (one.bullet !== last.bullet) features.push("bullet:other");
  features.push(`size:${group.length <= 1 ? 1 : group.length <= 3 ? "2-3" : "4+"}`);
  if (one.apart) features.push(gap === 0 ? "apart:same" : one.apart);
  return features;
}

const isTotal = ({ figure, era }: Grounds): boolean => figure.scope === "cumulative" || era;

/** Whether a total over a period meets an incident, a possibility meets a fact, a part meets its whole. */
function kindsOf(one: Grounds, group: readonly Grounds[]): string[] {
  const features: string[] = [];
  const total = group.some(isTotal);
  if (isTotal(one)) features.push(total ? "total:both" : "total:joins-incident");
  else if (total) features.push("total:joined");
  const hypothetical = group.every(({ figure }) => figure.modality === "hypothetical");
  if ((one.figure.modality === "hypothetical") !== hypothetical) features.push("hypothetical:mixed");
  const near = group.some(({ anchor }) => one.anchor.sentence - anchor.sentence <= 1);
  if (one.figure.scope === "subset") features.push(near ? "part:near" : "part:far");
  if (one.figure.increment) features.push(near ? "increment:near" : "increment:far");
  if (one.figure.modality === "denied") features.push("denied");
  return features;
}

/** What the numbers say to each other. */
function countsOf(one: Grounds, group: readonly Grounds[]): string[] {
  const { outcome, value } = one.figure;
  const alike = group.filter(({ figure }) => figure.outcome === outcome && figure.modality === one.figure.modality);
  const features = [alike.length > 0 ? "outcome:same" : "outcome:other"];
  if (value !== null && value > 1 && alike.some(({ figure }) => figure.value === value)) features.push("number:same");
  else if (one.figure.implicit && alike.some(({ figure }) => figure.implicit)) features.push("number:both-implicit");
  else if (one.figure.implicit) features.push("number:implicit");
  else if (alike.length > 0) features.push("number:other");
  if (outcome === "detained") features.push(alike.length > 0 ? "detained:both" : "detained:joins");
  else if (group.every(({ figure }) => figure.outcome === "detained")) features.push("detained:joined");
  const whole = Math.max(0, ...alike.map(({ figure }) => figure.value ?? 0));
  if (value !== null && whole > 0 && value > 4 * whole) features.push("number:far-more");
  const cue = one.figure.cue?.start;
  if (cue !== undefined && group.some(({ figure }) => figure.cue?.start === cue)) features.push("cue:same");
  return features;
}

/** How the day of its sentence lies to those that the group has; the closest counts. */
function dayOf({ date, anchor }: Grounds, group: readonly Grounds[]): string {
  const days = group.flatMap((other) => other.date ?? []);
  if (!date) return days.length > 0 ? "day:only-theirs" : "day:none";
  if (days.length === 0) return "day:only-own";
  const found = new Set(days.map((other) => (other === date ? "shared" : compareDays(date.mention, other.mention))));
  const order = ["shared", "same", "within", "next", "unknown", "week", "month", "far", "grain"] as const;
  const relation = order.find((name) => found.has(name)) ?? "unknown";
  const alone = group.every((other) => other.anchor.sentence !== anchor.sentence);
  return relation === "within" && alone ? "day:within:elsewhere" : `day:${relation}`;
}

function placeOf({ place }: Grounds, group: readonly Grounds[], locationOf: LocationOf): string {
  const places = group.flatMap((other) => other.place ?? []);
  if (!place) return places.length > 0 ? "place:only-theirs" : "place:none";
  if (places.length === 0) return "place:only-own";
  const found = new Set(places.map((other) => (other === place ? "shared" : comparePlaces(place, other, locationOf))));
  const order = ["shared", "same", "within", "unknown", "apart", "abroad"] as const;
  return `place:${order.find((name) => found.has(name)) ?? "unknown"}`;
}

function causeOf({ cause }: Grounds, group: readonly Grounds[]): string {
  const causes = new Set(group.flatMap((other) => other.cause ?? []));
  if (cause === null) return causes.size > 0 ? "cause:only-theirs" : "cause:none";
  if (causes.size === 0) return "cause:only-own";
  return causes.has(cause) ? "cause:same" : "cause:other";
}

/** Words and people that its sentence shares with those of the group. */
function wordingOf(one: Grounds, group: readonly Grounds[]): string[] {
  if (group.some(({ anchor }) => anchor.sentence === one.anchor.sentence)) return ["words:same-sentence"];
  const shared = [...one.words].filter((word) => group.some(({ words }) => words.has(word))).length;
  const features = [`words:${shared <= 2 ? shared : "3+"}`];
  if ([...one.people].some((name) => group.some(({ people }) => people.has(name)))) features.push("people:shared");
  return features;
}
