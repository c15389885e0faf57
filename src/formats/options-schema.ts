import * as v from "valibot";
import { MODEL_CHOICES, type PipelineOptions } from "../model/options.js";
import { NAME_KINDS } from "../model/mention.js";
import { TOLL_PROFILES } from "../model/toll.js";

const COUNTRY = "two capital letters of ISO 3166-1, such as UA, or null";

/**
 * The choices that a user makes for a run, of the library and of the command line alike: defaults, checks and the words
 * of the help; the compiler holds it to their types. An option that is absent or undefined has its default.
 */
export const OPTIONS_SCHEMA = v.strictObject({
  minConfidence: v.pipe(
    v.optional(v.pipe(v.number("a number from 0 to 1"), v.minValue(0, "a number from 0 to 1"), v.maxValue(1, "a number from 0 to 1")), 0),
    v.description("leave out findings below this confidence, 0 to 1"),
  ),
  profile: v.pipe(
    v.optional(v.picklist(TOLL_PROFILES, `one of ${TOLL_PROFILES.join(", ")}`), "ucdp"),
    v.description("whose rules choose one number for an article's toll"),
  ),
  model: v.pipe(
    v.optional(v.picklist(MODEL_CHOICES, `one of ${MODEL_CHOICES.join(", ")}`), "en"),
    v.description(
      "name tagger: en, or open, which learned from openly licensed texts alone and installs apart (npm install dateline-names-open)",
    ),
  ),
  biasCountry: v.pipe(
    v.nullish(v.pipe(v.string(COUNTRY), v.regex(/^[A-Z]{2}$/, COUNTRY)), null),
    v.description("country whose places are preferred where an article leaves doubt, such as UA (ISO 3166-1 alpha-2)"),
  ),
  knownNames: v.pipe(
    v.optional(
      v.array(
        v.strictObject({
          text: v.pipe(v.string("a string"), v.minLength(1, "the words of a name")),
          kind: v.picklist([...NAME_KINDS, "never"], `one of ${NAME_KINDS.join(", ")}, never`),
          name: v.optional(v.string("a string")),
          latitude: v.optional(
            v.pipe(v.number("degrees from -90 to 90"), v.minValue(-90, "degrees from -90 to 90"), v.maxValue(90, "degrees from -90 to 90")),
          ),
          longitude: v.optional(
            v.pipe(
              v.number("degrees from -180 to 180"),
              v.minValue(-180, "degrees from -180 to 180"),
              v.maxValue(180, "degrees from -180 to 180"),
            ),
          ),
        }),
        "a list of names: [{ text, kind, name?, latitude?, longitude? }]",
      ),
      [],
    ),
    v.description(
      "names that you know, which win over what is found: a table of text, kind (or never), canonical name, latitude, longitude",
    ),
  ),
}) satisfies v.GenericSchema<{ readonly [Name in keyof PipelineOptions]?: PipelineOptions[Name] | undefined }, PipelineOptions>;

export type OptionName = keyof typeof OPTIONS_SCHEMA.entries;

/** What an option does, in a line. */
export const describeOption = (name: OptionName): string => v.getDescription(OPTIONS_SCHEMA.entries[name]) ?? "";
