import type { Lexicons } from "../../lexicon/parse-lexicon.js";

/** What a word says of the place or the date that it stands beside. */
export const SCENE_CLASSES = ["happening", "court", "custody", "care", "home", "speech", "memory", "history", "era"] as const;
export type SceneClass = (typeof SCENE_CLASSES)[number];

/** What the last word of a place's name says that it is. */
export const SITE_CLASSES = ["road", "building", "area", "town", "water"] as const;
export type SiteClass = (typeof SITE_CLASSES)[number];

/** The words of `lexicons/scene-words.tsv` and the verbs of `lexicons/reporting-verbs.tsv`. */
export interface SceneWords {
  readonly classes: (lower: string) => readonly SceneClass[];
  readonly site: (lower: string) => SiteClass | null;
  readonly reports: (lower: string) => boolean;
}

const NONE: readonly SceneClass[] = [];

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
  const reports = new Set(
    (lexicons.get("reporting-verbs") ?? []).filter((row) => row["attributes"] === "yes").map((row) => row["form"] ?? ""),
  );
  return {
    classes: (lower) => classes.get(lower) ?? NONE,
    site: (lower) => sites.get(lower) ?? null,
    reports: (lower) => reports.has(lower),
  };
}
