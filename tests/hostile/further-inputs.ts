import { strToU8, zipSync } from "fflate";
import type { HostileInput } from "./inputs.js";

const SENTENCE =
  "At least four people were killed in Paris on Friday, Mayor Anna Lind said. The police said the search went on for two days near the river.";
const page = (body: string, head = ""): string => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const story = `<article><p>${SENTENCE}</p><p>The mayor asked residents to stay at home until the bridge is open again.</p></article>`;
const json = (value: unknown): string => JSON.stringify(value);

/** A stored zip whose one member says that it is packed by a method that we do not know. */
function zipOfMethod(method: number): Uint8Array {
  const zip = zipSync({ "a.txt": [strToU8(SENTENCE), { level: 0 }] });
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  for (let at = 0; at + 4 < zip.length; at++) {
    const mark = view.getUint32(at, true);
    if (mark === 0x04034b50) view.setUint16(at + 8, method, true);
    if (mark === 0x02014b50) view.setUint16(at + 10, method, true);
  }
  return zip;
}

/** A file for each number that careless programs get wrong, and what it counts; none where it cannot be told. */
const NUMBERS: readonly (readonly [string, readonly number[]])[] = [
  ["At least 1 234 people were killed.", [1234]],
  ["At least 1\u00a0234 people were killed.", [1234]],
  ["At least 1\u202f234 people were killed.", [1234]],
  ["At least 1\u2009234\u2009567 people were killed.", [1_234_567]],
  ["At least 1'234 people were killed.", [1234]],
  ["At least 1’234 people were killed.", [1234]],
  ["1e400 people were killed.", []],
  ["1.5e3 people were killed.", []],
  [`${"9".repeat(400)} people were killed.`, []],
  ["12\u200b34 people were killed.", [1234]],
  ["12\u00ad34 people were killed.", [1234]],
  ["At least ١٢٣ people were killed.", [123]],
  ["At least १२ people were killed.", [12]],
  ["At least １２ people were killed.", [12]],
  ["1٢3 people were killed.", []],
  ["1,23,456 people were killed.", [123_456]],
];

