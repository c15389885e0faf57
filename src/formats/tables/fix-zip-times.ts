/** 1 January 1980, midnight, as DOS writes it: the least that a zip can hold. */
const DOS_TIME = 0x0000;
const DOS_DATE = 0x0021;

/** A zip with the same times for all members, so that the same content is the same bytes whenever it is written. */
export function fixZipTimes(zip: Uint8Array): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) return bytes;
  let at = view.getUint32(end + 16, true);
  for (let member = view.getUint16(end + 10, true); member > 0 && view.getUint32(at, true) === 0x02014b50; member--) {
    view.setUint16(at + 12, DOS_TIME, true);
    view.setUint16(at + 14, DOS_DATE, true);
    const local = view.getUint32(at + 42, true);
    view.setUint16(local + 10, DOS_TIME, true);
    view.setUint16(local + 12, DOS_DATE, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}
