import { startVitest } from "vitest/node";
import { missingForBrowser } from "./open-chromium.js";

// What `npm run test:browser` does: the paths of a reader in Chromium, apart from `npm test`, which needs no browser.
const missing = missingForBrowser();
if (missing === null) {
  const vitest = await startVitest("test", process.argv.slice(2), {
    config: false,
    watch: false,
    include: ["tests/browser/**/*.browser.ts"],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 240_000,
  });
  await vitest.close();
} else {
  process.stderr.write(`The tests in a browser were not run. ${missing}\n`);
  process.exitCode = 1;
}
