import type { Unit } from "./units.js";
import type { Vocabulary } from "./vocabulary.js";

/** What only the neighbors of a word decide: "wounding 19" is a verb, "the wounding of 19" a noun; "both Ana and Luis". */
export function readInContext(list: readonly Unit[], unit: Unit, at: number, vocabulary: Vocabulary): Unit {
  const previous = list[at - 1]?.category;
  const next = list[at + 1]?.category;
  if (unit.category === "noun" && unit.lower.endsWith("ing") && vocabulary.verbs.has(unit.lower)) {
    const object = next === "quantity" || next === "det" || next === "poss";
    // "Fell in 2019 killing six people": a year counts nothing.
    const year = /^(?:1[89]|20)\d\d$/.test(list[at - 1]?.lower ?? "") && next === "quantity";
    if (object && (year || previous !== "det" && previous !== "poss" && previous !== "adj" && previous !== "quantity")) return { ...unit, category: "verb" };
  }
  if (unit.category === "verb" && unit.lower.endsWith("ing") && (previous === "det" || previous === "poss") && (next === "of" || next === undefined || next === "verb" || next === "be")) return { ...unit, category: "noun" };
  if (unit.category === "verb" && next === "clitic" && /^\p{Lu}/u.test(unit.text)) return { ...unit, category: "name" };
  if ((unit.category === "noun" || unit.category === "name") && (next === "quantity" || next === "det") && (previous === "noun" || previous === "name") && vocabulary.verbs.get(unit.lower)?.some((v) => v.form === "s" || v.form === "base")) {
    // Headlines: "Blast kills four", "Police arrest two men".
    return { ...unit, category: "verb" };
  }
  if (unit.category === "verb" && /(?:ed|en)$/.test(unit.lower) && !vocabulary.verbs.has(unit.lower) && (next === "noun" || next === "adj" || next === "name" && /^(?:alleged|suspected|accused|armed|unidentified)$/.test(unit.lower)) && (previous === undefined || previous === "verb" || previous === "prep" || previous === "of" || previous === "comma" || previous === "and")) {
    if (previous === "verb" || previous === "prep" || previous === "of" || /^(?:alleged|suspected|armed|unidentified|masked|wanted)$/.test(unit.lower)) return { ...unit, category: "adj" };
  }
  // "Seven die in house fire", "The blast cost 12 lives", "Crash sends four to hospital".
  if (unit.lower === "die" && unit.category !== "verb" && (previous === "quantity" || previous === "noun" || previous === "name")) return { ...unit, category: "verb" };
  if (/^(?:costs?|claims?|sends?|forces|seizes?|holds?)$/.test(unit.lower) && unit.category !== "verb" && previous !== undefined && !/^(?:det|poss|adj|prep|of|verb)$/.test(previous) && next === "quantity") return { ...unit, category: "verb" };
  // "Since May": the month, not the auxiliary.
  if (unit.text === "May" && previous === "prep") return { ...unit, category: "name" };
  // "Non-life threatening injuries", "gun shot wounds": compounds written apart.
  if (unit.lower === "threatening" && /(?:^|-)life$/.test(list[at - 1]?.lower ?? "")) return { ...unit, category: "adj" };
  if (unit.lower === "shot" && list[at - 1]?.lower === "gun" && /^wounds?$/.test(list[at + 1]?.lower ?? "")) return { ...unit, category: "noun" };
  if (unit.lower === "nearby" && (next === "noun" || next === "adj")) return { ...unit, category: "adj" };
  if (unit.lower === "suffering" && (next === "prep" || next === "adj" || next === "noun")) return { ...unit, category: "verb" };
  // "Toll rises to 61", "government data show".
  if ((unit.category === "noun" || unit.category === "name") && /^(?:rises|climbs|tops|hits|reaches|jumps|passes|nears|rise|climb)$/.test(unit.lower) && /^(?:tolls?|total|count)$/.test(list[at - 1]?.lower ?? "")) return { ...unit, category: "verb" };
  if ((unit.category === "noun" || unit.category === "name") && /^shows?$/.test(unit.lower) && /^(?:data|figures|records|documents|statistics|report|footage|video|survey)$/.test(list[at - 1]?.lower ?? "")) return { ...unit, category: "verb" };
  // "The camp that houses refugees": before a plural "that" is no determiner, and the plural is its verb.
  if (unit.lower === "that" && isVerbAfterThat(list, at + 1)) return { ...unit, category: "sub" };
  if (isVerbAfterThat(list, at)) return { ...unit, category: "verb" };
  if (unit.lower === "that" && unit.category === "det" && next !== undefined && next !== "noun" && next !== "adj" && next !== "name") return { ...unit, category: "sub" };
  if (unit.category === "adj" && unit.lower.endsWith("ed") && (previous === "noun" || previous === "name" || previous === "pron") && (next === "quantity" || next === "det" || next === "poss" || next === "pron")) return { ...unit, category: "verb" };
  if (unit.category === "dash") {
    // A pair of dashes sets words apart as commas do; one alone ends a clause.
    const pair = list.filter((other) => other.category === "dash").length > 1;
    return { ...unit, category: pair ? "comma" : "stop" };
  }
  if (unit.lower === "shot" && unit.category === "verb" && (previous === "det" || list[at - 1]?.lower === "a single" || previous === "quantity" && (next === "have" || list[at + 2]?.lower === "fired"))) return { ...unit, category: "noun" };
  if (unit.quantity && unit.lower === "both" && (next !== "noun" ? next === "prep" || list.slice(at + 2, at + 7).some((other) => other.category === "and") : list[at + 2]?.category === "and" && (list[at + 3]?.category === "noun" || list[at + 3]?.category === "name"))) return { ...unit, quantity: null, category: "other" };
  return unit;
}

function isVerbAfterThat(list: readonly Unit[], at: number): boolean {
  const word = list[at];
  return word?.category === "noun" && list[at - 1]?.lower === "that" && list[at - 2]?.category === "noun" && /[^su]s$/.test(word.lower) && /^(?:noun|adj|det|quantity|name|prep)$/.test(list[at + 1]?.category ?? "");
}
