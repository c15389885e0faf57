import type { Checked, Diagnostic } from "../../model/diagnostic.js";
import type { Label } from "../../score/label.js";
import type { AnnotationRecord } from "../parse-annotation-record.js";
import { idOfFile } from "./article-file-names.js";
import { type NamedFile, type ReadOptions, error, warning } from "./interchange-format.js";
import { CONLL_NAMES, readKind } from "./kind-labels.js";

interface Row {
  readonly token: string;
  readonly tag: string;
  readonly place: string;
  /** Whether the columns between say anything. */
  readonly further: boolean;
}

interface ConllArticle {
  readonly id: string | null;
  readonly sentences: Row[][];
}

/**
 * Reads CoNLL columns; with the text of the article at hand its tokens are found there, else the text is
 * rebuilt and the record says that white space alone parts its tokens, so that writing it gives the same tokens.
 */
export function readConll(files: readonly NamedFile[], { textOf, ids }: ReadOptions): Checked<readonly AnnotationRecord[]> {
  const diagnostics: Diagnostic[] = [];
  const articles = files.flatMap((file) => readRows(file, diagnostics));
  let rebuilt = 0;
  const records = articles.map((article, index): AnnotationRecord => {
    const id = article.id ?? (articles.length === ids.length ? ids[index] : undefined) ?? `${index + 1}`;
    const known = textOf(id);
    if (known === null) rebuilt++;
    const { text, starts } =
      known === null ? rebuildText(article.sentences) : { text: known, starts: findTokens(known, article.sentences, id, diagnostics) };
    return {
      id,
      text,
      mentions: readMentions(article.sentences, starts, text),
      ...(known === null ? { tokenization: "white-space" } : {}),
    };
  });
  const columns = articles.reduce((n, { sentences }) => n + sentences.flat().filter((row) => row.further).length, 0);
  if (columns > 0)
    diagnostics.push(
      warning(
        "lost-columns",
        `${columns} tokens have a part of speech, a chunk or other columns, which an annotation record does not hold; they are left out`,
      ),
    );
  if (rebuilt > 0)
    diagnostics.push(
      warning(
        "rebuilt-text",
        `the text of ${rebuilt} articles was put together from tokens with single spaces; --articles gives the true one`,
      ),
    );
  return { value: records, diagnostics };
}

function readRows({ path, content }: NamedFile, diagnostics: Diagnostic[]): ConllArticle[] {
  const articles: ConllArticle[] = [];
  let sentence: Row[] = [];
  const article = (): ConllArticle => articles.at(-1) ?? (articles.push({ id: null, sentences: [] }), articles[0] as ConllArticle);
  const close = (): void => {
    if (sentence.length > 0) article().sentences.push(sentence);
    sentence = [];
  };
  content.split("\n").forEach((line, i) => {
    const columns = line.split(/[ \t\r]+/).filter((column) => column !== "");
    const [token = "", second = ""] = columns;
    if (columns.length === 0) close();
    else if (token === "-DOCSTART-") {
      close();
      articles.push({ id: columns.length > 2 && !/^(?:-X-|[O_-])$/.test(second) ? idOfFile(second) : null, sentences: [] });
    } else if (columns.length === 1) {
      diagnostics.push(
        error("no-tag", `a line of CoNLL has a token and a tag at least; here stands only ${JSON.stringify(token)}`, `${path}:${i + 1}`),
      );
    } else if (!/^#\s*\w+\s*=/.test(line))
      sentence.push({
        token,
        tag: columns.at(-1) ?? "O",
        place: `${path}:${i + 1}`,
        further: columns.slice(1, -1).some((c) => !/^(?:-X-|[O_-])$/.test(c)),
      });
  });
  close();
  return articles;
}

function rebuildText(sentences: readonly (readonly Row[])[]): { readonly text: string; readonly starts: readonly (readonly number[])[] } {
  let text = "";
  const starts = sentences.map((sentence, s) => {
    if (s > 0) text += "\n\n";
    return sentence.map(({ token }, t) => {
      if (t > 0) text += " ";
      const start = text.length;
      text += token;
      return start;
    });
  });
  return { text, starts };
}

// eslint-disable-next-line no-control-regex
const WORDS_BETWEEN = /[^\s\u0085\u001c-\u001f]/;

/** Where each token stands in the text, in order; a token that is not there is an error. */
function findTokens(
  text: string,
  sentences: readonly (readonly Row[])[],
  id: string,
  diagnostics: Diagnostic[],
): readonly (readonly number[])[] {
  let cursor = 0;
  let lost = false;
  return sentences.map((sentence) =>
    sentence.map(({ token, place }) => {
      if (lost) return -1;
      const start = text.indexOf(token, cursor);
      if (start < 0 || WORDS_BETWEEN.test(text.slice(cursor, start))) {
        lost = true;
        const near = text.slice(cursor, cursor + 30).trim();
        diagnostics.push(
          error(
            "token-mismatch",
            `token ${JSON.stringify(token)} does not come next in article ${id}, where ${JSON.stringify(near)} ` +
              `stands${start < 0 ? "" : `; the nearest fitting span is ${start}–${start + token.length}`}`,
            place,
          ),
        );
        return -1;
      }
      cursor = start + token.length;
      return start;
    }),
  );
}

/** The chunks of conlleval: a tag begins one where it says so, or where the label or the tag before it does not go on. */
function readMentions(sentences: readonly (readonly Row[])[], starts: readonly (readonly number[])[], text: string): readonly Label[] {
  const mentions: Label[] = [];
  sentences.forEach((sentence, s) => {
    let open: { readonly label: string; readonly start: number; end: number } | null = null;
    const close = (): void => {
      if (open && open.start >= 0 && open.end > open.start) {
        mentions.push({ ...readKind(open.label, CONLL_NAMES), start: open.start, end: open.end, text: text.slice(open.start, open.end) });
      }
      open = null;
    };
    sentence.forEach(({ token, tag }, t) => {
      const start = starts[s]?.[t] ?? -1;
      const match = /^([BIESLUM])-(.+)$/.exec(tag);
      if (!match) {
        close();
        return;
      }
      const [, prefix = "", label = ""] = match;
      if (open === null || open.label !== label || prefix === "B" || prefix === "S" || prefix === "U") {
        close();
        open = { label, start, end: start + token.length };
      } else open.end = start + token.length;
      if (prefix === "E" || prefix === "S" || prefix === "L" || prefix === "U") close();
    });
    close();
  });
  return mentions;
}
