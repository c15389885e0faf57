import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dateline, freshFolder } from "../command-line.js";
import { findFaults } from "./find-faults.js";
import { openChromium } from "./open-chromium.js";

let browser: Browser;
let address = "";

beforeAll(async () => {
  const report = join(freshFolder(), "score.html");
  const gold = "gold/gold.jsonl";
  const { code, stderr } = await dateline([
    "score",
    "--gold",
    gold,
    "--pred",
    gold,
    "--articles",
    "corpus",
    "--errors",
    "0",
    "--report",
    report,
  ]);
  expect([code, code === 0 ? "" : stderr]).toEqual([0, ""]);
  address = pathToFileURL(report).href;
  browser = await openChromium();
});
afterAll(async () => {
  await browser.close();
});

async function open(options: BrowserContextOptions): Promise<Page> {
  const page = await (await browser.newContext({ ...options, bypassCSP: true })).newPage();
  await page.goto(address);
  return page;
}

describe("the score report in a browser", () => {
  it.each([
    ["in light", { viewport: { width: 1366, height: 768 } }],
    ["in the dark", { viewport: { width: 1366, height: 768 }, colorScheme: "dark" as const }],
    ["on a phone", { viewport: { width: 390, height: 844 } }],
  ])("holds nothing that axe finds %s, and is not wider than the screen", async (_, options) => {
    const page = await open(options);
    expect(await findFaults(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(options.viewport.width);
  });

  it("shows charts that a phone can read", async () => {
    const page = await open({ viewport: { width: 390, height: 844 } });
    const least = await page.evaluate(
      `Math.min(...[...document.querySelectorAll("#overview .row-name")].filter((name) => name.checkVisibility()).map((name) => name.getBoundingClientRect().height))`,
    );
    expect(least).toBeGreaterThan(12);
  });

  it("prints its figures on fewer than ten pages, and the articles where that is asked for", async () => {
    const page = await open({});
    const pages = async (): Promise<number> => (await page.pdf()).toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(await pages()).toBeLessThan(10);
    await page.getByLabel("print the articles, too").check();
    expect(await pages()).toBeGreaterThan(10);
  });
});
