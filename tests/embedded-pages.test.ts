import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { embed, EMBEDDED } from "../web/embed.js";
import { PROJECT } from "./command-line.js";

describe("the pages that stand alone", () => {
  for (const page of EMBEDDED)
    it(`bring along what ${page.of} holds (npm run build:embedded writes it anew)`, async () => {
      expect(readFileSync(join(PROJECT, page.file), "utf8")).toBe(await embed(page));
    });
});
