import { wordDocument } from "../word-document.js";
import { dayInWords, stories, type Story } from "./stories.js";

/** A file of five articles in the documented shape of a database's export. */
export interface ExportSample {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly stories: readonly Story[];
}

const words = ({ paragraphs }: Story): number => paragraphs.join(" ").split(" ").length;

/** The older form of LexisNexis: counter, source, day, fields in capitals, lines of about 70 letters. */
function nexisOlder(all: readonly Story[]): string {
  return all
    .map((story, n) => {
      const { american, weekday } = dayInWords(story.day);
      const body = story.paragraphs.map((paragraph) => `   ${wrap(paragraph, 70)}`).join("\n\n");
      return `\n                               ${n + 1} of ${all.length} DOCUMENTS\n\n\n                              ${story.source}\n\n                         ${american} ${weekday}\n                          Late Edition - Final\n\nHEADLINE: ${wrap(story.title, 60)}\n\nBYLINE: By ${story.author}\n\nSECTION: Section A; Pg. 4\n\nLENGTH: ${words(story)} words\n\nDATELINE: ${story.place.toUpperCase()} \n\n${body}\n\nURL: http://post.example/\n\nLOAD-DATE: ${american}\n\nLANGUAGE: ENGLISH\n\nGRAPHIC: PHOTO: The square after the night\n\nPUBLICATION-TYPE: Newspaper\n\n\n                  Copyright ${story.day.slice(0, 4)} ${story.source}\n                            All Rights Reserved\n`;
    })
    .join("\n\f");
}

/** Paragraphs of the newer form, Nexis Uni, with or without `Body`. */
function nexisNewer(all: readonly Story[]): readonly string[] {
  return all.flatMap((story) => {
    const { american, weekday } = dayInWords(story.day);
    return [
      story.title,
      story.source,
      `${american} ${weekday}`,
      `Copyright ${story.day.slice(0, 4)} ${story.source} All Rights Reserved`,
      "Section: NEWS; Pg. 4",
      `Length: ${words(story)} words`,
      `Byline: By ${story.author}`,
      `Dateline: ${story.place}`,
      "Body",
      ...story.paragraphs,
      "Classification",
      "Language: ENGLISH",
      "Publication-Type: Newspaper",
      "Subject: FLOODS (90%)",
      `Load-Date: ${american}`,
      "End of Document",
    ];
  });
}

/** The list of articles that stands before them in an export of several. */
const nexisList = (all: readonly Story[]): readonly string[] => [
  "User Name: A. Researcher",
  "Date and Time: Friday, 3 May 2024 10:15:00",
  "Job Number: 123456789",
  `Documents (${all.length})`,
  ...all.flatMap(({ title }, n) => [`${n + 1}. ${title}`, "Client/Matter: -None-", "Search Terms: killed"]),
];

function factivaShown(story: Story, n: number): readonly string[] {
  const { british } = dayInWords(story.day);
  return [
    story.title,
    `By ${story.author}`,
    `${words(story)} words`,
    british,
    "10:15",
    story.source,
    "COASTP",
    "4",
    "English",
    `(c) ${story.day.slice(0, 4)} ${story.source}. All rights reserved.`,
    ...story.paragraphs,
    `Document COASTP0000${story.day.replaceAll("-", "")}ek53000${n}c`,
  ];
}

function factivaIndexed(story: Story, n: number): readonly (readonly [string, string])[] {
  const { british } = dayInWords(story.day);
  const [lead = "", ...rest] = story.paragraphs;
  return [
    ["HD", story.title],
    ["BY", `By ${story.author}`],
    ["WC", `${words(story)} words`],
    ["PD", british],
    ["ET", "10:15"],
    ["SN", story.source],
    ["SC", "COASTP"],
    ["PG", "4"],
    ["LA", "English"],
    ["CY", `(c) ${story.day.slice(0, 4)} ${story.source}`],
    ["LP", lead],
    ["TD", rest.join("\n\n")],
    ["NS", "gdis : Disasters"],
    ["RE", "xyz : Coast"],
    ["PUB", `${story.source} Ltd`],
    ["AN", `Document COASTP0000${story.day.replaceAll("-", "")}ek53000${n}c`],
  ];
}

