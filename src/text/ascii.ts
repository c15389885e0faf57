/** What an ASCII character is; none of them is 0. */
export const UPPER = 1;
export const LOWER = 2;
export const DIGIT = 4;
export const UNDERSCORE = 8;
export const SPACE = 16;

const CLASSES = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code);
  CLASSES[code] = /[A-Z]/.test(char) ? UPPER : /[a-z]/.test(char) ? LOWER : /\d/.test(char) ? DIGIT : /\s/.test(char) ? SPACE : 0;
}
CLASSES[0x5f] = UNDERSCORE;

/** The class of a UTF-16 unit below 128, 0 for punctuation and controls; undefined of others. */
export const asciiClass = (code: number): number => CLASSES[code] as number;

/** All classes that the characters of a word have, or -1 where one of them is not ASCII. */
export function asciiClasses(word: string): number {
  let classes = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code > 127) return -1;
    classes |= CLASSES[code] as number;
  }
  return classes;
}
