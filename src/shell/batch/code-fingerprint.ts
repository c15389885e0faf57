import { createHash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { ModelChoice } from "../../model/options.js";
import { modelFolder, PACKAGE_ROOT } from "../load-resources.js";

/**
 * A digest of the program as it lies on the disk (names, sizes and times of its files) and of the options that findings
 * depend on: articles that were done under another one are done again.
 */
export async function codeFingerprint(options: Readonly<Record<string, unknown>> & { readonly model?: ModelChoice }): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify(options)).update(process.versions.node);
  const own = ["dist", "lexicons", "models", "gazetteer"].map((folder) => join(PACKAGE_ROOT, folder));
  for (const folder of [...own, ...(options.model === "open" ? [modelFolder("open")] : [])]) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    const files = entries
      .filter((entry) => entry.isFile() && !entry.name.endsWith(".d.ts"))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const file of files) {
      const { size, mtimeMs } = await stat(file);
      hash.update(`${file}\n${size}\n${mtimeMs}\n`);
    }
  }
  return hash.digest("hex").slice(0, 16);
}
