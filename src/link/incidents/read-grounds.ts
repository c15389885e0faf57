import type { Cause } from "../../model/incident.js";
import type { CasualtyMention, DateMention, NameMention } from "../../model/mention.js";
import { foldName } from "../entities/fold-name.js";
import { betweenOf, inOneClause, isOfSpeech, tokensBetween, type Anchor } from "./describe-relation.js";
import type { CauseOfSentence } from "./find-cause.js";
import { datelineOf } from "./find-items.js";
import type { Placed, Scene } from "./read-scene.js";
import type { Separation } from "./separating-phrases.js";

/** What the sentence of a figure, or of a victim named without one, says of what happened. */
export interface Grounds {
  readonly figure: CasualtyMention;
  readonly anchor: Anchor;
  readonly paragraph: number;
  /** True for a victim named without a figure. */
  readonly named: boolean;
  /**
   * The date and the place nearest to it in its sentence, but where somebody spoke; else those of the sentences that lead up to it
   * from the figure before. Null where there is none.
   */
  readonly date: Placed<DateMention> | null;
  readonly place: Placed<NameMention> | null;
  /** True where that date, and that place, stand in the clause of the figure itself. */
  readonly firmDate: boolean;
  readonly firmPlace: boolean;
  /** The cause that its sentence names. */
  readonly cause: Cause | null;
  /** Words of content of its sentence, and last words of the people named there. */
  readonly words: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  /** Where its sentence, or one that leads up to it, says "in a separate attack", "the worst since". */
  readonly apart: Separation | null;
  /** How its sentence takes up what happened: "a blast", "the blast"; null where it has no such noun. */
  readonly event: "definite" | "indefinite" | null;
  /** True for "had killed", "had been killed". */
  readonly pluperfect: boolean;
  /** True for a figure that counts since a war began. */
  readonly era: boolean;
  /** How many datelines and list marks stand up to it. */
  readonly item: number;
  readonly bullet: number;
}

/** What is read of each sentence, once. */
export interface SentenceReader {
  readonly causeOf: CauseOfSentence;
  readonly apartOf: (sentence: number) => Separation | null;
  readonly isOfEra: (figure: CasualtyMention) => boolean;
}

/** Words that say little of what happened. */
const CONTENT: ReadonlySet<string> = new Set(["NOUN", "VERB", "PROPN"]);
const SHORTEST = 4;

/** A figure or a named victim with where it stands. */
export interface Told {
  readonly figure: CasualtyMention;
  readonly anchor: Anchor;
  readonly named: boolean;
}

/** Sentences before that of a figure that may lead up to it. */
const LEADING = 2;

/** Reads what the sentences of figures and named victims say, given in order of the text. */
export function readGrounds(told: readonly Told[], scene: Scene, { causeOf, apartOf, isOfEra }: SentenceReader): readonly Grounds[] {
  const kept = new Map<number, Pick<Grounds, "cause" | "words" | "people" | "event">>();
  const sentenceOf = (sentence: number): Pick<Grounds, "cause" | "words" | "people" | "event"> => {
    const known = kept.get(sentence) ?? {
      cause: causeOf(sentence, scene),
      words: wordsOf(sentence, scene),
      people: peopleOf(sentence, scene),
      event: eventOf(sentence, scene),
    };
    kept.set(sentence, known);
    return known;
  };
  const taken = new Set(told.map(({ anchor }) => anchor.sentence));
  return told.map(({ figure, anchor, named }): Grounds => {
    const leading: number[] = [anchor.sentence];
    for (let i = anchor.sentence - 1; i >= anchor.sentence - LEADING && i >= scene.titleSentences && !taken.has(i); i--)
      if (scene.paragraphs[i] === scene.paragraphs[anchor.sentence] || i === anchor.sentence - 1) leading.push(i);
    const date = nearest(scene.dates, anchor, leading, scene);
    const place = nearest(scene.places, anchor, leading, scene);
    return {
      figure,
      anchor,
      named,
      paragraph: scene.paragraphs[anchor.sentence] ?? 0,
      date,
      place,
      firmDate: date !== null && isFirm(date, anchor, scene),
      firmPlace: place !== null && isFirm(place, anchor, scene),
      ...sentenceOf(anchor.sentence),
      apart: leading.map(apartOf).find((one) => one !== null) ?? null,
      pluperfect: isPluperfect(anchor, scene),
      era: isOfEra(figure),
      item: scene.items.datelines[anchor.sentence] ?? 0,
      bullet: scene.items.bullets[anchor.sentence] ?? 0,
    };
  });
}

