/** A wording as names are compared: lower case, white space folded, quotes and dashes plain, no possessive, no stops. */
export function foldName(wording: string): string {
  return wording
    .toLowerCase()
    .replace(/[’‘`]/gu, "'")
    .replace(/[‐‑–]/gu, "-")
    .replace(/'s$/u, "")
    .replace(/\./gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}
