import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { readWebPage as readPage } from "../src/formats/articles/web/web-page.js";
import { readPublishedDate } from "../src/formats/articles/published-date.js";
import { parseJsonArticle } from "../src/formats/articles/jsonl-articles.js";
import { parseMarkdownArticle } from "../src/formats/articles/markdown-article.js";
import { decodeText } from "../src/formats/decode-text.js";

const readWebPage = async (html: string, id: string) => (await readPage(html, { id, place: "page.html" })).value[0]!;
const file = (content: string) => ({ path: "folder/report.x", stem: "report", content });

describe("Markdown articles", () => {
  it("take their metadata from the front matter and leave the rest untouched", () => {
    const { value, diagnostics } = parseMarkdownArticle(
      file("---\nid: quake\ntitle: Quake\npublished: 2024-02-29\nlanguage: en\n---\n\nText  stays.\r\n"),
    );
    expect(diagnostics).toEqual([]);
    expect(value).toEqual([
      { id: "quake", title: "Quake", publishedAt: "2024-02-29", source: null, place: null, language: "en", text: "\nText  stays.\r\n" },
    ]);
  });

  it("without front matter are all text, even where a rule opens them", () => {
    expect(parseMarkdownArticle(file("---\n\nNot metadata.")).value[0]).toMatchObject({
      id: "report",
      text: "---\n\nNot metadata.",
      publishedAt: null,
    });
  });

  it.each([
    ["a list", "---\n- a\n- b\n---\ntext"],
    ["broken YAML", "---\ntitle: [unclosed\n---\ntext"],
    ["an unclosed block", "---\ntitle: x\ntext goes on"],
    [
      "a bomb of aliases",
      `---\na: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n---\ntext`,
    ],
  ])("with %s as front matter are refused with file, line and remedy", (_, content) => {
    const { value, diagnostics } = parseMarkdownArticle(file(content));
    expect(value).toEqual([]);
    expect(diagnostics[0]).toMatchObject({ severity: "error", code: "front-matter" });
    expect(diagnostics[0]?.place).toMatch(/^folder\/report\.x:\d+$/);
  });

  it("stay undated, with a warning, where the date is no day of the calendar", () => {
    const { value, diagnostics } = parseMarkdownArticle(file("---\npublished: 2025-02-31\n---\ntext"));
    expect(value[0]?.publishedAt).toBeNull();
    expect(diagnostics[0]).toMatchObject({ severity: "warning", code: "publication-date" });
  });
});

describe("JSON Lines articles", () => {
  it("are one a line; a bad line is named with its remedy", () => {
    const line = (json: string) => parseJsonArticle(json, "report-5", "folder/report.jsonl:5");
    expect(line('{"id":"a","text":"A","publishedAt":"2025-07-01T08:00:00Z"}').value[0]).toMatchObject({
      id: "a",
      publishedAt: "2025-07-01",
    });
    expect(line('{"text":"C","date":"2025-07-02"}').value[0]).toMatchObject({ id: "report-5", publishedAt: "2025-07-02" });
    for (const bad of ['{"id":"b"}', "not json", "[1]", "null"]) {
      expect(line(bad)).toMatchObject({ value: [], diagnostics: [{ severity: "error", place: "folder/report.jsonl:5" }] });
    }
  });

  it("keep a text of white space, emoji and NULs as it is", () => {
    const text = " \n😀\u0000";
    expect(parseJsonArticle(JSON.stringify({ text }), "x", "x:1").value[0]?.text).toBe(text);
  });
});

