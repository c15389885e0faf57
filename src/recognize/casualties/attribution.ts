import type { Span } from "../../model/span.js";
import type { Chunk, NounPhrase, VerbGroup } from "./chunk.js";
import { isAdverbial, kindAt, nounPhraseAt, openingComma, verbAt } from "./clause.js";
import { isSubjectAhead } from "./coordination.js";
import { agentOf, wholeSource } from "./source-span.js";
import { isOfDeed, isOtherMatter } from "./denial.js";
import { subjectOf } from "./subjects.js";

/** A source that a sentence names and the stretch of text that it vouches for. */
export interface Source {
  /** The noun phrase of the source. */
  readonly span: Span;
  /** What it says: figures that start in here are its own. */
  readonly from: number;
  readonly to: number;
}

/** A source where it is named: behind what it vouches for (`post`) or before it. */
interface NamedSource {
  readonly span: Span;
  readonly at: number;
  readonly post: boolean;
}

/**
 * Finds the sources of a sentence: "police said", "according to the ministry", "said the mayor", "the army, which
 * reported". What stands before its figures vouches for the rest of the sentence up to the next source; what is put
 * after a comma vouches for what stands before it.
 */
export function sourcesOf(chunks: readonly Chunk[], end: number, text: string): readonly Source[] {
  const found = [
    ...headedBy(chunks),
    ...endedBy(chunks, text),
    ...chunks.flatMap((chunk, i) => {
      const source = chunk.kind === "prep" ? citedBy(chunks, i, text) : chunk.kind === "verb" ? speakerOf(chunks, i, chunk, text) : null;
      return source ? [source] : [];
    }),
  ].sort((a, b) => a.at - b.at);
  return found.map((source, k) => {
    const nextPre = found.slice(k + 1).find((other) => !other.post);
    const previous = found[k - 1];
    return source.post
      ? { span: source.span, from: previous?.post ? previous.at : -1, to: Math.max(source.at, nextPre ? nextPre.at : end) }
      : { span: source.span, from: source.at, to: nextPre ? nextPre.at : end };
  });
}

/** "Interior ministry: 41 dead", "Mayor Ana Ruiz: 12 people were killed". */
function headedBy(chunks: readonly Chunk[]): readonly NamedSource[] {
  const head = nounPhraseAt(chunks, 0);
  if (!head || kindAt(chunks, 1) !== "colon" || head.quantity !== null || head.noun !== null) return [];
  return head.tags.has("source") || head.modifierTags.has("source")
    ? [{ span: { start: head.start, end: head.end }, at: head.start, post: false }]
    : [];
}

/** "12 dead in crash: police": a headline names its source behind a colon. */
function endedBy(chunks: readonly Chunk[], text: string): readonly NamedSource[] {
  const end = kindAt(chunks, chunks.length - 1) === "stop" ? chunks.length - 2 : chunks.length - 1;
  const np = nounPhraseAt(chunks, end);
  if (!np || kindAt(chunks, end - 1) !== "colon" || np.quantity !== null || np.noun !== null || !hasFigureSpace(chunks, end)) return [];
  return isSourceLike(np) || np.cls === "name" ? [{ span: wholeSource(chunks, end, text), at: np.start, post: true }] : [];
}

/** "According to the ministry", "citing police". */
function citedBy(chunks: readonly Chunk[], i: number, text: string): NamedSource | null {
  const mark = chunks[i];
  // "According to Fortify Rights": a verb in capitals opens the name.
  const opener = verbAt(chunks, i + 1);
  if (mark?.kind !== "prep" || !CITING.has(mark.lower)) return null;
  const named =
    opener?.bare === true && /^\p{Lu}/u.test(text.slice(opener.start, opener.end)) && nounPhraseAt(chunks, i + 2)?.proper === true;
  // "According to figures released by the ministry": the tagger takes the figures for a verb.
  const figures = opener?.bare === true && /s$/.test(opener.main) && verbAt(chunks, i + 2)?.tags.has("give-out") === true;
  // "According to the most recent release": the determiner is cut off.
  const cutOff = nounPhraseAt(chunks, i + 1)?.cls === "pron" && kindAt(chunks, i + 2) === "adv" && nounPhraseAt(chunks, i + 3) !== null;
  const at = figures ? i + 1 : cutOff ? i + 3 : named ? i + 2 : i + 1;
  const np = nounPhraseAt(chunks, at);
  if (!figures && (!np || (np.cls === "measure" && !np.tags.has("data")) || isCrowd(np))) return null;
  const whole = wholeSource(chunks, at, text);
  const span = { start: Math.min(whole.start, chunks[i + 1]?.start ?? whole.start), end: whole.end };
  return { span, at: mark.start, post: i > 0 && hasFigureSpace(chunks, i) };
}

