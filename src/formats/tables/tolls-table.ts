import type { Article } from "../../model/article.js";
import { APART_REASONS, type Toll } from "../../model/toll.js";
import { ARTICLE_ID, sentenceAround } from "./evidence-columns.js";
import type { Table } from "./table.js";

/** A toll with the wording of what it rests on. */
export interface TollRow {
  readonly article: Article;
  readonly toll: Toll;
  readonly restsOn: string;
  readonly against: string;
  readonly apart: string;
  readonly sentence: string;
}

export const TOLLS_TABLE: Table<TollRow> = {
  name: "tolls",
  meaning: "One row an outcome an article: what it says of its main event, as the data set named by --profile would enter it. An outcome without a row is not mentioned, which is not zero.",
  columns: [
    ARTICLE_ID,
    { name: "outcome", type: "text", meaning: "killed, injured, missing, detained, abducted, displaced or killed-or-injured.", cell: ({ toll }) => toll.outcome },
    { name: "best", type: "integer", meaning: "The number that the profile enters; empty where the article gives only vague words, or nothing of its main event.", cell: ({ toll }) => toll.best },
    { name: "low", type: "integer", meaning: "The least that any number of the main event allows.", cell: ({ toll }) => toll.low },
    { name: "high", type: "integer", meaning: "The most that any number of the main event allows; empty where one leaves it open.", cell: ({ toll }) => toll.high },
    { name: "profile", type: "text", meaning: "ucdp, acled, emdat or gtd: whose rules chose `best`.", cell: ({ toll }) => toll.profile },
    { name: "by", type: "text", meaning: "The rule that chose it: `running-total`, `lead`, `most-conservative`, `majority`, `total` (a sentence sums up), `named-victims`, `dead-and-missing`, `missing-presumed-dead`, `hit-less-the-dead` (the text only says who was shot or stabbed, and some of them died), `cumulative` (`best` is a total over a period, with which the article opens or besides which it gives nothing) or `none-of-main-event` (all its figures are of other events; `best` is empty).", cell: ({ toll }) => toll.by },
    { name: "figures", type: "text", meaning: "The wordings that `best` rests on, with their starts in the text, separated by `; `.", cell: ({ restsOn }) => restsOn },
    { name: "conflicting", type: "text", meaning: "Figures of the same outcome with another number, likewise; empty where none disagrees.", cell: ({ against }) => against || null },
    { name: "set_apart", type: "text", meaning: "Figures of the same outcome that are no number of the main event: how many, why, and which. `other-event` (told of another event, or dated more than 30 days before it), `cumulative` (a total over a period), `denied`, `hypothetical`, `feared` (beside numbers that are known), `zero` (beside people who came to harm), `hit` (shot or stabbed, where others are counted as wounded), `part` (of a total).", cell: ({ apart }) => apart || null },
    { name: "sentence", type: "text", meaning: "The sentence of the first figure that `best` rests on, else of the first set apart, white space folded.", cell: ({ sentence }) => sentence },
  ],
  rows: ({ article, layer, sentences }) => {
    const wordings = new Map<number, string>();
    for (const mention of layer.mentions) if (mention.kind === "casualty" || !wordings.has(mention.start)) wordings.set(mention.start, mention.text);
    const written = (starts: readonly number[]): string => starts.map((start) => `${wordings.get(start) ?? "named victim"} @${start}`).join("; ");
    return (layer.tolls ?? []).map((toll) => {
      const start = toll.restsOn[0] ?? toll.apart[0]?.start ?? 0;
      const apart = APART_REASONS.flatMap((reason) => {
        const starts = toll.apart.filter((a) => a.reason === reason).map((a) => a.start);
        return starts.length > 0 ? [`${starts.length} ${reason}: ${written(starts)}`] : [];
      }).join(" | ");
      return { article, toll, restsOn: written(toll.restsOn), against: written(toll.against), apart, sentence: sentenceAround(article.text, sentences, { start, end: start + 1 }) };
    });
  },
};
