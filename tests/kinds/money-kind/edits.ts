/**
 * What "How to add a kind" of docs/ARCHITECTURE.md comes to for amounts of money: a record, a recognizer
 * (`recognize-money.ts.txt`) and a few words in the rooms that the compiler names. Kept apart from the product; the test beside it
 * does it to a copy of the program, and so says when the way has changed.
 */

/** In a file, what is put behind which words. */
export interface Edit {
  readonly file: string;
  readonly behind: string;
  readonly put: string;
}

/** The record, with the family that it begins. */
export const RECORD: readonly Edit[] = [
  { file: "src/model/kinds.ts", behind: `export const FAMILIES = ["names", "dates", "casualties"`, put: `, "amounts"` },
  {
    file: "src/model/kinds.ts",
    behind: `export const KINDS = {`,
    put: `
  money: {
    family: "amounts",
    many: "amounts of money",
    countColumn: "money_amounts",
    folded: true,
    scored: true,
    followed: false,
    tag: null,
    conll: "MONEY",
    spacy: "MONEY",
    foreign: ["amount"],
    schema: null,
    letter: "M",
    ground: ["#d6f0ea", "#1d4a44"],
    line: ["#0b6b5d", "#5fd0bd"],
  },`,
  },
];

/** What the compiler then asks for in the program. */
export const ROOMS: readonly Edit[] = [
  {
    file: "src/model/mention.ts",
    behind: `export type MentionOf<K extends MentionKind> = Extract<Mention, { readonly kind: K }>;`,
    put: `

export interface MoneyMention extends Evidence {
  readonly kind: "money";
  readonly amount: number;
  /** ISO 4217; null where the sign does not tell. */
  readonly currency: string | null;
}`,
  },
  { file: "src/model/mention.ts", behind: `  readonly casualties: CasualtyMention;`, put: ` readonly amounts: MoneyMention;` },
  { file: "src/pipeline.ts", behind: `casualties: () => casualties.figures`, put: `, amounts: recognizeMoney` },
  {
    file: "src/pipeline.ts",
    behind: `import type { Article } from "./model/article.js";`,
    put: ` import { recognizeMoney } from "./recognize/recognize-money.js";`,
  },
  { file: "src/score/agreement.ts", behind: `dates: ["type", "value"],`, put: ` amounts: [],` },
  { file: "src/review/review-label.ts", behind: `dates: ["type", "value", "mod", "from", "to"],`, put: ` amounts: [],` },
  {
    file: "src/review/correct-layer.ts",
    behind: `before?.kind === "casualty" ? before : null, evidence);`,
    put: ` if (kind === "money") return { amount: 0, currency: null, ...(before?.kind === "money" && before), ...evidence, kind };`,
  },
];

/** And in the review page. */
export const PAGE: readonly Edit[] = [
  { file: "web/kinds.ts", behind: `casualty: "casualties",`, put: ` money: "amounts",` },
  { file: "web/texts.ts", behind: `casualty: "Figure",`, put: ` money: "Money",` },
  { file: "web/texts.ts", behind: `groups: { casualties: "Figures",`, put: ` amounts: "Amounts",` },
  { file: "web/texts.ts", behind: `casualties: "Casualty figures",`, put: ` amounts: "Amounts of money",` },
  { file: "web/article/article-table.tsx", behind: `const GROUPS = ["casualties",`, put: ` "amounts",` },
];
