import iconv from "iconv-lite";

/** What an RTF document holds: its text and the properties that its writer gave it. */
export interface RtfDocument {
  readonly text: string;
  readonly title: string | null;
  readonly author: string | null;
}

/** Groups whose content is no text of the document. Those marked `\*` are left out as well. */
const SILENT: ReadonlySet<string> = new Set([
  "fonttbl",
  "colortbl",
  "stylesheet",
  "pict",
  "object",
  "objdata",
  "header",
  "headerl",
  "headerr",
  "headerf",
  "footer",
  "footerl",
  "footerr",
  "footerf",
  "fldinst",
  "listtable",
  "listoverridetable",
  "rsidtbl",
  "generator",
  "themedata",
  "colorschememapping",
  "latentstyles",
  "datastore",
  "xmlnstbl",
  "filetbl",
  "revtbl",
  "pntext",
  "nonshppict",
  "template",
  "operator",
  "category",
  "comment",
  "doccomm",
  "keywords",
  "subject",
  "company",
  "manager",
  "hlinkbase",
  "creatim",
  "revtim",
  "printim",
  "buptim",
  "bkmkstart",
  "bkmkend",
  "annotation",
  "atnid",
  "atnauthor",
]);
/** Control words that stand for characters. */
const CHARACTERS: Readonly<Record<string, string>> = {
  par: "\n\n",
  sect: "\n\n",
  page: "\n\n",
  line: "\n",
  row: "\n",
  cell: "\t",
  tab: "\t",
  emdash: "—",
  endash: "–",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  bullet: "•",
  emspace: " ",
  enspace: " ",
  qmspace: " ",
};
/** Code pages of the character sets that fonts name (`\fcharset`), where they differ from that of the document. */
const CHARSETS: Readonly<Record<number, string>> = {
  77: "macroman",
  128: "shift_jis",
  129: "cp949",
  134: "gbk",
  136: "big5",
  161: "windows-1253",
  162: "windows-1254",
  177: "windows-1255",
  178: "windows-1256",
  186: "windows-1257",
  204: "windows-1251",
  222: "windows-874",
  238: "windows-1250",
};

interface Group {
  silent: boolean;
  /** Where its words go. */
  into: "text" | "title" | "author" | "fonts";
  /** How many characters stand in for one of Unicode, for readers that do not know it (`\uc`). */
  skip: number;
  font: number;
}

const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gi;

/**
 * Reads the text of an RTF document (specification 1.9): paragraphs by a line end, cells by a tab, characters of its code
 * pages and of Unicode. Pictures, styles, headers, footers, instructions of fields and comments are left out. Nothing in it
 * is opened or run.
 *
 * @param source the bytes of the file as Latin-1 units.
 */
export function readRtf(source: string): RtfDocument {
  const out = { text: [] as string[], title: [] as string[], author: [] as string[] };
  const fonts = new Map<number, string>();
  const stack: Group[] = [];
  let group: Group = { silent: false, into: "text", skip: 1, font: 0 };
  let codePage = "windows-1252";
  let bytes: number[] = [];
  let toSkip = 0;
  let isFirst = false;
  const flush = (): void => {
    if (bytes.length === 0) return;
    const words = iconv.decode(Buffer.from(bytes), fonts.get(group.font) ?? codePage);
    bytes = [];
    if (!group.silent && group.into !== "fonts") out[group.into].push(words);
  };
  const write = (words: string): void => {
    flush();
    if (!group.silent && group.into !== "fonts") out[group.into].push(words);
  };
  const control = (word: string, value: number | null): void => {
    if (SILENT.has(word) && isFirst) {
      group.silent = true;
      if (word === "fonttbl") group.into = "fonts";
    } else if (word === "title" || word === "author") group.into = isFirst ? word : group.into;
    else if (word === "ansicpg" && value !== null) codePage = `cp${value}`;
    else if (word === "mac") codePage = "macroman";
    else if (word === "f" && value !== null) group.font = value;
    else if (word === "fcharset" && value !== null && CHARSETS[value]) fonts.set(group.font, CHARSETS[value]);
    else if (word === "uc" && value !== null) group.skip = value;
    else if (word === "u" && value !== null) {
      write(String.fromCharCode(value & 0xffff));
      toSkip = group.skip;
    } else if (CHARACTERS[word] !== undefined) write(CHARACTERS[word]);
  };
  for (const match of source.matchAll(TOKEN)) {
    const [, word, value, hex, symbol, brace, plain] = match;
    if (brace === "{") {
      flush();
      stack.push(group);
      group = { ...group };
      toSkip = 0;
      isFirst = true;
      continue;
    }
    if (brace === "}") {
      flush();
      group = stack.pop() ?? group;
      toSkip = 0;
    } else if (word !== undefined) {
      if (word === "f" || word === "plain") flush();
      control(word.toLowerCase(), value === undefined ? null : Number(value));
    } else if (hex !== undefined) {
      if (toSkip > 0) toSkip--;
      else bytes.push(Number.parseInt(hex, 16));
    } else if (symbol === "*") {
      group.silent = true;
      continue;
    } else if (symbol !== undefined) write(SYMBOLS[symbol] ?? (symbol === "\n" || symbol === "\r" ? "\n" : ""));
    else if (plain !== undefined) {
      const kept = toSkip > 0 ? plain.slice(toSkip) : plain;
      toSkip = Math.max(0, toSkip - plain.length);
      for (let i = 0; i < kept.length; i++) bytes.push(kept.charCodeAt(i) & 0xff);
    }
    isFirst = false;
  }
  flush();
  return {
    text: out.text
      .join("")
      .replace(/\n{3,}/g, "\n\n")
      .trim(),
    title: out.title.join("").trim() || null,
    author: out.author.join("").trim() || null,
  };
}

/** Control symbols: a space that does not break, a hyphen that does not break; a hyphen where a word may be cut is none. */
const SYMBOLS: Readonly<Record<string, string>> = { "~": "\u00a0", _: "\u2011", "\\": "\\", "{": "{", "}": "}" };
