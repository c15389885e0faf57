import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dateline, freshFolder } from "../command-line.js";
import { findFaults } from "./find-faults.js";
import { openChromium } from "./open-chromium.js";

const ARTICLES = [
  {
    id: "ferry",
    title: "Ferry sinks off Mombasa",
    source: "Coast Wire",
    publishedAt: "2024-03-04",
    text: "MOMBASA, March 4 - At least nine people were killed when a ferry sank off Mombasa on Sunday, the harbor master, Odile Brandvik, said. Two children are missing.\n\nThe boat had carried lamp oil.",
  },
  {
    id: "ferry-2",
    title: "Harbor of Tanga gets a new pier",
    source: "North Post",
    publishedAt: "2024-03-06",
    text: "The port of Tanga opened a new pier on Wednesday. Harbor master Odile Brandvik of Mombasa came to see it.",
  },
  {
    id: "market",
    title: "Fire in Lima",
    source: "Coast Wire",
    publishedAt: "2023-07-12",
    text: "LIMA - Four people died on Tuesday when a market burned in Lima, police said. Thirty people were injured.",
  },
  {
    id: "nowhere",
    title: "Shots at a wedding",
    source: "North Post",
    publishedAt: "2023-08-01",
    text: "One man was shot dead at a wedding in Gorblatz on Monday, police said.",
  },
];

const DESK = { viewport: { width: 1366, height: 768 } };
const PHONE = { viewport: { width: 390, height: 844 } };
let browser: Browser;
let address = "";
let faults: string[] = [];

beforeAll(async () => {
  const folder = freshFolder();
  writeFileSync(join(folder, "a.jsonl"), ARTICLES.map((article) => JSON.stringify(article)).join("\n"));
  const { code, stderr } = await dateline(["extract", "a.jsonl", "-o", "out", "--format", "report"], "", folder);
  expect([code, code === 0 ? "" : stderr]).toEqual([0, ""]);
  address = pathToFileURL(join(folder, "out/report.html")).href;
  browser = await openChromium();
});
afterAll(async () => {
  await browser.close();
});

async function open(hash = "", options: BrowserContextOptions = DESK): Promise<Page> {
  const page = await (await browser.newContext({ ...options, bypassCSP: true })).newPage();
  faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith("file:")) faults.push(`asks for ${request.url()}`);
  });
  await page.goto(address + hash);
  await page.waitForSelector("main h1, main .reader");
  return page;
}
const rows = (page: Page) => page.locator("#results tbody tr:not(.detail)");

