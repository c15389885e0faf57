import type { Layer } from "../../model/layer.js";
import type { CasualtyMention, DateMention } from "../../model/mention.js";
import type { Location } from "../../model/place.js";
import { wherePrecision } from "../../link/places/where-precision.js";
import type { ArticleResult, Column } from "./table.js";

/** A link to a place or date mention, of a figure or of an incident. */
interface PlaceLink {
  readonly start: number;
  readonly inTitle?: boolean;
  readonly entity?: string | null;
}

/** What a row that happened somewhere shows of the place. */
export interface Located {
  /** Null where no place is known, or where the gazetteer does not tell which is meant. */
  readonly location: Location | null;
  /** What stands before the place in the text, 24 units at most: "near ". */
  readonly before: string;
}

const isTown = ({ what }: Location): boolean => what === "city" || what === "neighborhood";

/** Country, province and point of the place of a row. */
export const POINT_COLUMNS: readonly Column<Located>[] = [
  {
    name: "country",
    type: "text",
    meaning: "ISO 3166-1 code of the country that the place is or lies in.",
    cell: ({ location }) => location?.country ?? null,
  },
  {
    name: "admin1",
    type: "text",
    meaning: "The province or state that the place is or lies in.",
    cell: ({ location }) => location?.admin1 ?? null,
  },
  {
    name: "latitude",
    type: "number",
    meaning: "Degrees north of the place (WGS 84), after GeoNames.",
    cell: ({ location }) => location?.latitude ?? null,
  },
  { name: "longitude", type: "number", meaning: "Degrees east.", cell: ({ location }) => location?.longitude ?? null },
];

/** The town, and how exact the point is. */
export const PRECISION_COLUMNS: readonly Column<Located>[] = [
  {
    name: "city",
    type: "text",
    meaning: "The town of the place, as the gazetteer names it; empty where the place is larger than a town or is no town.",
    cell: ({ location }) => (location && isTown(location) && !location.ofContainer ? location.name : null),
    folded: true,
  },
  {
    name: "where_prec",
    type: "integer",
    meaning:
      "How exact the point is, as UCDP GED codes it: 1 the place itself, 2 near it or within it, 3 its " +
      "district or county, 4 its province or state, 5 a region, river or coast, 6 its country, 7 " +
      "international waters. Empty without a point.",
    cell: ({ location, before }) => (location ? wherePrecision(location, before) : null),
    folded: true,
  },
];

/** The article that a link stands in, or a part of it. */
type Telling = Pick<ArticleResult, "layer" | "article" | "part">;

/** The place that a link names, and what stands before it in the text or the title. */
export function locatedBy(link: PlaceLink | null | undefined, { layer, article, part }: Telling): Located {
  if (!link) return { location: null, before: "" };
  const mentions = link.inTitle ? (layer.titleMentions ?? []) : layer.mentions;
  const text = link.inTitle ? (layer.title ?? "") : article.text;
  const mention = mentions.find(({ kind, start }) => kind === "place" && start === link.start);
  const id = link.entity ?? (mention && "entity" in mention ? mention.entity : undefined);
  const location = layer.entities.find((entity) => entity.id === id)?.location ?? null;
  const at = link.start - (link.inTitle ? 0 : (part?.start ?? 0));
  return { location, before: text.slice(Math.max(0, at - 24), Math.max(0, at)) };
}

/** The days that the date of a figure means, for a total those that it counts; null where it has none. */
export function daysMeant(
  { date, incident }: Pick<CasualtyMention, "date" | "incident">,
  layer: Layer,
): Pick<DateMention, "from" | "to"> | null {
  if (!date) return null;
  const total = layer.incidents?.find(({ id, kind }) => id === incident && kind === "aggregate")?.date;
  if (total && total.start === date.start && total.inTitle === date.inTitle) return total;
  const mentions = date.inTitle ? (layer.titleMentions ?? []) : layer.mentions;
  return mentions.find((mention): mention is DateMention => mention.kind === "date" && mention.start === date.start) ?? null;
}
