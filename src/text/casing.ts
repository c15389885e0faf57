const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;

/** True where the text has capitals and no lower-case letter ("SCORES HURT"). */
export function isAllCapitals(text: string): boolean {
  return UPPER.test(text) && !LOWER.test(text);
}
