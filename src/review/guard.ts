/** Headers of every answer: nothing but the page's own files runs or is loaded, and no other page may read or frame it. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
  "Cache-Control": "no-store",
};

/** What of a request is looked at before anything else. */
export interface Knock {
  readonly method: string;
  /** Headers as they came; null where absent. */
  readonly host: string | null;
  readonly origin: string | null;
  readonly fetchSite: string | null;
  /** The path of the address, `/TOKEN/api/session`. */
  readonly path: string;
}

/**
 * Why a request is not answered; null where it is. A page of another site that has its name resolve to this computer (DNS
 * rebinding) sends its own Host, a form or script of another site its own Origin, and nobody but the user has the token.
 *
 * @param port the port that the server listens on.
 */
export function refusalOf({ host, origin, fetchSite, path }: Knock, port: number, token: string): string | null {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (host === null || !hosts.includes(host)) return "This server answers to 127.0.0.1 alone.";
  if (origin !== null && !hosts.some((own) => origin === `http://${own}`)) return "This server answers to its own page alone.";
  if (fetchSite !== null && !["same-origin", "none"].includes(fetchSite)) return "This server answers to its own page alone.";
  const given = path.split("/")[1] ?? "";
  return sameToken(given, token) ? null : "The address lacks the token: open the one that dateline printed.";
}

/** Compares without telling by its time where they differ. */
function sameToken(given: string, token: string): boolean {
  if (given.length !== token.length || token === "") return false;
  let difference = 0;
  for (let i = 0; i < token.length; i++) difference |= given.charCodeAt(i) ^ token.charCodeAt(i);
  return difference === 0;
}
