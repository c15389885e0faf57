import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openChromium } from "./open-chromium.js";
import { findFaults } from "./find-faults.js";
import { makeRun, type Run } from "./make-run.js";
import { startReview, type ReviewServer } from "./start-review.js";

let browser: Browser;
let run: Run;
let server: ReviewServer;
let page: Page;
/** What the page could not do: a policy that stopped it, an error of its own. */
let complaints: string[];

const FERRY = "Ferry sinks off Tarn <img src=x onerror=alert(1)>";

async function openPage(address: string): Promise<Page> {
  const opened = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  opened.on("pageerror", (error) => complaints.push(String(error)));
  opened.on("console", (message) => {
    if (message.type() === "error" && !/status of 4\d\d|ERR_CONNECTION/.test(message.text())) complaints.push(message.text());
  });
  opened.on("dialog", (dialog) => {
    complaints.push(`a script of an article ran: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await opened.goto(address);
  await opened.locator(".record-wording").waitFor();
  return opened;
}

const journal = (): readonly Record<string, unknown>[] =>
  readFileSync(join(run.folder, "review.test.jsonl"), "utf8")
    .trimEnd()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** The line of a wording in the table beside the article. */
const lineOf = (where: Page, wording: string) => where.locator(".row-line bdi").getByText(wording, { exact: true }).first();

/** Looks at the row of a wording, by its table. */
async function choose(tab: string, wording: string): Promise<void> {
  await page.getByRole("tab", { name: tab }).click();
  await lineOf(page, wording).click();
  await page.locator(".record-wording bdi", { hasText: wording }).waitFor();
}

const record = () => page.getByRole("region", { name: "Record" });
const saved = (): Promise<void> => page.locator(".saved", { hasText: "Saved" }).waitFor();

beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  complaints = [];
  run = await makeRun();
  server = await startReview(run.folder);
  page = await openPage(`${server.address}#/review/ferry`);
});
afterEach(async () => {
  await page.close();
  await server.stop();
  run.remove();
  expect(complaints).toEqual([]);
});

describe("the review page", () => {
  it("opens with what needs a look, and accepts by key until nothing is left", async () => {
    const rows = await page.locator(".queue-line").count();
    for (let row = 0; row < rows; row++) {
      const before = journal().length;
      await page.keyboard.press("a");
      await expect.poll(() => journal().length).toBe(before + 1);
      await expect.poll(() => page.locator(".queue-line.seen").count()).toBe(row + 1);
    }
    expect(new Set(journal().map(({ key }) => key)).size).toBe(rows);
    expect(await page.locator(".progress > span").first().textContent()).toMatch(new RegExp(`^${rows} of`));
  });

  it("corrects a span by key and by selecting, in UTF-16 units of the untouched text", async () => {
    await choose("Figures", "14");
    await page.keyboard.press("]");
    await page.locator(".record-wording bdi", { hasText: /^14 people$/ }).waitFor();
    await page.keyboard.press("{");
    await page.locator(".record-wording bdi", { hasText: /^said 14 people$/ }).waitFor();
    await page.keyboard.press("}");
    await page.keyboard.press("[");
    await page.locator(".record-wording bdi", { hasText: /^14$/ }).waitFor();
    const [first, , , last] = journal();
    const start = run.text.indexOf("14");
    expect(first).toMatchObject({ do: "keep", label: { start, end: start + 9, text: "14 people", value: 14 } });
    expect(last).toMatchObject({ label: { start, end: start + 2 } });
  });

  it("changes values, and undoes them after a restart", async () => {
    await choose("Figures", "14");
    await record().getByLabel("Value", { exact: true }).fill("41");
    await record().getByLabel("Value", { exact: true }).press("Enter");
    await saved();
    await record().getByLabel("Outcome").selectOption("injured");
    await expect.poll(() => journal().at(-1)).toMatchObject({ label: { outcome: "injured", value: 41, low: 41, high: 41 } });
    await server.kill();
    server = await startReview(run.folder);
    await page.goto(`${server.address}#/review/ferry`);
    await choose("Figures", "14");
    expect(await record().getByLabel("Outcome").inputValue()).toBe("injured");
    await page.locator("body").press("u");
    await expect.poll(() => record().getByLabel("Outcome").inputValue()).toBe("killed");
    await page.locator("body").press("u");
    await expect.poll(() => record().getByLabel("Value", { exact: true }).inputValue()).toBe("14");
  });

  it("adds a mention that is selected, whole characters of it", async () => {
    const wording = "😀 Zoe\u0301 Lind";
    await page.evaluate(`{
      const walker = document.createTreeWalker(document.querySelector(".article-text"), NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent.indexOf(${JSON.stringify(wording)});
        if (at >= 0) document.getSelection().setBaseAndExtent(node, at + 3, node, at + ${wording.length});
      }
    }`);
    await page.getByRole("toolbar").getByRole("button", { name: "Person" }).click();
    await page.locator(".record-wording bdi", { hasText: "Zoe\u0301 Lind" }).waitFor();
    const { label } = journal().at(-1) as { label: { start: number; end: number; text: string } };
    expect(run.text.slice(label.start, label.end)).toBe("Zoe\u0301 Lind");
  });

  it("marks right-to-left words, line ends of every kind and marks that overlap where they stand", async () => {
    for (const [tab, wording] of [
      ["Names", "مرسى تارن"],
      ["Dates", "Sunday"],
      ["Figures", "Nine or ten"],
      ["Figures", "ten"],
    ] as const) {
      await choose(tab, wording);
      const marked = await page.locator(".article-text .piece.active").allTextContents();
      expect(marked.join("")).toBe(wording);
    }
    // Two lines under the words, one for each mark.
    expect((await page.locator(".article-text .piece.active").getAttribute("style"))?.split("linear-gradient").length).toBe(3);
  });

  it("merges two incidents, and writes the decision that later runs apply", async () => {
    await page.getByRole("link", { name: "Incidents" }).click();
    const ticks = page.locator('.finding input[type="checkbox"]');
    await ticks.nth(0).check();
    await ticks.nth(1).check();
    await page.getByRole("button", { name: "Merge the 2 ticked" }).click();
    await expect.poll(() => ticks.count()).toBe(1);
    await page.locator(".detail .reports li").nth(1).waitFor();
    await page.getByRole("textbox", { name: "Reason" }).fill("the harbor master counted");
    await page.locator("button.rival", { hasText: "16" }).first().click();
    const decisions = readFileSync(join(run.folder, "decisions.jsonl"), "utf8").trimEnd().split("\n");
    expect(JSON.parse(decisions[0]!)).toMatchObject({ decision: "merge", members: ["ferry#incident:1", "later#incident:1"] });
    await expect
      .poll(() => readFileSync(join(run.folder, "decisions.jsonl"), "utf8").trimEnd().split("\n").at(-1))
      .toContain('"field":"killed","value":16,"reason":"the harbor master counted"');
  });

  it("loses nothing to kill -9, says that the server is gone, and goes on where it was", async () => {
    await choose("Figures", "14");
    await page.keyboard.press("w");
    await saved();
    await server.kill();
    await choose("Names", "Tarn");
    await page.keyboard.press("a");
    await page.getByText("The server does not answer").waitFor();
    expect(journal()).toHaveLength(1);
    server = await startReview(run.folder);
    await page.goto(`${server.address}#/review/ferry`);
    await choose("Figures", "14");
    expect(await page.locator(".record .status").getAttribute("aria-label")).toBe("wrong");
    await choose("Names", "Tarn");
    await page.keyboard.press("a");
    await expect.poll(() => journal().map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it("keeps two tabs from overwriting each other", async () => {
    const other = await openPage(`${server.address}#/review/ferry`);
    await choose("Figures", "14");
    await page.keyboard.press("w");
    await saved();
    await lineOf(other, "Nine or ten").click();
    await other.keyboard.press("w");
    await other.getByText("changed in another tab").waitFor();
    expect(journal()).toHaveLength(1);
    await other.keyboard.press("w");
    await expect.poll(() => journal().length).toBe(2);
    await other.close();
  });

  it("shows a script in a title or a text as text", async () => {
    expect(await page.locator(".headline").textContent()).toBe(FERRY);
    expect(await page.locator(".headline img, .article-text script, .queue img").count()).toBe(0);
    expect(await page.locator(".article-text").textContent()).toContain("<script>alert(2)</script>");
  });

  it("refuses a foreign Host and who lacks the token", async () => {
    const { port, pathname } = new URL(server.address);
    const ask = (host: string, path: string): Promise<string> =>
      new Promise((resolve, reject) => {
        const socket = connect(Number(port), "127.0.0.1", () =>
          socket.end(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
        );
        let answer = "";
        socket.on("data", (data) => (answer += String(data)));
        socket.on("end", () => resolve(answer.split("\r\n")[0] ?? ""));
        socket.on("error", reject);
      });
    expect(await ask(`127.0.0.1:${port}`, `${pathname}api/session`)).toContain("200");
    expect(await ask("evil.example", `${pathname}api/session`)).toContain("403");
    expect(await ask(`evil.example:${port}`, pathname)).toContain("403");
    expect(await ask(`127.0.0.1:${port}`, "/api/session")).toContain("403");
    expect(await ask(`127.0.0.1:${port}`, `${pathname}../../package.json`)).toContain("403");
  });

  it("works with a screen reader and by keyboard, light and dark, small and large", async () => {
    for (const [width, height, colorScheme] of [
      [1366, 768, "light"],
      [1920, 1080, "dark"],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      for (const view of ["review/ferry", "incidents", "entities", "gold", "score"]) {
        await page.goto(`${server.address}#/${view}`);
        await page.locator("main .pane").first().waitFor();
        if (view === "incidents" || view === "entities") await page.locator(".finding-link").first().click();
        await page.waitForTimeout(150);
        expect(await findFaults(page), `${view}, ${colorScheme}`).toEqual([]);
      }
    }
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    expect(await findFaults(page)).toEqual([]);
    await page.keyboard.press("Escape");
  });
});
