/**
 * The layout of `gazetteer/places.bin`, little-endian, shared by the writer and the reader.
 *
 *   0   8  the letters DATELGAZ
 *   8   4  version of the layout
 *   12  4  length of the whole file in bytes
 *   16  32 SHA-256 of everything behind the head
 *   48  16 number of countries, of places, of spellings, of blocks of spellings
 *   64     columns of the places, one after the other: latitude 3, longitude 3, geonameid 3, spelling 3, parent 2,
 *          population 1, kind 1; then the code of each country, 2; then the start of each block, 4; then the blocks
 *
 * Countries come first among the places, then what lies in them in two steps, then cities: a parent is always one of
 * the first 65,536. A block holds {@link BLOCK} spellings in order of their folded form, each as: bytes shared with
 * the one before it, bytes that follow, these bytes in UTF-8, number of places, then 3 bytes a place. The highest bit
 * of these tells that the spelling is the place's own name and not one of its others.
 */
export const MAGIC = "DATELGAZ";

/** Raised whenever the layout, the folding of names or the meaning of a code changes. */
export const LAYOUT_VERSION = 1;

export const HEAD = 64;

/** Bytes of one place in the columns. */
export const PLACE_BYTES = 16;

/** Spellings in a block. */
export const BLOCK = 16;

/** Set in a place of a spelling that is its own name. */
export const OWN_NAME = 0x80_0000;

/** What a place of the binary is; the number of each is its code in the low 4 bits of the kind. */
export const GAZETTEER_KINDS = ["country", "admin1", "admin2", "city", "neighborhood"] as const;
export type GazetteerKind = (typeof GAZETTEER_KINDS)[number];

/** What a city is the seat of; its number is the high 4 bits of the kind. */
export const SEATS = ["none", "admin3", "admin2", "admin1", "country"] as const;
export type Seat = (typeof SEATS)[number];

/** Steps of the logarithmic scale of population: 255 are 100 million. */
const POPULATION_STEPS = 255 / Math.log(1e8);

/** A population as one byte, within 4% of it. */
export const packPopulation = (people: number): number => Math.min(255, Math.round(Math.log(Math.max(1, people)) * POPULATION_STEPS));

export const unpackPopulation = (byte: number): number => Math.exp(byte / POPULATION_STEPS);

/** Degrees from -range to range as 24 bits: 2 meters of longitude at the equator. */
export const packDegrees = (degrees: number, range: number): number => Math.round(((degrees + range) / (2 * range)) * 0xff_ffff);

export const unpackDegrees = (packed: number, range: number): number => Math.round(((packed / 0xff_ffff) * 2 * range - range) * 1e4) / 1e4;
