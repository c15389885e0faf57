import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { IsoDate } from "../../model/calendar.js";
import type { Entity } from "../../model/entity.js";
import type { CasualtyMention } from "../../model/mention.js";
import type { NamedVictim } from "../../model/toll.js";
import type { LocationOf } from "./describe-place.js";
import { createCauseOfSentence } from "./find-cause.js";
import type { JoinedText } from "./join-title.js";
import type { NamedVictims } from "./named-victims.js";
import { readGrounds, type Grounds } from "./read-grounds.js";
import { extentOf, placeIn, readScene, type Placed, type Scene } from "./read-scene.js";
import { readSceneWords } from "./scene-words.js";
import { createSeparatingPhrases } from "./separating-phrases.js";

/** A figure, or a victim named without one, with what its sentence says. */
export interface ToldFigure {
  readonly grounds: Grounds;
  /** Null for a victim named without a figure. */
  readonly placed: Placed<CasualtyMention> | null;
  readonly victim: NamedVictim | null;
}

/** An article laid out for telling its incidents apart. */
export interface ToldArticle {
  readonly scene: Scene;
  readonly locationOf: LocationOf;
  /** In order of the text. */
  readonly told: readonly ToldFigure[];
}

/** Lays out an article, its title before its text. */
export type ReadTold = (joined: JoinedText, entities: readonly Entity[], publishedAt: IsoDate | null) => ToldArticle;

/** Builds the reader. */
export function createToldReader(lexicons: Lexicons, victims: NamedVictims): ReadTold {
  const words = readSceneWords(lexicons);
  const causeOf = createCauseOfSentence(lexicons);
  const separate = createSeparatingPhrases(lexicons);
  return (joined, entities, publishedAt) => {
    const scene = readScene(joined.analyzed, joined.mentions, words, publishedAt, joined.offset);
    const located = new Map(entities.map(({ id, location }) => [id, location ?? null] as const));
    const all = inOrder(scene, victims.settle(joined.named, scene));
    const grounds = readGrounds(
      all.map(({ told }) => told),
      scene,
      { causeOf, apartOf: separate(scene.analyzed), isOfEra: (figure) => isOfEra(figure, scene) },
    );
    return {
      scene,
      locationOf: ({ entity }) => located.get(entity ?? "") ?? null,
      told: all.map(({ placed, victim }, i) => ({ grounds: grounds[i] as Grounds, placed, victim })),
    };
  };
}

/** The figures and the named victims of an article in order of the text. */
function inOrder(scene: Scene, named: readonly NamedVictim[]) {
  const counted = scene.figures.map((placed) => ({
    told: { figure: placed.mention, anchor: { ...extentOf(placed, scene.tokenAt), sentence: placed.sentence }, named: false },
    placed,
    victim: null,
  }));
  const victims = named.map((victim) => ({
    told: { figure: figureOf(victim), anchor: placeIn(scene, victim), named: true },
    placed: null,
    victim,
  }));
  return [...counted, ...victims].sort((a, b) => a.told.figure.start - b.told.figure.start);
}

/** Tokens behind "since" in which a war, a coup or the like makes a total of an era. */
const ERA_REACH = 6;

/** "13 million people have been displaced since the war broke out". */
function isOfEra(figure: CasualtyMention, { analyzed: { tokens }, tokenAt, words }: Scene): boolean {
  const from = tokenAt(figure.start);
  for (let i = from; i < from + 4 * ERA_REACH && tokens[i]?.sentence === tokens[from]?.sentence; i++) {
    if (tokens[i]?.lower !== "since") continue;
    return tokens
      .slice(i + 1, i + 1 + ERA_REACH)
      .some((token) => token.sentence === tokens[from]?.sentence && words.classes(token.lower).includes("era"));
  }
  return false;
}

/** A named victim as a figure of one, to be grouped with the others. */
function figureOf({ start, end, text, outcome, modality, count = 1 }: NamedVictim): CasualtyMention {
  return {
    kind: "casualty",
    start,
    end,
    text,
    by: "named",
    confidence: 1,
    outcome,
    modality,
    value: count,
    low: count,
    high: count,
    qualifier: "exact",
    victims: null,
    scope: "incident",
    attribution: null,
    implicit: true,
  };
}
