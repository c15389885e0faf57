import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { wordDocument } from "../word-document.js";
import { compoundFile, outlookMail } from "./compound-files.js";
import { rtf } from "./news-exports.js";

/** What becomes of a file of a folder: how many articles it gives, or that it is refused by name or listed as not read. */
export interface KindOfFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly gives: number | "refused" | "not read";
}

const TEXT = "Two people died in Lowport on 3 May 2024, police said.";
const page = `<!DOCTYPE html><html><head><title>Flood</title></head><body><article><h1>Flood</h1><p>${TEXT}</p><p>${TEXT} The river rose again in the night, the mayor said.</p></article></body></html>`;
const warcRecord = (type: string, body: string): string => {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n${body}`;
  return `WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nWARC-Target-URI: https://n.example/2024/05/03/flood\r\nWARC-Date: 2024-05-03T01:02:03Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`;
};
const arc = ((): string => {
  const head = "1 0 Archiver\nURL IP-address Archive-date Content-type Archive-length\n";
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${page}`;
  return `filedesc://a.arc 0.0.0.0 20080503010203 text/plain ${head.length}\n${head}\nhttps://n.example/flood 1.2.3.4 20080503010203 text/html ${Buffer.byteLength(http)}\n${http}\n`;
})();
export const MAIL = `From: Coast Post <news@post.example>\r\nTo: desk@ngo.example\r\nSubject: Flood\r\nDate: Fri, 3 May 2024 10:00:00 +0000\r\nMessage-ID: <1@post.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n${TEXT}\r\n`;
export const MHTML = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/2024/05/03/flood\r\nSubject: Flood\r\nDate: Sat, 1 Jun 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b"\r\n\r\n------b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://post.example/2024/05/03/flood\r\n\r\n${page.replaceAll("=", "=3D")}\r\n------b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://post.example/a.png\r\n\r\niVBORw0KGgo=\r\n------b--\r\n`;

/** An OpenDocument file: its kind first and not packed, then its content. */
export const openDocument = (kind: "text" | "spreadsheet", content: string): Uint8Array =>
  zipSync({
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }],
    "content.xml": strToU8(
      `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:${kind}>${content}</office:${kind}></office:body></office:document-content>`,
    ),
    "meta.xml": strToU8(
      '<?xml version="1.0"?><office:document-meta xmlns:office="o" xmlns:dc="d"><office:meta><dc:title>Flood</dc:title></office:meta></office:document-meta>',
    ),
  });

const cell = (value: string): string => `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
const row = (values: readonly string[]): string => `<table:table-row>${values.join("")}</table:table-row>`;
export const ODS = openDocument(
  "spreadsheet",
  `<table:table table:name="Articles">${row(["title", "date", "text"].map(cell))}${row([cell("Flood"), '<table:table-cell office:value-type="date" office:date-value="2024-05-03"><text:p>3/5/24</text:p></table:table-cell>', cell(TEXT)])}</table:table>`,
);

/** A workbook as small as they come; the day is a number with a format of days. */
export const XLSX = zipSync({
  "[Content_Types].xml": strToU8(
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
  ),
  "_rels/.rels": strToU8(
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  ),
  "xl/_rels/workbook.xml.rels": strToU8(
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
  ),
  "xl/workbook.xml": strToU8(
    '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Articles" sheetId="1" r:id="rId1"/></sheets></workbook>',
  ),
  "xl/styles.xml": strToU8(
    '<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>',
  ),
  "xl/worksheets/sheet1.xml": strToU8(
    `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>title</t></is></c><c r="B1" t="inlineStr"><is><t>date</t></is></c><c r="C1" t="inlineStr"><is><t>text</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Flood</t></is></c><c r="B2" s="1"><v>45415</v></c><c r="C2" t="inlineStr"><is><t>${TEXT}</t></is></c></row></sheetData></worksheet>`,
  ),
});

const pdf = ((): string => {
  const stream = `BT /F1 12 Tf 72 700 Td (${TEXT}) Tj ET`;
  return `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n4 0 obj<</Length ${stream.length}>>stream\n${stream}\nendstream\nendobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n`;
})();

export const NITF = `<?xml version="1.0"?><nitf><head><docdata><doc-id id-string="n-1"/><date.issue norm="20240503T101500Z"/></docdata></head><body><body.head><hedline><hl1>Flood</hl1></hedline><byline>Ada Pell</byline><dateline><location>Lowport</location></dateline></body.head><body.content><p>${TEXT}</p><p>More.</p></body.content></body></nitf>`;
export const NEWSML_G2 = `<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" xml:lang="en"><itemMeta><provider literal="Agency of the North"/><versionCreated>2024-05-03T10:15:00Z</versionCreated></itemMeta><contentMeta><headline>Flood</headline><by>Ada Pell</by><language tag="en"/></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>${TEXT}</p><p>More.</p></body></html></inlineXML></contentSet></newsItem>`;
export const TRAFILATURA = `<doc sitename="Coast Post" title="Flood" author="Ada Pell" date="2024-05-03" source="https://post.example/flood" hostname="post.example"><main><head rend="h2">Night</head><p>${TEXT}</p><list><item>More.</item></list></main><comments/></doc>`;
const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Coast Post</title><item><title>Flood</title><description>${TEXT}</description><pubDate>Fri, 03 May 2024 10:00:00 +0000</pubDate></item></channel></rss>`;
const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><title>Flood</title><updated>2024-05-03T10:00:00Z</updated><content>${TEXT}</content></entry></feed>`;
export const TWEETS = `window.YTD.tweets.part0 = [{"tweet":{"id_str":"1786000000000000001","id":1786000000000000001,"full_text":"${TEXT}","created_at":"Fri May 03 10:15:00 +0000 2024","lang":"en"}}]`;
export const GDELT = `20240503101500-12\t20240503101500\t1\tpost.example\thttps://post.example/flood\t${Array.from({ length: 22 }, (_, i) => `CODE_${i},1;CODE_${i},2;#x|y`).join("\t")}\n`;
const json = JSON.stringify({ title: "Flood", text: TEXT, publishedAt: "2024-05-03" });
const csv = `title,date,text\nFlood,2024-05-03,"${TEXT}"\n`;
const tar = ((): Uint8Array => {
  const block = Buffer.alloc(1536);
  block.write("a.txt", 0);
  block.write("ustar", 257);
  return block;
})();
const epub = zipSync({ mimetype: [strToU8("application/epub+zip"), { level: 0 }], "content.opf": strToU8("<package/>") });

