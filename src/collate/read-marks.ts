import { hashWord } from "./hash-word.js";

/** Most marks that are kept of an article, and characters that they are read from. */
const KEPT = 120;
const READ = 20_000;

/** Words that begin with a capital, one after the other: names of people, streets, schools, units. */
const NAME = /(?<![\p{L}\p{M}'’-])\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]*)+/gu;
/** A number and the word behind it: `23-year`, `800 block`, `14 hostages`. */
const NUMBER = /(?<![\p{L}\p{N}.,])\d[\d.,:]*[- ]\p{Ll}+/gu;
/** Share of capitals above which a text is written in them, and capitals say nothing. */
const CAPITALS = 0.5;

/**
 * The marks of an article: pairs of words that few other articles have, by which two of one happening know each other
 * even where they are worded otherwise. As hashes, in order of first appearance.
 */
export function readMarks(text: string): readonly number[] {
  const read = text.slice(0, READ);
  const marks = new Set<number>();
  if (!isInCapitals(read)) {
    for (const [run] of read.matchAll(NAME)) {
      const words = run.toLowerCase().split(" ");
      for (let i = 1; i < words.length; i++) marks.add(hashWord(`${words[i - 1]} ${words[i]}`));
    }
  }
  for (const [number] of read.matchAll(NUMBER)) marks.add(hashWord(number.toLowerCase().replace("-", " ")));
  return [...marks].slice(0, KEPT);
}

function isInCapitals(text: string): boolean {
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = text.match(/\p{Ll}/gu)?.length ?? 0;
  return upper > CAPITALS * (upper + lower);
}
