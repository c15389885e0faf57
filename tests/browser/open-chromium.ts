import { existsSync } from "node:fs";
import type { Browser } from "playwright-core";

/** Where systems put Chromium; `CHROMIUM` names another place. */
const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];

/** The browser that tests run in; null where none is installed. */
export function findChromium(): string | null {
  const named = process.env["CHROMIUM"];
  if (named) return existsSync(named) ? named : null;
  return PLACES.find((path) => existsSync(path)) ?? null;
}

/** What is missing for tests in a browser, and what to do; null where nothing is. */
export function missingForBrowser(): string | null {
  if (findChromium() !== null) return null;
  return "No Chromium was found: install it (Debian: apt-get install chromium), or name it, as in CHROMIUM=/opt/chromium/chrome.";
}

/** Starts Chromium without a window. It reaches nothing but this computer. */
export async function openChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(missingForBrowser() ?? "");
  const { chromium } = await import("playwright-core");
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });
}
