/**
 * Offsets that other programs count in code points (Python, brat, spaCy, doccano) or in bytes of UTF-8, for every UTF-16
 * offset of a text: entry `i` is the foreign offset of unit `i`, the last entry that of the end. Inside a surrogate pair
 * the entry is that of the pair's start.
 */
export type OffsetTable = Uint32Array;

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

export function codePointOffsets(text: string): OffsetTable {
  return buildTable(text, () => 1);
}

export function byteOffsets(text: string): OffsetTable {
  return buildTable(text, (point) => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4));
}

function buildTable(text: string, widthOf: (codePoint: number) => number): OffsetTable {
  const table = new Uint32Array(text.length + 1);
  let offset = 0;
  for (let i = 0; i < text.length;) {
    const point = text.codePointAt(i) ?? 0;
    const units = isHigh(text.charCodeAt(i)) && isLow(text.charCodeAt(i + 1)) ? 2 : 1;
    for (let u = 0; u < units; u++) table[i + u] = offset;
    offset += widthOf(point);
    i += units;
  }
  table[text.length] = offset;
  return table;
}

/** The UTF-16 offset whose foreign offset is this one; null where a character begins nowhere there. */
export function toUtf16(table: OffsetTable, foreign: number): number | null {
  let low = 0;
  let high = table.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((table[middle] ?? 0) < foreign) low = middle + 1;
    else high = middle;
  }
  return table[low] === foreign ? low : null;
}
