import iconv from "iconv-lite";

/** Decoded text and the encoding that it was read in, by the name that the web uses. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

/**
 * Decodes the bytes of a text: by byte order mark; else UTF-16 where every other byte of the head is zero; else UTF-8
 * where the bytes are valid UTF-8; else the charset that the text or its carrier declares; else the one that chardet
 * finds, if it is one that English hides in plain sight (an Asian or Cyrillic encoding with many high bytes); else the
 * one in which its words are most like words of a language: Windows-1252, those of Central Europe or Turkish, MacRoman. The
 * byte order mark is not part of the text.
 *
 * @param declared the charset that a carrier names (HTTP, mail), or null; the one that the text itself names is looked up.
 */
export async function decodeText(bytes: Uint8Array, declared: string | null = null): Promise<DecodedText> {
  const sniffed = sniffUnicode(bytes);
  if (sniffed !== null) return decodeAs(bytes, sniffed);
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    const charset = declared ?? declaredCharset(bytes);
    if (charset !== null && /^utf-?8$/i.test(charset)) return mostlyUtf8(bytes);
    const named = charset === null ? null : decodeNamed(bytes, charset);
    return named ?? (await decodeDetected(bytes)) ?? (isMostlyUtf8(bytes) ? mostlyUtf8(bytes) : await decodeSingleByte(bytes));
  }
}

/** The charset that HTML (`<meta charset>`) or XML (`encoding="…"`) names in its first 2,048 bytes, or null. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  const match =
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w:.-]+)/i.exec(head) ?? /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w:.-]+)/i.exec(head);
  return match?.[1]?.toLowerCase() ?? null;
}

function decodeAs(bytes: Uint8Array, encoding: string): DecodedText {
  // The decoder of the web knows no UTF-32.
  return { text: encoding.startsWith("utf-32") ? iconv.decode(bytes, encoding) : new TextDecoder(encoding).decode(bytes), encoding };
}

async function decodeSingleByte(bytes: Uint8Array): Promise<DecodedText> {
  const { detectSingleByte } = await import("./detect-single-byte.js");
  const encoding = await detectSingleByte(bytes);
  // Node 20's own decoder of Windows-1252 leaves 0x80 to 0x9F as control characters.
  return { text: iconv.decode(bytes, encoding), encoding };
}

const mostlyUtf8 = (bytes: Uint8Array): DecodedText => decodeAs(bytes, "utf-8");

function decodeNamed(bytes: Uint8Array, charset: string): DecodedText | null {
  // Browsers read ISO-8859-1 and US-ASCII as Windows-1252, which has their letters and the quotes that people type.
  const name = /^(?:iso-?8859-?1|latin-?1|us-ascii|ascii)$/i.test(charset) ? "windows-1252" : charset;
  if (!iconv.encodingExists(name)) return null;
  return { text: iconv.decode(bytes, name), encoding: name.toLowerCase() };
}

/** Encodings whose high bytes are letters of another script: chardet tells them well, and only they need it. */
const OTHER_SCRIPTS = /^(?:shift_jis|euc-jp|euc-kr|gb18030|gb2312|big5|koi8-r|windows-125[1356]|iso-8859-[5-8].*|iso-2022.*|utf-32.*)$/i;

async function decodeDetected(bytes: Uint8Array): Promise<DecodedText | null> {
  const head = bytes.subarray(0, 65_536);
  let high = 0;
  for (const byte of head) if (byte >= 0x80) high++;
  if (high * 10 < head.length) return null;
  const { default: chardet } = await import("chardet");
  const best = chardet.analyse(head)[0];
  return best && best.confidence >= 30 && OTHER_SCRIPTS.test(best.name) ? decodeNamed(bytes, best.name) : null;
}

/** True where at least nine of ten high bytes belong to whole UTF-8 sequences: UTF-8 with a damaged spot. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let broken = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1;
    let follows = 1;
    while (follows < length && ((bytes[i + follows] ?? 0) & 0xc0) === 0x80) follows++;
    if (length > 1 && follows === length) whole += length;
    else broken++;
    i += follows - 1;
  }
  return whole > 0 && whole >= broken * 9;
}

function sniffUnicode(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | "utf-32le" | "utf-32be" | null {
  const wide = sniffUtf32(bytes);
  if (wide !== null) return wide;
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, 1024);
  if (head.length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < head.length; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  const pairs = Math.floor(head.length / 2);
  if (odd > pairs * 0.7 && even < pairs * 0.1) return "utf-16le";
  if (even > pairs * 0.7 && odd < pairs * 0.1) return "utf-16be";
  return null;
}

/** UTF-32 by its byte order mark, or by the zeros that three of its four bytes are in every letter. */
function sniffUtf32(bytes: Uint8Array): "utf-32le" | "utf-32be" | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return "utf-32le";
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return "utf-32be";
  const head = bytes.subarray(0, 1024);
  if (head.length < 8 || bytes.length % 4 !== 0) return null;
  let little = 0;
  let big = 0;
  for (let i = 0; i + 3 < head.length; i += 4) {
    if (head[i + 2] === 0 && head[i + 3] === 0 && head[i] !== 0) little++;
    if (head[i] === 0 && head[i + 1] === 0 && head[i + 3] !== 0) big++;
  }
  const letters = Math.floor(head.length / 4);
  return little === letters ? "utf-32le" : big === letters ? "utf-32be" : null;
}