describe("the report in a browser", () => {
  it("opens on incidents with their numbers, a map and a timeline, and asks for nothing", async () => {
    const page = await open();
    expect(await page.locator("[aria-current=page]").textContent()).toBe("Incidents");
    const [first] = await rows(page).allInnerTexts();
    expect(first?.replace(/\s+/g, " ")).toMatch(/2024-03-03 Mombasa Kenya 9/);
    expect(await page.locator(".map circle.pin").count()).toBeGreaterThan(0);
    expect(await page.locator("svg.time rect.bar").count()).toBeGreaterThan(0);
    expect(await page.locator(".lost summary").textContent()).toContain("No coordinates: 1 place");
    expect(faults).toEqual([]);
  });

  it("leads from a row to its sentence in the article, from the figure back to its row, and back by the browser's own way", async () => {
    const page = await open();
    await page.getByRole("link", { name: "Mombasa" }).first().click();
    await page.getByRole("link", { name: "Read it in the article" }).last().click();
    await page.waitForSelector("mark.here");
    expect(await page.locator("mark.here").textContent()).toBe("At least nine");
    expect(await page.locator("mark.here").isVisible()).toBe(true);
    await page.locator("mark.here a").click();
    await page.waitForSelector("tr.open");
    expect(await page.locator("tr.open").innerText()).toContain("Mombasa");
    await page.goBack();
    expect(await page.locator(".reader h1").textContent()).toBe("Ferry sinks off Mombasa");
    expect(faults).toEqual([]);
  });

  it("finds words of the articles, filters by every field, and says when nothing is left", async () => {
    const page = await open();
    const isLeft = async (number: number): Promise<void> => {
      await page.waitForFunction(`document.querySelectorAll("#results tbody tr:not(.detail)").length === ${number}`);
      expect(await page.locator("output.count").textContent()).toContain(`${number} incident`);
    };
    await page.fill("#f-words", "lamp oil");
    await isLeft(1);
    await page.fill("#f-words", "");
    await page.selectOption("#f-country", "PE");
    await isLeft(1);
    await page.selectOption("#f-outcome", "missing");
    await page.waitForSelector("#nothing");
    expect(await page.locator("#nothing").innerText()).toContain("missing, Peru");
    await page.getByRole("button", { name: "Clear the filters" }).first().click();
    await isLeft(3);
    await page.fill("#f-from", "2024-01-01");
    await isLeft(1);
    await page.getByRole("button", { name: "Clear the filters" }).first().click();
    await page.selectOption("#f-source", "North Post");
    await isLeft(1);
    expect(faults).toEqual([]);
  });

  it("sorts by any column and shows which", async () => {
    const page = await open();
    await page.getByTitle("Sort by killed").click();
    expect(await page.locator("th[aria-sort=descending]").innerText()).toContain("killed");
    expect((await rows(page).first().innerText()).includes("Mombasa")).toBe(true);
    await page.getByTitle("Sort by killed").click();
    expect((await rows(page).first().innerText()).includes("Gorblatz")).toBe(true);
  });

  it("has a page for a person with names and sentences of all articles", async () => {
    const page = await open("#names");
    await page.getByRole("link", { name: "Odile Brandvik" }).click();
    await page.waitForSelector(".named");
    expect(await page.locator(".named > li").count()).toBe(2);
    await page.locator(".named blockquote a").first().click();
    expect(await page.locator("mark.here").textContent()).toBe("Odile Brandvik");
  });

  it("shows cards and nothing wider than the screen on a phone", async () => {
    const page = await open("", PHONE);
    for (const hash of ["#incidents", "#figures", "#articles", "#names", "#dates", "#article/ferry"]) {
      await page.goto(address + hash);
      expect([hash, await page.evaluate("document.documentElement.scrollWidth")]).toEqual([hash, 390]);
    }
    await page.goto(`${address}#incidents`);
    expect(await page.evaluate(`getComputedStyle(document.querySelector("#results tbody td")).display`)).toBe("grid");
    expect(await page.evaluate(`document.querySelector("#results .nowrap").getClientRects().length`)).toBe(1);
  });

  it.each([
    ["in light", DESK],
    ["in the dark", { ...DESK, colorScheme: "dark" as const }],
    ["on a phone", PHONE],
  ])("holds nothing that axe finds %s", async (_, options) => {
    const page = await open("", options);
    for (const hash of ["#incidents", "#figures", "#articles", "#names", "#dates", "#article/ferry/16"]) {
      await page.goto(address + hash);
      await page.waitForTimeout(50);
      expect([hash, await findFaults(page)]).toEqual([hash, []]);
    }
    await page.goto(`${address}#incidents`);
    await rows(page).first().getByRole("link").first().click();
    await page.waitForSelector("#detail");
    expect(await findFaults(page)).toEqual([]);
  });

  it("goes by keyboard from the search to a row and its detail", async () => {
    const page = await open();
    await page.focus("#f-words");
    await page.keyboard.type("Lima");
    await page.waitForFunction(`document.querySelectorAll("#results tbody tr:not(.detail)").length === 1`);
    expect(await page.evaluate("document.activeElement.id")).toBe("f-words");
    await rows(page).getByRole("link").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector("#detail");
    expect(await page.locator("#detail").innerText()).toContain("Four people died");
  });
});
