import type { CorpusPlace } from "../../model/corpus-incident.js";
import type { CollatedArticle } from "../collator.js";
import { kilometersBetween } from "./kilometers-between.js";
import { locatedPlace } from "./sketch-incidents.js";
import type { Telling } from "./telling.js";
import type { Candidate, Evidence } from "./vote.js";
import { foldPlain } from "./weigh-articles.js";

/** Kilometers within which two places are a town and its surroundings. */
const NEAR = 30;
/** Places of an article that can be meant, those named most. */
const NAMED = 12;

/** What one article says of a place, by the folded name of the place. */
interface Said {
  readonly place: CorpusPlace;
  readonly evidence: Readonly<Record<string, number>>;
}

/**
 * The places that an incident may have happened at: those which its reports link it to, the towns of these, and whatever
 * else the reports name, with what speaks for each. Amounts are means over the reports, so that one report and ten are
 * measured alike.
 */
export function placeCandidates(tellings: readonly Telling[]): readonly Candidate<CorpusPlace>[] {
  const found = new Map<string, { places: CorpusPlace[]; sums: Record<string, number> }>();
  for (const telling of tellings) {
    for (const [name, { place, evidence }] of saidBy(telling)) {
      const known = found.get(name) ?? { places: [], sums: {} };
      known.places.push(place);
      for (const [what, amount] of Object.entries(evidence)) known.sums[what] = (known.sums[what] ?? 0) + amount;
      found.set(name, known);
    }
  }
  const linked = tellings.flatMap(({ sketch }) => sketch.place ?? []);
  return [...found.values()].map(({ places, sums }) => {
    const place = places.find(({ geonameid }) => geonameid !== undefined) ?? (places[0] as CorpusPlace);
    const means = Object.fromEntries(Object.entries(sums).map(([what, amount]) => [what, amount / tellings.length]));
    return { value: place, evidence: { ...means, ...kindOf(place), ...surroundingsOf(place, linked) } };
  });
}

function saidBy({ article, sketch }: Telling): ReadonlyMap<string, Said> {
  const said = new Map<string, { place: CorpusPlace; evidence: Record<string, number> }>();
  const say = (place: CorpusPlace, what: string, amount: number): void => {
    const name = foldPlain(place.name);
    if (name === "") return;
    const known = said.get(name) ?? { place, evidence: {} };
    if (known.place.geonameid === undefined && place.geonameid !== undefined) known.place = place;
    known.evidence[what] = (known.evidence[what] ?? 0) + amount;
    said.set(name, known);
  };
  if (sketch.place) {
    say(sketch.place, "linked", 1);
    say(sketch.place, "sure", sketch.placeConfidence);
  }
  if (sketch.town) say(sketch.town, "town", 1);
  // Of what stands aside in an article, its other places say nothing.
  if (!sketch.main) return said;
  const places = article.entities
    .filter(({ kind }) => kind === "place")
    .map((entity) => ({ entity, place: locatedPlace(entity.name, entity.location) }));
  const towns = places.filter(({ place }) => place.what === "city");
  const all = towns.reduce((sum, { entity }) => sum + entity.mentions, 0);
  const most = towns.reduce((best, { entity }) => Math.max(best, entity.mentions), 0);
  for (const { entity, place } of [...places].sort((a, b) => b.entity.mentions - a.entity.mentions).slice(0, NAMED)) {
    say(place, "named", 1);
    if (place.what === "city") {
      say(place, "located", entity.location?.confidence ?? 0);
      say(place, "share", entity.mentions / all);
      if (entity.mentions === most) say(place, "most", 1);
    }
  }
  const [first] = towns;
  if (first) say(first.place, "first", 1);
  const [opening] = places;
  if (opening) say(opening.place, "opening", 1);
  sayTitle(article, said, say);
  return said;
}

/** What stands behind the last dash or bar of a headline is the name of who tells it. */
const TELLER = / [-–—|] [^-–—|]*$/u;

function sayTitle(
  { title, scene }: CollatedArticle,
  said: ReadonlyMap<string, Said>,
  say: (place: CorpusPlace, what: string, amount: number) => void,
): void {
  if (title === null) return;
  const folded = ` ${foldPlain(title.replace(TELLER, ""))} `;
  const whole = ` ${foldPlain(title)} `;
  for (const name of scene.titlePlaces)
    if (!said.has(foldPlain(name)) && folded.includes(` ${foldPlain(name)} `)) say({ name }, "onlyTitle", 1);
  for (const [name, { place }] of [...said]) {
    if (folded.includes(` ${name} `)) say(place, "title", 1);
    else if (whole.includes(` ${name} `)) say(place, "teller", 1);
  }
}

const KINDS = new Set(["country", "admin1", "admin2", "city", "neighborhood", "facility", "region", "continent", "water"]);

const kindOf = ({ what }: CorpusPlace): Evidence => ({ [what !== undefined && KINDS.has(what) ? what : "unlocated"]: 1 });

/** How a place lies to those which the reports link the incident to. */
function surroundingsOf(place: CorpusPlace, linked: readonly CorpusPlace[]): Evidence {
  const others = linked.filter(({ name }) => name !== place.name);
  const share = (fits: (other: CorpusPlace) => boolean): number => others.filter(fits).length / Math.max(1, linked.length);
  return {
    near: share((other) => (kilometersBetween(place, other) ?? Infinity) <= NEAR),
    far: share((other) => (kilometersBetween(place, other) ?? 0) > 5 * NEAR),
    county: share(({ what, name }) => what === "admin2" && place.what === "city" && place.admin2 !== undefined && isOf(name, place.admin2)),
    within: share(({ what }) => place.what === "city" && (what === undefined || what === "neighborhood" || what === "facility")),
  };
}

const isOf = (wording: string, name: string): boolean => ` ${foldPlain(wording)} `.includes(` ${foldPlain(name)} `);
