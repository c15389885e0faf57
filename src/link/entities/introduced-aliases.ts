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

/** Whether `next`, the name behind `name`, is introduced as another name of the same thing. */
export function introducesAlias(text: string, name: Span, next: Span): boolean {
  const between = text.slice(name.end, next.start);
  if (between.length > 60) return false;
  if (OPENS.test(between)) return CLOSES.test(text.slice(next.end, next.end + 12));
  return KNOWN_AS.test(between);
}
