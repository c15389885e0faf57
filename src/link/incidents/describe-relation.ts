import type { Placed, Scene } from "./read-scene.js";

/** Tokens from which an incident is told: a figure with the words of its outcome, or a named victim. */
export interface Anchor {
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
}

/** From where an incident is told, and from where the others of its article are. */
export interface Told {
  readonly anchors: readonly Anchor[];
  readonly others: readonly Anchor[];
  /** True for a total over a period or over several incidents. */
  readonly aggregate: boolean;
}

/** True for an incident that is told after another: what the article is about says less of it. */
export const isLater = ({ anchors, others }: Told): boolean => others.some((other) => other.first < (anchors[0]?.first ?? 0));

/** How far apart two stretches of tokens stand; 0 where they touch or overlap. */
export function tokensBetween(
  a: { readonly first: number; readonly last: number },
  b: { readonly first: number; readonly last: number },
): number {
  return Math.max(0, Math.max(a.first, b.first) - Math.min(a.last, b.last) - 1);
}

const nearness = (tokens: number): string =>
  tokens <= 2 ? "0-2" : tokens <= 6 ? "3-6" : tokens <= 12 ? "7-12" : tokens <= 22 ? "13-22" : "23+";

/** Words that begin another clause. */
const OPENS_CLAUSE: ReadonlySet<string> = new Set([
  "who",
  "which",
  "while",
  "but",
  "after",
  "before",
  "where",
  "when",
  "because",
  "although",
  "as",
  "and",
  "that",
]);

/**
 * Where a mention stands as seen from the nearest of the anchors: in their sentence, with what lies between, or so many
 * sentences before or after; and with how many of them it shares a sentence.
 */
export function describeRelation(candidate: Placed, told: Told, scene: Scene): string[] {
  const { anchors } = told;
  const features: string[] = [];
  let nearest: Anchor | null = null;
  let shared = 0;
  for (const anchor of anchors) {
    if (anchor.sentence === candidate.sentence) shared++;
    if (!nearest || distance(candidate, anchor) < distance(candidate, nearest)) nearest = anchor;
  }
  if (!nearest) return features;
  features.push(...ownershipOf(candidate, nearest, told, scene));
  const apart = candidate.sentence - nearest.sentence;
  if (apart === 0) {
    features.push("same", `same:${candidate.first > nearest.last ? "after" : candidate.last < nearest.first ? "before" : "in"}`);
    features.push(`near:${nearness(tokensBetween(candidate, nearest))}`);
    features.push(...betweenOf(candidate, nearest, scene));
    if (isAttached(candidate, nearest, scene)) features.push(candidate.first > nearest.last ? "attached:after" : "attached:before");
    if (isFronted(candidate, nearest, scene)) features.push("fronted");
  } else {
    const far = Math.abs(apart);
    features.push(`sentences:${apart < 0 ? "-" : "+"}${far <= 3 ? far : far <= 6 ? "4-6" : "7+"}`);
    if (scene.paragraphs[candidate.sentence] === scene.paragraphs[nearest.sentence]) features.push("paragraph");
    if (apart < 0 && !holdsSame(candidate, nearest, scene)) features.push("last-before");
  }
  if (anchors.length > 1) features.push(shared * 2 >= anchors.length ? "shared:half" : shared > 1 ? "shared:some" : "shared:few");
  const first = anchors[0];
  if (first && first.sentence === candidate.sentence) features.push("with-first");
  if (anchors.every((anchor) => candidate.sentence > anchor.sentence)) features.push("after-all");
  if (isLater(told)) features.push(...features.filter((name) => LATER.test(name)).map((name) => `later:${name}`));
  return features;
}

/** True where no verb and no mark stands between it and the figure with the words of its outcome: "killed 12 people in the town of X". */
export function isAttached(candidate: Placed, anchor: Anchor, { analyzed: { tokens } }: Scene): boolean {
  const to = Math.max(candidate.first, anchor.first);
  for (let i = Math.min(candidate.last, anchor.last) + 1; i < to; i++) {
    const token = tokens[i];
    if (token?.pos === "VERB" || token?.pos === "AUX" || token?.pos === "PUNCT" || OPENS_CLAUSE.has(token?.lower ?? "")) return false;
  }
  return true;
}

