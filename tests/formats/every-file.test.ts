import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { dateline, freshFolder } from "../command-line.js";
import { itemsOf, readFiles } from "./read-files.js";
import { GDELT, KINDS_OF_FILE, MHTML, NEWSML_G2, NITF, ODS, TRAFILATURA, TWEETS, XLSX } from "./samples/kinds.js";

describe("a folder of many kinds of file", () => {
  it.each(KINDS_OF_FILE.map((kind) => [kind.name, kind] as const))(
    "%s is read, refused by name or told as not read",
    async (name, { content, gives }) => {
      const { articles, rejects, unread } = await readFiles({ [name]: content });
      expect(unread.length > 0 ? "not read" : rejects.length > 0 ? "refused" : articles.length).toBe(gives);
    },
  );

  it("tells on stderr and in run.json what it does not read", async () => {
    const folder = freshFolder();
    for (const name of ["a.txt", "b.png", "c.png", ".hidden"]) writeFileSync(join(folder, name), "Two died.");
    symlinkSync(join(folder, "a.txt"), join(folder, "link.txt"));
    mkdirSync(join(folder, "sub"));
    writeFileSync(join(folder, "sub", "d.zip"), zipSync({ "e.txt": strToU8("Three died."), "f.jpg": strToU8("x") }));
    writeFileSync(join(folder, "thin.html"), `<html><body><p>Two died.</p><!-- ${"x".repeat(30_000)} --></body></html>`);
    const out = freshFolder();
    const { stderr } = await dateline(["extract", folder, "-o", out, "--format", "none"]);
    expect(stderr).toContain("Not read: 5 files (.jpg 1, .png 2, hidden 1, link 1)");
    const run = JSON.parse(readFileSync(join(out, "run.json"), "utf8")) as {
      notRead: { count: number; places: readonly string[] };
      warnings: readonly { code: string; place: string }[];
    };
    expect(run.warnings).toContainEqual(expect.objectContaining({ code: "short-text", place: join(folder, "thin.html") }));
    expect(run.notRead.count).toBe(5);
    expect(run.notRead.places).toContain(join(folder, "sub/d.zip/f.jpg"));
    expect((await dateline(["extract", folder, "--jsonl"])).stderr).toContain("Not read: 5 files");
  });

  it("that is compressed is read where rubbish stands behind its end, with a warning; zeros are none", async () => {
    const items = async (behind: Uint8Array) => itemsOf("a.txt.gz", Buffer.concat([gzipSync("Two died "), gzipSync("in Kyiv."), behind]));
    const [unit, note] = await items(Buffer.from("<html>"));
    expect(unit).toMatchObject({ unit: { bytes: Buffer.from("Two died in Kyiv.") } });
    expect(note).toMatchObject({ note: { code: "trailing-rubbish" } });
    expect(await items(Buffer.alloc(600))).toHaveLength(1);
  });

  it.each(["a.csv", "b.jsonl", "c.mbox", "d.json", "e.txt.gz", "f.xml"])("%s without content is told, not passed over", async (name) => {
    const { articles, rejects } = await readFiles({ [name]: name.endsWith(".gz") ? gzipSync("") : name === "d.json" ? "[]" : "" });
    expect(articles.length + rejects.length).toBe(1);
  });

  it("says when a file is told by its first bytes and not by its name", async () => {
    expect(await itemsOf("a.txt", MHTML)).toMatchObject([{ note: { code: "told-by-content" } }, { unit: { ending: ".mhtml" } }]);
  });
});

