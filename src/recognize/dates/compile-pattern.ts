/**
 * Patterns over classes of words. A sentence is written as a string of one code unit a word, its class; a pattern is a
 * regular expression over such strings, so that finding is linear and a rule stays one readable line:
 *
 *   early    (the )? (last|this) year
 *   `edge`   is a class of the vocabulary or a named part below, `last` the word itself
 */
export interface WordClasses {
  /** The class of a word, or undefined for a word that no pattern mentions. */
  readonly classOf: (word: string) => string | undefined;
  /** The code unit of a class or literal word; registers a literal word on first sight. */
  readonly codeOf: (name: string) => string;
}

/** Code of a word that means nothing to any pattern. */
export const OTHER_WORD = "x";
/** The same as the code unit that stands in a list of codes. */
export const OTHER_CODE = OTHER_WORD.charCodeAt(0);
/** Code of the place where a paragraph, headline or list item ends: no pattern reaches across. */
export const BREAK = "|".charCodeAt(0);
/** The first code unit that is given to a class. */
export const FIRST_CODE = 0x4e00;

/**
 * Assigns code units to classes. `words` maps each word of the vocabulary to its class; a word has one class.
 * Literal words in patterns become classes of their own.
 */
export function createWordClasses(words: ReadonlyMap<string, string>, classes: readonly string[]): WordClasses {
  const codes = new Map<string, string>();
  const classOf = new Map<string, string>(words);
  const codeFor = (name: string): string => {
    let code = codes.get(name);
    if (code === undefined) {
      code = String.fromCharCode(FIRST_CODE + codes.size);
      codes.set(name, code);
    }
    return code;
  };
  for (const name of classes) codeFor(name);
  return {
    classOf: (word) => classOf.get(word),
    codeOf: (name) => {
      if (!classes.includes(name)) {
        const other = words.get(name);
        if (other !== undefined) throw new Error(`Pattern names the word "${name}", which belongs to class "${other}".`);
        classOf.set(name, name);
      }
      return codeFor(name);
    },
  };
}

/** Compiles a pattern with its named parts (`{ year: "year4|apyear" }`) to a global regular expression. */
export function compilePattern(pattern: string, parts: Readonly<Record<string, string>>, classes: WordClasses): RegExp {
  const expand = (source: string, depth: number): string => {
    if (depth > 12) throw new Error(`Pattern parts refer to each other in a circle: ${source}`);
    return source.replace(/[a-z][a-z0-9']*/g, (name) => {
      if (name === OTHER_WORD) return name;
      const part = parts[name];
      return part === undefined ? classes.codeOf(name) : `(?:${expand(part, depth + 1)})`;
    });
  };
  const source = expand(pattern, 0)
    .replace(/\s+/g, "")
    .replace(/\((?!\?)/g, "(?:");
  // The source is a row of this library's rules, never input.
  return new RegExp(source, "g");
}
