/**
 * Lines of the program for a terminal: control characters, direction marks and what else names of files and values of JSON may
 * hold that would move the cursor, color the screen or turn the text around are shown as `\u001b`. Ends with a line end.
 */
export function printable(lines: string): string {
  const shown = lines.replace(
    // eslint-disable-next-line no-control-regex -- control characters are what this shows
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\p{Cs}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return shown.endsWith("\n") ? shown : `${shown}\n`;
}
