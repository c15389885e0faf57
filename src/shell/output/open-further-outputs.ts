import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { TABLES } from "../../formats/tables/all-tables.js";
import { CORPUS_TABLES } from "../../formats/tables/corpus-tables.js";
import { GEOJSON_LAYERS, type GeoJsonLayer } from "../../formats/geojson.js";
import { isListed } from "../../formats/tables/incidents-table.js";
import { ARTICLES_TABLE } from "../../formats/tables/articles-table.js";
import { formatDataPackage } from "../../formats/tables/data-package.js";
import { RUN_TABLES, type TableSet } from "../../formats/tables/reviewed-tables.js";
import { SHEET_ORDER, WRAPPED_SHEETS } from "../../formats/tables/sheet-order.js";
import { waitingColumn } from "../../formats/tables/fill-corpus-ids.js";
import { drawSheet, NO_ROWS } from "../../formats/tables/sheet-rows.js";
import type { Cell } from "../../formats/tables/table.js";
import type { WorkbookWriter } from "../../formats/tables/workbook.js";
import type { FurtherOutput } from "./further-outputs.js";
import type { OutputFolder } from "./output-folder.js";

const geoJsonFile = (layer: GeoJsonLayer): string => `${layer}.geojson`;

/** Files that an earlier run with other formats may have left, and that would not fit this one's tables. */
export const FURTHER_FILES: readonly string[] = [
  "dateline.xlsx",
  "report.html",
  "followthemoney.jsonl",
  "ucdp.csv",
  "acled.csv",
  ...GEOJSON_LAYERS.map(geoJsonFile),
  ...[...TABLES, ...CORPUS_TABLES].map(({ name }) => `${name}.parquet`),
];

/** Most cells of a workbook: Excel takes minutes to open a larger one. */
const WORKBOOK_CELLS = 1_000_000;
/** What a browser opens well: characters of articles that the report holds, some 3,000 of ordinary length; incidents and entities. */
const REPORT = { articles: 40_000_000, incidents: 20_000, entities: 50_000 } as const;

/** Opens the outputs that the user asked for beside CSV and JSON Lines. Their libraries are loaded when they are needed. */
export async function openFurtherOutputs(
  formats: readonly string[],
  output: OutputFolder,
  tables: TableSet = RUN_TABLES,
): Promise<readonly FurtherOutput[]> {
  const open: Readonly<Record<string, () => FurtherOutput | Promise<FurtherOutput>>> = {
    xlsx: () => openWorkbook(output, tables),
    report: () => openReport(output),
    parquet: () => openParquet(output, tables),
    ftm: () => openFollowTheMoney(output),
    geojson: () => openGeoJson(output),
    ucdp: () => openCodebook("ucdp", output),
    acled: () => openCodebook("acled", output),
  };
  const opened = await Promise.all(formats.flatMap((format) => open[format] ?? []).map((start) => start()));
  return [...opened, dataPackage(tables)];
}

const dataPackage = (tables: TableSet): FurtherOutput => ({
  wants: () => null,
  take: async () => undefined,
  finish: async (output) => {
    await output.append("datapackage.json", formatDataPackage([...tables.articles, ...tables.corpus]));
    return null;
  },
});

