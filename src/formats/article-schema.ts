import * as v from "valibot";
import { parseIsoDate } from "../text/iso-date.js";

const WANTED_DAY = "a day written YYYY-MM-DD, or a Date";
const LINE = v.nullish(v.string("a string"), null);

/** The day of publication: ISO 8601, the day as written, or a Date, of which the day in UTC counts. */
const DAY = v.pipe(
  v.union([v.string(), v.date(WANTED_DAY)], WANTED_DAY),
  v.rawTransform<string | Date, string>(({ dataset, addIssue, NEVER }) => {
    const day = parseIsoDate(typeof dataset.value === "string" ? dataset.value : dataset.value.toISOString());
    if (day !== null) return day;
    addIssue({ message: WANTED_DAY, input: dataset.value });
    return NEVER;
  }),
);

/** An article as a caller of the library gives it. */
export const ARTICLE_SCHEMA = v.strictObject(
  {
    text: v.string("a string"),
    id: v.optional(v.string("a string"), "article"),
    title: LINE,
    publishedAt: v.nullish(DAY, null),
    source: LINE,
    place: LINE,
    language: LINE,
    author: LINE,
    url: LINE,
  },
  'an object with the article\'s text: { text: "…" }',
);

/** Annotation records as `scoreLayers` takes them: what it reads must be there, other fields may be. */
const LABEL = v.pipe(
  v.looseObject(
    { kind: v.pipe(v.string("a string"), v.minLength(1, "a name")), start: wholeNumber(), end: wholeNumber() },
    "a mention with kind, start and end",
  ),
  v.check(({ start, end }) => end > start, "a span whose end lies after its start"),
);
export const LAYERS_SCHEMA = v.array(
  v.looseObject({ id: v.string("a string"), mentions: v.array(LABEL, "a list of mentions") }, "a record with an id and mentions"),
  "a list of annotation records",
);

function wholeNumber(): v.GenericSchema<number, number> {
  return v.pipe(v.number("a whole number from 0"), v.safeInteger("a whole number from 0"), v.minValue(0, "a whole number from 0"));
}
