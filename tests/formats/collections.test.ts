import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { findInputs } from "../../src/shell/input/find-inputs.js";
import { readArticles } from "../../src/shell/input/read-articles.js";
import { readUnits } from "../../src/shell/input/read-units.js";
import type { FieldMap } from "../../src/formats/articles/field-names.js";
import { freshFolder } from "../command-line.js";
import { wordDocument } from "./word-document.js";

/** Writes files into a fresh folder and reads all articles below it. */
async function read(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = freshFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const { files: found } = await findInputs([folder], folder);
  const articles = [];
  const rejects = [];
  for await (const item of readArticles(found)) {
    if ("reject" in item) rejects.push({ ...item.reject, place: item.reject.place.replace(`${folder}/`, "") });
    else articles.push(item.article);
  }
  return { articles, rejects };
}

async function unitsOf(name: string, content: string | Uint8Array, fields: FieldMap | null = null) {
  const path = join(freshFolder(), name);
  writeFileSync(path, content);
  const items = [];
  for await (const item of readUnits([path], { fields, count: () => undefined })) items.push(item);
  return items;
}

describe("tables of articles", () => {
  it("tell their columns by their names, whatever the delimiter", async () => {
    const { articles } = await read({
      "a.csv": 'Headline,Body,Publication Date,Newspaper\r\nFlood,"Two died, police said.\r\nA second line.",2024-05-03,Coast Post\r\n',
      "b.tsv": "title\ttext\turl\nFire\tOne died.\thttps://news.example/1\n",
      "c.csv": "id;content;date\nx9;Three died.;3 May 2024\n",
    });
    expect(articles).toMatchObject([
      { id: "a-1", title: "Flood", text: "Two died, police said.\r\nA second line.", publishedAt: "2024-05-03", source: "Coast Post" },
      { id: "b-1", title: "Fire", text: "One died.", url: "https://news.example/1" },
      { id: "x9", text: "Three died.", publishedAt: "2024-05-03" },
    ]);
  });

  it("show what was guessed, and take the user's word instead", async () => {
    const csv = "Headline,Notiz\nFlood,Two died.\n";
    expect((await unitsOf("a.csv", "Headline,Body\nFlood,Two died.\n"))[0]).toMatchObject({
      note: { code: "guessed-fields", message: expect.stringContaining("text ← Body, title ← Headline") as string },
    });
    const [refused] = await unitsOf("a.csv", csv);
    expect(refused).toMatchObject({ fault: { reason: expect.stringContaining("--fields text=Headline") as string } });
    const given = await unitsOf("a.csv", csv, { text: "Notiz", title: "Headline" });
    expect(given).toHaveLength(1);
    expect(given[0]).toMatchObject({ unit: { record: 1, offset: 15 } });
  });

  it("find the text by its length where no name says it", async () => {
    const long = "The river rose again on Friday and the town was cut off for a second day, the mayor said. ";
    const { articles } = await read({ "a.csv": `no,what\n1,"${long}"\n2,"${long.repeat(2)}"\n` });
    expect(articles.map(({ text }) => text)).toEqual([long, long.repeat(2)]);
  });

  it("are read in the encoding that they are in", async () => {
    const latin = Buffer.from("title,text\nCaf\xe9,\x93Two died\x94 in Z\xfcrich.\n", "latin1");
    expect((await read({ "a.csv": latin })).articles).toMatchObject([{ title: "Café", text: "“Two died” in Zürich." }]);
    expect((await read({ "a.csv": Buffer.from("\uFEFFtitle,text\nCafé,Two died.\n", "utf16le") })).articles).toMatchObject([
      { title: "Café" },
    ]);
  });
});

describe("JSON of news APIs", () => {
  it.each([
    [
      "a list under articles",
      {
        status: "ok",
        articles: [
          {
            source: { id: null, name: "Post" },
            title: "T",
            description: "D",
            url: "https://n.example/a",
            publishedAt: "2024-05-03T08:00:00Z",
            content: "Two died.",
          },
        ],
      },
      { text: "Two died.", title: "T", source: "Post", publishedAt: "2024-05-03", url: "https://n.example/a" },
    ],
    [
      "results with fields",
      {
        response: {
          results: [
            {
              id: "w/1",
              webTitle: "T",
              webPublicationDate: "2024-05-03T08:00:00Z",
              webUrl: "https://n.example/b",
              fields: { bodyText: "Two died.", thumbnail: "x" },
            },
          ],
        },
      },
      { id: "w/1", text: "Two died.", title: "T", publishedAt: "2024-05-03", url: "https://n.example/b" },
    ],
    [
      "documents with parts",
      {
        response: {
          docs: [
            { headline: { main: "T" }, lead_paragraph: "Two died.", pub_date: "2024-05-03T08:00:00+0000", web_url: "https://n.example/c" },
          ],
        },
      },
      { text: "Two died.", title: "T", publishedAt: "2024-05-03" },
    ],
    [
      "records with HTML",
      {
        data: [
          {
            id: "7",
            fields: {
              title: "T",
              "body-html": "<p>Two died.</p><p>More.</p>",
              date: { created: "2024-05-03T00:00:00+00:00" },
              source: [{ name: "Office" }],
            },
          },
        ],
      },
      { text: "Two died.\n\nMore.", title: "T", publishedAt: "2024-05-03", source: "Office" },
    ],
    [
      "search hits",
      { hits: { hits: [{ _id: "1", _source: { maintext: "Two died.", title: "T", date_publish: "2024-05-03 08:00:00" } }] } },
      { text: "Two died.", title: "T", publishedAt: "2024-05-03" },
    ],
    ["an empty content beside a description", { articles: [{ title: "T", content: "", description: "Two died." }] }, { text: "Two died." }],
    ["a single article", { text: "Two died.", publishedAt: "2024-05-03" }, { text: "Two died.", publishedAt: "2024-05-03" }],
  ])("%s", async (_, json, article) => {
    expect((await read({ "a.json": JSON.stringify(json) })).articles).toMatchObject([article]);
  });
});

