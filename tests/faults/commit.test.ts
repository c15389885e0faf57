import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commitFiles, recoverFolder } from "../../src/shell/output/commit-files.js";
import { DISK, type Disk } from "../../src/shell/output/disk.js";
import { lockFolder } from "../../src/shell/output/lock-folder.js";
import { openOutputFolder } from "../../src/shell/output/output-folder.js";
import { freshFolder } from "../command-line.js";
import { faultyDisk } from "./faulty-disk.js";

const PLAN = {
  replacements: [
    { temporary: ".a.partial", name: "a" },
    { temporary: ".b.partial", name: "b" },
    { temporary: ".new.partial", name: "new" },
  ],
  obsolete: ["old", "never"],
};
const BEFORE = { a: "a1", b: "b1", old: "old1" };
const AFTER = { a: "a2", b: "b2", new: "new2" };

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = freshFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}
const visible = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => !name.startsWith("."))
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
const ready = (): string => folderOf({ ...BEFORE, ".a.partial": "a2", ".b.partial": "b2", ".new.partial": "new2" });

describe("a commit", () => {
  it("gives all files their names and leaves nothing beside them", async () => {
    const folder = ready();
    await commitFiles(DISK, folder, PLAN);
    expect(visible(folder)).toEqual(AFTER);
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("changes nothing where any step fails once, and says so by the system's error", async () => {
    let points = 0;
    for (let fail = 1; ; fail++) {
      const folder = ready();
      const { disk, calls } = faultyDisk({ failAt: fail, code: "EBUSY", then: "works" });
      const error = await commitFiles(disk, folder, PLAN).then(
        () => null,
        (fault: unknown) => fault as NodeJS.ErrnoException,
      );
      if (calls() < fail) break;
      points++;
      // Once every new file has its name, what fails is tidying up.
      expect([BEFORE, AFTER]).toContainEqual(visible(folder));
      if (error === null) expect(visible(folder)).toEqual(AFTER);
      else expect([error.code, visible(folder)]).toEqual(["EBUSY", BEFORE]);
    }
    expect(points).toBeGreaterThan(20);
  });

  it.each(["falters", "fails"] as const)("that is killed anywhere, or whose disk %s, is put right by the next run", async (then) => {
    for (let fail = 1; ; fail++) {
      const folder = ready();
      const { disk, calls } = faultyDisk({ failAt: fail, code: "EIO", then });
      await commitFiles(disk, folder, PLAN).catch(() => undefined);
      if (calls() < fail) break;
      await recoverFolder(DISK, folder);
      expect([BEFORE, AFTER]).toContainEqual(visible(folder));
      expect(readdirSync(folder).filter((name) => /before|commit/.test(name))).toEqual([]);
    }
  });

  it("does not take a folder for a file", async () => {
    const folder = ready();
    mkdirSync(join(folder, "new"));
    await expect(commitFiles(DISK, folder, PLAN)).rejects.toMatchObject({ code: "EISDIR" });
    expect(readFileSync(join(folder, "a"), "utf8")).toBe("a1");
  });
});

describe("a lock", () => {
  const lock = (folder: string, content: object): void => writeFileSync(join(folder, ".dateline.lock"), JSON.stringify(content));

  it("keeps the second run out, until the first releases it", async () => {
    const folder = freshFolder();
    const release = await lockFolder(DISK, folder);
    await expect(lockFolder(DISK, folder)).rejects.toMatchObject({ name: "FolderInUseError" });
    await release();
    await (
      await lockFolder(DISK, folder)
    )();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("of a process that is no more, or whose number another one has now, is taken over", async () => {
    const folder = freshFolder();
    const release = await lockFolder(DISK, folder);
    const own = JSON.parse(readFileSync(join(folder, ".dateline.lock"), "utf8")) as { host: string; start: string | null };
    await release();
    lock(folder, { ...own, pid: 999_999_999 });
    await (
      await lockFolder(DISK, folder)
    )();
    if (own.start !== null) {
      lock(folder, { ...own, start: "another" });
      await (
        await lockFolder(DISK, folder)
      )();
    }
    writeFileSync(join(folder, ".dateline.lock"), '{"pid":');
    await (
      await lockFolder(DISK, folder)
    )();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("of another computer is not", async () => {
    const folder = freshFolder();
    lock(folder, { pid: process.pid, start: null, host: "another\u001b[31m", since: "2026-01-01T00:00:00Z" });
    const error = await lockFolder(DISK, folder).catch((fault: unknown) => fault as Error);
    expect((error as Error).message).toContain("delete .dateline.lock");
  });

  it("is one run's alone, however many ask at once", async () => {
    const folder = freshFolder();
    lock(folder, { pid: 999_999_999, start: "dead", host: (await import("node:os")).hostname(), since: "" });
    const got = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(DISK, folder)));
    expect(got.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("an output folder", () => {
  it("writes through no link, and keeps what the link leads to", async () => {
    const folder = folderOf({});
    const other = folderOf({ precious: "mine" });
    for (const name of [".t.csv.partial", "t.csv", ".commit.json.partial"]) symlinkSync(join(other, "precious"), join(folder, name));
    const output = await openOutputFolder(folder);
    await output.append("t.csv", "table");
    await output.commit([]);
    await output.release();
    expect(readFileSync(join(other, "precious"), "utf8")).toBe("mine");
    expect(visible(folder)).toEqual({ "t.csv": "table" });
  });

  it("ends at once below a folder in which nothing can be", async () => {
    const refusing: Disk = {
      ...DISK,
      makeFolder: async (path) => Promise.reject(Object.assign(new Error(`ENOENT: ${path}`), { code: "ENOENT" })),
    };
    await expect(openOutputFolder(join(freshFolder(), "x/y"), refusing)).rejects.toMatchObject({ code: "ENOENT" });
  });
});
