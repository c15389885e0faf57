import type { Article } from "../../model/article.js";
import type { Checked, Diagnostic } from "../../model/diagnostic.js";
import { htmlToText } from "./html-text.js";
import { makeArticle } from "./make-article.js";
import { oneError } from "./one-error.js";
import { readPublishedDate } from "./published-date.js";

/**
 * Reads a saved mail (.eml) by postal-mime: its plain text, else its HTML as text; subject, sender and date from the
 * head. Attachments are left out, with a warning. Encodings of parts and headers are those that the mail declares.
 */
export async function readMailMessage(bytes: Uint8Array, id: string, place: string): Promise<Checked<readonly Article[]>> {
  const { default: PostalMime } = await import("postal-mime");
  let mail;
  try {
    mail = await PostalMime.parse(bytes, { maxNestingDepth: 30, maxHeadersSize: 1_000_000 });
  } catch (error) {
    return oneError("mail", `Not a readable mail: ${error instanceof Error ? error.message : String(error)}.`, place);
  }
  if (mail.headers.length === 0) return oneError("mail", "Not a mail: it has no head (From, Subject, Date).", place);
  const { from } = mail;
  const written = mail.headers.find((header) => header.key === "date")?.value ?? null;
  const article = makeArticle({
    id,
    text: chooseText(repairQuotes(mail.text ?? ""), htmlToText(repairQuotes(mail.html ?? ""))),
    title: repairQuotes(mail.subject ?? ""),
    publishedAt: readPublishedDate(written),
    source: from?.name || from?.address || null,
  });
  return { value: [article], diagnostics: warnOfAttachments(mail.attachments, place) };
}

/** A plain text that is so many times shorter than the HTML of the same mail, and short, says only that there is HTML. */
const STUB = { units: 400, times: 3 } as const;

/** The plain text of a mail, or what its HTML says where there is none or a stub in its place ("See the HTML version"). */
function chooseText(plain: string, html: string): string {
  const units = plain.trim().length;
  return units === 0 || (units < STUB.units && html.length > units * STUB.times) ? html : plain;
}

interface Attachment {
  readonly filename: string | null;
  readonly mimeType: string;
  readonly disposition?: string | null;
}

function warnOfAttachments(attachments: readonly Attachment[], place: string): readonly Diagnostic[] {
  const names = attachments
    .filter(({ mimeType, disposition }) => !mimeType.startsWith("image/") || disposition === "attachment")
    .map(({ filename, mimeType }) => filename ?? mimeType);
  if (names.length === 0) return [];
  const listed = `${names.slice(0, 5).join(", ")}${names.length > 5 ? ` and ${names.length - 5} more` : ""}`;
  return [
    { severity: "warning", code: "attachments", place, message: `Attachments are not read: ${listed}. Save them as files of their own.` },
  ];
}

/** What Windows-1252 has at 0x80 to 0x9F; a space where it has nothing. */
const WINDOWS_1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** Node 20 decodes Windows-1252, which mails mostly are, with control characters where its quotes and dashes stand. */
function repairQuotes(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80));
}
