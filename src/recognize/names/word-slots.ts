/** Rows of a table, handed out to words; see {@link createWordSlots}. */
export interface WordSlots {
  /** Begins a round: what is asked for within it keeps its row until the next. */
  readonly begin: () => void;
  /** The row of a word, or -1 where it has none. */
  readonly find: (word: string) => number;
  /** Gives a word that has no row one, if need be that of a word not asked for lately. */
  readonly claim: (word: string) => number;
}

/**
 * Frequent words stay, rare ones make room: the clock algorithm (Corbató 1968). Words that were asked for since the hand
 * last passed are spared once. The table has `size` rows, and more once a round asks for more words than that.
 */
export function createWordSlots(size: number): WordSlots {
  const slots = new Map<string, number>();
  const words: string[] = [];
  /** The last round that asked for each row's word, and whether one did since the hand passed (1). */
  const rounds: number[] = [];
  const asked: number[] = [];
  let round = 0;
  /** Words of this round. */
  let held = 0;
  let hand = 0;
  const mark = (slot: number): number => {
    if (rounds[slot] !== round) held++;
    rounds[slot] = round;
    asked[slot] = 1;
    return slot;
  };
  const vacate = (): number => {
    for (;;) {
      const slot = hand;
      hand = (hand + 1) % words.length;
      if (rounds[slot] === round) continue;
      if (asked[slot] === 1) asked[slot] = 0;
      else {
        slots.delete(words[slot] as string);
        return slot;
      }
    }
  };
  return {
    begin: () => {
      round++;
      held = 0;
    },
    find: (word) => {
      const slot = slots.get(word);
      return slot === undefined ? -1 : mark(slot);
    },
    claim: (word) => {
      const slot = words.length < size || held === words.length ? words.length : vacate();
      words[slot] = word;
      slots.set(word, slot);
      return mark(slot);
    },
  };
}
