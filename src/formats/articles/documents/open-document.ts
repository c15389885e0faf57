import { readMarkup } from "../read-markup.js";

/** What parts the words of an OpenDocument text. */
const PARAGRAPHS: ReadonlySet<string> = new Set(["text:p", "text:h"]);
/** Notes to the writer and what was struck out are no text of the document. */
const SILENT: ReadonlySet<string> = new Set([
  "office:annotation",
  "text:tracked-changes",
  "text:note-citation",
  "office:forms",
  "svg:title",
  "svg:desc",
]);

/** The text of an OpenDocument's `content.xml`: paragraphs by a blank line, cells of a row by a tab. */
export function readOpenDocumentText(xml: string): string {
  const paragraphs: string[] = [];
  let words = "";
  let silent = 0;
  readMarkup(
    xml,
    {
      onopentag(name, attributes) {
        if (SILENT.has(name)) silent++;
        if (silent > 0) return;
        if (name === "text:tab") words += "\t";
        else if (name === "text:line-break") words += "\n";
        else if (name === "text:s") words += " ".repeat(Math.min(100, Number(attributes["text:c"] ?? 1) || 1));
      },
      ontext(data) {
        if (silent === 0) words += data.replace(/[\r\n\t]+/g, " ");
      },
      onclosetag(name) {
        if (SILENT.has(name)) silent--;
        if (!PARAGRAPHS.has(name)) return;
        if (words.trim() !== "") paragraphs.push(words.trim());
        words = "";
      },
    },
    { xmlMode: true },
  );
  return paragraphs.join("\n\n");
}

/** A property of `meta.xml`, such as `dc:title`; null where it is absent. */
export function openDocumentProperty(xml: string, name: string): string | null {
  let value = "";
  let inside = false;
  readMarkup(
    xml,
    {
      onopentagname(tag) {
        if (tag === name) inside = true;
      },
      ontext(data) {
        if (inside) value += data;
      },
      onclosetag(tag) {
        if (tag === name) inside = false;
      },
    },
    { xmlMode: true },
  );
  return value.trim() || null;
}

/** Rows that an empty tail of a sheet may repeat; more are a sheet formatted to its end. */
const MOST_REPEATS = 1000;

/** The rows of the sheets of an OpenDocument spreadsheet, cells as text, dates as ISO days. */
export function readOpenDocumentSheets(xml: string): readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[] {
  const sheets: { name: string; rows: string[][] }[] = [];
  let row: string[] = [];
  let cell = { text: "", stated: "" as string, repeats: 1 };
  let rowRepeats = 1;
  let inCell = false;
  let silent = 0;
  readMarkup(
    xml,
    {
      onopentag(name, attributes) {
        if (SILENT.has(name)) silent++;
        if (name === "table:table") sheets.push({ name: attributes["table:name"] ?? "", rows: [] });
        else if (name === "table:table-row") {
          row = [];
          rowRepeats = Number(attributes["table:number-rows-repeated"] ?? 1) || 1;
        } else if (name === "table:table-cell" || name === "table:covered-table-cell") {
          inCell = true;
          const stated = attributes["office:date-value"] ?? attributes["office:value"] ?? "";
          cell = { text: "", stated, repeats: Number(attributes["table:number-columns-repeated"] ?? 1) || 1 };
        } else if (name === "text:line-break") cell.text += "\n";
        else if (name === "text:s") cell.text += " ";
      },
      ontext(data) {
        if (inCell && silent === 0) cell.text += data;
      },
      onclosetag(name) {
        if (SILENT.has(name)) silent--;
        if (name === "text:p" && inCell) cell.text += "\n";
        else if (name === "table:table-cell" || name === "table:covered-table-cell") {
          inCell = false;
          const value = cell.stated !== "" ? cell.stated : cell.text.trim();
          for (let i = 0; i < Math.min(cell.repeats, value === "" ? 20 : MOST_REPEATS); i++) row.push(value);
        } else if (name === "table:table-row") {
          const repeats = row.every((value) => value === "") ? 0 : Math.min(rowRepeats, MOST_REPEATS);
          for (let i = 0; i < repeats; i++) sheets.at(-1)?.rows.push(row);
        }
      },
    },
    { xmlMode: true },
  );
  return sheets;
}