describe("files that are cut short", () => {
  const lines = Array.from({ length: 400 }, (_, n) =>
    JSON.stringify({ id: `l${n}`, text: `Case ${n * 7919} of ${Math.sqrt(n)}: two died in Lowport.` }),
  ).join("\n");
  const cut = (bytes: Uint8Array, share: number): Uint8Array => bytes.subarray(0, Math.floor(bytes.length * share));

  it("keep the lines before, and name the next one and the byte", async () => {
    const { articles, rejects } = await readFiles({ "a.jsonl.gz": cut(gzipSync(lines), 0.6) });
    expect(articles.length).toBeGreaterThan(100);
    expect(rejects).toMatchObject([
      {
        place: `a.jsonl.gz:${articles.length + 1}`,
        code: "damaged-file",
        reason: expect.stringMatching(/at byte \d.*What came before was read/) as string,
      },
    ]);
  });

  it("keep the whole rows of a table before", async () => {
    const rows = Array.from({ length: 400 }, (_, n) => `Case ${n * 7919},"Two died in Lowport, ${Math.sqrt(n)} said."`).join("\n");
    const { articles, rejects } = await readFiles({ "a.csv.gz": cut(gzipSync(`title,text\n${rows}`), 0.6) });
    expect(articles.length).toBeGreaterThan(100);
    expect(articles.every(({ text }) => text.endsWith("said."))).toBe(true);
    expect(rejects).toMatchObject([{ place: `a.csv.gz#${articles.length + 1}`, code: "damaged-file" }]);
  });

  it("keep the members of a zip before, and name the one that is cut or the last one", async () => {
    const member = (name: string): Uint8Array => strToU8(`${name} ${Array.from({ length: 300 }, (_, n) => Math.sqrt(n)).join(" ")}`);
    const zip = zipSync({ "a.txt": member("a"), "b.txt": member("b"), "c.txt": member("c") });
    const within = await readFiles({ "x.zip": cut(zip, 0.5) });
    expect(within.articles.map(({ id }) => id)).toEqual(["a"]);
    expect(within.rejects).toMatchObject([
      { place: "x.zip", reason: expect.stringMatching(/within the member b\.txt, at byte \d+/) as string },
    ]);
    const behind = await readFiles({ "x.zip": zip.subarray(0, Buffer.from(zip).indexOf("PK\u0001\u0002")) });
    expect(behind.articles).toHaveLength(3);
    expect(behind.rejects).toMatchObject([{ reason: expect.stringContaining("after the member c.txt") as string }]);
  });

  it("tell of web archives that end in the head of a record", async () => {
    const { articles, rejects } = await readFiles({ "a.warc": "WARC/1.1\r\nWARC-Type: resp" });
    expect([articles.length, rejects[0]?.reason]).toEqual([0, expect.stringMatching(/record 1.*byte 0.*ends at byte 25/)]);
    const arc = String(KINDS_OF_FILE.find(({ name }) => name === "af.arc")!.content);
    expect((await readFiles({ "a.arc": arc.slice(0, -60) })).rejects).toMatchObject([{ place: "a.arc#1", code: "web-archive" }]);
  });

  it("keep the text before a damaged end of a compressed article", async () => {
    const text = Array.from({ length: 300 }, (_, n) => `On day ${n} there were ${Math.sqrt(n)} people.`).join("\n");
    const { articles, rejects } = await readFiles({ "a.txt.gz": cut(gzipSync(text), 0.7) });
    expect(text.startsWith(articles[0]!.text)).toBe(true);
    expect(rejects).toMatchObject([{ code: "damaged-file" }]);
  });
});

describe("workbooks", () => {
  it.each([
    ["xlsx", XLSX],
    ["ods", ODS],
  ])("of %s give rows with days as days", async (ending, content) => {
    const { articles } = await readFiles({ [`a.${ending}`]: content });
    expect(articles).toMatchObject([
      { id: "a-1", title: "Flood", publishedAt: "2024-05-03", text: expect.stringContaining("Two people died") as string },
    ]);
    expect(await itemsOf(`a.${ending}`, content)).toMatchObject([{ note: { code: "guessed-fields" } }, { unit: { record: 1 } }]);
  });
});

describe("news in XML", () => {
  it.each([
    ["NITF", NITF, { id: "n-1", title: "Flood", publishedAt: "2024-05-03", author: "Ada Pell", place: "Lowport" }],
    [
      "NewsML-G2",
      NEWSML_G2,
      { id: "urn:x:1", title: "Flood", publishedAt: "2024-05-03", source: "Agency of the North", author: "Ada Pell", language: "en" },
    ],
    [
      "trafilatura",
      TRAFILATURA,
      { title: "Flood", publishedAt: "2024-05-03", source: "Coast Post", author: "Ada Pell", url: "https://post.example/flood" },
    ],
  ])("of %s gives text and facts", async (_, content, facts) => {
    const { articles } = await readFiles({ "a.xml": content });
    expect(articles).toMatchObject([facts]);
    expect(articles[0]?.text).toMatch(/Two people died.*\n\nMore\./s);
  });
});

