import { BRAT_FORMAT } from "./brat-format.js";
import { CONLL_FORMAT } from "./conll-format.js";
import { DOCCANO_FORMAT } from "./doccano-format.js";
import type { InterchangeFormat } from "./interchange-format.js";
import { JSONL_FORMAT } from "./jsonl-format.js";
import { LABEL_STUDIO_FORMAT } from "./label-studio-format.js";
import { SPACY_FORMAT } from "./spacy-format.js";
import { WEB_ANNOTATION_FORMAT } from "./web-annotation-format.js";

/** The formats of `dateline convert`, by name. */
export const INTERCHANGE_FORMATS: ReadonlyMap<string, InterchangeFormat> = new Map(
  [JSONL_FORMAT, CONLL_FORMAT, BRAT_FORMAT, DOCCANO_FORMAT, LABEL_STUDIO_FORMAT, SPACY_FORMAT, WEB_ANNOTATION_FORMAT].map((format) => [
    format.name,
    format,
  ]),
);
