import type { AnalyzedText } from "../../model/token.js";

/** The index of the sentence that holds a position, or of the last one before it. Logarithmic. */
export function sentenceFinder({ sentences }: AnalyzedText): (at: number) => number {
  return (at) => {
    let low = 0;
    let high = sentences.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sentences[middle]?.end ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
