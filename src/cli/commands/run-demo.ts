import { cp, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../../shell/package-root.js";
import { CommandFault, EXIT } from "../exit-codes.js";
import { extractCommand } from "./extract.js";

/** Writes `articles/` into an empty folder, extracts them to `tables/` and says what to look at. */
export async function runDemo(folder: string): Promise<void> {
  const articles = join(folder, "articles");
  const tables = join(folder, "tables");
  try {
    await mkdir(folder, { recursive: true });
    if ((await readdir(folder)).length > 0)
      throw new CommandFault(
        `${folder}: is not empty, and nothing of yours is written over. Name a new folder: dateline demo DIR.`,
        EXIT.usage,
      );
    await cp(join(PACKAGE_ROOT, "demo"), articles, { recursive: true });
  } catch (error) {
    if (error instanceof CommandFault) throw error;
    throw new CommandFault(
      `${folder}: cannot be written to: ${(error as Error).message}. Name another folder: dateline demo DIR.`,
      EXIT.files,
    );
  }
  await extractCommand().exitOverride().parseAsync([articles, "-o", tables, "--jobs", "1"], { from: "user" });
  process.stdout.write(
    [
      `The articles are in ${articles}/. Look at`,
      `  ${join(tables, "report.html")}     what happened where, with a map, in a browser`,
      `  ${join(tables, "dateline.xlsx")}   the same in a spreadsheet`,
      `  ${join(tables, "incidents.csv")}   a row an incident: two articles tell of the ferry, and its toll rises`,
      `Then try your own: dateline extract FOLDER -o TABLES; or correct these: dateline review ${tables}`,
      "",
    ].join("\n"),
  );
}