const CITING = new Set(["according to", "per", "citing", "quoting"]);

/** "14 people": so many, and nobody in particular. */
const isCrowd = (np: NounPhrase): boolean => np.quantity !== null && (np.cls === "bare" || np.tags.has("anyone"));

/** Who says what the reporting verb at `i` reports; null where nobody does. */
function speakerOf(chunks: readonly Chunk[], i: number, verb: VerbGroup, text: string): NamedSource | null {
  if (verb.attributes && verb.passive && isQuoted(chunks, i, verb)) return quotedSource(chunks, i, text);
  const named = agentSource(chunks, i, verb, text) ?? namedBy(chunks, i, verb, text);
  if (named) return named;
  if ((!verb.attributes && !findsThat(chunks, i, verb)) || verb.passive || saysNothing(chunks, i, verb)) return null;
  return quotedObject(chunks, i, verb, text) ?? trailingSpeaker(chunks, i) ?? besideVerb(chunks, i, verb, text);
}

/** Who stands behind or before a verb of saying: "…, citing police", "said the mayor", "the mayor said". */
function besideVerb(chunks: readonly Chunk[], i: number, verb: VerbGroup, text: string): NamedSource | null {
  const next = nounPhraseAt(chunks, i + 1);
  if (verb.form === "ing" && verb.bare) {
    // "…, citing police" names its source; "adding", "saying" keep the one before.
    return next && /^(?:cite|quote)$/.test(verb.lemma) ? { span: wholeSource(chunks, i + 1, text), at: verb.start, post: true } : null;
  }
  if (next && isInverted(chunks, i, verb, next)) return { span: wholeSource(chunks, i + 1, text), at: verb.start, post: true };
  return subjectSpeaks(chunks, i, verb, text);
}

function subjectSpeaks(chunks: readonly Chunk[], i: number, verb: VerbGroup, text: string): NamedSource | null {
  const subject = subjectOf(chunks, i, true).at(-1) ?? openingSubject(chunks, i);
  const np = nounPhraseAt(chunks, subject);
  if (!np || np.tags.has("no-source") || np.cls === "time" || np.noun) return null;
  if (isAnotherMatter(chunks, i, verb) || isCountedSubject(chunks, i, verb, np)) return null;
  let first = subject;
  while (kindAt(chunks, first - 1) === "and" && kindAt(chunks, first - 2) === "np") first -= 2;
  const post = /^(?:comma|stop|other)$/.test(kindAt(chunks, first - 1) ?? "") && !takesClause(chunks, i) && subject > 1;
  // "Two people confirmed dead", "inmates blamed for the fire": a participle, not a saying.
  if (!post && !isSetIn(chunks, first, i) && !takesObject(chunks, i)) return null;
  return { span: wholeSource(chunks, subject, text), at: np.start, post };
}

/** "As announced by the president", "was accused by the prosecutor of": who does what a passive verb says. */
function agentSource(chunks: readonly Chunk[], i: number, verb: VerbGroup, text: string): NamedSource | null {
  if (!verb.attributes || /^(?:claim|say)$/.test(verb.lemma) || !(verb.passive || isAsReported(chunks, i, verb))) return null;
  const agent = agentOf(chunks, i);
  if (agent < 0 || isCounted(nounPhraseAt(chunks, agent))) return null;
  return { span: wholeSource(chunks, agent, text), at: verb.start, post: hasFigureSpace(chunks, i) };
}

/** "The governor of Oresk, said that": the sentence opens with who speaks, and a comma parts him from his verb. */
function openingSubject(chunks: readonly Chunk[], verb: number): number {
  if (kindAt(chunks, verb - 1) !== "comma" || nounPhraseAt(chunks, 0)?.quantity !== null) return -1;
  return chunks.slice(0, verb - 1).every((chunk, k) => (k % 2 === 0 ? chunk.kind === "np" : chunk.kind === "of" || chunk.kind === "prep"))
    ? 0
    : -1;
}

