import { compilePhrases } from "../../lexicon/match-phrases.js";
import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { Victim } from "../../model/incident.js";
import type { NameMention } from "../../model/mention.js";
import type { NamedVictim } from "../../model/toll.js";
import type { Scene } from "./read-scene.js";
import { placeIn } from "./read-scene.js";
import type { ClassOfVictims } from "./victim-class.js";

/** What an article says of the people whom an outcome befell by name. */
export interface NamedVictims {
  /** Those who are none left out, and those added who are listed beside them. */
  readonly settle: (named: readonly NamedVictim[], scene: Scene) => readonly NamedVictim[];
  /** A victim as the record gives it. */
  readonly describe: (victim: NamedVictim, scene: Scene) => Victim;
}

/** Tokens behind a name in which an idiom takes its verb away. */
const IDIOM_REACH = 5;
/** Longest apposition, in tokens, that is told as an occupation. */
const APPOSITION = 6;
/** Oldest age in years. */
const OLDEST = 115;

/** Reads `lexicons/harmless-phrases.tsv` and `lexicons/sex-words.tsv`. */
export function createNamedVictims(lexicons: Lexicons, classOf: ClassOfVictims): NamedVictims {
  const matchHarmless = compilePhrases(
    (lexicons.get("harmless-phrases") ?? []).map((row) => [(row["phrase"] ?? "").split(" "), row["class"] ?? ""] as const),
  );
  const sexes = new Map(
    (lexicons.get("sex-words") ?? []).map((row) => [row["word"] ?? "", row["sex"] === "female" ? "female" : "male"] as const),
  );

  const isHarmless = (victim: NamedVictim, scene: Scene): boolean => {
    const { last: name, sentence } = placeIn(scene, victim);
    const { tokens, sentences } = scene.analyzed;
    const { first = 0, last = -1 } = sentences[sentence] ?? {};
    for (let i = first; i <= last; i++) {
      const found = matchHarmless(tokens, i);
      if (!found || found.last > last) continue;
      const beside = (i > name && i <= name + IDIOM_REACH) || (i < name && i >= name - IDIOM_REACH);
      if (found.value === "natural" ? victim.outcome === "killed" : found.value === "quiet" ? beside && isQuiet(victim, scene) : beside)
        return true;
    }
    return false;
  };

  return {
    settle: (named, scene) => {
      const kept = named
        .filter((victim) => !isHarmless(victim, scene))
        .map((victim) => (victim.described ? victim : onName(victim, scene)));
      const all = kept.flatMap((victim) => (victim.described ? [victim] : [victim, ...listedWith(victim, scene)]));
      const starts = new Set<string>();
      return all
        .filter(({ start, outcome }) => {
          const key = `${start} ${outcome}`;
          if (starts.has(key)) return false;
          starts.add(key);
          return true;
        })
        .sort((a, b) => a.start - b.start);
    },
    describe: ({ start, end, text, outcome, modality }, scene) => {
      const at = placeIn(scene, { start, end });
      const { tokens } = scene.analyzed;
      const beside = tokens.slice(Math.max(0, at.first - 5), at.last + 8).map(({ lower }) => lower);
      const occupation = appositionOf(at, scene);
      const named = scene.people.find((person) => person.start < end && start < person.end);
      const known = classOf(`${nounsBefore(at.first, scene)} ${occupation ?? ""}`);
      return {
        start,
        end,
        text,
        outcome,
        modality,
        age: ageOf(at, scene),
        occupation,
        sex: beside.map((word) => sexes.get(word)).find((sex) => sex !== undefined) ?? null,
        class: known,
        ...(named?.entity ? { entity: named.entity } : {}),
      };
    },
  };
}

/** Sentences around a death in which a happening may be told. */
const AROUND = 2;

/**
 * True for the death of somebody of which the text says nothing more: "after the death of the actor Jan Kole in August". Where no figure
 * and no word of a happening stands near it, people die of age and illness.
 */
function isQuiet({ outcome, start }: NamedVictim, { figures, classes, sentenceOf, titleSentences }: Scene): boolean {
  const sentence = sentenceOf(start);
  return (
    outcome === "killed" &&
    figures.length === 0 &&
    classes.every((found, i) => (Math.abs(i - sentence) > AROUND && i >= titleSentences) || !found.has("happening"))
  );
}

