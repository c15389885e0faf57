import { foldPlaceName } from "./fold-place-name.js";
import {
  BLOCK,
  GAZETTEER_KINDS,
  HEAD,
  LAYOUT_VERSION,
  MAGIC,
  OWN_NAME,
  PLACE_BYTES,
  SEATS,
  unpackDegrees,
  unpackPopulation,
  type GazetteerKind,
  type Seat,
} from "./gazetteer-layout.js";

/** A place that a name may mean. */
export interface GazetteerHit {
  /** Its row in the gazetteer. */
  readonly place: number;
  /** True where the name is its own, false where it is another spelling. */
  readonly own: boolean;
}

/** The places of the world, read where they lie in the bytes: no object a row. Rows count from 0, countries first. */
export interface Gazetteer {
  /** How many places it has. */
  readonly size: number;
  /** The places of a name, however it is spelled as to case, accents, apostrophes and hyphens; the most populous of each spelling first. */
  readonly find: (name: string) => readonly GazetteerHit[];
  readonly nameOf: (place: number) => string;
  readonly kindOf: (place: number) => GazetteerKind;
  readonly seatOf: (place: number) => Seat;
  /** Degrees north, WGS 84, to four digits. */
  readonly latitudeOf: (place: number) => number;
  readonly longitudeOf: (place: number) => number;
  /** People, within 4%; 1 where GeoNames gives none. */
  readonly populationOf: (place: number) => number;
  /** 0 where GeoNames has no such place. */
  readonly geonameidOf: (place: number) => number;
  /** The smallest place that it lies in; itself for a country. */
  readonly parentOf: (place: number) => number;
  /** ISO 3166-1 alpha-2 code of the country that it lies in or is. */
  readonly countryOf: (place: number) => string;
}

/**
 * Reads `gazetteer/places.bin`.
 *
 * @throws Error where the bytes are none of this layout, are cut short, or are not those that were written.
 * @param sha256 gives the 32 bytes of the digest; hashing belongs to the caller. Null where what brought the bytes has checked them.
 */
export function readGazetteer(bytes: Uint8Array, sha256: ((bytes: Uint8Array) => Uint8Array) | null): Gazetteer {
  const { countries, places, spellings, blocks } = checkHead(bytes, sha256);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const column = (offset: number): number => HEAD + places * offset;
  const three = (at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
  const [latitudes, longitudes, ids, names, parents, populations, kinds] = [0, 3, 6, 9, 12, 14, 15].map(column) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const codes = column(PLACE_BYTES);
  const starts = codes + countries * 2;
  const decoder = new TextDecoder();
  const letters = new Uint8Array(512);
  const parentOf = (place: number): number => view.getUint16(parents + place * 2, true);

  /** Calls `take` for the spellings of a block, until it returns false. */
  const readBlock = (block: number, take: (spelling: string, list: number, count: number, index: number) => boolean): void => {
    let at = view.getUint32(starts + block * 4, true);
    const last = Math.min(spellings, (block + 1) * BLOCK);
    for (let index = block * BLOCK; index < last; index++) {
      const shared = bytes[at] ?? 0;
      const follow = bytes[at + 1] ?? 0;
      for (let i = 0; i < follow; i++) letters[shared + i] = bytes[at + 2 + i] ?? 0;
      at += 2 + follow;
      const count = bytes[at++] ?? 0;
      if (!take(wordingOf(letters, shared + follow, decoder), at, count, index)) return;
      at += 3 * count;
    }
  };
  const headOf = (block: number): string => {
    const at = view.getUint32(starts + block * 4, true);
    const length = bytes[at + 1] ?? 0;
    for (let i = 0; i < length; i++) letters[i] = bytes[at + 2 + i] ?? 0;
    return foldPlaceName(wordingOf(letters, length, decoder));
  };
  /** The last block whose first spelling comes before the name: equal ones may begin within it. */
  const blockBefore = (name: string): number => {
    let low = 0;
    let high = blocks - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (headOf(middle) < name) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    size: places,
    find: (name) => {
      const wanted = foldPlaceName(name);
      const hits: GazetteerHit[] = [];
      if (wanted === "") return hits;
      let passed = false;
      for (let block = blockBefore(wanted); block < blocks && !passed; block++) {
        readBlock(block, (spelling, list, count) => {
          const folded = foldPlaceName(spelling);
          if (folded === wanted) {
            for (let i = 0; i < count; i++) {
              const place = three(list + 3 * i);
              hits.push({ place: place & ~OWN_NAME, own: (place & OWN_NAME) !== 0 });
            }
          }
          passed = folded > wanted;
          return !passed;
        });
      }
      return hits;
    },
    nameOf: (place) => {
      const wanted = three(names + place * 3);
      let name = "";
      readBlock(Math.floor(wanted / BLOCK), (spelling, _list, _count, index) => {
        name = spelling;
        return index !== wanted;
      });
      return name;
    },
    kindOf: (place) => GAZETTEER_KINDS[(bytes[kinds + place] ?? 0) & 0xf] ?? "city",
    seatOf: (place) => SEATS[(bytes[kinds + place] ?? 0) >>> 4] ?? "none",
    latitudeOf: (place) => unpackDegrees(three(latitudes + place * 3), 90),
    longitudeOf: (place) => unpackDegrees(three(longitudes + place * 3), 180),
    populationOf: (place) => unpackPopulation(bytes[populations + place] ?? 0),
    geonameidOf: (place) => three(ids + place * 3),
    parentOf,
    countryOf: (place) => {
      let at = place;
      while (at >= countries) at = parentOf(at);
      return String.fromCharCode(bytes[codes + at * 2] ?? 0, bytes[codes + at * 2 + 1] ?? 0);
    },
  };
}

/** A spelling from its bytes: most are ASCII, which needs no decoder. */
function wordingOf(letters: Uint8Array, length: number, decoder: { readonly decode: (bytes: Uint8Array) => string }): string {
  let wording = "";
  for (let i = 0; i < length; i++) {
    const letter = letters[i] ?? 0;
    if (letter > 127) return decoder.decode(letters.subarray(0, length));
    wording += String.fromCharCode(letter);
  }
  return wording;
}

interface Head {
  readonly countries: number;
  readonly places: number;
  readonly spellings: number;
  readonly blocks: number;
}

function checkHead(bytes: Uint8Array, sha256: ((bytes: Uint8Array) => Uint8Array) | null): Head {
  if (bytes.length < HEAD || MAGIC !== String.fromCharCode(...bytes.subarray(0, MAGIC.length))) {
    throw new Error("is no gazetteer of this program. Install the package again, or run npm run build:gazetteer.");
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [version, length] = [view.getUint32(8, true), view.getUint32(12, true)];
  if (version !== LAYOUT_VERSION) {
    throw new Error(
      `has version ${version} of the layout, this program reads version ${LAYOUT_VERSION}. Install the ` +
        `package again, or run npm run build:gazetteer.`,
    );
  }
  if (length !== bytes.length) throw new Error(`was cut short: ${bytes.length} of ${length} bytes. Install the package again.`);
  const digest = sha256?.(bytes.subarray(48));
  if (digest?.some((byte, i) => byte !== bytes[16 + i]))
    throw new Error("is damaged: its SHA-256 is not the one that it was written with. Install the package again.");
  const [countries, places, spellings, blocks] = [48, 52, 56, 60].map((at) => view.getUint32(at, true)) as [number, number, number, number];
  return { countries, places, spellings, blocks };
}
