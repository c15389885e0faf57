import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Lexicons } from "../src/lexicon/parse-lexicon.js";
import type { Contestant } from "./name-contestants.js";

/** Sixty armed groups that the news names most; all of them stand in `lexicons/armed-actors.tsv`. */
const GROUPS = [
  "Boko Haram",
  "Islamic State",
  "Al-Shabaab",
  "al-Shabaab",
  "Al Shabaab",
  "Taliban",
  "Lashkar-e-Taiba",
  "Jaish-e-Mohammed",
  "Hayat Tahrir al-Sham",
  "M23",
  "Hezbollah",
  "Hamas",
  "Islamic Jihad",
  "Fatah",
  "al-Qaeda",
  "Al-Qaeda",
  "al-Qaida",
  "ISIS",
  "ISIL",
  "PKK",
  "YPG",
  "FARC",
  "ELN",
  "LTTE",
  "Tamil Tigers",
  "Abu Sayyaf",
  "New People's Army",
  "Moro Islamic Liberation Front",
  "MILF",
  "Lord's Resistance Army",
  "LRA",
  "FDLR",
  "Seleka",
  "Janjaweed",
  "Sudan Liberation Army",
  "Justice and Equality Movement",
  "JEM",
  "UNITA",
  "RUF",
  "Shining Path",
  "Armed Islamic Group",
  "GIA",
  "TTP",
  "Tehreek-e-Taliban Pakistan",
  "Lashkar-e-Jhangvi",
  "Sipah-e-Sahaba",
  "Hizbul Mujahideen",
  "ULFA",
  "NDFB",
  "Free Syrian Army",
  "Ahrar al-Sham",
  "Nusra Front",
  "Ansar al-Islam",
  "Mahdi Army",
  "Al-Aqsa Martyrs Brigades",
  "Kurdistan Workers Party",
  "Irish Republican Army",
  "Oromo Liberation Front",
  "ADF",
  "Jundallah",
];

const WORD = /[\p{L}\p{N}]/u;
const STORM = /\b(?:Cyclone|Typhoon|Hurricane|Tropical Storm)s? (\p{Lu}\p{Ll}+)/gu;

const textsOf = (set: string): readonly string[] => {
  const file = join("../shared/data/casualties", `${set}.jsonl`);
  return existsSync(file)
    ? readFileSync(file, "utf8")
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as { text: string }).text)
    : [];
};

/** Armed groups tagged whole as organizations on wad/dev, and storms among the people of wikipedia-disasters/dev. */
export function showNamesOfInterest(ours: Contestant, lexicons: Lexicons, say: (line: string) => void): void {
  const known = new Set((lexicons.get("armed-actors") ?? []).map(({ name = "" }) => name));
  const listed = GROUPS.filter((name) => known.has(name));
  say(`\narmed groups in wad/dev tagged whole as organizations (${listed.length} names)`);
  const wad = textsOf("wad/dev");
  const found = ours(wad);
  let [all, right] = [0, 0];
  for (const name of listed) {
    let [seen, whole] = [0, 0];
    wad.forEach((text, i) => {
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
        if (WORD.test(text.slice(at - 1, at)) || WORD.test(text.slice(at + name.length, at + name.length + 1))) continue;
        seen++;
        if (found[i]?.some(({ start, end, type }) => type === "ORG" && start <= at && end >= at + name.length) === true) whole++;
      }
    });
    [all, right] = [all + seen, right + whole];
    if (seen >= 20) say(`  ${name.padEnd(42)} ${whole} of ${seen}`);
  }
  say(`${"all".padEnd(44)} ${right} of ${all}, ${((100 * right) / Math.max(1, all)).toFixed(1)}%`);

  const disasters = textsOf("wikipedia-disasters/dev");
  let [people, storms] = [0, 0];
  ours(disasters).forEach((spans, i) => {
    const text = disasters[i] ?? "";
    const named = new Set([...text.matchAll(STORM)].map((match) => match[1]));
    for (const { start, end, type } of spans) {
      if (type !== "PER") continue;
      people++;
      if (named.has(text.slice(start, end).split(" ").at(-1))) storms++;
    }
  });
  say(`storms among the people of wikipedia-disasters/dev: ${storms} of ${people}, ${((100 * storms) / Math.max(1, people)).toFixed(1)}%`);
}
