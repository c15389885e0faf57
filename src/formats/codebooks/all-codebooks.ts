import { ACLED } from "./acled.js";
import type { Codebook } from "./codebook.js";
import { UCDP } from "./ucdp.js";

/** The data sets of events that a run can write, by the name that --format gives them. */
export const CODEBOOKS: Readonly<Record<"ucdp" | "acled", Codebook>> = { ucdp: UCDP, acled: ACLED };

const PREFACE = `# Incidents as rows of UCDP and ACLED

Made by \`dateline dictionary --codebooks\` from the definitions that write the files. \`--format ucdp\` and \`--format acled\` write
\`ucdp.csv\` and \`acled.csv\`: one row an incident of incidents.csv, with the columns of the data set in its order, filled where the
articles say so and empty elsewhere. They are a draft for a coder, not the data set: what takes the data set's own lists (of actors,
conflicts, regions) stays empty.

`;

/** \`docs/CODEBOOKS.md\`: each column of each data set, and what of ours fills it. */
export function formatCodebooks(): string {
  return (
    PREFACE +
    Object.values(CODEBOOKS)
      .map(({ name, meaning, columns }) =>
        [
          `## ${name}.csv`,
          "",
          meaning,
          "",
          "| column | filled with |",
          "|---|---|",
          ...columns.map((column) => `| \`${column.name}\` | ${column.meaning.replaceAll("|", "\\|")} |`),
        ].join("\n"),
      )
      .join("\n\n") +
    "\n"
  );
}
