import type { Account, ComparedPlace } from "./account.js";
import { kilometersBetween } from "./kilometers-between.js";
import { saturate, sharedRarity, shares, topRarity } from "./shared-hashes.js";

/** How the places of two accounts and of their articles lie to each other: each from 0 to 1. */
export interface PlaceFeatures {
  readonly samePlace: number;
  readonly nearPlace: number;
  readonly otherPlace: number;
  readonly otherCountry: number;
  readonly placeUnknown: number;
  /** How many of the two articles name the place that the other gives, by its name. */
  readonly placeNamed: number;
  readonly placeUnnamed: number;
  /** The same, by what the gazetteer knows under all its names. */
  readonly pointNamed: number;
  readonly places: number;
  readonly placesTop: number;
  readonly placeRare: number;
  readonly headRare: number;
  readonly pointsShared: number;
  readonly pointsRare: number;
  readonly countryRare: number;
  /** 1 where both articles name places and no country of one is among those of the other. */
  readonly countryNone: number;
}

/** Rarity from which nothing is rarer: what one of four hundred articles names. */
const RAREST = 6;

/** Compares where two accounts and their articles are set. The order of the two does not matter. */
export function comparePlaces(a: Account, b: Account, rarity: (hash: number) => number): PlaceFeatures {
  const place = relationOf(a.place, b.place);
  const rarest = (x: Int32Array, y: Int32Array): number => Math.min(1, topRarity(x, y, rarity) / RAREST);
  return {
    samePlace: place === "same" ? 1 : 0,
    nearPlace: place === "near" ? 1 : 0,
    otherPlace: place === "other" ? 1 : 0,
    otherCountry: place === "abroad" ? 1 : 0,
    placeUnknown: place === "unknown" ? 1 : 0,
    ...namesPlaces(a, b),
    places: saturate(sharedRarity(a.places, b.places, rarity) / 8),
    placesTop: rarest(a.places, b.places),
    placeRare: place === "same" || place === "near" ? Math.min(1, Math.max(0, rarityOfPlace(a, b, rarity)) / RAREST) : 0,
    headRare: rarest(a.heads, b.heads),
    pointsShared: saturate(sharedRarity(a.points, b.points, rarity) / 8),
    pointsRare: rarest(a.points, b.points),
    countryRare: rarest(a.countries, b.countries),
    countryNone: a.countries.length > 0 && b.countries.length > 0 && shares(a.countries, b.countries) === 0 ? 1 : 0,
  };
}

const rarityOfPlace = (a: Account, b: Account, rarity: (hash: number) => number): number =>
  Math.min(...[a.place, b.place].flatMap((place) => (place === null ? [] : [rarity(place.hash)])));

/** Whether the articles name the place that the other gives: one that neither names is likely another. */
function namesPlaces(a: Account, b: Account): Pick<PlaceFeatures, "placeNamed" | "placeUnnamed" | "pointNamed"> {
  if (a.place === null || b.place === null) return { placeNamed: 0, placeUnnamed: 0, pointNamed: 0 };
  const byName = Number(b.places.includes(a.place.hash)) + Number(a.places.includes(b.place.hash));
  const byPoint = Number(b.points.includes(a.place.point)) + Number(a.points.includes(b.place.point));
  const unnamed = byName + byPoint === 0 && a.place.hash !== b.place.hash;
  return { placeNamed: byName / 2, placeUnnamed: unnamed ? 1 : 0, pointNamed: byPoint / 2 };
}

/** Places this far apart (km) are one town and its suburbs. */
const NEAR = 25;
const APART = 80;

function relationOf(a: ComparedPlace | null, b: ComparedPlace | null): "same" | "near" | "other" | "abroad" | "unknown" {
  if (a === null || b === null) return "unknown";
  if (a.name === b.name || (a.geonameid !== undefined && a.geonameid === b.geonameid)) return "same";
  if (a.country !== undefined && b.country !== undefined && a.country !== b.country) return "abroad";
  const km = kilometersBetween(a, b);
  // The middle of a country or a province says little of where in it something happened.
  if (isWide(a) || isWide(b)) return "unknown";
  if (km !== null) return km <= NEAR ? "near" : km >= APART ? "other" : "unknown";
  return ` ${a.name} `.includes(` ${b.name} `) || ` ${b.name} `.includes(` ${a.name} `) ? "near" : "unknown";
}

const isWide = ({ what }: ComparedPlace): boolean => what === "country" || what === "admin1" || what === "continent" || what === "region";
