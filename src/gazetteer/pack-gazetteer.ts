import { foldPlaceName } from "./fold-place-name.js";
import {
  BLOCK,
  GAZETTEER_KINDS,
  HEAD,
  LAYOUT_VERSION,
  MAGIC,
  OWN_NAME,
  PLACE_BYTES,
  packDegrees,
  packPopulation,
  SEATS,
  type GazetteerKind,
  type Seat,
} from "./gazetteer-layout.js";

/** A place as the build script gathers it. */
export interface GazetteerRow {
  readonly kind: GazetteerKind;
  readonly seat: Seat;
  readonly geonameid: number;
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
  readonly population: number;
  /** Index of the row that it lies in; itself for a country. */
  readonly parent: number;
  readonly name: string;
  /** Further spellings. */
  readonly others: readonly string[];
  /** ISO 3166-1 alpha-2; countries only. */
  readonly code?: string;
}

/** Puts rows (countries first, then admin1, admin2, cities) into the layout of `gazetteer-layout.ts`. `sha256` gives 32 bytes. */
export function packGazetteer(rows: readonly GazetteerRow[], sha256: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  const countries = rows.filter((row) => row.kind === "country").length;
  const { spellings, blocks } = packSpellings(rows);
  const bytes = blocks.reduce((sum, block) => sum + block.length, 0);
  const packed = new Uint8Array(HEAD + rows.length * PLACE_BYTES + countries * 2 + blocks.length * 4 + bytes);
  const view = new DataView(packed.buffer);
  const own = new Map([...spellings.keys()].map((spelling, at) => [spelling, at] as const));
  const codes = packPlaces(packed, rows, own);
  for (const [at, { code = "" }] of rows.slice(0, countries).entries())
    for (const i of [0, 1]) packed[codes + at * 2 + i] = code.charCodeAt(i);
  const starts = codes + countries * 2;
  let at = starts + blocks.length * 4;
  for (const [i, block] of blocks.entries()) {
    view.setUint32(starts + i * 4, at, true);
    packed.set(block, at);
    at += block.length;
  }
  for (let i = 0; i < MAGIC.length; i++) packed[i] = MAGIC.charCodeAt(i);
  for (const [i, value] of [LAYOUT_VERSION, packed.length].entries()) view.setUint32(8 + i * 4, value, true);
  for (const [i, value] of [countries, rows.length, spellings.size, blocks.length].entries()) view.setUint32(48 + i * 4, value, true);
  packed.set(sha256(packed.subarray(48)), 16);
  return packed;
}

/** Writes the columns of the places and returns where they end. */
function packPlaces(packed: Uint8Array, rows: readonly GazetteerRow[], own: ReadonlyMap<string, number>): number {
  let at = HEAD;
  const column = (bytes: number, value: (row: GazetteerRow) => number): void => {
    for (const row of rows) {
      const number = value(row);
      for (let i = 0; i < bytes; i++) packed[at++] = (number >>> (8 * i)) & 0xff;
    }
  };
  column(3, (row) => packDegrees(row.latitude, 90));
  column(3, (row) => packDegrees(row.longitude, 180));
  column(3, (row) => row.geonameid);
  column(3, (row) => own.get(row.name) ?? 0);
  column(2, (row) => row.parent);
  column(1, (row) => packPopulation(row.population));
  column(1, (row) => GAZETTEER_KINDS.indexOf(row.kind) | (SEATS.indexOf(row.seat) << 4));
  return at;
}

interface PackedSpellings {
  /** Each spelling with its places, in order. */
  readonly spellings: ReadonlyMap<string, readonly number[]>;
  readonly blocks: readonly Uint8Array[];
}

function packSpellings(rows: readonly GazetteerRow[]): PackedSpellings {
  const places = new Map<string, number[]>();
  const add = (spelling: string, place: number): void => {
    const known = places.get(spelling);
    if (known) known.push(place);
    else places.set(spelling, [place]);
  };
  for (const [i, row] of rows.entries()) {
    add(row.name, i | OWN_NAME);
    for (const other of row.others) add(other, i);
  }
  const folded = [...places.keys()].map((spelling) => [foldPlaceName(spelling), spelling] as const);
  const order = ([a, x]: readonly [string, string], [b, y]: readonly [string, string]): number => (a < b ? -1 : a > b ? 1 : x < y ? -1 : 1);
  const spellings = new Map(folded.sort(order).map(([, spelling]) => [spelling, places.get(spelling) ?? []] as const));
  const blocks: Uint8Array[] = [];
  let block: number[] = [];
  let before = new Uint8Array();
  let count = 0;
  for (const [spelling, list] of spellings) {
    if (count % BLOCK === 0) {
      if (count > 0) blocks.push(Uint8Array.from(block));
      block = [];
      before = new Uint8Array();
    }
    const letters = new TextEncoder().encode(spelling);
    let shared = 0;
    while (shared < before.length && shared < letters.length && before[shared] === letters[shared]) shared++;
    const sorted = [...list].sort((a, b) => (rows[b & ~OWN_NAME]?.population ?? 0) - (rows[a & ~OWN_NAME]?.population ?? 0)).slice(0, 255);
    block.push(shared, letters.length - shared, ...letters.subarray(shared), sorted.length);
    for (const place of sorted) block.push(place & 0xff, (place >>> 8) & 0xff, place >>> 16);
    before = letters;
    count++;
  }
  if (block.length > 0) blocks.push(Uint8Array.from(block));
  return { spellings, blocks };
}
