import { configDefaults, defineConfig } from "vitest/config";

/** Files that put something in the place of a module: they share nothing with others. */
const ALONE = ["tests/casualty-rows.test.ts"];

// The other files of one worker share what they import: resources are read once a worker and not once a file. None of them
// changes a module or the process, which this needs.
export default defineConfig({
  test: {
    testTimeout: 240_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: "shared", include: ["tests/**/*.test.ts"], exclude: [...configDefaults.exclude, ...ALONE], isolate: false },
      },
      { extends: true, test: { name: "alone", include: ALONE } },
    ],
  },
});