export const FURTHER: readonly HostileInput[] = [
  ...NUMBERS.map(([content, killed], index): HostileInput => ({
    file: `2${String(index).padStart(2, "0")}.txt`,
    what: `a number: ${content.slice(0, 40)}`,
    content,
    gets: "read",
    killed,
  })),
  // Web pages whose depth or work careless readers do not count
  {
    file: "220.html",
    what: "plain text that holds 20,000 elements",
    content: `<plaintext>${"<div>".repeat(20_000)}${SENTENCE}`,
    gets: "read",
  },
  {
    file: "217.xml",
    what: "news in XML of 50,000 elements within each other",
    content: `<?xml version="1.0"?><newsItem>${"<a>".repeat(50_000)}${SENTENCE}${"</a>".repeat(50_000)}</newsItem>`,
    gets: "too-deep",
  },
  {
    file: "218.html",
    what: "40,000 elements of formatting that stay open",
    content: `<!doctype html><body>${"<b><i>Two died. ".repeat(20_000)}`,
    gets: "read",
  },
  {
    file: "219.html",
    what: "a frame that holds 20,000 elements",
    content: `<!doctype html><body><iframe>${"<div>".repeat(20_000)}</iframe><p>${SENTENCE}</p>`,
    gets: "read",
  },
  { file: "221.html", what: "20,000 forms within each other", content: `<body>${"<form>".repeat(20_000)}${SENTENCE}`, gets: "read" },
  {
    file: "222.html",
    what: "20,000 formulas",
    content: `<body>${"<math><span class=katex>x</span></math>".repeat(20_000)}<p>${SENTENCE}`,
    gets: "read",
  },
  {
    file: "223.html",
    what: "20,000 formulas in one",
    content: `<body><math>${"<span class=katex>x</span>".repeat(20_000)}</math><p>${SENTENCE}`,
    gets: "read",
  },
  {
    file: "224.html",
    what: "10,000 tables within each other",
    content: `<body>${"<table><tr><td>".repeat(10_000)}${SENTENCE}`,
    gets: "read",
  },
  {
    file: "225.html",
    what: "30,000 notes that refer to each other",
    content: page(`${story}${Array.from({ length: 30_000 }, (_, i) => `<sup><a href=#n${i}>${i}</a></sup>`).join("")}`),
    gets: "read",
  },
  {
    file: "226.html",
    what: "an address of the page that is none",
    content: page(story, '<link rel=canonical href="http://[::1"><meta property="og:url" content="http://%zz">'),
    gets: "read",
  },
  {
    file: "227.html",
    what: "an address that is a script",
    content: page(story, '<link rel=canonical href="javascript:alert(1)">'),
    gets: "read",
  },
  { file: "228.html", what: "a charset that is an encoding of bytes", content: page(story, "<meta charset=hex>"), gets: "read" },
  { file: "229.html", what: "a charset that is base64", content: page(story, "<meta charset=base64>"), gets: "read" },
  { file: "230.html", what: "a charset called constructor", content: page(story, "<meta charset=constructor>"), gets: "read" },
  {
    file: "231.html",
    what: "a charset that says UTF-16 where the bytes are ASCII",
    content: page(story, "<meta charset=utf-16>"),
    gets: "read",
  },
  {
    file: "232.html",
    what: "cells whose numbers stand side by side",
    content: page(`<p>${SENTENCE}</p><table><tr><td>1</td><td>234 people were killed.</td></tr></table>`),
    gets: "read",
  },
  // JSON whose values are of other types
  {
    file: "240.jsonl",
    what: "texts that are no strings",
    content: ['{"text":123}', '{"text":true}', '{"text":{"a":"b"}}', '{"text":[["a"]]}'].join("\n"),
    gets: ["json-article", "json-article", "json-article", "json-article"],
  },
  { file: "241.json", what: "a text that is a number, in a document", content: '{"text": 4e2}', gets: "json-article" },
  {
    file: "242.jsonl",
    what: "escape sequences of terminals in every field",
    content: json({ id: "a\u001b[2J", title: "\u001b]0;x\u0007", source: "\u009b31m", text: SENTENCE }),
    gets: "read",
  },
  { file: "243.jsonl", what: "one key twice", content: `{"text":"no","text":${json(SENTENCE)}}`, gets: "read" },
  {
    file: "244.jsonl",
    what: "a byte order mark, a comma after the last key, single quotes",
    content: `\uFEFF${json({ id: "244", text: SENTENCE })}\n{"text":"A.",}\n{'text':'A.'}`,
    gets: ["json-article", "json-article", "read"],
  },
  {
    file: "245.jsonl",
    what: "formulas behind what parts cells elsewhere",
    content: json({ id: "245;=1+1", title: "x\t=1", source: "\u3164=1", place: "\u180e@x", text: "Anna Lind;=1+1 spoke in Paris." }),
    gets: "read",
  },
  {
    file: "246.jsonl",
    what: "an id that is a formula in each of three scripts",
    content: [json({ id: "＝1", text: "A." }), json({ id: "﹢1", text: "B." }), json({ id: "\u2800=1", text: "C." })].join("\n"),
    gets: ["read", "read", "read"],
  },
  // Archives
  { file: "250.zip", what: "a zip packed with bzip2", content: zipOfMethod(12), gets: ["damaged-file", "damaged-file"] },
  { file: "251.zip", what: "a zip packed with LZMA", content: zipOfMethod(14), gets: ["damaged-file", "damaged-file"] },
  {
    file: "252.zip",
    what: "members of one name",
    content: zipSync({ "a/x.txt": strToU8(SENTENCE), "b/x.txt": strToU8(`${SENTENCE} Again.`) }),
    gets: ["read", "read"],
  },
  {
    file: "253.zip",
    what: "a member whose name holds escape sequences",
    content: zipSync({ "\u001b[2Jx.txt": strToU8(SENTENCE) }),
    gets: "read",
  },
  // Long and strange texts
  {
    file: "260.txt",
    what: "64 KB without punctuation",
    content: "four people were killed in paris on friday mayor anna lind said ".repeat(1000),
    gets: "read",
  },
  {
    file: "261.txt",
    what: "a name of 10,000 letters",
    content: `Mayor ${"A".repeat(10_000)} Lind said that four people were killed.`,
    gets: "read",
  },
  { file: "262.txt", what: "200 KB of news in one paragraph", content: `${SENTENCE} `.repeat(1400), gets: "read" },
  {
    file: "263.txt",
    what: "100,000 direction marks between the words",
    content: `${SENTENCE} ${"\u200e\u200f".repeat(50_000)} ${SENTENCE}`,
    gets: "read",
  },
  {
    file: "264.txt",
    what: "spaces of every width",
    content: `At least\u2003four\u3000people\u205fwere\u2028killed\u00a0in Paris. ${SENTENCE}`,
    gets: "read",
  },
  { file: "265.txt", what: "40,000 quotation marks that open", content: `${"“".repeat(40_000)}${SENTENCE}`, gets: "read" },
  {
    file: "266.csv",
    what: "a table whose rows are formulas",
    content: `id,text\n"=cmd|'/C calc'!A0","${SENTENCE}"\n"@SUM(1)","${SENTENCE} Twice."\n`,
    gets: ["read", "read"],
  },
  {
    file: "267.md",
    what: "front matter whose keys change prototypes",
    content: `---\n__proto__: {text: x}\nconstructor: y\n---\n${SENTENCE}`,
    gets: "read",
  },
];
