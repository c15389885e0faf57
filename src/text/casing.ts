const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;

/** True where the text has capitals and no lower-case letter ("SCORES HURT"). */
export function isAllCapitals(text: string): boolean {
  return UPPER.test(text) && !LOWER.test(text);
}

/** True where the first letter is a capital. */
export function isCapitalized(text: string): boolean {
  const first = text.codePointAt(0);
  return first !== undefined && UPPER.test(String.fromCodePoint(first));
}