/** A folder of the kinds of file that researchers have. */
export const KINDS_OF_FILE: readonly KindOfFile[] = [
  { name: "a.txt", content: TEXT, gives: 1 },
  { name: "b.md", content: `---\ntitle: Flood\n---\n${TEXT}`, gives: 1 },
  { name: "c.html", content: page, gives: 1 },
  { name: "d.htm", content: page, gives: 1 },
  { name: "e.xhtml", content: page, gives: 1 },
  { name: "f.mhtml", content: MHTML, gives: 1 },
  { name: "g.mht", content: MHTML, gives: 1 },
  { name: "h.json", content: `[${json},${json}]`, gives: 2 },
  { name: "i.jsonl", content: `${json}\n${json}\n`, gives: 2 },
  { name: "j.ndjson", content: `${json}\n`, gives: 1 },
  { name: "k.csv", content: csv, gives: 1 },
  { name: "l.tsv", content: csv.replaceAll(",", "\t"), gives: 1 },
  { name: "m.xlsx", content: XLSX, gives: 1 },
  { name: "n.ods", content: ODS, gives: 1 },
  { name: "o.docx", content: wordDocument([TEXT]), gives: 1 },
  { name: "p.odt", content: openDocument("text", `<text:p>${TEXT}</text:p><text:p>More.</text:p>`), gives: 1 },
  { name: "q.rtf", content: rtf([TEXT, "More."]), gives: 1 },
  { name: "r.doc", content: compoundFile({ WordDocument: new Uint8Array(600) }), gives: "refused" },
  { name: "s.xls", content: compoundFile({ Workbook: new Uint8Array(600) }), gives: "refused" },
  { name: "t.ppt", content: compoundFile({ "PowerPoint Document": new Uint8Array(600) }), gives: "refused" },
  {
    name: "u.msg",
    content: outlookMail({ subject: "Flood", body: TEXT, sender: "Coast Post", date: "Fri, 3 May 2024 10:00:00 +0000" }),
    gives: 1,
  },
  { name: "v.eml", content: MAIL, gives: 1 },
  {
    name: "w.mbox",
    content: `From a@post.example Fri May  3 10:00:00 2024\n${MAIL}\nFrom b@post.example Fri May  3 11:00:00 2024\n${MAIL}`,
    gives: 2,
  },
  { name: "x.pdf", content: pdf, gives: 1 },
  { name: "y.rss", content: rss, gives: 1 },
  { name: "z.atom", content: atom, gives: 1 },
  { name: "aa.xml", content: NEWSML_G2, gives: 1 },
  { name: "ab.xml", content: NITF, gives: 1 },
  { name: "ac.xml", content: TRAFILATURA, gives: 1 },
  { name: "ad.warc", content: warcRecord("text/html", page) + warcRecord("image/png", "x"), gives: 1 },
  { name: "ae.warc.gz", content: gzipSync(warcRecord("text/html", page)), gives: 1 },
  { name: "af.arc", content: arc, gives: 1 },
  { name: "ag.zip", content: zipSync({ "a.txt": strToU8(TEXT), "b.png": strToU8("x") }), gives: 1 },
  { name: "ah.txt.gz", content: gzipSync(TEXT), gives: 1 },
  { name: "ai.epub", content: epub, gives: "refused" },
  { name: "aj.7z", content: Buffer.from("7z\u00bc\u00af\u0027\u001c", "latin1"), gives: "refused" },
  { name: "ak.rar", content: Buffer.from("Rar!\u001a\u0007\u0000", "latin1"), gives: "refused" },
  { name: "al.tar", content: tar, gives: "refused" },
  { name: "am.pst", content: "!BDN", gives: "refused" },
  { name: "an.png", content: Buffer.from("\u0089PNG\r\n", "latin1"), gives: "not read" },
  { name: "ao.css", content: "p { color: red }", gives: "not read" },
  { name: ".hidden.txt", content: TEXT, gives: "not read" },
  { name: "no-ending", content: MAIL, gives: 1 },
  { name: "tweets.js", content: TWEETS, gives: 1 },
  { name: "gkg.csv", content: GDELT, gives: "refused" },
  { name: "report.txt", content: pdf, gives: 1 },
];