async function openWorkbook(output: OutputFolder, set: TableSet): Promise<FurtherOutput> {
  const [{ startWorkbook }, { openDeflateText }] = await Promise.all([
    import("../../formats/tables/workbook.js"),
    import("./deflate-text.js"),
  ]);
  const tables = [...set.articles, ...set.corpus].toSorted((a, b) => SHEET_ORDER.indexOf(a.name) - SHEET_ORDER.indexOf(b.name));
  let workbook: WorkbookWriter | null = await startWorkbook(
    tables,
    set.articles.map(({ name }) => name),
    openDeflateText,
  );
  const [id = -1, url = -1, file = -1] = ["article_id", "url", "file"].map((name) =>
    ARTICLES_TABLE.columns.findIndex((column) => column.name === name),
  );
  const waits = set.articles.map((table) => waitingColumn(table.columns) >= 0);
  let cells = 0;
  return {
    wants: () => (workbook === null ? null : "sheets"),
    take: async ({ sheets, row }) => {
      if (!workbook || !sheets) return;
      cells += sheets.reduce((sum, { rows, longest }) => sum + rows * longest.length, 0);
      if (cells > WORKBOOK_CELLS) workbook = null;
      const address = row[url];
      const whole = sheets.map((sheet, index) => (waits[index] ? NO_ROWS : sheet));
      await workbook?.take(whole, {
        id: String(row[id]),
        url: typeof address === "string" ? address : null,
        file: fileLink(output.path, String(row[file])),
      });
    },
    fill: {
      from: "sheets",
      take: async (table, article, rows) => workbook?.append(table, rows, new Array<string>(rows.rows).fill(article)),
    },
    collate: async (_, drawn) => {
      for (const { name, header, rows, types } of drawn) {
        cells += rows.length * types.length;
        if (cells > WORKBOOK_CELLS) workbook = null;
        const { columns = [] } = set.corpus.find((table) => table.name === name) ?? {};
        const article = header.findIndex((column) => column === "article_id" || column === "article_ids");
        const articles = rows.map((cellsOfRow) => (article < 0 ? null : (String(cellsOfRow[article] ?? "").split("; ", 1)[0] ?? null)));
        if (rows.length > 0) await workbook?.append(name, drawSheet(rows, columns, WRAPPED_SHEETS.has(name)), articles);
      }
    },
    finish: async () => {
      if (!workbook)
        return (
          `No workbook was written: the tables have more than ${WORKBOOK_CELLS.toLocaleString("en-US")} cells, ` +
          `which Excel opens badly. Use the CSV files, or --format parquet.`
        );
      await output.append("dateline.xlsx", await workbook.end());
      return null;
    },
  };
}

/** A file as a link from the folder of the output; null for a member of an archive, and for what is no file. */
function fileLink(folder: string, file: string): string | null {
  const path = resolve(file);
  if (!existsSync(path)) return null;
  return relative(resolve(folder), path).split(sep).map(encodeURIComponent).join("/");
}

async function openParquet(output: OutputFolder, tables: TableSet): Promise<FurtherOutput> {
  const { startParquet } = await import("../../formats/tables/parquet.js");
  const files = new Map(
    await Promise.all([...tables.articles, ...tables.corpus].map(async (table) => [table.name, await startParquet(table)] as const)),
  );
  const take = async (name: string, rows: readonly (readonly Cell[])[]): Promise<void> => {
    const bytes = files.get(name)?.take(rows) ?? null;
    if (bytes !== null) await output.append(`${name}.parquet`, bytes);
  };
  const whole = tables.articles.filter((table) => waitingColumn(table.columns) < 0);
  return {
    wants: () => "result",
    take: async (_, result) => {
      for (const { name, draw } of whole) await take(name, draw(result()).rows);
    },
    fill: { from: "cells", take },
    collate: async (_, drawn) => {
      for (const { name, rows } of drawn) await take(name, rows);
    },
    finish: async () => {
      for (const [name, file] of files) await output.append(`${name}.parquet`, file.end());
      return null;
    },
  };
}

async function openCodebook(name: "ucdp" | "acled", output: OutputFolder): Promise<FurtherOutput> {
  const [{ CODEBOOKS }, { CSV_BYTE_ORDER_MARK, formatCsv }] = await Promise.all([
    import("../../formats/codebooks/all-codebooks.js"),
    import("../../formats/tables/csv.js"),
  ]);
  const { columns, holds } = CODEBOOKS[name];
  await output.append(`${name}.csv`, CSV_BYTE_ORDER_MARK + formatCsv([columns.map((column) => column.name)]));
  let [held, all] = [0, 0];
  return {
    wants: () => null,
    take: async () => undefined,
    collate: async ({ part, found }) => {
      if (part !== "incidents") return;
      all++;
      if (!holds(found)) return;
      held++;
      await output.append(`${name}.csv`, formatCsv([columns.map(({ cell }) => cell(found))], columns));
    },
    finish: async () =>
      held < all
        ? `${name}.csv holds ${held} of ${all} rows of incidents.csv: the data set has no aggregates, no ` +
          `stories and no causes of other kinds.`
        : null,
  };
}

