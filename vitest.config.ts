import { defineConfig } from "vitest/config";

// Files of one worker share what they import: resources are read once a worker and not once a file. No test changes a module
// or the process, which this needs.
export default defineConfig({
  test: { include: ["tests/**/*.test.ts"], testTimeout: 240_000, hookTimeout: 240_000, maxWorkers: 2, isolate: false },
});
