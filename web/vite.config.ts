import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { spreadDark } from "./dark-colors.js";

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
  plugins: [{ name: "dark-colors", enforce: "pre", transform: (code, id) => (id.endsWith(".css") ? spreadDark(code) : null) }],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
});