/** "Others dispute the status of several of the dead": what is doubted is not the number. */
const isAnotherMatter = (chunks: readonly Chunk[], i: number, verb: VerbGroup): boolean =>
  verb.tags.has("deny") && (isOtherMatter(chunks, i + 1) || isOfDeed(chunks, i + 1));

/** "The inquest found that", "the study found that". */
const findsThat = (chunks: readonly Chunk[], i: number, verb: VerbGroup): boolean =>
  verb.lemma === "find" && !verb.passive && lowerAt(chunks, i + 1) === "that";

/** "Tass quoted the ministry as saying": who is quoted, not who quotes; null where nobody is quoted so. */
function quotedObject(chunks: readonly Chunk[], i: number, verb: VerbGroup, text: string): NamedSource | null {
  if (!/^(?:quote|cite)$/.test(verb.lemma) || verb.form === "ing" || !nounPhraseAt(chunks, i + 1)) return null;
  for (let j = i + 2; j < i + 8 && !verbAt(chunks, j) && kindAt(chunks, j) !== "stop"; j++) {
    if (lowerAt(chunks, j) === "as" && verbAt(chunks, j + 1)?.lemma === "say")
      return { span: wholeSource(chunks, i + 1, text), at: verb.start, post: hasFigureSpace(chunks, i - 1) };
  }
  return null;
}

/** "What the minister called the killing of two men", "over what it deemed the killing": who names the act. */
function namedBy(chunks: readonly Chunk[], i: number, verb: VerbGroup, text: string): NamedSource | null {
  if (!verb.tags.has("call") || verb.passive) return null;
  const subject = nounPhraseAt(chunks, i - 1);
  const opens = nounPhraseAt(chunks, i - 2)?.head === "what" && nounPhraseAt(chunks, i - 2)?.cls === "pron";
  if (!subject || (!opens && subject.modifiers[0] !== "what")) return null;
  if (!opens) return { span: { start: subject.start + "what ".length, end: subject.end }, at: verb.start, post: false };
  if (subject.cls !== "pron") return { span: wholeSource(chunks, i - 1, text), at: verb.start, post: false };
  // "It": whose sentence it is.
  const governor = chunks.findLastIndex((chunk, k) => k < i - 2 && chunk.kind === "verb" && chunk.finite);
  const owner = governor < 0 ? -1 : (subjectOf(chunks, governor, true).at(-1) ?? -1);
  const np = nounPhraseAt(chunks, owner);
  const speaks = np !== null && (np.proper || np.cls === "person" || isSourceLike(np));
  return speaks ? { span: wholeSource(chunks, owner, text), at: verb.start, post: false } : null;
}

/** "As announced by the president", "12 deaths reported by the ministry". */
const isAsReported = (chunks: readonly Chunk[], i: number, verb: VerbGroup): boolean =>
  verb.bare && verb.form === "past" && (lowerAt(chunks, i - 1) === "as" || nounPhraseAt(chunks, i - 1) !== null);

const isCounted = (np: NounPhrase | null): boolean => np === null || np.quantity !== null || np.tags.has("no-source") || np.cls === "time";

/** "A blast that police say killed nine": a saying set into a relative clause. */
const isSetIn = (chunks: readonly Chunk[], subject: number, verb: number): boolean =>
  chunks[verb + 1]?.kind === "verb" && (kindAt(chunks, subject - 1) === "rel" || lowerAt(chunks, subject - 1) === "that");

/** "The governor was quoted as saying", "was cited by the radio as saying". */
const isQuoted = (chunks: readonly Chunk[], i: number, verb: VerbGroup): boolean =>
  /^(?:quote|cite)$/.test(verb.lemma) && chunks.slice(i + 1, i + 6).some((chunk) => chunk.kind === "verb" && chunk.lemma === "say");

function quotedSource(chunks: readonly Chunk[], i: number, text: string): NamedSource | null {
  const subject = subjectOf(chunks, i, true).at(-1) ?? -1;
  const np = nounPhraseAt(chunks, subject);
  return np && !np.tags.has("no-source") ? { span: wholeSource(chunks, subject, text), at: np.start, post: false } : null;
}

