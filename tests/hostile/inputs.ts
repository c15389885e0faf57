import { deflateRawSync, gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { wordDocument } from "../formats/word-document.js";

/** An input that breaks careless programs, and what it gets: what the outputs say of it, in short. */
export interface HostileInput {
  readonly file: string;
  readonly what: string;
  readonly content: string | Uint8Array;
  /** `read`, `skipped`, or the code of its reject; several, in order, where the file gives several. */
  readonly gets: string | readonly string[];
  /** The numbers of people killed that it tells of, where that is what it is about. */
  readonly killed?: readonly number[];
}

const SENTENCE = "At least four people were killed in Paris on Friday, Mayor Anna Lind said.";
const page = (body: string, head = ""): string => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const json = (value: unknown): string => JSON.stringify(value);
const lines = (count: number, line: string): string => `${line}\n`.repeat(count);
const rss = (items: string, before = ""): string =>
  `<?xml version="1.0"?>${before}<rss version="2.0"><channel><title>T</title>${items}</channel></rss>`;
const item = `<item><title>A</title><description>${SENTENCE}</description></item>`;
const warcRecord = (length: number, body: string): string =>
  `WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nWARC-Target-URI: https://n.example/\r\nWARC-Date: 2024-05-03T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${length}\r\n\r\n${body}\r\n\r\n`;
const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${page(`<p>${SENTENCE}</p>`)}`;
const brokenZip = (): Uint8Array => zipSync({ "a.txt": strToU8(lines(200, SENTENCE)) }).subarray(0, 60);
const docx = wordDocument([SENTENCE]);
/** A Word document of 60 KB whose text is 60 million letters. */
const docxBomb = (): Uint8Array => {
  const head =
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>';
  return zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "word/document.xml": Buffer.concat([
      Buffer.from(head),
      Buffer.alloc(60_000_000, 97),
      Buffer.from("</w:t></w:r></w:p></w:body></w:document>"),
    ]),
  });
};
const nestedGzip = (depth: number): Uint8Array => (depth === 0 ? Buffer.from(SENTENCE) : gzipSync(nestedGzip(depth - 1)));
const nestedZip = (depth: number): Uint8Array =>
  depth === 0 ? zipSync({ "a.txt": strToU8(SENTENCE) }) : zipSync({ "a.zip": nestedZip(depth - 1) });
const lyingZip = (): Uint8Array => {
  // States 5 bytes and expands to 30 million.
  const zip = zipSync({ "a.txt": [Buffer.alloc(30_000_000, 97), { level: 9 }] });
  new DataView(zip.buffer, zip.byteOffset).setUint32(22, 5, true);
  return zip;
};

export const HOSTILE: readonly HostileInput[] = [
  // Nothing, and next to nothing
  { file: "001.txt", what: "an empty file", content: "", gets: "read" },
  { file: "002.txt", what: "only white space", content: " \n\t\r\n \u3000\u00a0\n", gets: "read" },
  { file: "003.txt", what: "only a byte order mark", content: "\uFEFF", gets: "read" },
  { file: "004.txt", what: "one letter", content: "x", gets: "read" },
  { file: "005.txt", what: "only line ends", content: lines(100_000, ""), gets: "read" },
  { file: "006.md", what: "front matter and no text", content: "---\ntitle: T\n---\n", gets: "read" },
  { file: "007.html", what: "an empty page", content: page(""), gets: "read" },
  { file: "008.jsonl", what: "no lines", content: "", gets: "no-articles" },
  { file: "009.csv", what: "a head without rows", content: "title,text\n", gets: "table" },
  { file: "010.json", what: "an empty list", content: "[]", gets: "json-empty" },
  { file: "011.eml", what: "an empty mail", content: "", gets: "mail" },
  { file: "012.docx", what: "an empty document", content: "", gets: "word-document" },
  { file: "013.pdf", what: "an empty PDF", content: "", gets: "pdf" },
  { file: "014.zip", what: "an empty zip file", content: "", gets: "damaged-file" },
  { file: "015.txt.gz", what: "an empty gzip file", content: "", gets: "damaged-file" },
  { file: "016.warc", what: "an empty web archive", content: "", gets: "web-archive" },
  { file: "017.xml", what: "an empty feed", content: "", gets: "feed" },
  // Bytes that are no text
  { file: "020.txt", what: "NULs", content: Buffer.from([65, 0, 66, 0, 0, 67, 10, 0, 0]), gets: "binary-file" },
  {
    file: "021.txt",
    what: "broken UTF-8 in good UTF-8",
    content: Buffer.concat([Buffer.from(`“${SENTENCE}” Café Zürich “x” `), Buffer.from([0xc3, 0x28, 0xff])]),
    gets: "read",
  },
  {
    file: "022.txt",
    what: "halves of surrogate pairs, in UTF-8 as some programs write them",
    content: Buffer.concat([Buffer.from(SENTENCE), Buffer.from([0xed, 0xa0, 0x80, 0xed, 0xb0, 0x80])]),
    gets: "read",
  },
  {
    file: "023.jsonl",
    what: "a lone surrogate in JSON",
    content: String.raw`{"id":"023","text":"Anna \ud800 Lind \udc00 spoke."}`,
    gets: "read",
  },
  {
    file: "024.txt",
    what: "UTF-16 with half a character at its end",
    content: Buffer.concat([Buffer.from(`\uFEFF${SENTENCE}`, "utf16le"), Buffer.from([65])]),
    gets: "read",
  },
  { file: "025.txt", what: "UTF-16 without a mark", content: Buffer.from(SENTENCE, "utf16le"), gets: "read" },
  { file: "026.txt", what: "every byte there is but NUL", content: Uint8Array.from({ length: 255 }, (_, i) => i + 1), gets: "read" },
  {
    file: "027.txt",
    what: "a picture named .txt",
    content: Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"),
    gets: "binary-file",
  },
  {
    file: "028.txt",
    what: "Shift-JIS",
    content: Buffer.from("g4mDV4NJgs2DjYNWg0GCzIjqlJSCxYK3gUKDiYNXg0mCzYONg1aDQYLMiOqUlILFgreBQg==", "base64"),
    gets: "skipped",
  },
  { file: "029.txt", what: "bidirectional controls", content: `\u202e${SENTENCE}\u202c \u2066Anna\u2069 \u200fLind.`, gets: "read" },
  {
    file: "030.txt",
    what: "zero-width characters within words",
    content: "An\u200bna Li\u200dnd spoke in Pa\u2060ris\ufeff on Fri\u00adday.",
    gets: "read",
  },
  {
    file: "031.txt",
    what: "a thousand combining marks on one letter",
    content: `${SENTENCE} Z${"\u0301".repeat(1000)}algo.`,
    gets: "read",
  },
  { file: "032.txt", what: "emoji joined to families", content: `${"👨‍👩‍👧‍👦".repeat(300)} ${SENTENCE}`, gets: "read" },
  {
    file: "033.txt",
    what: "control characters and escape sequences of terminals",
    content: `\u001b[31m${SENTENCE}\u001b]0;title\u0007\b\b\f\v`,
    gets: "read",
  },
  // Size and shape
  { file: "040.txt", what: "a line of 50 MB", content: Buffer.alloc(50_000_000, 97), gets: "too-large" },
  {
    file: "041.jsonl",
    what: "a line of 50 MB, and a good one after it",
    content: Buffer.concat([Buffer.alloc(50_000_000, 97), Buffer.from(`\n${json({ id: "041", text: SENTENCE })}\n`)]),
    gets: ["too-large", "read"],
  },
  { file: "042.txt", what: "200 KB of dashes, which take wink-nlp minutes", content: "-".repeat(200_000), gets: "read" },
  { file: "043.txt", what: "200 KB of a-a-a-, the same", content: "a-".repeat(100_000), gets: "read" },
  { file: "044.txt", what: "U.S. 30,000 times, which takes compromise gigabytes", content: "U.S. ".repeat(30_000), gets: "read" },
  {
    file: "045.txt",
    what: "no punctuation at all",
    content: "four people were killed in paris on friday mayor anna lind said ".repeat(500),
    gets: "read",
  },
  { file: "046.txt", what: "only punctuation", content: "?!.,;:—…“”()[]{}«»/\\|".repeat(3000), gets: "read" },
  { file: "047.txt", what: "all capitals", content: `${SENTENCE} ${SENTENCE}`.toUpperCase(), gets: "read" },
  { file: "048.txt", what: "100,000 digits", content: "7".repeat(100_000), gets: "read" },
  { file: "049.txt", what: "number words without end", content: "one hundred thousand million ".repeat(5000), gets: "read" },
  { file: "050.txt", what: "opening brackets and quotation marks without end", content: "(“[".repeat(30_000), gets: "read" },
  { file: "051.txt", what: "a word a line", content: SENTENCE.split(" ").join("\n").repeat(500), gets: "read" },
  {
    file: "052.txt",
    what: "line ends of four kinds, and Unicode's own",
    content: SENTENCE.replaceAll(" ", "\r").concat("\n\r\u2028\u2029\u0085\v\f", SENTENCE),
    gets: "read",
  },
  { file: "053.txt", what: "dates without end", content: "1/1/1-1/1-1/1/1 ".repeat(5000), gets: "read" },
  { file: "054.txt", what: "capitalized words without end", content: "Anna ".repeat(30_000), gets: "read" },
  // Markup
  {
    file: "060.html",
    what: "10,000 nested elements, closed",
    content: page(`${"<div>".repeat(10_000)}${SENTENCE}${"</div>".repeat(10_000)}`),
    gets: "read",
  },
  {
    file: "061.html",
    what: "10,000 nested elements, never closed",
    content: `<b>${"<div><table>".repeat(10_000)}${SENTENCE}`,
    gets: "read",
  },
  {
    file: "062.html",
    what: "100,000 attributes",
    content: page(`<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}=1`).join(" ")}>${SENTENCE}</p>`),
    gets: "read",
  },
  { file: "063.html", what: "100,000 opening angles", content: "<".repeat(100_000) + SENTENCE, gets: "read" },
  { file: "064.html", what: "a comment that never ends", content: page(`<p>${SENTENCE}</p><!-- ${"x".repeat(100_000)}`), gets: "read" },
  {
    file: "065.html",
    what: "scripts that write the page",
    content: page(`<script>document.write("<p>nine died</p>")</script><p>${SENTENCE}</p>`),
    gets: "read",
  },
  {
    file: "066.html",
    what: "broken JSON-LD and a JSON-LD that is a deep nest",
    content: page(
      `<p>${SENTENCE}</p>`,
      `<script type="application/ld+json">{"@type":"NewsArticle",</script><script type="application/ld+json">${"[".repeat(5000)}${"]".repeat(5000)}</script>`,
    ),
    gets: "read",
  },
  { file: "067.html", what: "a page in frames", content: "<html><frameset><frame src='a.html'></frameset></html>", gets: "read" },
  {
    file: "068.xml",
    what: "billion laughs",
    content: rss(
      item,
      `<!DOCTYPE r [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, i) => `<!ENTITY b${i} "${`&${i === 0 ? "a" : `b${i - 1}`};`.repeat(10)}">`).join("")}]>`,
    ),
    gets: "feed-entities",
  },
  {
    file: "069.xml",
    what: "a feed that asks for a local file",
    content: rss(item, '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    gets: "feed-entities",
  },
  { file: "070.xml", what: "XML that is no feed", content: "<?xml version='1.0'?><a><b/></a>", gets: "feed" },
  { file: "071.rss", what: "a feed cut in an entry", content: rss(item).slice(0, -60), gets: "feed" },
  {
    file: "072.xml",
    what: "a feed of 5,000 nested elements",
    content: rss(`<item><description>${"<a>".repeat(5000)}${"</a>".repeat(5000)}</description></item>`),
    gets: "read",
  },
  // Metadata
  { file: "080.md", what: "front matter that is never closed", content: "---\ntitle: T\n\nText", gets: "front-matter" },
  { file: "081.md", what: "front matter that is no YAML", content: "---\n{{{ : [\n---\nText", gets: "front-matter" },
  {
    file: "082.md",
    what: "front matter with a bomb of aliases",
    content: `---\na: &a [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 8 }, (_, i) => `b${i}: &b${i} [${`*${i === 0 ? "a" : `b${i - 1}`},`.repeat(9)}x]`).join("\n")}\n---\nText`,
    gets: "front-matter",
  },
  { file: "083.md", what: "front matter that asks for code", content: "---js\n{ title: process.exit(9) }\n---\nText", gets: "read" },
  { file: "084.md", what: "tags of YAML that make objects", content: "---\ntitle: !!js/function 'function(){}'\n---\nText", gets: "read" },
  { file: "085.md", what: "31 February", content: `---\npublished: 2025-02-31\n---\n${SENTENCE}`, gets: "read" },
  {
    file: "086.jsonl",
    what: "keys that change prototypes",
    content: `{"id":"086","__proto__":{"text":"no"},"constructor":{"prototype":{"x":1}},"text":${json(SENTENCE)}}`,
    gets: "read",
  },
  {
    file: "087.jsonl",
    what: "ids with paths",
    content: [
      json({ id: "../../../etc/passwd", text: SENTENCE }),
      json({ id: "C:\\con\\nul", text: SENTENCE }),
      json({ id: "a/../b\n\t\r", text: SENTENCE }),
    ].join("\n"),
    gets: ["read", "read", "read"],
  },
  {
    file: "088.jsonl",
    what: "one id three times",
    content: lines(3, json({ id: "087-same", text: SENTENCE })),
    gets: ["read", "read", "read"],
  },
  {
    file: "089.jsonl",
    what: "an id of 100,000 characters, an empty one, a number, an object",
    content: [
      json({ id: "x".repeat(100_000), text: "A." }),
      json({ id: "", text: "B." }),
      json({ id: 7, text: "C." }),
      json({ id: { a: 1 }, text: "D." }),
    ].join("\n"),
    gets: ["read", "read", "read", "read"],
  },
  {
    file: "090.jsonl",
    what: "lines that are no articles",
    content: ["null", "[]", "1", '"x"', "{}", '{"text":null}', '{"text":["a"]}', "{", "\u0000"].join("\n"),
    gets: lines(8, "json-article").trim().split("\n"),
  },
  {
    file: "091.jsonl",
    what: "JSON nested 100,000 deep",
    content: `{"text":"A.","x":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
    gets: "read",
  },
  { file: "092.json", what: "JSON cut short", content: '[{"text":"A."},{"text":"B', gets: "json" },
  {
    file: "093.jsonl",
    what: "formulas in every field",
    content: json({
      id: "=1+1",
      title: "＝cmd|'/C calc'!A0",
      source: "\n=HYPERLINK(1)",
      place: "@x",
      text: "=Anna Lind spoke in +Paris, -5-24 people were killed.",
    }),
    gets: "read",
  },
  {
    file: "094.jsonl",
    what: "dates of publication that are none",
    content: [
      json({ text: "A.", publishedAt: "yesterday" }),
      json({ text: "B.", publishedAt: 1e300 }),
      json({ text: "C.", publishedAt: "-0001-01-01" }),
      json({ text: "D.", publishedAt: "99999-01-01" }),
    ].join("\n"),
    gets: ["read", "read", "read", "read"],
  },
  // Tables
  { file: "100.csv", what: "a quotation mark that is never closed", content: `title,text\nA,"${SENTENCE}\nB,two\n`, gets: "table" },
  { file: "101.csv", what: "rows of different lengths", content: `title,text\nA\nB,${json(SENTENCE)},x,y\n`, gets: ["read", "read"] },
  { file: "102.csv", what: "no column that holds text", content: "a,b\n1,2\n3,4\n", gets: "table" },
  { file: "103.csv", what: "columns of one name", content: `text,text,text\n"${SENTENCE}",b,c\n`, gets: "read" },
  { file: "104.tsv", what: "NULs between the columns", content: Buffer.from(`title\ttext\nA\t${SENTENCE}\u0000\n`), gets: "binary-file" },
  {
    file: "105.csv",
    what: "5,000 columns",
    content: `text,${Array.from({ length: 5000 }, (_, i) => `c${i}`).join(",")}\n"${SENTENCE}"${",x".repeat(5000)}\n`,
    gets: "read",
  },
  // Archives and documents
  { file: "110.docx", what: "a Word document that expands to 60 MB", content: docxBomb(), gets: "word-expansion" },
  { file: "111.docx", what: "a Word document cut short", content: docx.subarray(0, docx.length / 2), gets: "word-document" },
  { file: "112.docx", what: "a zip that is no Word document", content: zipSync({ "a.txt": strToU8("x") }), gets: "word-document" },
  { file: "113.docx", what: "text named .docx", content: SENTENCE, gets: "word-document" },
  { file: "114.pdf", what: "a PDF cut short", content: "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n", gets: "pdf" },
  {
    file: "115.pdf",
    what: "a PDF whose pages are their own parents",
    content:
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>\n",
    gets: "pdf",
  },
  { file: "116.zip", what: "a zip cut short", content: brokenZip(), gets: "damaged-file" },
  { file: "117.zip", what: "a zip whose member is far larger than it says", content: lyingZip(), gets: "damaged-file" },
  { file: "118.zip", what: "a zip of a zip of a zip of a zip", content: nestedZip(4), gets: "nested-archive" },
  {
    file: "119.zip",
    what: "members with paths out of the folder and to nowhere",
    content: zipSync({ "../../../tmp/x.txt": strToU8(SENTENCE), "/etc/y.txt": strToU8(SENTENCE), "C:\\z.txt": strToU8(SENTENCE) }),
    gets: ["read", "read", "read"],
  },
  { file: "120.txt.gz", what: "a gzip bomb of 150 MB", content: gzipSync(Buffer.alloc(150_000_000)), gets: "too-large" },
  {
    file: "121.txt.gz",
    what: "a gzip file cut short",
    content: gzipSync(lines(3000, SENTENCE + Math.PI)).subarray(0, 60),
    gets: ["damaged-file", "read"],
  },
  {
    file: "121b.txt.gz",
    what: "gzip with rubbish behind its end",
    content: Buffer.concat([gzipSync(SENTENCE), Buffer.from("<html>404</html>")]),
    gets: "read",
  },
  {
    file: "121c.txt.gz",
    what: "gzip with zeros behind its end, as tapes leave them",
    content: Buffer.concat([gzipSync(SENTENCE), Buffer.alloc(1024)]),
    gets: "read",
  },
  { file: "122.txt.gz", what: "text named .gz", content: SENTENCE, gets: "damaged-file" },
  { file: "123.txt.gz.gz.gz.gz", what: "gzip four deep", content: nestedGzip(4), gets: "nested-archive" },
  {
    file: "124.jsonl.gz",
    what: "gzip of two members after each other",
    content: Buffer.concat([gzipSync(`${json({ id: "124a", text: "A." })}\n`), gzipSync(`${json({ id: "124b", text: "B." })}\n`)]),
    gets: ["read", "read"],
  },
  {
    file: "125.warc",
    what: "a web archive cut within a record",
    content: warcRecord(http.length, http) + warcRecord(5000, "HTTP/1.1 200 OK\r\n"),
    gets: ["read", "web-archive"],
  },
  {
    file: "126.warc",
    what: "a record that says it is larger than memory",
    content: warcRecord(9_000_000_000_000, http),
    gets: "web-archive",
  },
  { file: "127.warc.gz", what: "text named .warc.gz", content: deflateRawSync(SENTENCE), gets: "web-archive" },
  {
    file: "128.eml",
    what: "a mail of 1,000 nested parts",
    content: Array.from({ length: 1000 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`).join(""),
    gets: "mail",
  },
  { file: "129.eml", what: "a mail with a head of 2 MB", content: `Subject: ${"x".repeat(2_000_000)}\r\n\r\n${SENTENCE}`, gets: "mail" },
  // Languages
  {
    file: "130.txt",
    what: "Arabic",
    content: "قتل أربعة أشخاص على الأقل وأصيب آخرون يوم الجمعة في العاصمة، بحسب ما أعلنت الشرطة في بيان لها.",
    gets: "skipped",
  },
  {
    file: "131.txt",
    what: "Chinese",
    content: "周五首都至少有四人死亡，多人受伤，警方在一份声明中表示，调查仍在进行之中。",
    gets: "skipped",
  },
  { file: "132.txt", what: "Russian", content: "По меньшей мере четыре человека погибли в пятницу, сообщила полиция.", gets: "skipped" },
  {
    file: "133.txt",
    what: "Spanish",
    content:
      "Al menos cuatro personas murieron el viernes en la capital, dijo la policía, que todavía busca a dos hombres desaparecidos cerca del río y de su viejo puente desde la noche del jueves.",
    gets: "skipped",
  },
  {
    file: "134.txt",
    what: "English with Arabic names in it",
    content: `${SENTENCE} The ministry (وزارة الداخلية) said that the search for the missing was going on and that they had found the boat.`,
    gets: "read",
  },
  {
    file: "135.txt",
    what: "a list of foreign names",
    content: "Juan Pérez García, María José Fernández, Núñez, Ibáñez, São Paulo, Zürich",
    gets: "read",
  },
];
