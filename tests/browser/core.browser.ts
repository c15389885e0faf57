import { createServer, type Server } from "node:http";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { build as bundle } from "esbuild";
import type { Browser } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createExtractor, readCoreResources } from "../../src/index.js";
import { freshFolder, PROJECT } from "../command-line.js";
import { openChromium } from "./open-chromium.js";

const ARTICLE = {
  text: "MOMBASA, March 4 - At least nine people were killed when a ferry sank off Mombasa on Sunday, the harbor master, Odile Brandvik, said. The U.S. Coast Guard sent two boats.",
  title: "Ferry sinks off Mombasa",
  publishedAt: "2024-03-04",
};
const PAGE = `import { createCoreExtractor, drawTables } from "${join(PROJECT, "dist/core.js")}";
const bytes = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());
const lexicons = await (await fetch("lexicons.json")).json();
const extract = createCoreExtractor({ lexicons, names: await bytes("names.bin"), gazetteer: await bytes("places.bin") });
const result = extract(${JSON.stringify(ARTICLE)});
globalThis.found = JSON.stringify(result);
globalThis.tolls = drawTables(${JSON.stringify(ARTICLE)}, result).find(({ name }) => name === "tolls").rows.length;
`;

let browser: Browser;
let server: Server;
let folder = "";

beforeAll(async () => {
  folder = freshFolder();
  for (const name of ["esbuild", "vite"]) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, `${name}/page.js`), PAGE);
  }
  await bundle({
    entryPoints: [join(folder, "esbuild/page.js")],
    outfile: join(folder, "esbuild/out.js"),
    bundle: true,
    format: "esm",
    platform: "browser",
    logLevel: "error",
    absWorkingDir: PROJECT,
  });
  await build({
    root: join(folder, "vite"),
    configFile: false,
    logLevel: "error",
    build: {
      lib: { entry: "page.js", formats: ["es"], fileName: () => "out.js" },
      outDir: join(folder, "vite"),
      emptyOutDir: false,
      target: "esnext",
    },
  });
  const { lexicons, names, gazetteer } = await readCoreResources();
  writeFileSync(join(folder, "lexicons.json"), JSON.stringify(lexicons));
  writeFileSync(join(folder, "names.bin"), names);
  writeFileSync(join(folder, "places.bin"), gazetteer);
  writeFileSync(join(folder, "page.html"), "<!doctype html><title>core</title>");
  const types: Readonly<Record<string, string>> = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
  };
  server = createServer(({ url = "/" }, response) => {
    const name = url.split("/").at(-1) ?? "";
    const path = url.startsWith("/esbuild/out") || url.startsWith("/vite/out") ? url.slice(1) : name;
    try {
      response.setHeader("content-type", types[extname(path)] ?? "application/octet-stream").end(readFileSync(join(folder, path)));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resume) => server.listen(0, "127.0.0.1", resume));
  browser = await openChromium();
});
afterAll(async () => {
  await browser.close();
  server.close();
});

describe("dateline/core in a browser", () => {
  it.each(["esbuild", "vite"])("finds the same as under Node, bundled by %s", async (bundler) => {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/page.html`);
    await page.addScriptTag({ type: "module", url: `/${bundler}/out.js` });
    await page
      .waitForFunction("globalThis.found !== undefined", undefined, {
        timeout: 60_000,
      })
      .catch(() => undefined);
    expect(faults).toEqual([]);
    const expected = (await createExtractor())(ARTICLE);
    expect(JSON.parse((await page.evaluate("globalThis.found")) as string)).toEqual(JSON.parse(JSON.stringify(expected)));
    expect(await page.evaluate("globalThis.tolls")).toBe(expected.incidents.flatMap(({ tolls }) => tolls).length);
  });
});
