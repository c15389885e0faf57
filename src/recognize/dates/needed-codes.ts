/**
 * What a pattern cannot match without: code units of which every match holds at least one, or null where no such set is known. A rule
 * whose code units a text lacks need not be tried on it. `common` are code units that tell little, taken only for want of others.
 */
export function neededCodes(source: string, common: ReadonlySet<string>): ReadonlySet<string> | null {
  let at = 0;

  /** Alternatives up to a closing bracket: a match holds a unit of one of them. */
  function choice(): ReadonlySet<string> | null {
    const units = new Set<string>();
    let known = true;
    for (;;) {
      const part = sequence();
      if (part === null) known = false;
      else for (const unit of part) units.add(unit);
      if (source[at] !== "|") break;
      at++;
    }
    return known ? units : null;
  }

  /** What stands one after the other: the part that tells most. */
  function sequence(): ReadonlySet<string> | null {
    let best: ReadonlySet<string> | null = null;
    while (at < source.length && source[at] !== "|" && source[at] !== ")") {
      const part = atom();
      const optional = source[at] === "?" || source[at] === "*";
      if (optional || source[at] === "+") at++;
      if (part !== null && !optional && (best === null || weight(part) < weight(best))) best = part;
    }
    return best;
  }

  function atom(): ReadonlySet<string> | null {
    const unit = source[at] ?? "";
    if (unit !== "(") {
      at++;
      return new Set([unit]);
    }
    const opening = /^\((?:\?<?[=!]|\?:)?/.exec(source.slice(at))?.[0] ?? "(";
    at += opening.length;
    const inner = choice();
    at++;
    // What a look ahead or behind sees is not part of the match.
    return opening === "(?:" || opening === "(" ? inner : null;
  }

  const weight = (units: ReadonlySet<string>): number => units.size + 1000 * [...units].filter((unit) => common.has(unit)).length;
  return choice();
}
