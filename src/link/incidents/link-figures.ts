import type { CasualtyMention, DateMention, FigureLink, Mention, NameMention } from "../../model/mention.js";
import { anchorsOf, chooseLink, describeNone, explainChoice, type Choice, type LinkReason } from "./choose-link.js";
import { DATE_WEIGHTS } from "./date-weights.js";
import { describeDate, describeDateAlone } from "./describe-date.js";
import { describePlace, describePlaceAlone, type LocationOf } from "./describe-place.js";
import type { Anchor } from "./describe-relation.js";
import { PLACE_WEIGHTS } from "./place-weights.js";
import type { Placed, Scene } from "./read-scene.js";

/** Where and when something happened, as chosen; null where the text does not say. */
export interface Links {
  readonly place: Choice<Placed<NameMention>> | null;
  readonly date: Choice<Placed<DateMention>> | null;
}

/** Chooses the place and the date of what some figures (or named victims, by their anchors) tell together. */
export type ChooseLinks = (figures: readonly Placed<CasualtyMention>[], aggregate: boolean, others?: readonly Anchor[]) => Links;

/** Builds the chooser for an article. */
export function createChooser(scene: Scene, locationOf: LocationOf): ChooseLinks {
  const placeAlone = once((one: Placed<NameMention>) => describePlaceAlone(one, scene, locationOf));
  const dateAlone = once((one: Placed<DateMention>) => describeDateAlone(one, scene));
  return (figures, aggregate, others = []) => {
    const anchors = [...anchorsOf(figures, scene), ...others].sort((a, b) => a.first - b.first);
    const none = describeNone(
      figures.map(({ mention }) => mention),
      aggregate,
    );
    const why = (chosen: Placed): LinkReason => explainChoice(chosen, anchors, scene);
    return {
      place: chooseLink(scene.places, (one) => describePlace(one, anchors, scene, locationOf, placeAlone(one)), none, PLACE_WEIGHTS, why),
      date: chooseLink(scene.dates, (one) => describeDate(one, anchors, scene, dateAlone(one)), none, DATE_WEIGHTS, why),
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
  for (const figure of scene.figures) links.set(figure.mention, choose([figure], figure.mention.scope === "cumulative"));
  return links;
}