describe("posts and tables", () => {
  it("keep every digit of a large number, and their days", async () => {
    expect((await readFiles({ "tweets.js": TWEETS })).articles).toMatchObject([
      { id: "1786000000000000001", publishedAt: "2024-05-03", language: "en" },
    ]);
    expect((await readFiles({ "a.json": '[{"id": 9007199254740993, "text": "Two died. 9007199254740993"}]' })).articles).toMatchObject([
      { id: "9007199254740993", text: "Two died. 9007199254740993" },
    ]);
  });

  it("of Telegram tell how many messages hold no text", async () => {
    const chat = {
      name: "Post",
      type: "public_channel",
      id: 1,
      messages: [
        { id: 1, type: "service", date: "2024-05-03T10:00:00", action: "join", text: "" },
        { id: 2, type: "message", date: "2024-05-03T10:00:00", text: ["Two ", { type: "bold", text: "died" }, "."] },
      ],
    };
    const { articles, warnings } = await readFiles({ "result.json": JSON.stringify(chat) });
    expect(articles).toMatchObject([{ id: "result-2", text: "Two died.", source: "Post", publishedAt: "2024-05-03" }]);
    expect(warnings).toEqual([expect.stringContaining("1 messages")]);
  });

  it("of GDELT and without a head are refused with the reason", async () => {
    expect((await readFiles({ "a.csv": GDELT + GDELT })).rejects).toMatchObject([{ reason: expect.stringContaining("GDELT") as string }]);
    expect(
      (await readFiles({ "a.csv": "https://n.example/1,2024-05-03,Two died.\nhttps://n.example/2,2024-05-04,Three died.\n" })).rejects,
    ).toMatchObject([{ reason: expect.stringContaining("not the names of columns") as string }]);
  });

  it("without a text name the way to read their titles", async () => {
    const csv = "stories_id,publish_date,title,url,media_name\n1,2024-05-03,Flood kills two,https://n.example/1,Post\n";
    expect((await readFiles({ "a.csv": csv })).rejects).toMatchObject([
      { reason: expect.stringContaining("--fields text=title") as string },
    ]);
  });

  it("take the order of day and month from any day of the column", async () => {
    const days = (csv: string) => readFiles({ "a.csv": csv }).then(({ articles }) => articles.map(({ publishedAt }) => publishedAt));
    expect(await days("title,date,text\nA,03/05/2024,One died.\nB,13/07/2025,Two died.\n")).toEqual(["2024-05-03", "2025-07-13"]);
    expect(await days("title,date,text\nA,03/05/2024,One died.\nB,07/13/2025,Two died.\n")).toEqual(["2024-03-05", "2025-07-13"]);
    expect(await days("title,date,text\nA,03/05/2024,One died.\n")).toEqual([null]);
    const items = await itemsOf("a.csv", "title,date,text\nA,03/05/2024,One died.\n", { dateOrder: "month-first" });
    expect(items.flatMap((item) => ("unit" in item ? [JSON.parse(Buffer.from(item.unit.bytes).toString()) as unknown] : []))).toMatchObject(
      [{ date: "2024-03-05" }],
    );
    expect((await itemsOf("a.csv", "title,date,text\nA,03/05/2024,One died.\n")).filter((item) => "note" in item)).toMatchObject([
      { note: { code: "guessed-fields" } },
      { note: { code: "date-order" } },
    ]);
  });
});

describe("mails and feeds", () => {
  it("name attachments that are not read", async () => {
    const mail =
      'From: a@b.example\r\nSubject: Flood\r\nDate: Fri, 3 May 2024 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nTwo died.\r\n--b\r\nContent-Type: application/pdf; name="list.pdf"\r\nContent-Disposition: attachment; filename="list.pdf"\r\n\r\nx\r\n--b--\r\n';
    expect((await readFiles({ "a.eml": mail })).warnings).toEqual([expect.stringContaining("list.pdf")]);
  });

  it("give content in base64, titles and days of Dublin Core, and addresses that are guids", async () => {
    const text = "Two people died in Lowport on Friday, police said, and more were hurt.";
    const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><channel><title>Post</title><item><dc:title>Flood</dc:title><guid>https://n.example/1</guid><dcterms:issued>2024-05-03</dcterms:issued><description>${Buffer.from(`<p>${text}</p>`).toString("base64")}</description></item></channel></rss>`;
    expect((await readFiles({ "a.rss": rss })).articles).toMatchObject([
      { title: "Flood", text, publishedAt: "2024-05-03", url: "https://n.example/1" },
    ]);
  });
});
