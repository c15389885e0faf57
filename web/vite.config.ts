import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

/** The page is built into `dist/web/`, which the package ships: whoever installs it needs no build and no network. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  // The address has a token before the names of files: they are found beside the page.
  base: "./",
  build: {
    outDir: fileURLToPath(new URL("../dist/web", import.meta.url)),
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
});
