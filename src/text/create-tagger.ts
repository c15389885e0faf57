import winkModel from "wink-eng-lite-web-model";
import winkNLP, { type Document, type ItsHelpers } from "wink-nlp";

/** wink-nlp over one piece of text after the other. */
export interface Tagger {
  readonly read: (text: string) => Document;
  readonly its: ItsHelpers;
  /** To be called after the last piece of each article: see {@link createTagger}. */
  readonly forget: () => void;
}

/** What a model knows of one property of words: the values of its lexicon, then those that it met. */
interface Feature {
  readonly hash?: Record<string, number>;
  readonly list?: string[];
  index?: number;
}

interface Model {
  readonly features: Readonly<Record<string, Feature>> & { readonly lexeme: Feature };
}

/** The loaders of a model, its core apart. */
const PARTS = ["sbd", "pos", "ner", "negation", "sa", "metaCER"] as const;

/**
 * Each part is loaded once for all taggers: the model's own loader puts its machines into quotation marks again at every call,
 * so that they double each time.
 */
const LOADERS = Object.fromEntries(PARTS.map((name) => [name, once((winkModel as unknown as Record<string, () => unknown>)[name])]));

/** Words met after which the model is set back: it keeps them all, about 100 bytes each. */
const WORDS_KEPT = 20_000;

/**
 * Loads wink-nlp with wink-eng-lite-web-model. wink-nlp remembers every token that it met and gives a later text its
 * tokens back whole: after `Venezuela’s` stood once at the start of a quotation, it is never split again. What is found
 * in an article would depend on the articles before it, and memory would grow with each. So the words of each article
 * are forgotten after it (their places in the list stay, so that indexes hold), and the model is set back to what it
 * was when many have gathered.
 */
export function createTagger(): Tagger {
  const model = (winkModel as unknown as { core: () => Model }).core();
  const sizes = new Map(Object.entries(model.features).map(([name, { list }]) => [name, Array.isArray(list) ? list.length : 0]));
  const load = (): { readonly readDoc: (text: string) => Document; readonly its: ItsHelpers } =>
    winkNLP({ ...winkModel, ...LOADERS, core: () => model } as unknown as typeof winkModel, ["sbd", "pos"]);
  const forgetFrom = ({ hash, list }: Feature, from: number): number => {
    if (!hash || !Array.isArray(list)) return from;
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the table is wink-nlp's own
    for (let i = from; i < list.length; i++) delete hash[list[i] ?? ""];
    return list.length;
  };
  const setBack = (): void => {
    for (const [name, feature] of Object.entries(model.features)) {
      const size = sizes.get(name) ?? 0;
      if (feature.index === undefined || !Array.isArray(feature.list) || feature.list.length === size) continue;
      forgetFrom(feature, size);
      feature.list.length = size;
      feature.index = size;
    }
  };
  const lexicon = sizes.get("lexeme") ?? 0;
  let nlp = load();
  let known = lexicon;
  return {
    its: nlp.its,
    read: (text) => nlp.readDoc(text),
    forget: () => {
      known = forgetFrom(model.features.lexeme, known);
      if (known - lexicon < WORDS_KEPT) return;
      setBack();
      nlp = load();
      known = lexicon;
    },
  };
}

/** A function whose first result stands for all. */
function once(make: (() => unknown) | undefined): () => unknown {
  let made: { readonly value: unknown } | null = null;
  return () => (made ??= { value: make?.() }).value;
}
