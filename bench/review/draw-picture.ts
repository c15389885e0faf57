import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dateline } from "../../tests/command-line.js";
import { openChromium } from "../../tests/browser/open-chromium.js";
import { startReview } from "../../tests/browser/start-review.js";

/** `npm run picture:review`: extracts `corpus/`, opens the review page on it and writes `docs/review.png`, small enough for a README. */
const PICTURE = fileURLToPath(new URL("../../docs/review.png", import.meta.url));
const LARGEST = 200_000;

const folder = mkdtempSync(join(tmpdir(), "dateline-picture-"));
const tables = join(folder, "tables");
const { code, stderr } = await dateline(["extract", "corpus", "-o", tables, "--format", "none", "--quiet"]);
if (code !== 0) throw new Error(stderr);
const server = await startReview(tables);
const browser = await openChromium();
const page = await browser.newPage({ viewport: { width: 1160, height: 600 }, colorScheme: "light" });
await page.goto(`${server.address}#/review/${encodeURIComponent("?kind=casualty")}`);
await page.locator(".article-text .piece.active").waitFor();
for (let row = 0; row < 3; row++) {
  await page.keyboard.press(row === 1 ? "w" : "a");
  await page.locator(".saved", { hasText: "Saved" }).waitFor();
  await page.waitForTimeout(500);
}
await page.waitForTimeout(1800);
await page.screenshot({ path: PICTURE });
await browser.close();
await server.stop();
rmSync(folder, { recursive: true, force: true });
const { size } = statSync(PICTURE);
console.log(`${PICTURE}: ${size} bytes`);
if (size > LARGEST) process.exitCode = 1;
