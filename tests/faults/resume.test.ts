import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openJournal } from "../../src/shell/batch/journal.js";
import { freshFolder } from "../command-line.js";

const KEYS = ["a", "b", "c"].map((letter) => letter.repeat(32));

it("a journal recalls the lines that are whole, and none that was torn, changed or of another shape", async () => {
  const folder = freshFolder();
  const journal = await openJournal(folder, { resume: false, fresh: true });
  for (const key of KEYS) await journal.append(key, JSON.stringify({ items: [], warnings: [], key }));
  await journal.close(false);
  const file = join(folder, "journal.partial.jsonl");
  const [first = "", second = "", third = ""] = readFileSync(file, "utf8").split("\n");
  const shapeless = [
    `{"key":"${"d".repeat(32)}","result":7}`,
    `{"key":"${"e".repeat(32)}","crc":"00000000","result":{"items":"none"}}`,
    "null",
    "[]",
    "{}",
  ];
  writeFileSync(file, [first, second.replace('"items":[]', '"items":{}'), ...shapeless, third.slice(0, -20)].join("\n"));
  const resumed = await openJournal(folder, { resume: true, fresh: false });
  const known = await Promise.all([...KEYS, "d".repeat(32), "e".repeat(32)].map((key) => resumed.recall(key)));
  await resumed.close(false);
  expect(known.map((json) => json !== null)).toEqual([true, false, false, false, false]);
});
