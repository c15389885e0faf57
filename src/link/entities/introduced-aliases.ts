import type { Span } from "../../model/span.js";

/** A bracket right behind a name: `European Union (EU)`, `the president (or "AMLO")`. */
const OPENS = /^["”’']? ?[([]["“‘']?(?:or |formerly |now |aka )?["“‘']?$/iu;
const CLOSES = /^["”’']?(?:[)\]]|, | for short)/u;

/** Words that give another name: `X, also known as Y`. */
const KNOWN_AS = new RegExp(
  String.raw`^["”’']?[,–—-]? ?(?:[–—-] |\()?(?:who (?:is|was) )?(?:(?:also|better|popularly|widely|commonly|formerly|previously) )?` +
    String.raw`(?:known (?:as|by the nickname)|called|aka|a\.k\.a\.|alias|nicknamed|dubbed|abbreviated (?:as|to)) (?:the )?["“‘']?$`,
  "u",
);

/** Words that give the name behind a stage name: `X, whose real name is Y`, `X, born Y`. */
const BORN_AS =
  /^["”’']?,? ?(?:[–—-] |\()?(?:whose (?:real|full|legal|given|birth) name (?:is|was)|(?:whose )?real name:?|born(?: as)?) ["“‘']?$/u;

/** How a name is introduced as another one of the same thing: in brackets behind it, or in words. */
export type Introduction = "bracket" | "words";

/** How `next`, the name behind `name`, is introduced as another name of the same thing; null where it is not. */
export function introductionOf(text: string, name: Span, next: Span): Introduction | null {
  const between = text.slice(name.end, next.start);
  if (between.length > 60) return null;
  if (OPENS.test(between)) return CLOSES.test(text.slice(next.end, next.end + 12)) ? "bracket" : null;
  return KNOWN_AS.test(between) || BORN_AS.test(between) ? "words" : null;
}

/** Whether `next`, the name behind `name`, is introduced as another name of the same thing. */
export const introducesAlias = (text: string, name: Span, next: Span): boolean => introductionOf(text, name, next) !== null;