/**
 * Who speaks at the end of a sentence, whatever stands before: from the verb back to the comma.
 *
 * ```
 *  A bomb killed seven civilians including a photographer, medics and military sources said Tuesday.
 *                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
function trailingSpeaker(chunks: readonly Chunk[], verb: number): NamedSource | null {
  let after = verb + 1;
  while (isAdverbial(chunks[after]) && kindAt(chunks, after) !== null) after++;
  while (kindAt(chunks, after) === "prep" && kindAt(chunks, after + 1) === "np" && !/^(?:for|by|as)$/.test(lowerAt(chunks, after)))
    after += 2;
  if ((kindAt(chunks, after) !== null && kindAt(chunks, after) !== "stop") || verb < 3) return null;
  let first = verb - 1;
  const last = nounPhraseAt(chunks, first);
  if (!last || last.cls === "time" || last.tags.has("no-source") || (last.quantity !== null && !isSourceLike(last))) return null;
  for (;;) {
    if (/^(?:and|of|prep)$/.test(kindAt(chunks, first - 1) ?? "") && nounPhraseAt(chunks, first - 2) !== null) first -= 2;
    // "Medical and military sources", "the UN, military and medical sources", "Save the Children".
    else if (kindAt(chunks, first - 1) === "and" && kindAt(chunks, first - 2) === "other") first -= 2;
    else if (isListedSource(chunks, first)) first -= 2;
    else if (isPartOfName(chunks, first)) first -= 1;
    else break;
  }
  const head = nounPhraseAt(chunks, first) ?? last;
  if (kindAt(chunks, first - 1) !== "comma" || !head || (head.quantity !== null && !isSourceLike(head)) || !hasFigureSpace(chunks, first))
    return null;
  const start = chunks[first]?.start ?? head.start;
  return { span: { start, end: last.end }, at: start, post: true };
}

/** "The UN, military and medical sources": a source before the comma, in a list that is told of as one. */
function isListedSource(chunks: readonly Chunk[], first: number): boolean {
  const before = nounPhraseAt(chunks, first - 2);
  return (
    kindAt(chunks, first - 1) === "comma" &&
    before !== null &&
    before.quantity === null &&
    (before.proper || before.tags.has("source")) &&
    kindAt(chunks, first - 3) === "comma" &&
    kindAt(chunks, first + 1) === "and"
  );
}

/** "Save the Children": a name that holds a determiner. */
const isPartOfName = (chunks: readonly Chunk[], first: number): boolean => {
  const before = nounPhraseAt(chunks, first - 1);
  const own = nounPhraseAt(chunks, first);
  return before?.cls === "name" && own !== null && own.start - before.end === 1 && kindAt(chunks, first - 2) === "comma";
};

const lowerAt = (chunks: readonly Chunk[], i: number): string => {
  const chunk = chunks[i];
  return chunk && "lower" in chunk ? chunk.lower : "";
};

/** "Several media outlets", "two officials": counted, and still a source. */
const isSourceLike = (np: NounPhrase): boolean => np.tags.has("source") || np.modifierTags.has("source");

/** "Claimed 12 lives", "claimed responsibility", "put his hat on": a verb of saying that says nothing here. */
function saysNothing(chunks: readonly Chunk[], i: number, verb: VerbGroup): boolean {
  const next = nounPhraseAt(chunks, i + 1);
  if (verb.lemma === "claim" && next) {
    if (/^(?:lives|life|responsibility)$/.test(next.head)) return true;
    // "The fever has claimed 12 victims" says nothing.
    if (next.quantity !== null && next.cls === "person" && !isSubjectAhead(chunks, i + 1)) return true;
  }
  return (
    /^(?:put|place)$/.test(verb.lemma) &&
    !chunks.slice(i + 1, i + 6).some((c) => c.kind === "np" && (c.tags.has("sum-noun") || c.tags.has("count-noun") || c.nominal !== null))
  );
}

