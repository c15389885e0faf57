import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { Article } from "../../model/article.js";

/**
 * Whether an article writes 07/01/2025 for the first of July: by the region of its language tag (`en-US`), else by the
 * country that ends its place, as `lexicons/date-orders.tsv` has them. Day first where neither says.
 */
export function writesMonthFirst(lexicons: Lexicons): (article: Article, text: string) => boolean {
  const regions = new Set<string>();
  const places: string[] = [];
  for (const row of lexicons.get("date-orders") ?? []) {
    if (row["order"] !== "month-first") continue;
    if (row["region"]) regions.add(row["region"].toUpperCase());
    if (row["place"]) places.push(row["place"].toLowerCase());
  }
  return (article, text) => {
    const region = /^[a-z]{2,3}-(?:[A-Za-z]{4}-)?([A-Za-z]{2})\b/.exec(article.language ?? "")?.[1];
    if (region !== undefined) return regions.has(region.toUpperCase());
    const place = (article.place ?? "").toLowerCase();
    if (place !== "") return places.some((name) => place === name || place.endsWith(`, ${name}`) || place.endsWith(` ${name}`));
    // A date in numbers whose second number is no month settles the custom of the whole text.
    for (const match of text.matchAll(/(?<![\d/])(\d{1,2})\/(\d{1,2})\/\d{2,4}(?![\d/])/g)) {
      if (Number(match[2]) > 12 && Number(match[1]) <= 12) return true;
      if (Number(match[1]) > 12) return false;
    }
    return false;
  };
}
