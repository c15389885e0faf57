import { isProse, isSentence } from "./block-rules.js";
import { keyOf } from "./clean-story.js";
import type { HtmlBlock } from "./html-blocks.js";

/** Shares of the wide reading on which both agree: below the lower one it stands alone, below the upper one the narrow one missed much. */
const AGREEMENT = { lone: 0.3, partial: 0.6 } as const;

const unitsOf = (blocks: readonly HtmlBlock[]): number => blocks.reduce((units, { text }) => units + text.length, 0);

/**
 * What two readings of a page agree on. `wide` finds nearly all of a story and now and then more; `narrow` loses parts and
 * takes in other things. A block of `wide` alone stays where it is running prose or a quotation between blocks of both.
 */
export function agreeOnStory(wide: readonly HtmlBlock[], narrow: readonly HtmlBlock[]): readonly HtmlBlock[] {
  if (wide.length === 0) return narrow;
  const inNarrow = new Set(narrow.map(keyOf));
  const agreed = wide.map((block) => inNarrow.has(keyOf(block)));
  const share = unitsOf(wide.filter((_, index) => agreed[index])) / unitsOf(wide);
  if (share < AGREEMENT.lone) return wide;
  const first = agreed.indexOf(true);
  const last = agreed.lastIndexOf(true);
  return wide.filter((block, index) => {
    if (agreed[index]) return true;
    // A lead is a story's most important sentence, and the one that a reader takes for a line of day and place.
    const isLead = index < first && isSentence(block);
    const isWithin = share < AGREEMENT.partial || (index > first && index < last);
    return isLead || (isWithin && (isProse(block) || block.element === "quote"));
  });
}