function proquest(all: readonly Story[]): string {
  const rule = "_".repeat(60);
  const records = all.map((story, n) => {
    const { british, short } = dayInWords(story.day);
    return `Document ${n + 1} of ${all.length}\n\n${story.title}\n\nAuthor: ${story.author}\n\nPublication info: ${story.source} ; ${story.place} [${story.place}]${british}: 4.\n\nProQuest document link\n\nAbstract: None available.\n\nLinks: Linking Service\n\nFull text: ${story.paragraphs.join("\n\n")}\n\nSubject: Disasters; Rescues\n\nLocation: ${story.place}\n\nTitle: ${story.title}\n\nPublication title: ${story.source}; ${story.place}\n\nPages: 4\n\nPublication year: ${story.day.slice(0, 4)}\n\nPublication date: ${short}\n\nPublisher: Coast Press\n\nSource type: Newspapers\n\nLanguage of publication: English\n\nProQuest document ID: 19990000${n}\n\nDatabase: Newsstand\n`;
  });
  return `${rule}\n\nReport Information from ProQuest\n\n3 May 2024\n\n${rule}\n\n${records.join(`\n${rule}\n\n`)}\n${rule}\n\nContact ProQuest\n`;
}

function mailbox(all: readonly Story[], file: number): string {
  return all
    .map((story, n) => {
      const date = new Date(`${story.day}T10:15:00Z`).toUTCString().replace("GMT", "+0000");
      const separator =
        file % 2 === 0
          ? `From ${1_700_000_000_000 + n}@xxx ${date.slice(0, 3)} Jan 01 00:00:00 +0000 2024`
          : `From alerts@post.example ${date.slice(0, 3)} Jan  1 00:00:00 2024`;
      const head = `Subject: ${story.title}\r\nFrom: ${story.source} <alerts@post.example>\r\nTo: desk@ngo.example\r\nDate: ${date}\r\nMessage-ID: <${file}.${n}@post.example>\r\nMIME-Version: 1.0\r\n`;
      const escaped = story.paragraphs.join("\r\n\r\n").replace(/^(>*From )/gm, ">$1");
      if (n % 2 === 0) return `${separator}\r\n${head}Content-Type: text/plain; charset=utf-8\r\n\r\n${escaped}\r\n\r\n`;
      const html = `<html><body>${story.paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("\n")}</body></html>`;
      return `${separator}\r\n${head}Content-Type: multipart/alternative; boundary="b${n}"\r\n\r\n--b${n}\r\nContent-Type: text/plain\r\n\r\nSee the HTML version.\r\n--b${n}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}\r\n--b${n}--\r\n\r\n`;
    })
    .join("");
}

function telegram(all: readonly Story[], file: number): string {
  const messages = all.flatMap((story, n) => {
    const [first = "", ...rest] = story.paragraphs;
    const text =
      n % 2 === 0
        ? [{ type: "bold", text: story.title }, `\n\n${first}\n\n`, { type: "italic", text: rest[0] ?? "" }, `\n\n${rest[1] ?? ""}`]
        : `${story.title}\n\n${story.paragraphs.join("\n\n")}`;
    return [
      { id: n * 3, type: "service", date: `${story.day}T09:00:00`, actor: story.source, action: "pin_message", text: "" },
      {
        id: n * 3 + 1,
        type: "message",
        date: `${story.day}T10:15:00`,
        date_unixtime: String(Date.parse(story.day) / 1000),
        from: story.source,
        from_id: "channel9007199254740993",
        text,
        text_entities: [],
      },
      { id: n * 3 + 2, type: "message", date: `${story.day}T10:16:00`, from: story.source, photo: "photos/1.jpg", text: "" },
    ];
  });
  const chat = { name: all[0]?.source ?? "", type: "public_channel", id: 1234567890, messages };
  return JSON.stringify(file % 2 === 0 ? chat : { about: "x", chats: { about: "y", list: [chat] } });
}