/** Tokens of a noun phrase between its article and its noun. */
const ADJECTIVES = 4;
const INDEFINITE: ReadonlySet<string> = new Set(["a", "an", "another", "two", "three", "several"]);
const DEFINITE: ReadonlySet<string> = new Set(["the", "this", "that", "these", "those"]);

/** The article of the first noun that tells of a happening. */
function eventOf(sentence: number, { analyzed: { tokens, sentences }, words }: Scene): Grounds["event"] {
  const { first = 0, last = -1 } = sentences[sentence] ?? {};
  for (let i = first; i <= last; i++) {
    const token = tokens[i];
    if (token?.pos !== "NOUN" || !words.classes(token.lower).includes("happening")) continue;
    for (let at = i - 1; at >= Math.max(first, i - ADJECTIVES); at--) {
      const lower = tokens[at]?.lower ?? "";
      if (INDEFINITE.has(lower)) return "indefinite";
      if (DEFINITE.has(lower)) return "definite";
    }
  }
  return null;
}

/** "had" among the words of the outcome, or right before them. */
const isPluperfect = ({ first, last }: Anchor, { analyzed: { tokens } }: Scene): boolean =>
  tokens.slice(Math.max(0, first - 2), last + 1).some(({ lower }) => lower === "had");

/** Tokens that the start of another clause, or of another sentence, counts for. */
const CLAUSE = 12;
const SENTENCE = 1000;

/** The mention that stands nearest in the anchor's sentence, else in those that lead up to it; none of speech or of a dateline. */
function nearest<P extends Placed>(all: readonly P[], anchor: Anchor, leading: readonly number[], scene: Scene): P | null {
  const dateline = datelineOf(anchor.sentence, scene);
  let best: P | null = null;
  let least = Infinity;
  for (const one of all) {
    if (!leading.includes(one.sentence) || one === (dateline as Placed | null) || isOfSpeech(one, scene)) continue;
    const barriers = takesUp(one, anchor, scene)
      ? 0
      : betweenOf(one, anchor, scene).filter((name) => name !== "between:comma" && name !== "between:and").length;
    const far = tokensBetween(one, anchor) + CLAUSE * barriers + SENTENCE * (anchor.sentence - one.sentence);
    if (far < least) [best, least] = [one, far];
  }
  return best;
}

const isFirm = (one: Placed, anchor: Anchor, scene: Scene): boolean =>
  one.sentence === anchor.sentence && (inOneClause(one, anchor, scene) || takesUp(one, anchor, scene));

/** "since March 1994, when a mudflow killed 41": the clause of the figure takes the date up. */
function takesUp({ mention, last }: Placed, { first }: Anchor, { analyzed: { tokens } }: Scene): boolean {
  const next = tokens[last + 1]?.lower === "," ? last + 2 : last + 1;
  return mention.kind === "date" && next < first && tokens[next]?.lower === "when";
}

function wordsOf(sentence: number, { analyzed: { tokens, sentences }, words }: Scene): ReadonlySet<string> {
  const { first = 0, last = -1 } = sentences[sentence] ?? {};
  const found = new Set<string>();
  for (let i = first; i <= last; i++) {
    const token = tokens[i];
    if (token && CONTENT.has(token.pos) && token.lower.length >= SHORTEST && !words.reports(token.lower)) found.add(token.lower);
  }
  return found;
}

function peopleOf(sentence: number, { analyzed: { sentences }, people }: Scene): ReadonlySet<string> {
  const { start = 0, end = 0 } = sentences[sentence] ?? {};
  return new Set(people.filter((one) => one.start >= start && one.end <= end).map(({ text }) => foldName(text).split(" ").at(-1) ?? ""));
}