/** A victim on the name alone, without the words before it ("Minister"). */
function onName(victim: NamedVictim, { people }: Scene): NamedVictim {
  const person = people.find(({ start, end }) => start < victim.end && victim.start < end);
  return person ? { ...victim, start: person.start, end: person.end, text: person.text } : victim;
}

/** The others of a list: "Ana Ruiz, 31, Paulo Diaz, 40, and Jan Kok, 28, died". An age between two names joins them. */
function listedWith(victim: NamedVictim, scene: Scene): readonly NamedVictim[] {
  const at = scene.people.findIndex(({ start }) => start === victim.start);
  const others: NameMention[] = [];
  for (const step of [-1, 1]) {
    for (let i = at; at >= 0; i += step) {
      const [here, next] = [scene.people[i], scene.people[i + step]];
      if (!here || !next || !isListed(step > 0 ? here : next, step > 0 ? next : here, scene)) break;
      others.push(next);
    }
  }
  return others.map(({ start, end, text }) => ({ ...victim, start, end, text }));
}

function isListed(left: NameMention, right: NameMention, scene: Scene): boolean {
  const between = scene.analyzed.tokens.slice(scene.tokenAt(left.end - 1) + 1, scene.tokenAt(right.start));
  const ages = between.filter(({ lower }) => readAge(lower) !== null);
  return (
    ages.length === 1 &&
    between.every(({ lower }) => lower === "," || lower === "and" || lower === ";" || lower === "aged" || readAge(lower) !== null)
  );
}

const readAge = (word: string): number | null => (/^\d{1,3}$/.test(word) && Number(word) <= OLDEST ? Number(word) : null);

/** "Ana Ruiz, 31,", "Ana Ruiz (31)", "31-year-old Ana Ruiz"; years. */
function ageOf({ first, last }: { readonly first: number; readonly last: number }, { analyzed: { tokens } }: Scene): number | null {
  const [mark, number] = [tokens[last + 1]?.lower, tokens[last + 2]?.lower ?? ""];
  if (mark === "," || mark === "(" || mark === "aged") {
    const age = readAge(mark === "aged" || number === "aged" ? (tokens[last + (mark === "aged" ? 2 : 3)]?.lower ?? "") : number);
    if (age !== null) return age;
  }
  for (let i = first - 1; i >= Math.max(0, first - 8); i--) {
    const joined = /^(\d{1,3})-years?-old$/.exec(tokens[i]?.lower ?? "");
    if (joined) return Number(joined[1]);
    if (tokens[i]?.lower === "old" && tokens[i - 2]?.lower.startsWith("year")) return readAge(tokens[i - 4]?.lower ?? "");
  }
  return null;
}

/** "the journalist Ana Ruiz": the nouns that stand before a name as part of its phrase. */
function nounsBefore(first: number, { analyzed: { tokens } }: Scene): string {
  const words: string[] = [];
  for (
    let i = first - 1;
    i >= Math.max(0, first - 4) && (tokens[i]?.pos === "NOUN" || tokens[i]?.pos === "PROPN" || tokens[i]?.pos === "ADJ");
    i--
  )
    words.push(tokens[i]?.lower ?? "");
  return words.join(" ");
}

/** "Ana Ruiz, a lawyer, died": the apposition behind a name, in the words of the text. */
function appositionOf({ last }: { readonly last: number }, { analyzed: { tokens, text } }: Scene): string | null {
  let from = last + 1;
  if (tokens[from]?.lower !== ",") return null;
  from++;
  if (readAge(tokens[from]?.lower ?? "") !== null && tokens[from + 1]?.lower === ",") from += 2;
  const article = tokens[from]?.lower;
  if (article !== "a" && article !== "an" && article !== "the") return null;
  for (let to = from + 1; to <= from + APPOSITION; to++) {
    const token = tokens[to];
    if (!token || token.pos === "VERB" || token.pos === "AUX") return null;
    if (token.lower === "," || token.lower === ".") return to > from + 1 ? text.slice(tokens[from]?.start, tokens[to - 1]?.end) : null;
  }
  return null;
}