describe("feeds", () => {
  it("of RSS give an article an item, with the full content where there is one", async () => {
    const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Coast Post</title><language>en</language>
      <item><title>Flood &amp; fire</title><link>https://n.example/1</link><pubDate>Fri, 03 May 2024 23:00:00 -0500</pubDate><description>Short.</description><content:encoded><![CDATA[<p>Two died.</p><p>More.</p>]]></content:encoded><dc:creator>Ada Pell</dc:creator></item>
      <item><title>Two</title><description>&lt;p&gt;One died.&lt;/p&gt;</description></item></channel></rss>`;
    expect((await read({ "a.rss": rss })).articles).toMatchObject([
      {
        id: "a-1",
        title: "Flood & fire",
        text: "Two died.\n\nMore.",
        publishedAt: "2024-05-03",
        source: "Coast Post",
        author: "Ada Pell",
        url: "https://n.example/1",
      },
      { id: "a-2", title: "Two", text: "One died.", publishedAt: null },
    ]);
  });

  it("of Atom give an article an entry", async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><title>Flood</title><link href="https://n.example/2"/><updated>2024-05-03T10:00:00Z</updated><content type="html">&lt;p&gt;Two died.&lt;/p&gt;</content></entry></feed>`;
    expect((await read({ "a.xml": atom })).articles).toMatchObject([
      { title: "Flood", text: "Two died.", publishedAt: "2024-05-03", source: "Wire", url: "https://n.example/2" },
    ]);
  });
});

describe("mail and Word documents", () => {
  it("give text, subject, sender and day", async () => {
    const mail =
      "From: Coast Post <news@post.example>\r\nSubject: =?utf-8?B?RmxvZA==?= now\r\nDate: Fri, 3 May 2024 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=93Two died=94 in Z=FCrich.\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>no</p>\r\n--b--\r\n";
    const { articles } = await read({ "a.eml": mail });
    expect(articles).toMatchObject([{ title: "Flod now", source: "Coast Post", publishedAt: "2024-05-03" }]);
    expect(articles[0]?.text.trim()).toBe("“Two died” in Zürich.");
  });

  it("give paragraphs, title and author", async () => {
    const { articles } = await read({
      "a.docx": wordDocument(["Two died in Lowport.", "More & more."], { title: "Flood", creator: "Ada Pell" }),
    });
    expect(articles).toMatchObject([{ text: "Two died in Lowport.\n\nMore & more.", title: "Flood", author: "Ada Pell" }]);
  });
});

describe("archives", () => {
  const page = (text: string): string => `<html><body><p>${text}</p></body></html>`;
  const warc = (pages: readonly string[]): string =>
    pages
      .map((body, i) => {
        const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${body}`;
        return `WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000${i}>\r\nWARC-Target-URI: https://n.example/${i}\r\nWARC-Date: 2024-05-03T01:02:03Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`;
      })
      .join("");

  it("of the web give their pages, plain and compressed, and tell where each stands", async () => {
    const archive = warc([page("One died."), page("Two died.")]);
    const { articles } = await read({ "a.warc": archive, "b.warc.gz": gzipSync(archive) });
    expect(articles.map(({ id, text, url }) => [id, text, url])).toEqual([
      ["a-1", "One died.", "https://n.example/0"],
      ["a-2", "Two died.", "https://n.example/1"],
      ["b-1", "One died.", "https://n.example/0"],
      ["b-2", "Two died.", "https://n.example/1"],
    ]);
    const [, second] = await unitsOf("a.warc", archive);
    expect(second).toMatchObject({ unit: { record: 2, offset: archive.indexOf("WARC/1.1", 10) } });
  });

  it("cut within a record give what came before, and say where they end", async () => {
    const archive = warc([page("One died."), page("Two died.")]);
    const { articles, rejects } = await read({ "a.warc": archive.slice(0, -40) });
    expect(articles).toHaveLength(1);
    expect(rejects).toMatchObject([{ place: "a.warc#2", code: "web-archive" }]);
  });

  it("in zip are read member by member, archives within them too, and members of other kinds passed over", async () => {
    const inner = zipSync({ "deep.txt": strToU8("Three died.") });
    const { articles, rejects } = await read({
      "a.zip": zipSync({
        "one.txt": strToU8("One died."),
        "sub/two.html": strToU8(page("Two died.")),
        "lines.jsonl": strToU8('{"id":"l1","text":"Four died."}\n'),
        "inner.zip": inner,
        "picture.png": strToU8("x"),
        "g.txt.gz": gzipSync("Five died."),
        "../../evil.txt": strToU8("Six died."),
      }),
    });
    expect(articles.map(({ id, text }) => [id, text])).toEqual([
      ["one", "One died."],
      ["two", "Two died."],
      ["l1", "Four died."],
      ["deep", "Three died."],
      ["g", "Five died."],
      ["evil", "Six died."],
    ]);
    expect(rejects).toEqual([]);
  });

  it("that expand too far are refused before they fill the memory", async () => {
    const bomb = gzipSync(Buffer.alloc(150_000_000));
    const { rejects } = await read({ "a.txt.gz": bomb, "b.zip": zipSync({ "zeros.txt": Buffer.alloc(60_000_000) }) });
    expect(rejects.map(({ place, code }) => [place, code])).toEqual([
      ["a.txt.gz", "too-large"],
      ["b.zip/zeros.txt", "damaged-file"],
    ]);
  });
});