/** Tokens at the head of a sentence in which what is put first stands. */
const FRONT = 6;

/** "In X, gunmen killed 12": at the head of the sentence, closed off by a comma. */
export function isFronted(candidate: Placed, anchor: Anchor, { analyzed: { tokens, sentences } }: Scene): boolean {
  const head = sentences[candidate.sentence]?.first ?? 0;
  return candidate.last < anchor.first && candidate.first - head <= FRONT && tokens[candidate.last + 1]?.lower === ",";
}

/** Whether it stands in a sentence that tells of another incident, nearer to that, or in another item of a round-up. */
function ownershipOf(candidate: Placed, nearest: Anchor, { anchors, others }: Told, { items }: Scene): string[] {
  const features: string[] = [];
  const ours = anchors.some(({ sentence }) => sentence === candidate.sentence);
  const theirs = others.filter(({ sentence }) => sentence === candidate.sentence);
  if (theirs.length > 0) features.push(ours ? "theirs:shared" : "theirs");
  if (ours && theirs.some((other) => tokensBetween(candidate, other) < tokensBetween(candidate, nearest))) features.push("theirs:nearer");
  const between = others.some(({ sentence }) =>
    candidate.sentence < nearest.sentence
      ? candidate.sentence <= sentence && sentence < nearest.sentence
      : nearest.sentence < sentence && sentence <= candidate.sentence,
  );
  if (!ours && theirs.length === 0 && between) features.push("theirs:between");
  const [item, own] = [items.datelines[candidate.sentence] ?? 0, items.datelines[nearest.sentence] ?? 0];
  if (item !== own) features.push(item === 0 ? "item:head" : "item:other");
  else if (own > 0) features.push("item:own");
  return features;
}

/** What tells more, or less, of an incident that is told after another. */
const LATER = /^(?:same$|sentences:|paragraph|last-before|after-all)/;

const distance = (candidate: Placed, anchor: Anchor): number =>
  Math.abs(candidate.sentence - anchor.sentence) * 1000 +
  (candidate.sentence > anchor.sentence ? 500 : 0) +
  tokensBetween(candidate, anchor);

/** True where another mention of the same sort stands between a candidate and an anchor further on. */
function holdsSame(candidate: Placed, anchor: Anchor, scene: Scene): boolean {
  const others: readonly Placed[] = candidate.mention.kind === "date" ? scene.dates : scene.places;
  return others.some((other) => other.first > candidate.last && other.last < anchor.first);
}

/** True where no other clause begins between a mention and an anchor of one sentence. */
export function inOneClause(candidate: Placed, anchor: Anchor, scene: Scene): boolean {
  return !betweenOf(candidate, anchor, scene).some(
    (one) => one === "between:semicolon" || one === "between:clause" || one === "between:report",
  );
}

/** What lies between a mention and an anchor of one sentence. */
export function betweenOf(candidate: Placed, anchor: Anchor, { analyzed, words }: Scene): string[] {
  const from = Math.min(candidate.last, anchor.last) + 1;
  const to = Math.max(candidate.first, anchor.first);
  const found = new Set<string>();
  for (let i = from; i < to; i++) {
    const word = analyzed.tokens[i]?.lower ?? "";
    if (word === ";") found.add("between:semicolon");
    else if (word === "," || word === "—" || word === "–") found.add("between:comma");
    else if (OPENS_CLAUSE.has(word)) found.add(word === "and" ? "between:and" : "between:clause");
    else if (words.reports(word)) found.add("between:report");
  }
  return [...found];
}

/** Tokens between a date or a place and a verb of speech that it goes with: "said on Sunday". */
const SPEECH = 2;

/** "said on Sunday", "said in Geneva", "told reporters on Friday": a verb of speech right before it. */
export function isOfSpeech({ first }: Placed, { analyzed: { tokens }, words }: Scene): boolean {
  for (let i = first - 1; i >= first - 1 - SPEECH; i--) {
    const token = tokens[i];
    if (token === undefined || token.pos === "PUNCT") return false;
    if (words.reports(token.lower)) return true;
  }
  return false;
}
