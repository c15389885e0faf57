/** What a reviewer does to one figure in one program: a key, a click, a field that is filled. */
interface Way {
  readonly program: string;
  /** Where the count comes from. */
  readonly source: string;
  readonly accept: number;
  readonly reject: number;
  readonly value: number;
  readonly span: number;
  /** Per article, beside its figures. */
  readonly article: number;
}

/**
 * Actions that each program asks for. Of others the least that their own documents and keymaps name, with everything set
 * up beforehand: a project, an account, the labels, the program's findings converted and imported as predictions, and
 * fields of figures as per-region controls.
 */
export const WAYS: readonly Way[] = [
  {
    program: "dateline review",
    source: "counted from the keys of the page",
    // a
    accept: 1,
    // w
    reject: 1,
    // click on the field, number and Enter, a
    value: 3,
    // ], a
    span: 2,
    article: 0,
  },
  {
    program: "Label Studio",
    source: "its keymap: region:cycle alt+., region:delete backspace, annotation:submit ctrl+enter; labelstud.io/guide/labeling",
    // alt+. to the region, the key of its verdict
    accept: 2,
    // alt+., backspace
    reject: 2,
    // alt+., click on the number of the region, number, the key of its verdict
    value: 4,
    // alt+., backspace, the key of the label, selecting anew, its outcome and number typed again, the key of its verdict
    span: 7,
    // take the prediction over as an annotation, submit
    article: 2,
  },
  {
    program: "doccano",
    source: "doccano.github.io/doccano: spans have a label and no fields; a value stands in the label or nowhere",
    // nothing is said of a span by itself: the article is checked off as a whole
    accept: 0,
    // click on the span, delete
    reject: 2,
    // cannot be written
    value: Number.NaN,
    // click, delete, selecting anew, label
    span: 4,
    // check off, next
    article: 2,
  },
];

/** A review of 50 figures in 10 articles: 40 right, 4 that are none, 3 wrong values, 3 wrong spans. */
export const FIFTY = { accept: 40, reject: 4, value: 3, span: 3, article: 10 } as const;

export const actionsOf = (way: Way): number =>
  FIFTY.accept * way.accept + FIFTY.reject * way.reject + FIFTY.value * way.value + FIFTY.span * way.span + FIFTY.article * way.article;