describe("HTML articles", () => {
  const page = (head: string, body: string) => `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;

  it("give the words of the article in paragraphs, without scripts and navigation", async () => {
    const article = await readWebPage(
      page(
        "<title>T</title>",
        "<nav>Menu</nav><article><h1>Blast</h1><p>Five &amp; six\n died.</p><script>x()</script><p>More<br>here</p></article><footer>©</footer>",
      ),
      "page",
    );
    expect(article).toMatchObject({ id: "page", title: "Blast", language: "en", text: "Blast\n\nFive & six died.\n\nMore\nhere" });
  });

  it("take the publication date from JSON-LD before meta tags before <time>", async () => {
    const ld =
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2025-07-01T10:00:00+02:00","headline":"H","publisher":{"name":"The Wire"}}]}</script>';
    const meta = '<meta property="article:published_time" content="2025-06-30T10:00:00Z">';
    const time = '<time datetime="2025-06-29">Sunday</time><p>x</p>';
    const day = async (head: string, body: string) => (await readWebPage(page(head, body), "p")).publishedAt;
    expect(await readWebPage(page(ld + meta, time), "p")).toMatchObject({ publishedAt: "2025-07-01", title: "H", source: "The Wire" });
    expect(await day(meta, time)).toBe("2025-06-30");
    expect(await day("", time)).toBe("2025-06-29");
    expect(await day("", "<p>x</p>")).toBeNull();
  });

  it("survive 100,000 nested elements", async () => {
    expect((await readWebPage(page("", `${"<div>".repeat(100_000)}deep`), "p")).text).toBe("deep");
  });
});

describe("publication dates in metadata", () => {
  it.each([
    ["2025-07-01", "2025-07-01"],
    ["2025-07-01T23:30:00-08:00", "2025-07-01"],
    ["20250701T080000Z", "2025-07-01"],
    ["Tue, 01 Jul 2025 09:00:00 GMT", "2025-07-01"],
    ["July 1, 2025", "2025-07-01"],
    ["1 July 2025", "2025-07-01"],
    ["2025-02-31", null],
    ["yesterday", null],
    ["1751328000", "2025-07-01"],
    ["07/01/2025", null],
  ])("%s is %s", (written, date) => expect(readPublishedDate(written)).toBe(date));
});

describe("encodings", () => {
  const text = "Où “là” — 38 tués";
  it.each([
    ["UTF-8", Buffer.from(text, "utf8"), "utf-8"],
    ["UTF-8 with byte order mark", Buffer.from(`\uFEFF${text}`, "utf8"), "utf-8"],
    ["UTF-16 LE with mark", Buffer.from(`\uFEFF${text}`, "utf16le"), "utf-16le"],
    ["UTF-16 BE with mark", Buffer.from(`\uFEFF${text}`, "utf16le").swap16(), "utf-16be"],
    ["UTF-16 LE without mark", Buffer.from("plain English words, many of them", "utf16le"), "utf-16le"],
    [
      "Windows-1252",
      Buffer.from([0x4f, 0xf9, 0x20, 0x93, 0x6c, 0xe0, 0x94, 0x20, 0x97, 0x20, 0x33, 0x38, 0x20, 0x74, 0x75, 0xe9, 0x73]),
      "windows-1252",
    ],
  ])("%s is recognised and its mark is no part of the text", async (_, bytes, encoding) => {
    const decoded = await decodeText(bytes);
    expect(decoded.encoding).toBe(encoding);
    expect([text, "plain English words, many of them"]).toContain(decoded.text);
  });

  const wide = (words: string, little: boolean): Buffer =>
    Buffer.from(
      [...words].flatMap((letter) => {
        const code = letter.codePointAt(0) ?? 0;
        const bytes = [code & 255, (code >> 8) & 255, (code >> 16) & 255, 0];
        return little ? bytes : bytes.reverse();
      }),
    );
  it("UTF-32 is recognised with its mark and without", async () => {
    expect(await decodeText(wide(`\uFEFF${text}`, true))).toEqual({ text, encoding: "utf-32le" });
    expect(await decodeText(wide(`\uFEFF${text}`, false))).toEqual({ text, encoding: "utf-32be" });
    expect(await decodeText(wide(text, true))).toEqual({ text, encoding: "utf-32le" });
  });

  it.each([
    ["windows-1250", "Primátor řekl, že při požáru v Brně zahynulo šest lidí a další tři se pohřešují."],
    ["iso-8859-2", "Burmistrz powiedział, że w pożarze zginęło pięć osób, a trzy są ciężko ranne."],
    ["windows-1250", "The mayor, Zbigniew Święch, said in Łódź that Wałęsa was not among the dead."],
    ["windows-1254", "Başkan, yangında beş kişinin öldüğünü, üç kişinin yaralandığını açıkladı."],
    ["windows-1254", "The minister, Süleyman Işık, said in Şanlıurfa that Erdoğan had been told."],
    ["macroman", "“It isn’t over,” the mayor of Zürich said – José Núñez was among the dead."],
    ["macroman", "The mayor said that he didn’t know how many had died in the fire."],
    ["windows-1252", "“It isn’t over,” the mayor of Zürich said – José Núñez was among the dead."],
    ["windows-1252", "Guðmundur and Þórður from Reykjavík said that Jökulsárlón was closed."],
    ["windows-1252", "Fem mennesker døde i Ålesund, sa politiet, og tre ble såret på øya."],
  ])("undeclared %s is told by the languages of the words: %s", async (encoding, words) => {
    expect((await decodeText(iconv.encode(words, encoding))).text).toBe(words);
  });
});
