import type { Span } from "../model/span.js";

/** Units after which a section ends at the next good place, and those at which it ends in any case. */
const SECTION = { wanted: 15_000, most: 20_000 } as const;

/**
 * Cuts a long text into sections that are read one after the other, so that time and memory grow with its length and no
 * more: after a blank line, else after a line, else after a sentence, else at white space. A text of 20,000 units or fewer, as
 * nearly every article is, is one section. Sections adjoin; none is empty.
 */
export function cutSections(text: string): readonly Span[] {
  const sections: Span[] = [];
  let start = 0;
  while (text.length - start > SECTION.most) {
    const end = start + endOfSection(text.slice(start + SECTION.wanted, start + SECTION.most)) + SECTION.wanted;
    sections.push({ start, end });
    start = end;
  }
  sections.push({ start, end: text.length });
  return sections;
}

/** Where what is left of a section's room is best cut. */
function endOfSection(room: string): number {
  for (const place of [/\n[ \t\r]*\n\s*/, /\n\s*/, /[.!?…]["'”’»)\]]?\s+/, /\s+/]) {
    const found = place.exec(room);
    if (found && found[0].length < room.length) return found.index + found[0].length;
  }
  return /[\ud800-\udbff]$/.test(room) ? room.length - 1 : room.length;
}
