import type { Vocabulary } from "./vocabulary.js";

/**
 * A pattern of wording as a regular expression: `<tag>` stands for any word that `lexicons/casualty-words.tsv` gives that
 * tag, so that patterns hold no vocabulary. A tag without words matches nothing.
 */
export function compilePattern({ tags }: Vocabulary, pattern: string, flags = ""): RegExp {
  return new RegExp(
    pattern.replace(/<([a-z-]+)>/g, (_all, tag: string) => {
      const words = [...tags]
        .filter(([, own]) => (own as ReadonlySet<string>).has(tag))
        .map(([word]) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
      return words.length === 0 ? "(?!)" : `(?:${words.sort((a, b) => b.length - a.length).join("|")})`;
    }),
    flags,
  );
}
