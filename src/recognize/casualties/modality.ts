import type { Modality } from "../../model/casualty.js";
import type { Chunk, NounPhrase } from "./chunk.js";

const FEARED = /\b(?:feared|presumed|believed|likely|probably|possibly|suspected|thought|assumed|apparently dead)\b/;
const NOT_YET = /\b(?:threat(?:en(?:s|ed|ing)?)?|plan(?:s|ned|ning)?|plot(?:s|ted|ting)?|intend(?:s|ed|ing)?|attempt(?:s|ed|ing)?|tr(?:y|ies|ied|ying)|want(?:s|ed)?|vow(?:s|ed|ing)?|order(?:s|ed|ing)?|urge[sd]?|urging|advised?|advising|ask(?:s|ed)?|call(?:s|ed|ing)?|recommend(?:s|ed)?|conspir\w+|seek(?:s|ing)?|sought|prepar\w+|aim(?:s|ed)?|hop(?:e|es|ed|ing)|expected|agreed|pledged|due|set|warned|warning|told|instructed|decid\w+|likely|allow\w*|need\w*|designed|able)\b/;
const MODALS = new Set(["will", "would", "could", "can", "should", "may", "might", "must", "shall", "'ll", "'d"]);
const DENIED = /^(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)|disput(?:e|es|ed|ing)|rebuff(?:s|ed)?)$/;

/**
 * How the clause stands to a figure: its own auxiliaries and adverbs first, then the verb that governs it ("officials
 * feared", "the army denied reports that"), then "if".
 */
export function modalityOf(chunks: readonly Chunk[], np: NounPhrase, trigger: number, text: string): Modality {
  const at = chunks.indexOf(np);
  const chunk = chunks[trigger];
  if (!chunk) return "reported";
  if (governedByDenial(chunks, Math.min(at, trigger), trigger)) return "denied";
  const from = Math.min(np.end, chunk.end);
  const to = Math.max(np.start, chunk.end);
  const between = text.slice(from, to).toLowerCase();
  const ordered = chunks[trigger + 1];
  if (chunk.kind === "np" && (/\bevacuation\b/.test(chunk.modifiers.join(" ")) || /^evacuations?$/.test(chunk.head) && ordered?.kind === "verb" && ordered.passive && /^(?:order|advis|recommend)/.test(ordered.main))) return "hypothetical";
  const own = verbModality(chunk);
  if (own) return own;
  // People who were only told to leave have not left.
  if (chunk.kind === "pred" && chunk.outcome === "displaced") {
    const told = chunks[trigger - 1]?.kind === "prep" ? chunks[trigger - 2] : chunks[trigger - 1];
    if (ONLY_TOLD.test(chunk.words[0] ?? "") || told?.kind === "verb" && told.passive && ONLY_TOLD.test(told.main)) return "hypothetical";
  }
  // The chain of verbs between subject and outcome: "may have been found", "are believed to have drowned".
  if (at >= 0 && at < trigger) {
    for (let i = trigger - 1; i > at; i--) {
      const link = chunks[i];
      if (link?.kind === "sub" || link?.kind === "rel" || link?.kind === "comma" || link?.kind === "and" && chunk.kind === "verb" && !chunk.bare) break;
      if (link?.kind === "verb") {
        // "Could not be found" is what happened.
        const linked = chunk.kind === "pred" && chunk.words[0] === "not" && i === trigger - 1 ? null : verbModality(link);
        if (linked) return linked === "hypothetical" && chunk.kind === "pred" && /^(?:may|might)$/.test(link.words[0] ?? "") ? "feared" : linked;
        if (FEARED.test(link.words.join(" "))) return "feared";
        if (chunk.kind === "verb" && chunk.infinitive && !chunk.words.includes("have") && NOT_YET.test(link.words.join(" "))) return "hypothetical";
      }
      if (link?.kind === "adv" && /^(?:likely|probably|possibly|presumably)$/.test(link.lower)) return "feared";
    }
  }
  if (chunk.kind === "pred" && /\b(?:feared|presumed|believed|likely|probably)\W+(?:\w+\W+)?$/.test(text.slice(from, Math.max(from, chunk.start)).toLowerCase() + "") && FEARED.test(between)) return "feared";
  // "There would be 40 dead", "it could have been 10 dead".
  const before = chunks[at - 1];
  if (at > 0 && before?.kind === "verb" && before.copula) {
    const linked = verbModality(before);
    if (linked) return linked === "feared" && before.words.includes("could") ? "hypothetical" : linked;
  }
  if (FALSEHOOD.test(text.slice(Math.max(np.end, chunk.end), chunks.at(-1)?.end ?? chunk.end)) && isClaimed(chunks, Math.min(at < 0 ? trigger : at, trigger))) return "denied";
  const governor = governingVerb(chunks, Math.min(at < 0 ? trigger : at, trigger));
  if (governor) {
    if (/^fear/.test(governor.main) && !governor.passive) return "feared";
    if (governor.passive && /^(?:feared|believed|presumed|thought|suspected)$/.test(governor.main)) return "feared";
    // An evacuation or an arrest that is only ordered has not happened.
    if (chunk.kind === "np" && chunk.noun?.singular === "evacuation" && /^(?:order|advis|recommend|plan|urg|call|announc)/.test(governor.main)) return "hypothetical";
    if (chunk.kind === "np" && /^(?:execution|arrest|detention|capture)$/.test(chunk.noun?.singular ?? "") && /^(?:order|demand|urg|plann|call|request)/.test(governor.main)) return "hypothetical";
    if (chunk.kind === "verb" && chunk.infinitive && !chunk.words.includes("have")) {
      if (NOT_YET.test(governor.main) || NOT_YET.test(governor.words.join(" "))) return "hypothetical";
    }
  }
  if (chunk.kind === "verb" && chunk.infinitive && !chunk.words.includes("have")) {
    const previous = chunks[trigger - 1];
    // "Forced 200 families to evacuate" has happened.
    if (/^(?:forc|caus|compel|led|lead|leav|left|prompt|help|push|driv|drove|requir|need|manag|beg[ai]n|start|continu|struggl|rush|scrambl|us(?:e|es|ed|ing)$|go(?:es|ing)?$|went$|fail|happen|turn)/.test(governor?.main ?? "")) return "reported";
    if (previous?.kind === "np" || previous?.kind === "verb" && NOT_YET.test(previous.main) || !previous) return "hypothetical";
  }
  if (openedByIf(chunks, Math.min(at < 0 ? trigger : at, trigger))) return "hypothetical";
  if (nounGovernor(chunks, Math.min(at < 0 ? trigger : at, trigger))) return nounGovernor(chunks, Math.min(at < 0 ? trigger : at, trigger)) ?? "reported";
  return "reported";
}

