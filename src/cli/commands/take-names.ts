import { readFile } from "node:fs/promises";
import { parseUserNames } from "../../formats/parse-user-names.js";
import type { UserName } from "../../model/user-name.js";
import { CommandFault, EXIT } from "../exit-codes.js";
import { listFaults } from "../list-faults.js";

/** The names that the user knows, of the file that `--names` names; none without one. */
export async function takeNames(path: string | undefined): Promise<readonly UserName[]> {
  if (path === undefined) return [];
  const content = await readFile(path, "utf8").catch((error: Error) => {
    throw new CommandFault(`${path}: cannot be read: ${error.message}. Name a table of text, kind and canonical name.`, EXIT.files);
  });
  const { value, diagnostics } = parseUserNames(content, path);
  if (diagnostics.length > 0) throw new CommandFault(listFaults(diagnostics), EXIT.usage);
  return value;
}
