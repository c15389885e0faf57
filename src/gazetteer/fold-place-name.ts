/** Letters that no decomposition takes apart, as English writes them. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ħ: "h",
  ŋ: "n",
  ə: "a",
};

const ASCII_WORDS = /^[a-z0-9 ]+$/;

/**
 * The spelling under which names of places are compared: lower case, without accents, apostrophes and stops; hyphens
 * and slashes are spaces. The gazetteer is sorted by it, so a change here needs `npm run build:gazetteer`.
 */
export function foldPlaceName(wording: string): string {
  const lower = wording.toLowerCase();
  if (ASCII_WORDS.test(lower)) return lower.includes("  ") ? lower.replace(/ +/g, " ").trim() : lower.trim();
  return lower
    .normalize("NFD")
    .replace(/[\p{M}'’‘`ʻʼʿʾ´′.]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/[łøđðıßæœþħŋə]/gu, (letter) => PLAIN[letter] ?? letter)
    .trim();
}