const ONLY_TOLD = /^(?:told|ordered|advised|urged|asked|warned|instructed|recommended)$/;

const FALSEHOOD = /^[^.;]{0,120}\b(?:is|are|was|were) (?:entirely |completely |totally |simply |absolutely )?(?:incorrect|false|untrue|fabricated|wrong|baseless|unfounded|propaganda|lies|exaggerated|inaccurate)\b/i;

/** True for figures inside "reports that", "the claim of", "rumors of". */
function isClaimed(chunks: readonly Chunk[], first: number): boolean {
  for (let i = first - 1; i >= 0 && i > first - 7; i--) {
    const chunk = chunks[i];
    if (chunk?.kind === "np" && /^(?:reports?|claims?|rumou?rs?|allegations?|accusations?|statements?|suggestions?)$/.test(chunk.head)) return true;
  }
  return false;
}

function verbModality(chunk: Chunk): Modality | null {
  if (chunk.kind !== "verb") return null;
  const words = chunk.words;
  const modal = words.find((word) => MODALS.has(word));
  const text = words.join(" ");
  // "Had to be evacuated" has happened.
  if (/^(?:had|has|have) to\b/.test(text)) return "reported";
  if (modal) {
    const perfect = words.includes("have") || words.includes("'ve") || words.includes("’ve");
    if (perfect && (modal === "may" || modal === "might" || modal === "must")) return "feared";
    if (perfect && modal === "could" && chunk.passive) return "feared";
    if ((modal === "may" || modal === "might") && (chunk.copula || words.includes("be"))) return "feared";
    return "hypothetical";
  }
  if (FEARED.test(text)) return "feared";
  if (chunk.negated && chunk.finite && !chunk.copula && chunk.states) return "denied";
  return null;
}

/** The nearest verb before the figure that takes its clause or phrase, in the same clause. */
function governingVerb(chunks: readonly Chunk[], first: number): Extract<Chunk, { kind: "verb" }> | null {
  for (let i = first - 1; i >= 0 && i > first - 9; i--) {
    const chunk = chunks[i];
    if (chunk?.kind === "verb") return chunk.bare && chunk.form !== "ing" && chunk.main === "believed" ? null : chunk;
    if (chunk?.kind === "stop" || chunk?.kind === "rel" || chunk?.kind === "pred") return null;
    if ((chunk?.kind === "and" || chunk?.kind === "or") && chunks[i - 1]?.kind !== "np") return null;
  }
  return null;
}

function governedByDenial(chunks: readonly Chunk[], first: number, trigger: number): boolean {
  for (let i = Math.min(first, trigger) - 1; i >= 0; i--) {
    const chunk = chunks[i];
    if (chunk?.kind === "stop" || chunk?.kind === "sub" && /^(?:but|while|although|though|after)$/.test(chunk.lower)) return false;
    if (chunk?.kind === "verb" && !chunk.passive && DENIED.test(chunk.main)) return true;
    if (chunk?.kind === "verb" && (chunk.states || chunk.attributes && !chunk.passive)) return false;
  }
  return false;
}

function openedByIf(chunks: readonly Chunk[], first: number): boolean {
  for (let i = first - 1; i >= 0 && i > first - 8; i--) {
    const chunk = chunks[i];
    if (chunk?.kind === "sub") return /^(?:if|unless|lest|whether)$/.test(chunk.lower);
    if (chunk?.kind === "stop" || chunk?.kind === "comma") return false;
  }
  return false;
}

/** "Fears of 40 deaths", "a threat to kill two hostages", "plans to evacuate 300 families". */
function nounGovernor(chunks: readonly Chunk[], first: number): Modality | null {
  for (let i = first - 1; i >= 0 && i > first - 5; i--) {
    const chunk = chunks[i];
    if (chunk?.kind === "np") {
      if (/^(?:fears?|possibility|risk|likelihood)$/.test(chunk.head)) return "feared";
      if (/^(?:threats?|plans?|plot|attempt|drill|exercise|scenario|simulation|order|orders)$/.test(chunk.head)) return "hypothetical";
    }
    if (chunk?.kind === "stop" || chunk?.kind === "comma") return null;
  }
  return null;
}
