import { BLOCK_RULES, isProse, isSentence } from "./block-rules.js";
import type { HtmlBlock } from "./html-blocks.js";

/** How many blocks back a block may stand that it repeats: captions are told twice, refrains are not. */
const REPEATED_WITHIN = 3;

/** What two blocks have in common but for marks, spaces and case. */
export const keyOf = ({ text }: Pick<HtmlBlock, "text">): string => text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();

/** The blocks of a story without what stands around it, by {@link BLOCK_RULES}. */
export function cleanStory(blocks: readonly HtmlBlock[]): readonly HtmlBlock[] {
  const prose = blocks.map(isProse);
  const total = prose.filter(Boolean).length;
  const kept: HtmlBlock[] = [];
  let before = 0;
  let inList = false;
  for (const [index, block] of blocks.entries()) {
    const isRunning = prose[index] === true;
    const place = { proseBefore: before, proseAfter: total - before - (isRunning ? 1 : 0) };
    if (isRunning) before++;
    if (inList && !isRunning && (block.linked >= 0.3 || (block.text.length <= 80 && !isSentence(block)))) continue;
    inList = false;
    const rule = BLOCK_RULES.find(({ matches }) => matches(block, place));
    if (rule) {
      inList = rule.drops === "list";
      continue;
    }
    const key = keyOf(block);
    if (key.length > 15 && kept.slice(-REPEATED_WITHIN).some((other) => keyOf(other) === key)) continue;
    kept.push(block);
  }
  return kept;
}
