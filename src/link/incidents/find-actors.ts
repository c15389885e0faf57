import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { Actor, Certainty } from "../../model/incident.js";
import type { Token } from "../../model/token.js";
import type { Told } from "./describe-relation.js";
import type { Scene } from "./read-scene.js";
import type { ClassOfVictims } from "./victim-class.js";

/** Finds who did it, in the words of the sentences that tell of it and of those behind them that tell of no other incident. */
export type FindActors = (told: Pick<Told, "anchors" | "others">, scene: Scene) => readonly Actor[];

const ACTOR_CLASSES = ["actor", "anyone", "act", "accuses", "claims"] as const;
type ActorClass = (typeof ACTOR_CLASSES)[number];

/** Forms of "be" before a participle: its subject suffered it. */
const BEING: ReadonlySet<string> = new Set(["was", "were", "been", "being", "be", "is", "are", "got"]);
const PARTS: ReadonlySet<string> = new Set(["DET", "ADJ", "NOUN", "PROPN", "NUM"]);
/** Tokens between a passive verb and the "by" of its actor, and before a phrase where a word of blame counts. */
const REACH = 9;
const BLAME = 6;
/** Actors told of one incident at most. */
const MOST = 3;

/** A noun phrase: its tokens, both included. */
interface Phrase {
  readonly first: number;
  readonly last: number;
}

/** Reads `lexicons/actor-words.tsv`. */
export function createActorFinder(lexicons: Lexicons, classOf: ClassOfVictims): FindActors {
  const words = new Map<string, Set<ActorClass>>();
  for (const row of lexicons.get("actor-words") ?? []) {
    const found = ACTOR_CLASSES.find((one) => one === row["class"]);
    if (found) words.set(row["word"] ?? "", (words.get(row["word"] ?? "") ?? new Set()).add(found));
  }
  const is = (word: string | undefined, name: ActorClass): boolean => words.get(word ?? "")?.has(name) === true;
  return ({ anchors, others }, scene) => {
    const actors = new Map<string, Actor>();
    const own = new Set(anchors.map(({ sentence }) => sentence));
    const theirs = new Set(others.map(({ sentence }) => sentence));
    const item = (sentence: number): number => scene.items.datelines[sentence] ?? 0;
    const behind = [...own].filter((sentence) => !theirs.has(sentence + 1) && item(sentence) === item(sentence + 1)).map((one) => one + 1);
    const near = [...new Set([...own, ...behind])].sort((a, b) => a - b);
    for (const sentence of near) {
      for (const { phrase, certainty } of phrasesIn(sentence, scene, is, classOf)) {
        const { tokens, text } = scene.analyzed;
        const [start, end] = [tokens[phrase.first]?.start ?? 0, tokens[phrase.last]?.end ?? 0];
        const wording = text.slice(start, end);
        if (!actors.has(wording.toLowerCase()) && actors.size < MOST)
          actors.set(wording.toLowerCase(), { start, end, text: wording, certainty });
      }
    }
    return [...actors.values()];
  };
}

type Is = (word: string | undefined, name: ActorClass) => boolean;
type Found = { readonly phrase: Phrase; readonly certainty: Certainty };

function phrasesIn(sentence: number, scene: Scene, is: Is, classOf: ClassOfVictims): readonly Found[] {
  const { tokens, sentences } = scene.analyzed;
  const { first = 0, last = -1 } = sentences[sentence] ?? {};
  const found: Found[] = [];
  const take = (phrase: Phrase | null, anyone: boolean, certainty: Certainty | null = null): void => {
    if (phrase && isActor(phrase, scene, is, classOf, anyone))
      found.push({ phrase, certainty: certainty ?? certaintyOf(phrase, first, scene, is) });
  };
  for (let i = first; i <= last; i++) {
    const token = tokens[i];
    if (is(token?.lower, "claims") && tokens.slice(i + 1, i + 4).some(({ lower }) => lower === "responsibility"))
      take(phraseBefore(i, first, scene, is), true, "claimed");
    if (!is(token?.lower, "act") || (token?.pos !== "VERB" && token?.pos !== "NOUN")) continue;
    if (token.pos === "VERB" && !isPassive(i, first, scene)) take(phraseBefore(i, first, scene, is), false);
    const by = tokens.slice(i + 1, Math.min(last, i + REACH) + 1).findIndex(({ lower }) => lower === "by");
    if (by >= 0) take(phraseAfter(i + 1 + by, last, scene, is), true);
  }
  return found;
}

function isPassive(verb: number, first: number, { analyzed: { tokens } }: Scene): boolean {
  for (let i = verb - 1; i >= Math.max(first, verb - 3); i--) {
    if (BEING.has(tokens[i]?.lower ?? "")) return true;
    if (tokens[i]?.pos !== "ADV" && tokens[i]?.pos !== "AUX") return false;
  }
  return false;
}

/** Words of a noun phrase, "suspected" and "alleged" among them. */
const isPart = (token: Token | undefined, is: Is): boolean => token !== undefined && (PARTS.has(token.pos) || is(token.lower, "accuses"));

/** The noun phrase before a verb, over its auxiliaries and adverbs. */
function phraseBefore(verb: number, first: number, { analyzed: { tokens } }: Scene, is: Is): Phrase | null {
  let last = verb - 1;
  while (last > first && (tokens[last]?.pos === "AUX" || tokens[last]?.pos === "ADV")) last--;
  let start = last + 1;
  // An article opens a phrase; "that" behind a verb of speech does not belong to it.
  while (start - 1 >= first && isPart(tokens[start - 1], is) && tokens[start - 1]?.lower !== "that" && tokens[start]?.pos !== "DET")
    start--;
  return start <= last ? { first: start, last } : null;
}

/** The noun phrase behind a preposition. */
function phraseAfter(preposition: number, last: number, { analyzed: { tokens } }: Scene, is: Is): Phrase | null {
  let end = preposition;
  while (end + 1 <= last && (isPart(tokens[end + 1], is) || tokens[end + 1]?.lower === "-")) end++;
  return end > preposition ? { first: preposition + 1, last: end } : null;
}

function isActor({ first, last }: Phrase, scene: Scene, is: Is, classOf: ClassOfVictims, anyone: boolean): boolean {
  const { tokens, text } = scene.analyzed;
  const head = tokens[last];
  if (!head) return false;
  const wording = text.slice(tokens[first]?.start ?? 0, head.end);
  const named = classOf(head.text);
  if (named === "perpetrator" || named === "combatant" || named === "police" || is(head.lower, "actor")) return true;
  if (scene.groups.some((span) => span.start < head.end && (tokens[first]?.start ?? 0) < span.end)) return true;
  return anyone && is(head.lower, "anyone") && wording.length > 2;
}

/** Accused where a word of blame stands in the phrase or just before it; else as the text states. */
function certaintyOf({ first, last }: Phrase, start: number, { analyzed: { tokens } }: Scene, is: Is): Certainty {
  for (let i = Math.max(start, first - BLAME); i <= last; i++) if (is(tokens[i]?.lower, "accuses")) return "accused";
  return "stated";
}
