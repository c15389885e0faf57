import type { Article } from "../../model/article.js";
import type { Toll } from "../../model/toll.js";
import { ARTICLE_ID, sentenceAround } from "./evidence-columns.js";
import type { Table } from "./table.js";

/** A toll with the wording of what it rests on. */
export interface TollRow {
  readonly article: Article;
  readonly toll: Toll;
  readonly restsOn: string;
  readonly against: string;
  readonly sentence: string;
}

export const TOLLS_TABLE: Table<TollRow> = {
  name: "tolls",
  meaning: "One row an outcome an article: what it says of its main event, as the data set named by --profile would enter it. An outcome without a row is not mentioned, which is not zero.",
  columns: [
    ARTICLE_ID,
    { name: "outcome", type: "text", meaning: "killed, injured, missing, detained, abducted, displaced or killed-or-injured.", cell: ({ toll }) => toll.outcome },
    { name: "best", type: "integer", meaning: "The number that the profile enters; empty where the article gives only vague words.", cell: ({ toll }) => toll.best },
    { name: "low", type: "integer", meaning: "The least that any figure of the event allows.", cell: ({ toll }) => toll.low },
    { name: "high", type: "integer", meaning: "The most that any figure of the event allows; empty where one leaves it open.", cell: ({ toll }) => toll.high },
    { name: "profile", type: "text", meaning: "ucdp, acled, emdat or gtd: whose rules chose `best`.", cell: ({ toll }) => toll.profile },
    { name: "by", type: "text", meaning: "The rule that chose it: `running-total`, `lead`, `most-conservative`, `majority`, `named-victims`, `dead-and-missing` or `missing-presumed-dead`.", cell: ({ toll }) => toll.by },
    { name: "figures", type: "text", meaning: "The wordings that `best` rests on, with their starts in the text, separated by `; `.", cell: ({ restsOn }) => restsOn },
    { name: "conflicting", type: "text", meaning: "Figures of the same outcome with another number, likewise; empty where none disagrees.", cell: ({ against }) => against || null },
    { name: "sentence", type: "text", meaning: "The sentence of the first figure, white space folded.", cell: ({ sentence }) => sentence },
  ],
  rows: ({ article, layer, sentences }) => {
    const wordings = new Map<number, string>();
    for (const mention of layer.mentions) if (mention.kind === "casualty" || !wordings.has(mention.start)) wordings.set(mention.start, mention.text);
    const written = (starts: readonly number[]): string => starts.map((start) => `${wordings.get(start) ?? "named victim"} @${start}`).join("; ");
    return (layer.tolls ?? []).map((toll) => {
      const start = toll.restsOn[0] ?? 0;
      return { article, toll, restsOn: written(toll.restsOn), against: written(toll.against), sentence: sentenceAround(article.text, sentences, { start, end: start + 1 }) };
    });
  },
};