/** RTF as word processors write it: one paragraph a line, letters beyond ASCII as escapes. */
export function rtf(paragraphs: readonly string[]): string {
  const escape = (text: string): string =>
    text.replace(/[\\{}]/g, "\\$&").replace(/\P{ASCII}/gu, (letter) => `\\u${letter.charCodeAt(0)}?`);
  return `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}}{\\colortbl;\\red0\\green0\\blue0;}\n{\\*\\generator Writer;}{\\info{\\title Export}}\\pard\\f0\\fs22 ${paragraphs.map((text) => `{\\b0 ${escape(text)}}\\par`).join("\n")}\n}`;
}

const htmlPage = (inner: string): string => `<!DOCTYPE html><html><head><title>Factiva</title></head><body>${inner}</body></html>`;

const wrap = (text: string, width: number): string => {
  let column = 0;
  return text
    .split(" ")
    .map((word) => {
      const breaks = column + word.length > width;
      column = breaks ? word.length : column + word.length + 1;
      return breaks ? `\n${word}` : word;
    })
    .join(" ")
    .replaceAll(" \n", "\n");
};

/** Ten files of each kind, five articles each. */
export function exportSamples(): readonly ExportSample[] {
  const files = Array.from({ length: 10 }, (_, file) => file);
  const of = (
    name: string,
    make: (all: readonly Story[], file: number) => { readonly ending: string; readonly content: string | Uint8Array },
  ): readonly ExportSample[] =>
    files.map((file) => {
      const all = stories(file);
      const { ending, content } = make(all, file);
      return { name: `${name}-${file}${ending}`, content, stories: all };
    });
  return [
    ...of("nexis", (all, file) => {
      if (file < 3) return { ending: ".txt", content: nexisOlder(all) };
      if (file === 3) return { ending: ".rtf", content: rtf(nexisOlder(all).split("\n")) };
      if (file < 6) return { ending: ".docx", content: wordDocument([...(file === 4 ? [] : nexisList(all)), ...nexisNewer(all)]) };
      if (file < 9)
        return { ending: file === 8 ? ".doc" : ".rtf", content: rtf([...(file === 6 ? [] : nexisList(all)), ...nexisNewer(all)]) };
      return { ending: ".txt", content: nexisNewer(all).join("\n\n") };
    }),
    ...of("factiva", (all, file) => {
      const shown = all.map(factivaShown);
      if (file < 3) return { ending: ".txt", content: shown.map((lines) => lines.join("\n")).join("\n\n") };
      if (file < 5) return { ending: ".rtf", content: rtf(shown.flat()) };
      if (file < 7) {
        return {
          ending: ".html",
          content: htmlPage(
            shown
              .map(
                (lines) =>
                  `<div class="article enArticle">${lines.map((line, at) => (at < 10 ? `<div>${line}</div>` : `<p class="articleParagraph enarticleParagraph">${line}</p>`)).join("\n")}</div>`,
              )
              .join("<br>"),
          ),
        };
      }
      const indexed = all.map(factivaIndexed);
      if (file < 9) {
        return {
          ending: ".html",
          content: htmlPage(
            indexed
              .map(
                (fields) =>
                  `<table>${fields
                    .map(
                      ([name, value]) =>
                        `<tr><td class="index"><b>${name}</b></td><td>${value
                          .split("\n\n")
                          .map((paragraph) => `<p>${paragraph}</p>`)
                          .join("")}</td></tr>`,
                    )
                    .join("\n")}</table>`,
              )
              .join("<hr>"),
          ),
        };
      }
      return {
        ending: ".txt",
        content: indexed.map((fields) => fields.map(([name, value]) => `${name.padEnd(4)}${value}`).join("\n\n")).join("\n\n\n"),
      };
    }),
    ...of("proquest", (all) => ({ ending: ".txt", content: proquest(all) })),
    ...of("mail", (all, file) => ({ ending: file < 8 ? ".mbox" : ".txt", content: mailbox(all, file) })),
    ...of("telegram", (all, file) => ({ ending: ".json", content: telegram(all, file) })),
  ];
}
