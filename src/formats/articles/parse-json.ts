/** Integers too large for a number of JavaScript, and strings, which may look as if they held some. */
const STRING_OR_LARGE = /"(?:[^"\\]|\\.)*"|-?\b\d{16,}\b(?![.e])/gi;
const LARGE = /[:,[]\s*-?\d{16,}/;

/**
 * Parses JSON with integers beyond 2^53 as strings, which keeps all their digits: numbers of posts and messages are such.
 * What stands before the data in the exports of X (`window.YTD.tweets.part0 = `) is passed over. Throws as JSON.parse does.
 */
export function parseJson(json: string): unknown {
  const data = json.replace(/^\s*window\.YTD\.\w+\.part\d+\s*=\s*/, "");
  const exact = LARGE.test(data)
    ? data.replace(STRING_OR_LARGE, (token) => (token.startsWith('"') || Number.isSafeInteger(Number(token)) ? token : `"${token}"`))
    : data;
  return JSON.parse(exact) as unknown;
}
