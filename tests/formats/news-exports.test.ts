import { describe, expect, it } from "vitest";
import { readFiles } from "./read-files.js";
import { exportSamples } from "./samples/news-exports.js";
import { stories } from "./samples/stories.js";
import { countToldApart } from "./samples/tell-apart.js";

describe("files of several articles", () => {
  it.each(exportSamples().map((sample) => [sample.name, sample] as const))("%s is told apart", async (name, sample) => {
    const { articles, rejects } = await readFiles({ [name]: sample.content });
    expect(rejects).toEqual([]);
    expect(countToldApart(articles, sample.stories)).toBe(5);
    expect(articles).toHaveLength(5);
  });

  it("say when they hold fewer than they announce", async () => {
    const sample = exportSamples().find(({ name }) => name === "nexis-0.txt")!;
    const content = String(sample.content);
    const { articles, warnings } = await readFiles({ "a.txt": content.slice(0, content.indexOf("5 of 5 DOCUMENTS")) });
    expect(articles).toHaveLength(4);
    expect(warnings).toEqual([expect.stringContaining("says it holds 5 documents: 4 were found")]);
  });

  it("give source, byline and place of each article", async () => {
    const [story] = stories(0);
    for (const name of ["nexis-0.txt", "nexis-4.docx", "factiva-0.txt", "factiva-7.html", "proquest-0.txt"]) {
      const { articles } = await readFiles({ [name]: exportSamples().find((sample) => sample.name === name)!.content });
      expect(articles[0]).toMatchObject({ source: story!.source, author: story!.author });
      if (name.startsWith("nexis")) expect(articles[0]?.place?.toLowerCase()).toBe(story!.place.toLowerCase());
    }
  });

  it("are no more than one where a text only speaks of documents", async () => {
    const text = "The court saw 3 of 50 documents.\n\nEnd of document, he said. Length: two pages.\n";
    expect((await readFiles({ "a.txt": text })).articles).toMatchObject([{ id: "a", text }]);
  });
});
