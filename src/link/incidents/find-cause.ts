import { compilePhrases, type PhraseMatcher } from "../../lexicon/match-phrases.js";
import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import { CAUSES, type Cause } from "../../model/incident.js";
import type { CasualtyMention } from "../../model/mention.js";
import type { Anchor } from "./describe-relation.js";
import type { Scene } from "./read-scene.js";

/** Says what brought people to harm, from the words around what is told of them. */
export type FindCause = (anchors: readonly Anchor[], figures: readonly CasualtyMention[], scene: Scene) => Cause;

/** Words count so much by where they stand: in the clause of a figure, its sentence, the sentences beside it, the title, elsewhere. */
const WEIGHTS = { clause: 4, sentence: 3, beside: 1.5, title: 3, elsewhere: 0.3 } as const;
/** Tokens before and after a figure and the words of its outcome that count as its clause. */
const CLAUSE = 10;
/** A cause that stands in the clause of arrests alone: people were detained, whatever for. */
const CUSTODY = 3;
/** "attack", "killing" and the like name no weapon: they count where nothing else does. */
const GENERAL = 0.25;
/** How much a word counts that only goes with a cause: "bus", "rebels". */
const WEAK = 0.3;
/** A cause is said where its words add up to this. */
const ENOUGH = 0.6;

/** The cause that one sentence names, whatever its figures; null where it names none, or no more than that somebody attacked. */
export type CauseOfSentence = (sentence: number, scene: Scene) => Cause | null;

type MatchCause = PhraseMatcher<{ readonly cause: Cause; readonly weight: number }>;

/** Reads `lexicons/causes.tsv`. */
function readCauses(lexicons: Lexicons): MatchCause {
  const rows = lexicons.get("causes") ?? [];
  return compilePhrases(
    rows.flatMap((row) => {
      const cause = CAUSES.find((one) => one === row["cause"]);
      return cause ? [[(row["phrase"] ?? "").split(" "), { cause, weight: row["weight"] === "2" ? 1 : WEAK }] as const] : [];
    }),
  );
}

/** Builds the reader of single sentences. */
export function createCauseOfSentence(lexicons: Lexicons): CauseOfSentence {
  const match = readCauses(lexicons);
  return (sentence, { analyzed: { tokens, sentences } }) => {
    const sums = new Map<Cause, number>();
    const { first = 0, last = -1 } = sentences[sentence] ?? {};
    for (let i = first; i <= last; i++) {
      const found = match(tokens, i);
      if (!found || found.last > last) continue;
      sums.set(found.value.cause, (sums.get(found.value.cause) ?? 0) + found.value.weight);
      i = found.last;
    }
    sums.delete("attack");
    sums.delete("raid");
    const cause = strongest(sums);
    return cause === "unknown" ? null : cause;
  };
}

/** Builds the finder. */
export function createCauseFinder(lexicons: Lexicons): FindCause {
  const match = readCauses(lexicons);
  return (anchors, figures, scene) => {
    const sums = new Map<Cause, number>();
    const { tokens, sentences } = scene.analyzed;
    for (const [number, { first, last }] of sentences.entries()) {
      const standing = standingOf(number, anchors, scene);
      for (let i = first; i <= last; i++) {
        const found = match(tokens, i);
        if (!found || found.last > last) continue;
        const { cause, weight } = found.value;
        const near = anchors.some(
          (anchor) => anchor.sentence === number && found.last >= anchor.first - CLAUSE && found.first <= anchor.last + CLAUSE,
        );
        sums.set(cause, (sums.get(cause) ?? 0) + weight * (near ? WEIGHTS.clause : standing) * (cause === "attack" ? GENERAL : 1));
        i = found.last;
      }
    }
    const detained = figures.length > 0 && figures.every(({ outcome }) => outcome === "detained");
    const raid = sums.get("raid") ?? 0;
    sums.set("raid", detained ? raid + CUSTODY : Math.min(raid, 1) * 0.3);
    return strongest(sums);
  };
}

function standingOf(sentence: number, anchors: readonly Anchor[], { titleSentences }: Scene): number {
  let best: number = sentence < titleSentences ? WEIGHTS.title : WEIGHTS.elsewhere;
  for (const anchor of anchors) {
    const apart = Math.abs(sentence - anchor.sentence);
    if (apart <= 1) best = Math.max(best, apart === 0 ? WEIGHTS.sentence : WEIGHTS.beside);
  }
  return best;
}

/** The cause of most weight; of equals the one that stands first in the list of causes. */
function strongest(sums: ReadonlyMap<Cause, number>): Cause {
  let best: Cause = "unknown";
  let most = ENOUGH;
  for (const cause of CAUSES) {
    const sum = sums.get(cause) ?? 0;
    if (sum > most) [best, most] = [cause, sum];
  }
  return best;
}
