import type { ReviewLayer } from "../model/review.js";

/** The version of the guide that a layer is labelled after: the first 12 digits of the SHA-256 of its page in `gold/guidelines/`. */
export const GUIDE_VERSIONS: Readonly<Record<ReviewLayer, string>> = {
  names: "a2455baebfe0",
  dates: "7d824ac98156",
  casualties: "3543bbe56c93",
  incidents: "c3b14506266d",
};
