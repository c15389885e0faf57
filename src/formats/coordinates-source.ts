/** Whose data the coordinates are; stands in every file that holds some and has room for it. */
export const COORDINATES_SOURCE = {
  title: "GeoNames",
  path: "https://www.geonames.org/",
  license: "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)",
} as const;
