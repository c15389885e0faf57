import type { Lexicons } from "../../lexicon/parse-lexicon.js";

/** What a word says of the place or the date that it stands beside. */
export const SCENE_CLASSES = [
  "happening",
  "court",
  "custody",
  "care",
  "home",
  "speech",
  "office",
  "comparison",
  "memory",
  "history",
  "era",
  "country",
  "language",
] as const;
export type SceneClass = (typeof SCENE_CLASSES)[number];

/** What the last word of a place's name says that it is. */
export const SITE_CLASSES = ["road", "building", "area", "town", "water"] as const;
export type SiteClass = (typeof SITE_CLASSES)[number];

/** The words of `lexicons/scene-words.tsv` and `place-types.tsv`, and the verbs of `lexicons/reporting-verbs.tsv`. */
export interface SceneWords {
  readonly classes: (lower: string) => readonly SceneClass[];
  readonly site: (lower: string) => SiteClass | null;
  readonly reports: (lower: string) => boolean;
  /** The kinds of place that a word names: "province" an `admin1` or an `admin2`; empty for other words. */
  readonly placeKinds: (lower: string) => readonly string[];
}

const NONE: readonly SceneClass[] = [];
const NO_KINDS: readonly string[] = [];
const COUNTRY: readonly string[] = ["country"];

/** Reads the lexicons. */
export function readSceneWords(lexicons: Lexicons): SceneWords {
  const classes = new Map<string, SceneClass[]>();
  const sites = new Map<string, SiteClass>();
  for (const row of lexicons.get("scene-words") ?? []) {
    const [word = "", name = ""] = [row["word"], row["class"]];
    const site = SITE_CLASSES.find((one) => one === name);
    const scene = SCENE_CLASSES.find((one) => one === name);
    if (site) sites.set(word, site);
    else if (scene) classes.set(word, [...(classes.get(word) ?? []), scene]);
  }
  const kinds = new Map(
    (lexicons.get("place-types") ?? [])
      .filter((row) => row["side"] === "both")
      .map((row) => [row["word"] ?? "", (row["kinds"] ?? "").split(";")] as const),
  );
  const reports = new Set(
    (lexicons.get("reporting-verbs") ?? []).filter((row) => row["attributes"] === "yes").map((row) => row["form"] ?? ""),
  );
  return {
    classes: (lower) => classes.get(lower) ?? NONE,
    site: (lower) => sites.get(lower) ?? null,
    reports: (lower) => reports.has(lower),
    placeKinds: (lower) => kinds.get(lower) ?? (classes.get(lower)?.includes("country") ? COUNTRY : NO_KINDS),
  };
}
