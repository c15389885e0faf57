import type { Span } from "../../model/span.js";
import { isSubjectAhead } from "./coordination.js";
import { subjectOf } from "./subjects.js";
import type { Chunk, NounPhrase } from "./chunk.js";

/** A source that a sentence names and the stretch of text that it vouches for. */
export interface Source {
  /** The noun phrase of the source. */
  readonly span: Span;
  /** What it says: figures that start in here are its own. */
  readonly from: number;
  readonly to: number;
}

const NO_SOURCE = /^(?:that|this|which|who|what|it|there|gunmen|attackers|bomb|blast|attack|fire|storm|flood|floods|earthquake|explosion|bombing|attacks|virus|disease|war)$/;

const SOURCE = /^(?:ministry|police|officials?|army|military|government|agency|governor|mayor|spokesm[ae]n|spokeswoman|hospital|doctors|media|report|reports|sources?|authorities|witnesses|un|minister|office|department)$/;

/**
 * Finds the sources of a sentence: "police said", "according to the ministry", "said the mayor", "the army, which
 * reported". What stands before its figures vouches for the rest of the sentence up to the next source; what is put
 * after a comma vouches for what stands before it.
 */
export function sourcesOf(chunks: readonly Chunk[], end: number): readonly Source[] {
  const found: { span: Span; at: number; post: boolean }[] = [];
  const head = chunks[0];
  // "Interior ministry: 41 dead".
  if (head?.kind === "np" && chunks[1]?.kind === "colon" && head.quantity === null && head.noun === null && SOURCE.test(head.head)) {
    found.push({ span: { start: head.start, end: head.end }, at: head.start, post: false });
  }
  for (const [i, chunk] of chunks.entries()) {
    if (chunk.kind === "prep" && (chunk.lower === "according to" || chunk.lower === "per" || chunk.lower === "citing" || chunk.lower === "quoting")) {
      const np = chunks[i + 1];
      if (np?.kind === "np" && np.cls !== "measure") found.push({ span: wholeSource(chunks, i + 1), at: chunk.start, post: i > 0 && hasFigureSpace(chunks, i) });
      continue;
    }
    if (chunk.kind !== "verb" || !chunk.attributes || chunk.passive) continue;
    const next = chunks[i + 1];
    if (/^claim/.test(chunk.main) && next?.kind === "np" && /^(?:lives|life|responsibility)$/.test(next.head)) continue;
    // "The fever has claimed 12 victims" says nothing.
    if (/^claim/.test(chunk.main) && next?.kind === "np" && next.quantity !== null && next.cls === "person" && !isSubjectAhead(chunks, i + 1)) continue;
    if (/^(?:put|puts)$/.test(chunk.main) && !chunks.slice(i + 1, i + 6).some((c) => c.kind === "np" && /^(?:toll|number|figure|count|tally|total|dead|casualties|deaths)$/.test(c.head))) continue;
    if (chunk.form === "ing" && chunk.bare) {
      // "…, citing police" names its source; "adding", "saying" keep the one before.
      if (/^(?:citing|quoting)$/.test(chunk.main) && next?.kind === "np") found.push({ span: wholeSource(chunks, i + 1), at: chunk.start, post: true });
      continue;
    }
    const inverted = next?.kind === "np" && chunk.bare && (i === 0 || ["comma", "other", "stop"].includes(chunks[i - 1]?.kind ?? "")) && next.cls !== "time";
    if (inverted) {
      found.push({ span: wholeSource(chunks, i + 1), at: chunk.start, post: true });
      continue;
    }
    const subject = subjectOf(chunks, i, true).at(-1);
    const np = subject === undefined ? null : chunks[subject];
    if (np?.kind !== "np" || subject === undefined || NO_SOURCE.test(np.head) || np.cls === "time") continue;
    const says = /^(?:said|say|says|told)$/.test(chunk.main);
    if (np.quantity && (np.cls === "bare" || !says && chunk.bare && chunk.form === "past" && next?.kind !== "np" && next?.kind !== "sub") || np.noun) continue;
    let first = subject;
    while (chunks[first - 1]?.kind === "and" && chunks[first - 2]?.kind === "np") first -= 2;
    const previous = chunks[first - 1];
    const post = (previous?.kind === "comma" || previous?.kind === "stop" || previous?.kind === "other") && !takesClause(chunks, i) && subject > 1;
    // "Two people confirmed dead", "inmates blamed for the fire": a participle, not a saying.
    if (!post && !takesObject(chunks, i)) continue;
    found.push({ span: wholeSource(chunks, subject), at: np.start, post });
  }
  found.sort((a, b) => a.at - b.at);
  return found.map((source, k) => {
    const nextPre = found.slice(k + 1).find((other) => !other.post);
    const previous = found[k - 1];
    return source.post
      ? { span: source.span, from: previous?.post ? previous.at : -1, to: Math.max(source.at, nextPre ? nextPre.at : end) }
      : { span: source.span, from: source.at, to: nextPre ? nextPre.at : end };
  });
}

