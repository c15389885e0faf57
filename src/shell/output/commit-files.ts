import { join } from "node:path";
import type { Disk } from "./disk.js";

/** A file under a temporary name, and the one that it is to have. Both are names within the folder. */
export interface Replacement {
  readonly temporary: string;
  readonly name: string;
}

interface CommitPlan {
  readonly replacements: readonly Replacement[];
  /** Files of an earlier run that this one does not write. */
  readonly obsolete: readonly string[];
}

/** Thrown where a commit failed and not everything could be put back: new and old files stand together until the next run. */
export class HalfCommittedError extends Error {
  override readonly name = "HalfCommittedError";
}

/** Says, while files change their names, which ones do: a run that was killed then is put right by the next. */
const PLAN = ".commit.json";
const PLAN_DRAFT = ".commit.json.partial";

const kept = (name: string): string => `.${name}.before`;

/**
 * Gives files their names and removes obsolete ones: all of it or nothing. What stood there before is kept under another
 * name until every new file has its own, and is put back where one cannot get it. Throws the system's error after
 * everything was put back, and {@link HalfCommittedError} where that failed, too.
 */
export async function commitFiles(disk: Disk, folder: string, plan: CommitPlan): Promise<void> {
  const at = (name: string): string => join(folder, name);
  for (const { name } of plan.replacements) {
    const kind = await disk.kindOf(at(name));
    if (kind === "folder")
      throw Object.assign(new Error(`${at(name)} is a folder, and a file of that name is to be written`), { code: "EISDIR" });
  }
  await writePlan(disk, folder, plan);
  try {
    for (const name of namesOf(plan)) if ((await disk.kindOf(at(name))) !== null) await disk.rename(at(name), at(kept(name)));
    for (const { temporary, name } of plan.replacements) await disk.rename(at(temporary), at(name));
    await disk.syncFolder(folder);
  } catch (error) {
    try {
      await putBack(disk, folder, plan);
    } catch (cause) {
      throw new HalfCommittedError((cause as Error).message, { cause });
    }
    throw error;
  }
  // From here on the new files are whole and all there: what cannot be tidied up now is by the next run.
  await tidyUp(disk, folder, plan).catch(() => undefined);
}

/** Puts right what a run left that was killed while files changed their names: forwards where all had, else backwards. */
export async function recoverFolder(disk: Disk, folder: string): Promise<void> {
  await disk.remove(join(folder, PLAN_DRAFT));
  const written = await disk.read(join(folder, PLAN));
  if (written === null) return;
  const plan = parsePlan(Buffer.from(written).toString("utf8"));
  if (plan === null) {
    await disk.remove(join(folder, PLAN));
    return;
  }
  let waiting = 0;
  for (const { temporary } of plan.replacements) if ((await disk.kindOf(join(folder, temporary))) !== null) waiting++;
  if (waiting === 0) await tidyUp(disk, folder, plan);
  else await putBack(disk, folder, plan);
}

const namesOf = ({ replacements, obsolete }: CommitPlan): readonly string[] => [...replacements.map(({ name }) => name), ...obsolete];

/** The plan stands whole or not at all before the first file changes its name. */
async function writePlan(disk: Disk, folder: string, plan: CommitPlan): Promise<void> {
  await disk.remove(join(folder, PLAN_DRAFT));
  const file = await disk.create(join(folder, PLAN_DRAFT));
  try {
    await file.write(Buffer.from(JSON.stringify(plan)));
    await file.sync();
  } finally {
    await file.close();
  }
  await disk.rename(join(folder, PLAN_DRAFT), join(folder, PLAN));
}

/** Undoes a commit of which any part was done: new files go back to their temporary names, earlier ones get theirs again. */
async function putBack(disk: Disk, folder: string, plan: CommitPlan): Promise<void> {
  const at = (name: string): string => join(folder, name);
  for (const { temporary, name } of plan.replacements) {
    if ((await disk.kindOf(at(temporary))) === null && (await disk.kindOf(at(name))) !== null) await disk.rename(at(name), at(temporary));
  }
  for (const name of namesOf(plan)) if ((await disk.kindOf(at(kept(name)))) !== null) await disk.rename(at(kept(name)), at(name));
  await disk.syncFolder(folder);
  await disk.remove(at(PLAN));
}

async function tidyUp(disk: Disk, folder: string, plan: CommitPlan): Promise<void> {
  for (const name of namesOf(plan)) await disk.remove(join(folder, kept(name)));
  await disk.remove(join(folder, PLAN));
}

/** A plan as it was written; null for anything else. Names with separators are no names of ours. */
function parsePlan(json: string): CommitPlan | null {
  try {
    const plan = JSON.parse(json) as CommitPlan;
    const names = [...namesOf(plan), ...plan.replacements.map(({ temporary }) => temporary)];
    return names.every((name) => typeof name === "string" && /^(?!\.{1,2}$)[^/\\]+$/.test(name)) ? plan : null;
  } catch {
    return null;
  }
}
