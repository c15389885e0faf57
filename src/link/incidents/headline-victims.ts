import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { Outcome } from "../../model/casualty.js";
import type { CasualtyMention } from "../../model/mention.js";
import type { AnalyzedText, Token } from "../../model/token.js";
import type { NamedVictim } from "../../model/toll.js";
import type { ReadCasualties } from "../../recognize/casualties/recognize-casualties.js";
import type { Analyze } from "../../text/analyze.js";

/**
 * Finds the single victims of a headline, which leaves out their articles: "Man killed, boy hurt in Vell". They are no figures, but
 * count one each in a toll.
 *
 * @param figures those of the headline as it stands.
 */
export type FindHeadlineVictims = (title: AnalyzedText, figures: readonly CasualtyMention[]) => readonly NamedVictim[];

/** What is put before a noun. */
const ARTICLE = "a ";
/** An age that stands for a child or a man: "6-year-old shot". */
const AGED = /^\d{1,3}-year-old$/;
/** Parts of speech before a noun that say which one: no article is left out there. */
const SAYING_WHICH: ReadonlySet<string> = new Set(["DET", "NUM", "PRON", "PART"]);
/** What befalls a victim: who was only arrested is mostly who did it. */
const HARMS: ReadonlySet<Outcome> = new Set(["killed", "injured", "missing", "abducted"]);

/** Reads the singular nouns for people of `lexicons/victim-nouns.tsv`. */
export function createHeadlineVictims(
  lexicons: Lexicons,
  analyze: Analyze,
  readCasualties: (analyzed: AnalyzedText) => ReadCasualties,
): FindHeadlineVictims {
  const plural = new Set((lexicons.get("casualty-words") ?? []).filter((row) => row["tag"] === "plural").map((row) => row["word"] ?? ""));
  const nouns = new Set(
    (lexicons.get("victim-nouns") ?? [])
      .filter((row) => row["class"] === "person")
      .map((row) => row["noun"] ?? "")
      .filter((noun) => !plural.has(noun) && (!noun.endsWith("s") || /(?:ss|us|is)$/.test(noun))),
  );
  const isBare = (token: Token, before: Token | undefined, behind: Token | undefined): boolean =>
    (nouns.has(token.lower) || AGED.test(token.lower)) &&
    !(before && before.gap !== "paragraph" && SAYING_WHICH.has(before.pos)) &&
    !(AGED.test(token.lower) && (behind?.pos === "NOUN" || nouns.has(behind?.lower ?? "")));
  return (title, figures) => {
    const { tokens, text } = title;
    const bare = tokens.filter((token, i) => isBare(token, tokens[i - 1], tokens[i + 1]));
    if (bare.length === 0) return [];
    let [written, from] = ["", 0];
    const nounAt = new Map<number, Token>();
    for (const token of bare) {
      written += text.slice(from, token.start);
      nounAt.set(written.length, token);
      written += ARTICLE + token.lower;
      from = token.end;
    }
    const found = readCasualties(analyze(written + text.slice(from))).figures;
    return found.flatMap((figure): readonly NamedVictim[] => {
      const noun = nounAt.get(figure.start);
      if (!noun || !figure.implicit || figure.scope !== "incident" || !HARMS.has(figure.outcome)) return [];
      if (figure.modality !== "reported" && figure.modality !== "feared") return [];
      if (figures.some(({ start, end }) => start < noun.end && noun.start < end)) return [];
      const { outcome, modality, cue } = figure;
      const beside = found.some((other) => other !== figure && other.cue?.start === cue?.start && !nounAt.has(other.start));
      return [{ start: noun.start, end: noun.end, text: noun.text, outcome, modality, described: beside ? "beside-figure" : "alone" }];
    });
  };
}
