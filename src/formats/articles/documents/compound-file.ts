import type { Article } from "../../../model/article.js";
import type { Checked } from "../../../model/diagnostic.js";
import { htmlToText } from "../html-text.js";
import { makeArticle } from "../make-article.js";
import { oneError } from "../one-error.js";
import { readPublishedDate } from "../published-date.js";

/** What a compound file (OLE) is, by the name of a stream in its directory, and the remedy where it is not read. */
const KINDS: readonly { readonly stream: string; readonly refusal: string | null }[] = [
  { stream: "__properties_version1.0", refusal: null },
  { stream: "EncryptedPackage", refusal: "A document locked by a password. Save a copy without one." },
  { stream: "WordDocument", refusal: "A Word document of the old form (.doc), which is not read. Save it as .docx." },
  { stream: "Workbook", refusal: "An Excel workbook of the old form (.xls), which is not read. Save it as .xlsx or CSV." },
  { stream: "Book", refusal: "An Excel workbook of the old form (.xls), which is not read. Save it as .xlsx or CSV." },
  { stream: "PowerPoint Document", refusal: "A presentation of the old form (.ppt), which is not read. Save it as PDF." },
];

const UNKNOWN = "A compound file (OLE) of an unknown kind, which is not read. Save it as .docx, PDF or text.";

type MsgReaderClass = new (bytes: ArrayBuffer) => { readonly getFileData: () => MsgFields };
/** What msgreader finds of a mail. */
interface MsgFields {
  readonly error?: string;
  readonly subject?: string;
  readonly body?: string;
  readonly bodyHtml?: string;
  readonly html?: Uint8Array;
  readonly headers?: string;
  readonly senderName?: string;
  readonly senderEmail?: string;
  readonly clientSubmitTime?: string;
  readonly messageDeliveryTime?: string;
}

/** Reads a mail of Outlook (.msg) by msgreader; compound files of other kinds are refused by name. */
export async function readCompoundFile(bytes: Uint8Array, id: string, place: string): Promise<Checked<readonly Article[]>> {
  const kind = KINDS.find(({ stream }) => holdsName(bytes, stream));
  if (kind === undefined) return oneError("unsupported-format", UNKNOWN, place);
  if (kind.refusal !== null) return oneError("unsupported-format", kind.refusal, place);
  const { default: loaded } = await import("@kenjiuno/msgreader");
  // A module of CommonJS: its default export is a property of what Node imports, and the import itself under a bundler.
  const MsgReader = (loaded as unknown as { readonly default?: MsgReaderClass }).default ?? (loaded as unknown as MsgReaderClass);
  const copy = new Uint8Array(bytes);
  const mail = new MsgReader(copy.buffer).getFileData();
  if (mail.error) return oneError("mail", `Not a readable mail of Outlook: ${mail.error}.`, place);
  const html = mail.bodyHtml ?? (mail.html ? new TextDecoder().decode(mail.html) : "");
  const text = mail.body?.trim() ? mail.body : htmlToText(html);
  const written = /^date:(.+)$/im.exec(mail.headers ?? "")?.[1] ?? mail.clientSubmitTime ?? mail.messageDeliveryTime ?? null;
  const article = makeArticle({
    id,
    text,
    title: mail.subject ?? null,
    source: mail.senderName ?? mail.senderEmail ?? null,
    publishedAt: readPublishedDate(written?.trim()),
  });
  return { value: [article], diagnostics: [] };
}

/** True where a directory names a stream: in UTF-16, each name in an entry of its own. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const wanted = Buffer.from(`${name}\0`, "utf16le");
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(wanted);
}
