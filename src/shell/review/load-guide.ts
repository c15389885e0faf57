import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { REVIEW_LAYERS, type ReviewLayer } from "../../model/review.js";
import { hashText } from "../hash-text.js";
import { PACKAGE_ROOT } from "../load-resources.js";
import type { GuidePage } from "./review-store.js";

/** Digits of a hash that tell versions of a page apart. */
const DIGITS = 12;

/** Reads the guide, `gold/guidelines/`. */
export async function loadGuide(): Promise<Readonly<Record<ReviewLayer, GuidePage>>> {
  const pages = await Promise.all(
    REVIEW_LAYERS.map(async (layer) => {
      const text = await readFile(join(PACKAGE_ROOT, "gold", "guidelines", `${layer}.md`), "utf8");
      return [layer, { version: hashText(text).replace("sha256:", "").slice(0, DIGITS), text }] as const;
    }),
  );
  return Object.fromEntries(pages) as Record<ReviewLayer, GuidePage>;
}
