/**
 * What the first bytes of a file say that it is: a format by the ending that ARTICLE_FORMATS or COLLECTION_ENDINGS know
 * it under, or one that is recognized and not read, with the remedy. Null where they say nothing.
 */
export type DetectedFormat = { readonly ending: string; readonly refusal: null } | { readonly ending: null; readonly refusal: string };

/** Bytes of a file's head that are looked at. */
export const HEAD_BYTES = 65_536;

const known = (ending: string): DetectedFormat => ({ ending, refusal: null });
const refused = (refusal: string): DetectedFormat => ({ ending: null, refusal });

interface Signature {
  readonly starts: string;
  /** Where it stands; 0 unless given. */
  readonly at?: number;
  readonly format: DetectedFormat;
}

const UNPACK = "Unpack it and give the folder.";

/** Signatures of binary formats, as Latin-1. */
const SIGNATURES: readonly Signature[] = [
  { starts: "%PDF-", format: known(".pdf") },
  { starts: "\u001f\u008b", format: known(".gz") },
  { starts: "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", format: known(".ole") },
  { starts: "WARC/", format: known(".warc") },
  { starts: "filedesc://", format: known(".arc") },
  { starts: "7z\u00bc\u00af\u0027\u001c", format: refused(`A 7-Zip archive, which is not opened. ${UNPACK}`) },
  { starts: "Rar!\u001a\u0007", format: refused(`A RAR archive, which is not opened. ${UNPACK}`) },
  { starts: "BZh", format: refused(`A bzip2 file, which is not opened. ${UNPACK}`) },
  { starts: "\u00fd7zXZ", format: refused(`An xz file, which is not opened. ${UNPACK}`) },
  { starts: "\u0028\u00b5\u002f\u00fd", format: refused(`A Zstandard file, which is not opened. ${UNPACK}`) },
  { starts: "ustar", at: 257, format: refused(`A tar archive, which is not opened. ${UNPACK}`) },
  { starts: "!BDN", format: refused("An Outlook data file (PST), which is not read. Export its mails as .eml, .msg or .mbox.") },
  {
    starts: "bplist00",
    format: refused("A binary property list, such as a Safari web archive, which is not read. Save the page as HTML."),
  },
  { starts: "BOOKMOBI", at: 60, format: refused("A Kindle book, which is not read. Convert it to .docx or .txt.") },
  { starts: "AT&TFORM", format: refused("A DjVu document, which is not read. Convert it to PDF with its text.") },
  { starts: "%!PS", format: refused("A PostScript document, which is not read. Convert it to PDF.") },
  { starts: "SQLite format 3\u0000", format: refused("An SQLite database, which is not read. Export its table of articles as CSV.") },
  { starts: "PAR1", format: refused("A Parquet table, which is not read. Export it as CSV or JSON Lines.") },
  { starts: "\u00ffWPC", format: refused("A WordPerfect document, which is not read. Save it as .docx.") },
  { starts: "{\\rtf", format: known(".rtf") },
];

/** What the names and the first member of a zip container say, best first. */
const CONTAINERS: readonly { readonly holds: RegExp; readonly format: DetectedFormat }[] = [
  { holds: /mimetypeapplication\/epub\+zip/, format: refused("An EPUB book, which is not read. Convert it to .docx, .html or .txt.") },
  { holds: /mimetypeapplication\/vnd\.oasis\.opendocument\.text/, format: known(".odt") },
  { holds: /mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/, format: known(".ods") },
  {
    holds: /mimetypeapplication\/vnd\.oasis\.opendocument\.presentation/,
    format: refused("A presentation, which is not read. Save it as PDF."),
  },
  { holds: /(?:_rels\/|\[Content_Types\])[\s\S]*word\/|word\/document\.xml/, format: known(".docx") },
  { holds: /(?:_rels\/|\[Content_Types\])[\s\S]*xl\/|xl\/workbook\.xml/, format: known(".xlsx") },
  {
    holds: /(?:_rels\/|\[Content_Types\])[\s\S]*ppt\/|ppt\/presentation\.xml/,
    format: refused("A presentation, which is not read. Save it as PDF."),
  },
  {
    holds: /Index\/Document\.iwa/,
    format: refused("A document of Apple Pages, Numbers or Keynote, which is not read. Export it as .docx, .xlsx or PDF."),
  },
];

