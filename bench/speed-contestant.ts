/** One contestant of the speed bench: reads all articles of a folder, prints its figures as JSON. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [name, folder = "corpus"] = process.argv.slice(2);
const texts = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .sort()
  .map((path) => readFileSync(path, "utf8"));

/** Seconds of processor time of all threads of this process, those of the engine's compiler and collector included. */
const worked = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const loaded = performance.now();
const begun = worked();

/** Loads the contestant and returns what it does with one text. */
async function load(): Promise<(text: string) => unknown> {
  if (name === "wink-nlp") {
    const { createAnalyzer } = await import("../dist/text/analyze.js");
    return createAnalyzer();
  }
  if (name === "compromise") {
    const { default: nlp } = await import("compromise");
    const { cutSegments } = await import("../dist/text/segments.js");
    // Cut as dateline cuts: compromise takes quadratic time on some whole texts.
    return (text) =>
      cutSegments(text).map(({ start, end }) => {
        const view = nlp(text.slice(start, end));
        return [view.people().out("array"), view.places().out("array"), view.organizations().out("array")] as unknown;
      });
  }
  const [{ createExtractor }, { boundHeaps, spareCompiler }] = await Promise.all([
    import("../dist/index.js"),
    import("../dist/shell/batch/engine-settings.js"),
  ]);
  // As the command runs it.
  boundHeaps();
  spareCompiler();
  const extract = await createExtractor();
  return (text) => extract({ text, publishedAt: "2023-07-01" });
}

const run = await load();
run(texts.find((text) => text.length > 0) ?? "");
const [startup, starting] = [performance.now() - loaded, worked() - begun];
for (const text of texts) run(text);
const seconds = (performance.now() - loaded) / 1000;
const processor = worked() - begun;
const peak = process.resourceUsage().maxRSS / 1024;

const { createAnalyzer } = await import("../dist/text/analyze.js");
const analyze = createAnalyzer();
const tokens = texts.reduce((sum, text) => sum + analyze(text).tokens.length, 0);
console.log(JSON.stringify({ startup, starting, tokens, seconds, processor, peak }));
