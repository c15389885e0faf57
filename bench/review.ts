import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { QueueRow, ReviewArticle } from "../src/model/review.js";
import { missingForBrowser, openChromium } from "../tests/browser/open-chromium.js";
import { startReview, type ReviewServer } from "../tests/browser/start-review.js";
import { actionsOf, FIFTY, WAYS } from "./review/count-actions.js";
import { writeLargeRun } from "./review/write-large-run.js";

/**
 * `npm run bench:review`: time to open a large run, time to save, rows reviewed a minute by a script, memory of page and
 * server, an article of a megabyte, and the actions that a review takes here and elsewhere.
 */
const SIZE = { articles: 5000, rows: 40 } as const;
const SAVES = 400;
const REVIEWED = 120;

const folder = mkdtempSync(join(tmpdir(), "dateline-bench-"));
const say = (name: string, value: string): void => console.log(`${name.padEnd(44)} ${value}`);
const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0;

/** Bytes of main memory that a process holds; 0 where the system does not tell. */
function memoryOf(pid: number | undefined): number {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return 0;
  }
}

/** Seconds of processor time that a process has used; null where the system does not tell. Another program's load does not count. */
function processorSecondsOf(pid: number | undefined): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return null;
  }
}

async function ask<T>(server: ReviewServer, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${server.address}api/${path}`, {
    ...(body === undefined ? {} : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** Saves verdicts one after the other, as the page does: milliseconds of each. */
async function timeSaves(server: ReviewServer): Promise<readonly number[]> {
  const numbers = (await ask<readonly number[]>(server, "queue?kind=casualty&order=text")).slice(-SAVES);
  const times: number[] = [];
  for (let first = 0; first < numbers.length; first += 100) {
    for (const { article: id, key } of await ask<readonly QueueRow[]>(server, `rows?n=${numbers.slice(first, first + 100).join(",")}`)) {
      const article = await ask<ReviewArticle>(server, `article?id=${id}`);
      const label = article.rows.find((row) => row.key === key)?.label;
      const began = performance.now();
      await ask(server, "act", { revision: article.revision, actions: [{ do: "keep", article: id, key, label }] });
      times.push(performance.now() - began);
    }
  }
  return times;
}

/** Waits until the page shows another row than this one, with its article and record; gives its place in the queue. */
async function nextRow(page: Page, before: string): Promise<string> {
  return String(
    await page.evaluate(`new Promise((resolve) => {
      const look = () => {
        const now = document.querySelector(".queue-line.active")?.parentElement?.getAttribute("aria-posinset") ?? "";
        const drawn = document.querySelector(".article-text .piece.active") && document.querySelector(".record");
        if (drawn && now !== "" && now !== ${JSON.stringify(before)}) resolve(now);
        else requestAnimationFrame(look);
      };
      look();
    })`),
  );
}

/** Reviews rows as fast as the page allows: of ten, eight are accepted, one is wrong, one gets another value. Actions and seconds. */
async function reviewByScript(page: Page): Promise<{ readonly actions: number; readonly seconds: number }> {
  let at = await nextRow(page, "");
  let actions = 0;
  const began = performance.now();
  for (let row = 0; row < REVIEWED; row++) {
    if (row % 10 === 9) {
      const value = page.locator(".record").getByLabel("Value", { exact: true });
      await value.click();
      await value.fill("7");
      await value.press("Enter");
      await page.locator(".record .status.corrected").waitFor();
      await value.press("Escape");
      actions += 2;
    }
    await page.keyboard.press(row % 10 === 5 ? "w" : "a");
    actions++;
    at = await nextRow(page, at);
  }
  return { actions, seconds: (performance.now() - began) / 1000 };
}

/** Jumps through the list, as somebody does who drags its bar: milliseconds until rows stand there. */
async function timeJumps(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (let jump = 0; jump < 30; jump++) {
    const share = ((jump * 7919) % 1000) / 1000;
    times.push(
      Number(
        await page.evaluate(`new Promise((resolve) => {
          const frame = document.querySelector(".queue .virtual-frame");
          const began = performance.now();
          frame.scrollTop = ${share} * (frame.scrollHeight - frame.clientHeight);
          const look = () => {
            const edge = frame.getBoundingClientRect();
            const shown = [...frame.querySelectorAll(".queue-line")].filter((line) => { const { top, bottom } = line.getBoundingClientRect(); return bottom > edge.top && top < edge.bottom; });
            if (shown.length > 3 && shown.every((line) => line.querySelector(".wording"))) resolve(performance.now() - began);
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        })`),
      ),
    );
  }
  return times;
}

async function benchLarge(browser: Browser): Promise<void> {
  await writeLargeRun(folder, SIZE);
  console.log(`\nA run of ${SIZE.articles} articles and ${SIZE.articles * SIZE.rows} rows`);
  const began = performance.now();
  const server = await startReview(folder);
  const served = performance.now();
  const worked = processorSecondsOf(server.process.pid);
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(`${server.address}#/review/${encodeURIComponent("?kind=casualty")}`);
  await page.locator(".queue-line .wording").first().waitFor();
  await page.locator(".article-text .piece").first().waitFor();
  const shown = performance.now();
  say("time to open: server", milliseconds(served - began));
  say("time to open: processor time of the server", worked === null ? "not told" : milliseconds(1000 * worked));
  say("time to open: first rows and article shown", milliseconds(shown - began));
  const jumps = await timeJumps(page);
  say(
    "a jump in the list, median and 95th percentile",
    `${milliseconds(percentile(jumps, 0.5))}, ${milliseconds(percentile(jumps, 0.95))}`,
  );
  const saves = await timeSaves(server);
  say(`time to save, ${saves.length} verdicts: median`, milliseconds(percentile(saves, 0.5)));
  say("time to save: 95th percentile", milliseconds(percentile(saves, 0.95)));
  await page.reload();
  const { actions, seconds } = await reviewByScript(page);
  say(`rows a minute by a script (${REVIEWED} rows, ${actions} actions)`, ((60 * REVIEWED) / seconds).toFixed(0));
  const heap = Number(await page.evaluate("performance.memory ? performance.memory.usedJSHeapSize : 0"));
  say("memory of the page (its heap)", megabytes(heap));
  say("memory of the server", megabytes(memoryOf(server.process.pid)));
  await page.close();
  await server.stop();
}

/** One article of a megabyte with 8,000 marks. */
async function benchLong(browser: Browser): Promise<void> {
  const long = join(folder, "long");
  const { mkdirSync } = await import("node:fs");
  mkdirSync(long);
  await writeLargeRun(long, { articles: 1, rows: 17_000 });
  const [line = ""] = readFileSync(join(long, "texts.jsonl"), "utf8").split("\n");
  const characters = (JSON.parse(line) as { readonly text: string }).text.length;
  writeFileSync(join(long, "articles.csv"), "article_id,source\n");
  console.log(`\nOne article of ${characters} characters and 17000 rows`);
  const server = await startReview(long);
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  const began = performance.now();
  await page.goto(`${server.address}#/review/${encodeURIComponent("?order=text&kind=casualty")}`);
  await page.locator(".article-text .piece.active").first().waitFor();
  say("time to show it", milliseconds(performance.now() - began));
  let at = await nextRow(page, "");
  const times: number[] = [];
  for (let row = 0; row < 20; row++) {
    const pressed = performance.now();
    await page.keyboard.press("a");
    at = await nextRow(page, at);
    times.push(performance.now() - pressed);
  }
  say("from a key to the next row, median and 95th", `${milliseconds(percentile(times, 0.5))}, ${milliseconds(percentile(times, 0.95))}`);
  await page.close();
  await server.stop();
}

function tellActions(): void {
  console.log(
    `\nActions for 50 figures of 10 articles (${FIFTY.accept} right, ${FIFTY.reject} none, ${FIFTY.value} wrong values, ${FIFTY.span} wrong spans), setup left out`,
  );
  for (const way of WAYS) {
    const actions = actionsOf(way);
    say(way.program, `${Number.isNaN(actions) ? "cannot hold values of figures" : actions}  (${way.source})`);
  }
}

const missing = missingForBrowser();
if (missing !== null) {
  console.error(missing);
  process.exitCode = 1;
} else {
  const browser = await openChromium();
  try {
    await benchLarge(browser);
    await benchLong(browser);
    tellActions();
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