/** "…, said the mayor": the verb stands before its subject. */
function isInverted(chunks: readonly Chunk[], i: number, verb: VerbGroup, next: NounPhrase): boolean {
  // "The governor of Oresk, said an unknown gunman killed a guard": what follows is said.
  if (next.det === "a" && isSubjectAhead(chunks, i + 1)) return false;
  if (!verb.bare || next.cls === "time" || (next.quantity !== null && (next.cls === "bare" || isSubjectAhead(chunks, i + 1)))) return false;
  if (i === 0) return true;
  if (!/^(?:comma|other|stop)$/.test(kindAt(chunks, i - 1) ?? "")) return false;
  return !isAppositionBefore(chunks, i - 1);
}

/** "Ana Ruiz, head of the agency, told": the comma closes an apposition of the subject, and no clause stands before it. */
function isAppositionBefore(chunks: readonly Chunk[], comma: number): boolean {
  if (kindAt(chunks, comma) !== "comma") return false;
  const opening = openingComma(chunks, comma);
  if (opening < 1 || nounPhraseAt(chunks, opening - 1) === null) return false;
  const relative = kindAt(chunks, opening + 1) === "rel";
  return (
    !chunks.slice(0, opening).some((chunk) => chunk.kind === "pred" || (chunk.kind === "verb" && chunk.finite)) &&
    (relative || !chunks.slice(opening, comma).some((chunk) => chunk.kind === "verb" && chunk.finite && !chunk.bare))
  );
}

/** "Twelve said", "12 people reported missing": counted people who are no source. */
function isCountedSubject(chunks: readonly Chunk[], i: number, verb: VerbGroup, np: NounPhrase): boolean {
  if (np.quantity === null) return false;
  const next = kindAt(chunks, i + 1);
  const says = verb.lemma === "say" || verb.lemma === "tell";
  if (isSourceLike(np)) return false;
  return (isCrowd(np) && !says) || np.cls === "bare" || (!says && verb.bare && verb.form === "past" && next !== "np" && next !== "sub");
}

/** True where something stands before a source that it can vouch for. */
function hasFigureSpace(chunks: readonly Chunk[], at: number): boolean {
  return chunks
    .slice(0, at)
    .some((chunk) => chunk.kind === "verb" || chunk.kind === "pred" || (chunk.kind === "np" && chunk.quantity !== null));
}

/** True where a reporting verb goes on with what it reports. */
function takesClause(chunks: readonly Chunk[], verb: number): boolean {
  let i = verb + 1;
  while (kindAt(chunks, i) === "adv" || nounPhraseAt(chunks, i)?.cls === "time") i++;
  const next = chunks[i];
  if (next?.kind === "sub" && next.lower === "that") return true;
  return next?.kind === "np" && chunks.slice(i + 1, i + 10).some((chunk) => chunk.kind === "verb" || chunk.kind === "pred");
}

/** True where a reporting verb has an object, a clause or a quotation after it. */
function takesObject(chunks: readonly Chunk[], verb: number): boolean {
  let i = verb + 1;
  for (;;) {
    if (isAdverbial(chunks[i]) && kindAt(chunks, i) !== null) i++;
    else if (kindAt(chunks, i) === "prep" && nounPhraseAt(chunks, i + 1)?.cls === "time") i += 2;
    else break;
  }
  const next = chunks[i];
  const group = verbAt(chunks, verb);
  if (!next || !group) return false;
  if (/^(?:np|sub|colon|there)$/.test(next.kind)) return true;
  if (next.kind === "verb") return next.form === "ing" || !next.bare;
  if (!group.bare || next.kind === "comma") return true;
  // "Reported in Lima that".
  if (next.kind === "prep" && lowerAt(chunks, i + 2) === "that" && kindAt(chunks, i + 2) === "sub") return true;
  return next.kind === "prep" && !/^(?:for|by)$/.test(next.lower) && /^(?:say|tell|announce|add)$/.test(group.lemma);
}

/** The source that vouches for a figure at `position`, or null. The nearest of several wins. */
export function sourceFor(sources: readonly Source[], position: number): Source | null {
  let best: Source | null = null;
  for (const source of sources) {
    if (position < source.from || position >= source.to || (position >= source.span.start && position < source.span.end)) continue;
    if (!best || Math.abs(source.span.start - position) < Math.abs(best.span.start - position)) best = source;
  }
  return best;
}
