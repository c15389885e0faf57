import type { Span } from "../../model/span.js";
import type { Chunk } from "./chunk.js";
import { kindAt, nounPhraseAt, verbAt } from "./clause.js";

/** So many phrases a source may have behind its noun. */
const LONGEST = 4;

/** The noun phrase of a source with its of-phrases, coordinated phrases, who gave it out, and the purpose in its name. */
export function wholeSource(chunks: readonly Chunk[], at: number, text: string): Span {
  let last = at;
  for (let guard = 0; guard < LONGEST; guard++) {
    const step = stepOn(chunks, last, text);
    if (step === 0) break;
    last += step;
  }
  let first = at;
  while (kindAt(chunks, first - 1) === "and" && speaksToo(chunks, first - 2)) first -= 2;
  while (opensName(chunks, first, text)) first--;
  return { start: chunks[first]?.start ?? 0, end: chunks[last]?.end ?? 0 };
}

/** "In a bedroom and investigators say": what stands before the "and" under a preposition does not speak. */
function speaksToo(chunks: readonly Chunk[], at: number): boolean {
  const np = nounPhraseAt(chunks, at);
  if (!np) return false;
  return kindAt(chunks, at - 1) !== "prep" || np.proper || np.cls === "person" || np.tags.has("source") || np.modifierTags.has("source");
}

/** How many chunks a source goes on with behind the one at `last`; 0 for none. */
function stepOn(chunks: readonly Chunk[], last: number, text: string): number {
  const joint = chunks[last + 1];
  const next = nounPhraseAt(chunks, last + 2);
  if (joint?.kind === "np" && isNameBefore(chunks, last + 1, text)) return 1;
  // "Figures released by the ministry".
  if (
    joint?.kind === "verb" &&
    joint.bare &&
    joint.tags.has("give-out") &&
    lowerOf(chunks[last + 2]) === "by" &&
    nounPhraseAt(chunks, last + 3)
  )
    return 3;
  if (!next) return 0;
  if (isPurpose(joint, text)) return 2;
  const joins =
    joint?.kind === "of" ||
    joint?.kind === "and" ||
    (joint?.kind === "prep" && (JOINTS.has(joint.lower) || (joint.lower === "without" && isCapitalized(text, joint.start))));
  // "The mayor in an interview", "Biden in his campaign": where it was said, not who.
  const aside =
    joint?.kind === "prep" &&
    /^(?:in|on|at)$/.test(joint.lower) &&
    (next.tags.has("said-in") || (next.det === "poss" && next.possessor === null));
  return joins && !aside && next.cls !== "time" ? 2 : 0;
}

const JOINTS = new Set(["in", "for", "at", "on", "from", "by"]);

const lowerOf = (chunk: Chunk | undefined): string => (chunk && "lower" in chunk ? chunk.lower : "");
const isCapitalized = (text: string, at: number): boolean => /^\p{Lu}\p{Ll}/u.test(text.slice(at, at + 2));

/** "The Committee to Protect Journalists": an infinitive in capitals belongs to the name. */
const isPurpose = (chunk: Chunk | undefined, text: string): boolean =>
  chunk?.kind === "verb" && chunk.infinitive && chunk.words[0] === "to" && /^to \p{Lu}/u.test(text.slice(chunk.start, chunk.end));

/** "Aid the Children": a name right before a determiner whose noun has a capital. */
function isNameBefore(chunks: readonly Chunk[], at: number, text: string): boolean {
  const [before, own] = [nounPhraseAt(chunks, at - 1), nounPhraseAt(chunks, at)];
  return (
    before?.cls === "name" &&
    own?.det === "the" &&
    own.start - before.end === 1 &&
    isCapitalized(text, own.headStart) &&
    !/^(?:prep|of)$/.test(kindAt(chunks, at - 2) ?? "")
  );
}

/** True where the chunk before opens the name of the source: "Aid" of "Aid the Children", "Alas" of "Alas Media". */
function opensName(chunks: readonly Chunk[], at: number, text: string): boolean {
  const [before, own] = [chunks[at - 1], chunks[at]];
  if (!before || !own || own.start - before.end !== 1) return false;
  if (before.kind === "np") return isNameBefore(chunks, at, text);
  return before.kind === "other" && at > 1 && isCapitalized(text, before.start) && isCapitalized(text, own.start);
}

/** "The group was accused by the prosecutor": who does what a passive verb at `verb` says; -1 where nobody is named. */
export const agentOf = (chunks: readonly Chunk[], verb: number): number =>
  verbAt(chunks, verb) !== null && lowerOf(chunks[verb + 1]) === "by" && nounPhraseAt(chunks, verb + 2) !== null ? verb + 2 : -1;
