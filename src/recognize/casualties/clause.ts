import type { Chunk, NounPhrase, VerbGroup } from "./chunk.js";

/** Words that open a clause or a phrase: "after two people were killed", "after the attack". */
export const CLAUSAL_PREPOSITION = new Set(["after", "before", "since", "until", "as", "than", "following"]);
const NOT_PEOPLE = new Set(["time", "measure", "money", "event", "thing", "animal"]);

export const nounPhraseAt = (chunks: readonly Chunk[], i: number): NounPhrase | null => {
  const chunk = chunks[i];
  return chunk?.kind === "np" ? chunk : null;
};
export const verbAt = (chunks: readonly Chunk[], i: number): VerbGroup | null => {
  const chunk = chunks[i];
  return chunk?.kind === "verb" ? chunk : null;
};
export const kindAt = (chunks: readonly Chunk[], i: number): Chunk["kind"] | null => chunks[i]?.kind ?? null;
export const isAdverbial = (chunk: Chunk | undefined): boolean =>
  chunk?.kind === "adv" || (chunk?.kind === "np" && chunk.cls === "time" && chunk.quantity === null);

/** True for a noun phrase that may count or name people. */
export const mayBePeople = (np: NounPhrase): boolean => !NOT_PEOPLE.has(np.cls) && np.cls !== "pron";
export const looksLikePeople = (np: NounPhrase): boolean =>
  np.cls === "person" || np.cls === "household" || (np.quantity !== null && mayBePeople(np));

/** The index of the chunk before `i` that governs it, adverbs skipped; -1 at the start. */
export function before(chunks: readonly Chunk[], i: number): number {
  let j = i - 1;
  while (j >= 0 && isAdverbial(chunks[j])) j--;
  return j;
}

/** Up from "12 people" over "of" to "the bodies of 12 people": the index of the outermost noun phrase. */
export function outermost(chunks: readonly Chunk[], i: number): number {
  let at = i;
  while (kindAt(chunks, at - 1) === "of" && kindAt(chunks, at - 2) === "np") at -= 2;
  return at;
}

/** The comma that opens what the comma at `closing` closes: an apposition, a participle, a relative clause; -1 for none. */
export function openingComma(chunks: readonly Chunk[], closing: number): number {
  for (let m = closing - 1; m >= 1 && closing - m < 24; m--) {
    if (kindAt(chunks, m) === "stop" || (kindAt(chunks, m) === "sub" && kindAt(chunks, m - 1) !== "np")) return -1;
    if (kindAt(chunks, m) !== "comma") continue;
    const first = chunks[m + 1];
    if (!first) return -1;
    const left = kindAt(chunks, m - 1);
    const opens =
      first.kind === "rel" ||
      first.kind === "include" ||
      first.kind === "np" ||
      first.kind === "prep" ||
      first.kind === "adv" ||
      (first.kind === "verb" && (first.bare || first.infinitive)) ||
      first.kind === "other" ||
      first.kind === "pred";
    if (opens && (left === "np" || left === "other")) return m;
    if (opens && (left === "adv" || left === "pred" || left === "rel")) return m;
  }
  return -1;
}
