import type { Vocabulary } from "./vocabulary.js";

/** Compiles a pattern of wording with the words of the lexicons. */
export type CompileWording = (pattern: string, flags?: string) => RegExp;

/**
 * A pattern of wording as a regular expression: `<tag>` stands for any word that `lexicons/casualty-words.tsv` gives that
 * tag, `<Tag>` for the same words with a capital, so that patterns hold no vocabulary. A tag without words matches nothing.
 */
export function compilePattern({ tags }: Vocabulary, pattern: string, flags = ""): RegExp {
  return new RegExp(
    pattern.replace(/<([A-Za-z][a-z-]*)>/g, (_all, name: string) => {
      const tag = name.toLowerCase();
      const words = [...tags]
        .filter(([, own]) => (own as ReadonlySet<string>).has(tag))
        .map(([word]) => (name === tag ? word : capitalized(word)).replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
      return words.length === 0 ? "(?!)" : `(?:${words.sort((a, b) => b.length - a.length).join("|")})`;
    }),
    flags,
  );
}

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The compiler of one vocabulary, which compiles each pattern once. */
export function createCompiler(vocabulary: Vocabulary): CompileWording {
  const compiled = new Map<string, RegExp>();
  return (pattern, flags = "") => {
    const key = `${flags} ${pattern}`;
    const known = compiled.get(key);
    if (known) return known;
    const regex = compilePattern(vocabulary, pattern, flags);
    compiled.set(key, regex);
    return regex;
  };
}
