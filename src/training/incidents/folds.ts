/** Parts that incidents are cut into: what is learnt from four is checked on the fifth. */
export const FOLDS = 5;

/** The part that an incident belongs to, by its name: always the same. */
export const foldOf = (incident: string): number =>
  [...incident].reduce((hash, c) => (Math.imul(hash, 31) + c.charCodeAt(0)) >>> 0, 7) % FOLDS;
