import type { Placed, Scene } from "./read-scene.js";

/** Tokens of the head of a paragraph in which its dateline names a place, and tokens behind that in which its mark follows. */
const HEAD = 5;
const BEHIND = 12;

/** Marks that close off a dateline: "KANO, Nigeria (AP) —", "PATNA:". */
const CLOSERS: ReadonlySet<string> = new Set(["—", "–", "-", "--", "_", "|", ":"]);
/** Marks that open the items of a list. */
const BULLETS: ReadonlySet<string> = new Set(["•", "*", "·", "▪", "■", "►", "-", "–", "—", "+", "§"]);

/**
 * The place of a dateline at the head of a paragraph: a place name among its first words, closed off by a dash, a bar or a colon
 * before any verb or full stop.
 *
 *   KANO, Nigeria (AP) — Gunmen killed …
 *   ^^^^               ^
 */
export function datelineOf(
  sentence: number,
  { analyzed: { tokens, sentences }, places }: Pick<Scene, "analyzed" | "places">,
): Placed | null {
  const { first = 0, last = -1 } = sentences[sentence] ?? {};
  const gap = tokens[first]?.gap;
  if (first > 0 && gap !== "paragraph" && gap !== "line") return null;
  const place = places.find((one) => one.sentence === sentence && one.first - first <= HEAD);
  if (!place) return null;
  for (let i = place.last + 1; i <= Math.min(last, place.last + BEHIND); i++) {
    const token = tokens[i];
    if (CLOSERS.has(token?.lower ?? "")) return i < last ? place : null;
    if (token?.lower === "." || token?.pos === "VERB" || token?.pos === "AUX") return null;
  }
  return null;
}

/** True for a sentence that opens an item of a list with a mark. */
const isBullet = (sentence: number, { analyzed: { tokens, sentences } }: Pick<Scene, "analyzed">): boolean => {
  const token = tokens[sentences[sentence]?.first ?? 0];
  return token !== undefined && token.gap !== "none" && token.gap !== "space" && BULLETS.has(token.lower);
};

/** The items of a round-up: for every sentence how many datelines of their own, and how many list marks, stand up to it. */
export interface Items {
  readonly datelines: readonly number[];
  readonly bullets: readonly number[];
}

/** Cuts an article into items where a paragraph has a dateline of its own. The first dateline is the article's. */
export function findItems(scene: Pick<Scene, "analyzed" | "places" | "titleSentences">): Items {
  const datelines: number[] = [];
  const bullets: number[] = [];
  let [items, marks] = [0, 0];
  for (let i = 0; i < scene.analyzed.sentences.length; i++) {
    if (i > scene.titleSentences && datelineOf(i, scene) !== null) items++;
    if (isBullet(i, scene)) marks++;
    datelines.push(items);
    bullets.push(marks);
  }
  return { datelines, bullets };
}

/** The first place of a dateline, or one that follows it within that: "KANO, Nigeria — …". */
export function isOfDateline(candidate: Placed, scene: Pick<Scene, "analyzed" | "places">): boolean {
  const first = datelineOf(candidate.sentence, scene);
  return first !== null && (candidate === first || (candidate.first > first.last && candidate.first - first.last <= 3));
}
