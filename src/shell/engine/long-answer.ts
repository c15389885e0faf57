import { escapeText, startTextRecord, TEXT_END } from "../../formats/annotation-record.js";
import { TABLES } from "../../formats/tables/all-tables.js";
import { recordInPieces, resultsOf, startLongDigest, type LongFound } from "../batch/long-article.js";

/**
 * What an answer holds of a long article, behind `of`, `unit` and `at`: the same JSON that one which is whole has, without its
 * braces, in pieces. One of its parts is held at a time, and its rows.
 */
export async function* longAnswer(found: LongFound): AsyncGenerator<string> {
  const long = { ...found, duplicate: null };
  const { item, id } = long;
  const { layer, totals, signature } = item;
  yield `"kind":"article",${inner({ id, published: layer.publishedAt })},"record":"`;
  let end = "";
  for await (const piece of recordInPieces(long)) {
    yield escapeText(end);
    end = piece;
  }
  // A record of an answer has no line end.
  yield `${escapeText(end.trimEnd())}","text":"${escapeText(startTextRecord({ ...item.article, id }, layer.textHash))}`;
  const digest = startLongDigest(long);
  const rows = new Map<string, string[]>();
  for await (const { result, record } of resultsOf(long)) {
    if (record) {
      // The line of the text is text of the answer: escaped once for each.
      yield escapeText(escapeText(record.text));
      digest.add(result, record);
    }
    for (const { name, draw } of TABLES) {
      const drawn = draw(result).rows.map((row) => JSON.stringify(row));
      if (drawn.length === 0) continue;
      const before = rows.get(name);
      if (before) before.push(drawn.join(","));
      else rows.set(name, [drawn.join(",")]);
    }
  }
  yield `${escapeText(TEXT_END)}","rows":{`;
  let before = "";
  for (const { name } of TABLES) {
    const drawn = rows.get(name);
    if (!drawn) continue;
    yield `${before}${JSON.stringify(name)}:[`;
    for (const [index, some] of drawn.entries()) yield index === 0 ? some : `,${some}`;
    yield "]";
    before = ",";
  }
  const copyable = { textHash: layer.textHash ?? "", signature };
  yield `},${inner({ digest: digest.finish(), copyable, skipped: false, tokens: totals.tokens })}`;
}

const inner = (value: object): string => JSON.stringify(value).slice(1, -1);
