import type { CasualtyMention, DateMention, FigureLink, Mention, NameMention } from "../../model/mention.js";
import { anchorsOf, chooseLink, describeNone, explainChoice, type Choice, type LinkReason } from "./choose-link.js";
import { DATE_WEIGHTS } from "./date-weights.js";
import { describeDate, describeDateAlone } from "./describe-date.js";
import { describePlace, describePlaceAlone } from "./describe-place.js";
import type { Anchor } from "./describe-relation.js";
import { PLACE_WEIGHTS } from "./place-weights.js";
import type { Placed, Scene } from "./read-scene.js";
import { setAsideDates, setAsidePlaces } from "./set-aside.js";
import type { ToldArticle } from "./read-told.js";

/** Where and when something happened, as chosen; null where the text does not say. */
export interface Links {
  readonly place: Choice<Placed<NameMention>> | null;
  readonly date: Choice<Placed<DateMention>> | null;
}

/** What one incident is told by. */
export interface ToldBy {
  readonly figures: readonly Placed<CasualtyMention>[];
  /** Where its victims are named without a figure. */
  readonly named: readonly Anchor[];
  readonly aggregate: boolean;
  /** From where the other incidents of the article are told. */
  readonly others: readonly Anchor[];
}

/** Chooses the place and the date of what some figures and named victims tell together. */
export type ChooseLinks = (told: ToldBy) => Links;

/** Builds the chooser for an article. */
export function createChooser({ scene, locationOf }: Pick<ToldArticle, "scene" | "locationOf">): ChooseLinks {
  const placeAlone = once((one: Placed<NameMention>) => describePlaceAlone(one, scene, locationOf));
  const dateAlone = once((one: Placed<DateMention>) => describeDateAlone(one, scene));
  return ({ figures, named, aggregate, others }) => {
    const anchors = [...anchorsOf(figures, scene), ...named].sort((a, b) => a.first - b.first);
    const told = { anchors, others, aggregate };
    const places = setAsidePlaces(anchors, scene, locationOf);
    const dates = setAsideDates(anchors, scene);
    const found = figures.map(({ mention }) => mention);
    const none = (candidates: readonly Placed[]): readonly string[] => describeNone(found, told, candidates);
    const why = (chosen: Placed): LinkReason => explainChoice(chosen, anchors, scene);
    return {
      place: chooseLink(places, (one) => describePlace(one, told, scene, locationOf, placeAlone(one)), none(places), PLACE_WEIGHTS, why),
      date: chooseLink(dates, (one) => describeDate(one, told, scene, dateAlone(one)), none(dates), DATE_WEIGHTS, why),
    };
  };
}

/** Does the work for each thing once. */
function once<Thing extends object, Result>(work: (thing: Thing) => Result): (thing: Thing) => Result {
  const done = new Map<Thing, Result>();
  return (thing) => {
    const known = done.get(thing);
    if (known !== undefined) return known;
    const result = work(thing);
    done.set(thing, result);
    return result;
  };
}

/** A choice as a figure carries it. */
export function linkOf(choice: Choice | null): FigureLink | null {
  if (choice === null) return null;
  const {
    chosen: {
      mention: { start, end, text },
    },
    reason,
    confidence,
  } = choice;
  return { start, end, text, reason, confidence };
}

/** The casualty figures of an article, each with the place and the date that speak for it alone. */
export function linkFigures(scene: Scene, choose: ChooseLinks): ReadonlyMap<Mention, Links> {
  const links = new Map<Mention, Links>();
  for (const figure of scene.figures)
    links.set(figure.mention, choose({ figures: [figure], named: [], aggregate: figure.mention.scope === "cumulative", others: [] }));
  return links;
}
