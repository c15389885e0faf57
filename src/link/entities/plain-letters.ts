/** Letters without a base letter that Unicode takes apart. */
const LETTERS: Readonly<Record<string, string>> = { ß: "ss", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", æ: "ae", œ: "oe", ı: "i" };

/** Lower case without accents, apostrophes, quotes and stops; dashes are hyphens. */
export function plainLetters(wording: string): string {
  return wording
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[ßøđðþłæœı]/gu, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’‘`´".“”]/gu, "")
    .replace(/[‐‑–—]/gu, "-");
}