/** A line of a mail's head. */
const MAIL_FIELDS = [
  "return-path",
  "received",
  "delivered-to",
  "from",
  "to",
  "subject",
  "date",
  "message-id",
  "mime-version",
  "content-type",
  "content-transfer-encoding",
  "x-[\\w-]+",
  "snapshot-content-location",
  "cc",
  "reply-to",
  "sender",
  "in-reply-to",
  "references",
  "dkim-signature",
  "list-[\\w-]+",
  "authentication-results",
  "arc-[\\w-]+",
] as const;
const MAIL_HEAD = new RegExp(`^(?:${MAIL_FIELDS.join("|")}):`, "i");

/** Tells a format by its first bytes; one that is plain text only where its head opens as such files do. */
export function detectFormat(head: Uint8Array): DetectedFormat | null {
  const bytes = head.subarray(0, HEAD_BYTES);
  const latin = bytesAsUnits(bytes);
  for (const { starts, at = 0, format } of SIGNATURES) if (latin.startsWith(starts, at)) return format;
  if (latin.startsWith("PK\u0003\u0004") || latin.startsWith("PK\u0005\u0006")) {
    return CONTAINERS.find(({ holds }) => holds.test(latin))?.format ?? known(".zip");
  }
  return detectText(decodeHead(bytes, latin));
}

/** A string whose units are the bytes. TextDecoder has no such encoding: its "latin1" is Windows-1252. */
function bytesAsUnits(bytes: Uint8Array): string {
  let units = "";
  for (let at = 0; at < bytes.length; at += 4096) units += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return units;
}

/** The head as text: UTF-16 by its mark, else byte by byte, which keeps the markup that tells formats. */
function decodeHead(bytes: Uint8Array, latin: string): string {
  if (latin.startsWith("\u00ff\u00fe")) return new TextDecoder("utf-16le").decode(bytes);
  if (latin.startsWith("\u00fe\u00ff")) return new TextDecoder("utf-16be").decode(bytes);
  return latin.replace(/^\u00ef\u00bb\u00bf/, "");
}

function detectText(text: string): DetectedFormat | null {
  const start = text.trimStart();
  if (start.startsWith("{\\rtf")) return known(".rtf");
  if (/^(?:<!--[\s\S]{0,4000}?-->\s*)*(?:<!doctype\s+html|<html[\s>])/i.test(start)) return known(".html");
  if (/^<\?xml[\s?]/.test(start)) return /^<\?xml[^>]*>\s*(?:<![^>]*>\s*)*<html[\s>]/i.test(start) ? known(".html") : known(".xml");
  if (/^window\.YTD\.\w+\.part\d+\s*=/.test(start)) return known(".json");
  return detectMail(text);
}

/** Mail kinds by the lines of their head: mbox, saved pages in parts (MHTML), single mails. */
function detectMail(text: string): DetectedFormat | null {
  const lines = text.slice(0, 32_768).split(/\r?\n/);
  const [first = "", second = ""] = lines;
  if (/^From \S/.test(first) && /\b\d{4}\b/.test(first) && MAIL_HEAD.test(second.replace(/^>/, ""))) return known(".mbox");
  const end = lines.findIndex((line) => line.trim() === "");
  const head = end < 0 ? lines : lines.slice(0, end);
  if (head.length === 0 || !head.every((line) => /^[\w-]+:|^[ \t]/.test(line))) return null;
  const joined = head.join("\n");
  if (!/^mime-version:|^message-id:|^received:/im.test(joined)) return null;
  const isPage = /^content-type:\s*multipart\/related/im.test(joined) && !/^received:|^message-id:|^to:/im.test(joined);
  return known(isPage ? ".mhtml" : ".eml");
}
