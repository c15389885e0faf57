import type { ArticleInput, Extractor } from "../extractor.js";
import { createExtractor } from "../index.js";
import { KINDS, type Family } from "../model/kinds.js";
import type { CasualtyMention, DateMention, Mention, NameMention } from "../model/mention.js";
import type { Span } from "../model/span.js";
import { tokensOf } from "./place-tokens.js";

/** What a document does not say of its article: `publishedAt` above all, without which no relative date is resolved. */
export type ArticleDetails = Omit<ArticleInput, "text">;

/** A stretch of words in compromise: sentence, first word, one past the last. */
type Pointer = readonly [sentence?: number, start?: number, end?: number, ...ids: unknown[]];

/** What is used of compromise, whose own types are written for those who use it and not for those who extend it. */
interface View {
  /** The words of each sentence of the whole document. */
  readonly document: readonly (readonly { readonly pre: string; readonly text: string; readonly post: string }[])[];
  readonly fullPointer: readonly Pointer[];
  update(pointers: readonly Pointer[]): View;
  json(options?: unknown): readonly object[];
}

/** A view of compromise on the words of some mentions, with what was found there. */
export type Found<V, M extends Mention> = V & {
  /** The mentions, a part of the view each, in the order of the text. */
  get(): readonly M[];
  /** What compromise says of each part, and under `dateline` its mention. */
  json(options?: unknown): readonly (object & { readonly dateline: M })[];
};

/** What the plugin adds to documents and to any view on them. */
export interface DatelineMethods<V = unknown> {
  /** Numbers of people killed, injured, missing, …; the words of the number are the view. */
  casualties(details?: ArticleDetails): Found<V, CasualtyMention>;
  /** Dates, times, durations and recurring times, resolved where `publishedAt` is given. */
  timexes(details?: ArticleDetails): Found<V, DateMention>;
  /** People, organizations, places and groups. */
  names(details?: ArticleDetails): Found<V, NameMention>;
}

/** A plugin for `nlp.plugin(…)`. */
export interface DatelinePlugin {
  readonly api: (view: { readonly prototype: object }) => void;
}

/** Where the words of a document stand in its text, sentence by sentence. */
interface PlacedWords {
  readonly text: string;
  readonly sentences: readonly (readonly Span[])[];
  /** All words, and the number of the first one of each sentence among them. */
  readonly words: readonly Span[];
  readonly firsts: readonly number[];
}

function placeWords({ document }: View): PlacedWords {
  let text = "";
  const firsts: number[] = [];
  const words: Span[] = [];
  const sentences = document.map((terms) => {
    firsts.push(words.length);
    return terms.map((term): Span => {
      const start = text.length + term.pre.length;
      text += term.pre + term.text + term.post;
      const word = { start, end: start + term.text.length };
      words.push(word);
      return word;
    });
  });
  return { text, sentences, words, firsts };
}

/** The words of a span, of the sentence in which it begins; null where it touches none. */
function pointerTo(span: Span, { words, firsts, sentences }: PlacedWords): Placed["pointer"] | null {
  const range = tokensOf(span, words);
  if (range === null) return null;
  const sentence = firsts.findLastIndex((first) => first <= range.from);
  const first = firsts[sentence] ?? 0;
  return [sentence, range.from - first, Math.min(range.to - first, sentences[sentence]?.length ?? 0)];
}

/** A mention with the words that it covers. */
interface Placed<M extends Mention = Mention> {
  readonly mention: M;
  readonly pointer: readonly [sentence: number, start: number, end: number];
}

const holds = (pointers: readonly Pointer[], [sentence, start, end]: Placed["pointer"]): boolean =>
  pointers.some(([own = 0, from = 0, to = Infinity]) => own === sentence && from <= start && end <= to);

/**
 * The plugin over an extractor with options of its own; `import dateline from "dateline-news/compromise"` is one without.
 * Mentions of a view are those that lie in it; one that runs over the end of a sentence has the words of its first one.
 */
export function pluginOf(extract: Extractor): DatelinePlugin {
  const read = new WeakMap<object, { readonly key: string; readonly placed: readonly Placed[] }>();
  /** Everything in the document of a view, read once as long as neither its words nor the details change. */
  const readAll = (view: View, details: ArticleDetails): readonly Placed[] => {
    const placed = placeWords(view);
    const key = JSON.stringify([placed.text, details]);
    const known = read.get(view.document);
    if (known?.key === key) return known.placed;
    const found = extract({ ...details, text: placed.text }).mentions.flatMap((mention): readonly Placed[] => {
      const pointer = pointerTo(mention, placed);
      return pointer === null ? [] : [{ mention, pointer }];
    });
    read.set(view.document, { key, placed: found });
    return found;
  };
  const within = (view: View, details: ArticleDetails): readonly Placed[] =>
    readAll(view, details).filter(({ pointer }) => holds(view.fullPointer, pointer));
  const find = <F extends Family>(view: View, family: F, details: ArticleDetails): Found<View, Mention<F>> => {
    const placed = within(view, details).filter((one): one is Placed<Mention<F>> => KINDS[one.mention.kind].family === family);
    const found = view.update(placed.map(({ pointer }) => pointer));
    const json: View["json"] = found.json.bind(found);
    return Object.assign(found, {
      get: () => placed.map(({ mention }) => mention),
      json: (options?: unknown) => json(options).map((part, index) => ({ ...part, dateline: placed[index]?.mention as Mention<F> })),
    });
  };
  return {
    api: ({ prototype }) => {
      const view = prototype as View & DatelineMethods<View>;
      const plainJson = view.json;
      Object.assign(view, {
        casualties(this: View, details: ArticleDetails = {}) {
          return find(this, "casualties", details);
        },
        timexes(this: View, details: ArticleDetails = {}) {
          return find(this, "dates", details);
        },
        names(this: View, details: ArticleDetails = {}) {
          return find(this, "names", details);
        },
        json(this: View, options?: unknown) {
          const parts = plainJson.call(this, options);
          const wanted = (options as { readonly dateline?: boolean | ArticleDetails } | null | undefined)?.dateline;
          if (!wanted) return parts;
          const placed = within(this, wanted === true ? {} : wanted);
          const mentionsIn = (pointer: Pointer): readonly Mention[] =>
            placed.filter((one) => holds([pointer], one.pointer)).map(({ mention }) => mention);
          return parts.map((part, index) => ({ ...part, dateline: mentionsIn(this.fullPointer[index] ?? []) }));
        },
      });
    },
  };
}

/**
 * dateline for compromise: `nlp.plugin(dateline)`, then `doc.casualties({ publishedAt: "2025-03-11" })`, `doc.timexes(…)`,
 * `doc.names(…)` on a document or any view on it, and `doc.json({ dateline: true })`. Its models are loaded with this module.
 */
const dateline: DatelinePlugin = pluginOf(await createExtractor());

export default dateline;
