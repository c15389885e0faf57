import { burn } from "@kenjiuno/msgreader/lib/Burner.js";

/** A copy of its own: the writer takes the whole memory behind an array. */
const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "utf16le"));
const ROOT = 5;
const DOCUMENT = 2;

/** A compound file (OLE) of the streams given. */
export function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries = Object.entries(streams);
  return burn([
    { name: "Root Entry", type: ROOT, length: 0, children: entries.map((_, index) => index + 1) },
    ...entries.map(([name, bytes]) => ({ name, type: DOCUMENT, length: bytes.length, binaryProvider: () => bytes })),
  ]);
}

/** A mail as Outlook saves it: subject, text, sender and head as streams of properties. */
export function outlookMail({ subject, body, sender, date }: Readonly<Record<"subject" | "body" | "sender" | "date", string>>): Uint8Array {
  return compoundFile({
    "__properties_version1.0": new Uint8Array(32),
    "__substg1.0_0037001F": utf16(subject),
    "__substg1.0_1000001F": utf16(body),
    "__substg1.0_0C1A001F": utf16(sender),
    "__substg1.0_007D001F": utf16(`From: desk\r\nDate: ${date}\r\n`),
  });
}
