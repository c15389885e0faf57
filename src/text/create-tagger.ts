import winkModel from "wink-eng-lite-web-model";
import winkNLP, { type Document, type ItsHelpers } from "wink-nlp";

/** wink-nlp over one piece of text after the other. */
export interface Tagger {
  readonly read: (text: string) => Document;
  readonly its: ItsHelpers;
  /** To be called after the last piece of each article: see {@link createTagger}. */
  readonly forget: () => void;
}

/** The words that a model knows: those of its lexicon, then those that it met. */
interface Lexemes {
  readonly hash: Record<string, number>;
  readonly list: readonly string[];
}

/** Words met after which wink-nlp is loaded anew: it keeps them all, about 100 bytes each. */
const WORDS_KEPT = 60_000;

/**
 * Loads wink-nlp with wink-eng-lite-web-model. wink-nlp remembers every token that it met and gives a later text its
 * tokens back whole: after `Venezuela’s` stood once at the start of a quotation, it is never split again. What is found in an article
 * would depend on the articles before it, and memory would grow with each. So the words of each article are forgotten
 * after it (their places in the list stay, so that indexes hold), and wink-nlp is loaded anew when many have gathered.
 */
export function createTagger(): Tagger {
  let lexemes: Lexemes = { hash: {}, list: [] };
  const load = (): { readonly readDoc: (text: string) => Document; readonly its: ItsHelpers } => {
    const core = (): unknown => {
      const model = (winkModel as unknown as { core: () => { features: { lexeme: Lexemes } } }).core();
      lexemes = model.features.lexeme;
      return model;
    };
    return winkNLP({ ...winkModel, core } as unknown as typeof winkModel, ["sbd", "pos"]);
  };
  let nlp = load();
  let known = lexemes.list.length;
  let forgotten = 0;
  return {
    its: nlp.its,
    read: (text) => nlp.readDoc(text),
    forget: () => {
      const { hash, list } = lexemes;
      for (; known < list.length; known++) {
        // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the table is wink-nlp's own
        delete hash[list[known] ?? ""];
        forgotten++;
      }
      if (forgotten < WORDS_KEPT) return;
      nlp = load();
      known = lexemes.list.length;
      forgotten = 0;
    },
  };
}
