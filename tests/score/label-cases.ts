import type { Label, LabelLayer } from "../../src/score/label.js";

/** A label of a test, written short. */
export const label = (kind: string, start: number, end: number, more: Partial<Label> = {}): Label => ({ kind, start, end, ...more });

export const layer = (id: string, ...mentions: readonly Label[]): LabelLayer => ({ id, mentions });

/** No resampling: tests of counts need none. */
export const PLAIN = { bootstrap: { resamples: 0, seed: 1 } } as const;