/** True where something stands before a source that it can vouch for. */
function hasFigureSpace(chunks: readonly Chunk[], at: number): boolean {
  return chunks.slice(0, at).some((chunk) => chunk.kind === "verb" || chunk.kind === "pred" || chunk.kind === "np" && chunk.quantity !== null);
}

/** True where a reporting verb goes on with what it reports. */
function takesClause(chunks: readonly Chunk[], verb: number): boolean {
  let i = verb + 1;
  while (chunks[i]?.kind === "adv" || chunks[i]?.kind === "np" && (chunks[i] as NounPhrase).cls === "time") i++;
  const next = chunks[i];
  if (!next) return false;
  if (next.kind === "sub" && next.lower === "that") return true;
  if (next.kind !== "np") return false;
  return chunks.slice(i + 1, i + 10).some((chunk) => chunk.kind === "verb" || chunk.kind === "pred");
}

/** True where a reporting verb has an object, a clause or a quotation after it. */
function takesObject(chunks: readonly Chunk[], verb: number): boolean {
  let i = verb + 1;
  for (;;) {
    const chunk = chunks[i];
    const after = chunks[i + 1];
    if (chunk?.kind === "adv" || chunk?.kind === "np" && chunk.cls === "time" && chunk.quantity === null) i++;
    else if (chunk?.kind === "prep" && after?.kind === "np" && after.cls === "time") i += 2;
    else break;
  }
  const next = chunks[i];
  const group = chunks[verb];
  if (!next) return false;
  if (next.kind === "np" || next.kind === "sub" || next.kind === "colon" || next.kind === "there") return true;
  if (next.kind === "verb") return next.form === "ing" || !next.bare;
  return group?.kind === "verb" && !group.bare || next.kind === "comma" || next.kind === "prep" && !/^(?:for|by)$/.test(next.lower) && group?.kind === "verb" && /^(?:said|says|told|announced|added)$/.test(group.main);
}

/** The noun phrase of a source with its of-phrases and coordinated phrases. */
function wholeSource(chunks: readonly Chunk[], at: number): Span {
  let last = at;
  for (let guard = 0; guard < 4; guard++) {
    const joint = chunks[last + 1];
    if ((joint?.kind === "of" || joint?.kind === "and" || joint?.kind === "prep" && /^(?:in|for|at|on|from)$/.test(joint.lower)) && chunks[last + 2]?.kind === "np" && (chunks[last + 2] as NounPhrase).cls !== "time") last += 2;
    else break;
  }
  let first = at;
  while (chunks[first - 1]?.kind === "and" && chunks[first - 2]?.kind === "np") first -= 2;
  const a = chunks[first];
  const b = chunks[last];
  return { start: a?.start ?? 0, end: b?.end ?? 0 };
}

/** The source that vouches for a figure at `position`, or null. The nearest of several wins. */
export function sourceFor(sources: readonly Source[], position: number): Source | null {
  let best: Source | null = null;
  for (const source of sources) {
    if (position < source.from || position >= source.to || position >= source.span.start && position < source.span.end) continue;
    if (!best || Math.abs(source.span.start - position) < Math.abs(best.span.start - position)) best = source;
  }
  return best;
}