async function openFollowTheMoney(output: OutputFolder): Promise<FurtherOutput> {
  const { formatFollowTheMoney } = await import("../../formats/follow-the-money.js");
  const sha1Of = (text: string): string => createHash("sha1").update(text).digest("hex");
  const hashes = { sha1Of, idOf: (parts: readonly string[]): string => `dateline-${sha1Of(JSON.stringify(parts))}` };
  return {
    wants: () => "result",
    take: async ({ skipped }, result) =>
      skipped ? undefined : output.append("followthemoney.jsonl", formatFollowTheMoney(result(), hashes)),
    finish: async () => {
      await output.append("followthemoney.jsonl", "");
      return null;
    },
  };
}

async function openGeoJson(output: OutputFolder): Promise<FurtherOutput> {
  const { GEOJSON_END, incidentFeatures, placeFeatures, startGeoJson } = await import("../../formats/geojson.js");
  const begun = new Set<GeoJsonLayer>();
  const append = async (layer: GeoJsonLayer, features: readonly string[]): Promise<void> => {
    for (const feature of features) {
      await output.append(geoJsonFile(layer), `${begun.has(layer) ? "," : startGeoJson(layer)}\n${feature}`);
      begun.add(layer);
    }
  };
  return {
    wants: () => "result",
    take: async ({ skipped }, result) => {
      if (!skipped) await append("incidents", incidentFeatures(result()));
    },
    fill: {
      from: "cells",
      take: async (table, rows) => {
        if (table === "places") await append("places", placeFeatures(rows));
      },
    },
    finish: async () => {
      for (const layer of GEOJSON_LAYERS)
        await output.append(geoJsonFile(layer), `${begun.has(layer) ? "" : startGeoJson(layer)}${GEOJSON_END}`);
      return null;
    },
  };
}

async function openReport(output: OutputFolder): Promise<FurtherOutput> {
  const [{ startReport }, { drawIncident }, { drawEntity }] = await Promise.all([
    import("../../formats/report/format-report.js"),
    import("../../formats/report/incident-entry.js"),
    import("../../formats/report/entity-entry.js"),
  ]);
  const report = startReport();
  const held = { articles: 0, incidents: 0, entities: 0 };
  const all = { incidents: 0, entities: 0 };
  let characters = 0;
  let passedOver = 0;
  const append = async (piece: string): Promise<void> => {
    characters += piece.length;
    await output.append("report.html", piece);
  };
  const isFull = (): boolean => characters > REPORT.articles;
  return {
    wants: () => (isFull() ? null : "entry"),
    take: async ({ entry, skipped }) => {
      if (skipped) passedOver++;
      if (entry === null || skipped || isFull()) return;
      held.articles++;
      await append(report.article(entry));
    },
    collate: async (finding) => {
      if (finding.part === "incidents" && !isListed(finding.found)) return;
      all[finding.part]++;
      if (held[finding.part] >= REPORT[finding.part]) return;
      held[finding.part]++;
      await append(finding.part === "incidents" ? report.incident(drawIncident(finding.found)) : report.entity(drawEntity(finding.found)));
    },
    finish: async (_, articles) => {
      const { loadCountryShapes } = await import("../load-resources.js");
      await append(report.end({ articles: articles - passedOver, ...all, shapes: await loadCountryShapes() }));
      return held.articles < articles - passedOver
        ? `report.html holds ${held.articles} of ${articles - passedOver} articles; the tables hold them all.`
        : null;
    },
  };
}
