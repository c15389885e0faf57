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

  it.each([
    [
      "Nexis without a word for its body",
      "Flood kills 4\nThe Coast Post (London)\nMay 3, 2024 Friday\n\nCopyright 2024 Coast. All Rights Reserved\n\nSection: NEWS\nLength: 12 words\nByline: Ada Pell\n\nFour died.\n\nMore.\n\nLoad-Date: May 3, 2024\n\nEnd of Document\n",
    ],
    [
      "older Nexis whose headline has no name",
      "1 of 1 DOCUMENTS\n\nThe Coast Post (London)\n\nMay 3, 2024 Friday\n\nFlood kills 4\n\nBYLINE: Ada Pell\n\nLENGTH: 12 words\n\nFour died.\n\nMore.\n\nLOAD-DATE: May 3, 2024\n",
    ],
    [
      "Nexis that counts as ProQuest does",
      "Document 1 of 1\n\nThe Coast Post (London)\n\nMay 3, 2024\n\nHEADLINE: Flood kills 4\n\nBYLINE: Ada Pell\n\nLENGTH: 12 words\n\nBODY:\nFour died.\n\nMore.\n\nLOAD-DATE: May 3, 2024\n",
    ],
    [
      "Factiva whose byline has no word before it",
      "Flood kills 4\nAda Pell\n120 words\n3 May 2024\n13:20\nThe Coast Post (London)\nCOASTP\nEnglish\n(Copyright (c) 2024 Coast)\n\nFour died.\n\nMore.\n\nDocument COASTP0020240503ek530000c\n\nSearch Summary\n",
    ],
    [
      "Factiva with the fields on lines of their own",
      "HD\nFlood kills 4\nBY\nAda Pell\nWC\n12 words\nPD\n3 May 2024\nSN\nThe Coast Post (London)\nLA\nEnglish\nLP\nFour died.\n\nTD\nMore.\n\nNS\ngdis\nAN\nDocument COASTP0020240503ek530000c\n",
    ],
  ])("of %s give headline, source, byline, day and text", async (_, content) => {
    const { articles } = await readFiles({ "a.txt": content });
    expect(articles).toMatchObject([
      {
        title: "Flood kills 4",
        source: "The Coast Post (London)",
        author: "Ada Pell",
        publishedAt: "2024-05-03",
        text: "Four died.\n\nMore.",
      },
    ]);
  });

  it("are no more than one where a text only speaks of documents", async () => {
    const text = "The court saw 3 of 50 documents.\n\nEnd of document, he said. Length: two pages.\n";
    expect((await readFiles({ "a.txt": text })).articles).toMatchObject([{ id: "a", text }]);
  });
});
