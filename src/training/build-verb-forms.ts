import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import nlp from "compromise";
import { parseLexicon, type LexiconRow } from "../lexicon/parse-lexicon.js";
import { conjugateVerb, type Conjugation, type VerbException } from "./conjugate-verb.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const HEAD = `# Forms of English verbs: base, present (s-form), past and the two participles.
# Source: \`npm run build:verbs\` from training/verbs/base-verbs.txt, training/verbs/irregular-verbs.tsv, outcome-verbs.tsv
#   and reporting-verbs.tsv, inflected with compromise (MIT). Do not edit: change those files. Licence: MIT, as the project.
# Columns: form; lemma; tense (base, present, past, or empty for a form without tense); participle (past, present or empty).
#   A form of several readings has a row for each: "put" is base, and past with past participle.
`;

/** The rows of a table of the repository; throws where one is malformed, naming file and line. */
function readTable(path: string): readonly LexiconRow[] {
  const { value, diagnostics } = parseLexicon(path, readFileSync(join(ROOT, path), "utf8"));
  if (diagnostics[0]) throw new Error(`${path}: ${diagnostics[0].message}`);
  return value;
}

const spellings = (cell: string | undefined): readonly string[] | undefined => (cell ? cell.split("|") : undefined);

function readExceptions(): ReadonlyMap<string, VerbException> {
  return new Map(
    readTable("training/verbs/irregular-verbs.tsv").map((row) => {
      const [past, participle, gerund, present] = ["past", "participle", "ing-form", "s-form"].map((name) => spellings(row[name]));
      return [
        row["base"] ?? "",
        { ...(past && { past }), ...(participle && { participle }), ...(gerund && { gerund }), ...(present && { present }) },
      ];
    }),
  );
}

/** Every base form, sorted. Of the reporting verbs the lexicon lists forms: those of known bases say nothing new. */
function readBases(): readonly string[] {
  const listed = readFileSync(join(ROOT, "training/verbs/base-verbs.txt"), "utf8")
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("#"));
  return [...new Set([...listed, ...readTable("lexicons/outcome-verbs.tsv").map((row) => row["base"] ?? "")])]
    .filter((base) => /^[a-z]+$/.test(base))
    .sort();
}

function suggestPast(base: string): string | null {
  const methods = nlp.methods() as {
    two: { transform: { verb: { conjugate: (base: string, model: unknown) => { PastTense?: string } } } };
  };
  return methods.two.transform.verb.conjugate(base, nlp.model()).PastTense ?? null;
}

/** A row for each reading of each form: form, lemma, tense, participle. */
function rowsOf({ base, present, past, participle, gerund }: Conjugation): readonly string[] {
  const rows = [[base, "base", ""], ...present.map((form) => [form, "present", ""])];
  for (const form of past) rows.push([form, "past", participle.includes(form) ? "past" : ""]);
  for (const form of participle) if (!past.includes(form)) rows.push([form, "", "past"]);
  for (const form of gerund) rows.push([form, "", "present"]);
  return rows.map(([form, tense, part]) => `${form}\t${base}\t${tense}\t${part}`);
}

const exceptions = readExceptions();
const rows = readBases().flatMap((base) => rowsOf(conjugateVerb(base, exceptions.get(base) ?? {}, suggestPast(base))));
writeFileSync(join(ROOT, "lexicons/verb-forms.tsv"), `${HEAD}form\tlemma\ttense\tparticiple\n${[...rows].sort().join("\n")}\n`);
process.stderr.write(`lexicons/verb-forms.tsv: ${rows.length} rows\n`);
