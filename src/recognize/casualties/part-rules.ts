import { nounPhraseAt, verbAt } from "./clause.js";
import { coordinatedAfter } from "./coordination.js";
import { subjectOf } from "./subjects.js";
import { claim, nps, type CasualtyRule } from "./claim.js";
import { wordsOf } from "./wording.js";

/** Constructions that name a part of the people counted: "among the dead", "six of the eight killed", "of the wounded, 15". */
export const PART_RULES: readonly CasualtyRule[] = [
  {
    name: "part-of-counted",
    find: (chunks, at) => {
      const part = nounPhraseAt(chunks, at);
      const whole = nounPhraseAt(chunks, at + 2);
      if (!part?.quantity || chunks[at + 1]?.kind !== "of" || !whole) return [];
      if (part.quantity.read.kind === "zero" && part.cls !== "bare" || /^(?:reports?|word|indications?|signs?|news|confirmation|evidence|record)$/.test(part.head)) {
        if (part.quantity.read.kind !== "zero") return [];
        const next = nounPhraseAt(chunks, at + 4);
        const nouns = [whole.noun, (chunks[at + 3]?.kind === "or" || chunks[at + 3]?.kind === "and") ? next?.noun : null];
        return nouns.flatMap((noun) => noun?.counts !== true ? [] : noun.outcome === "killed-or-injured"
          ? (["killed", "injured"] as const).map((outcome) => ({ np: part, outcome, trigger: at, victims: "any" as const, indirect: true }))
          : [{ np: part, outcome: noun.outcome, trigger: at, victims: "any" as const, indirect: true }]);
      }
      if (part.cls !== "bare") return [];
      if (whole.premodifier && whole.premodifier !== "detained") return [{ np: part, outcome: whole.premodifier, trigger: at, victims: "any", subset: true }];
      if (whole.noun?.counts && (whole.det === null || whole.noun.singular !== "injury" && whole.noun.singular !== "arrest")) return [{ np: part, outcome: whole.noun.outcome, trigger: at, victims: "any", subset: whole.det !== null }];
      const verb = verbAt(chunks, at + 3);
      const state = chunks[at + 3];
      // "Eight of the nine dead".
      if (whole.quantity && whole.det !== null && (whole.cls === "bare" || whole.cls === "person") && state?.kind === "pred" && !/^(?:in|under|on)$/.test(state.words[0] ?? "")) return [{ np: part, outcome: state.outcome, trigger: at, victims: "any", subset: true }];
      if (whole.quantity && whole.cls === "bare" && verb?.bare && verb.states && verb.form !== "ing") return [{ np: part, outcome: verb.states, trigger: at, victims: "any", subset: true }];
      return [];
    },
    examples: [
      "The hospital had [[no|killed 0]|injured 0] reports of casualties.",
      "[Three|killed 3 subset] of the bodies were found in a well.",
      "[Six|killed 6 subset] of the [eight|killed 8] killed were miners.",
    ],
    counterExamples: ["No reports of looting came in.", "Three of the reports were late."],
  },
  {
    name: "among",
    find: (chunks, at) => {
      const np = nounPhraseAt(chunks, at);
      const outcome = np?.nominal ?? (np?.det && np.noun?.counts && np.noun.plural && np.noun.singular !== "injury" ? np.noun.outcome : null);
      if (!np || !outcome || np.quantity) return [];
      const previous = chunks[at - 1];
      const next = chunks[at + 1];
      if (previous?.kind === "prep" && /^among(?:st)?$/.test(previous.lower) || previous?.kind === "of" && chunks[at - 2]?.kind === "np") {
        if (previous.kind === "of") {
          const part = nounPhraseAt(chunks, at - 2);
          return part?.quantity && part.cls === "bare" ? [{ np: part, outcome, trigger: at, victims: "any", subset: true }] : [];
        }
        const verb = verbAt(chunks, at - 2);
        if (verb?.copula) return claim(chunks, subjectOf(chunks, at - 2, true), { outcome, trigger: at, victims: "people", subset: true });
        const ahead = verbAt(chunks, at + 1) ?? verbAt(chunks, at + 2);
        const first = verbAt(chunks, at + 1) ? at + 2 : at + 3;
        if (ahead?.copula && nounPhraseAt(chunks, first)) return claim(chunks, [first, ...coordinatedAfter(chunks, first)], { outcome, trigger: at, victims: "people", subset: true });
        return [];
      }
      const included = next?.kind === "verb" && (/^includ/.test(next.main) || next.copula && np.nominal !== null && nounPhraseAt(chunks, at + 2)?.quantity !== null);
      const listed = next?.kind === "include";
      if (!included && !listed || !nounPhraseAt(chunks, at + 2)) return [];
      return claim(chunks, [at + 2, ...coordinatedAfter(chunks, at + 2)], { outcome, trigger: at, victims: "people", subset: true });
    },
    examples: [
      "[Two|killed 2 subset] nurses were among the dead.",
      "Among those arrested were [three|detained 3 subset] students.",
      "The injured included [four|injured 4 subset] firefighters.",
    ],
    counterExamples: ["Fear spread among the wounded."],
  },
  {
    name: "among-counted",
    find: (chunks, at) => {
      // "Among the 19 dead are five children", "the 31 dead included six children".
      const whole = nounPhraseAt(chunks, at);
      const state = chunks[at + 1];
      const outcome = state?.kind === "pred" ? state.outcome : state?.kind === "verb" && state.bare && state.form !== "ing" ? state.states : null;
      if (!whole?.quantity || whole.cls !== "bare" && whole.cls !== "person" || whole.det !== "the" || !outcome) return [];
      const copula = verbAt(chunks, at - 2);
      if (copula?.copula && chunks[at - 1]?.kind === "prep" && /^among(?:st)?$/.test(wordsOf(chunks[at - 1] ?? whole))) return claim(chunks, subjectOf(chunks, at - 2, true), { outcome, trigger: at + 1, victims: "people", subset: true });
      const verb = verbAt(chunks, at + 2);
      const among = chunks[at - 1]?.kind === "prep" && /^among(?:st)?$/.test((chunks[at - 1] as { readonly lower?: string }).lower ?? "");
      if (!(among && verb?.copula === true || !among && /^includ/.test(verb?.main ?? "")) && !(chunks[at + 2]?.kind === "include" && !among)) return [];
      return claim(chunks, [at + 3, ...coordinatedAfter(chunks, at + 3)], { outcome, trigger: at + 1, victims: "people", subset: true });
    },
    examples: ["Among the [19|killed 19] dead are [five|killed 5 subset] children.", "The [31|killed 31] dead included [six|killed 6 subset] children.", "[Twelve|killed 12 subset] migrants were among the [17|killed 17] civilians killed."],
    counterExamples: ["Among the 19 houses are five shops."],
  },
  {
    name: "of-the-dead",
    find: (chunks, at) => {
      const whole = nounPhraseAt(chunks, at);
      const opener = chunks[at - 1];
      const outcome = whole?.nominal ?? (whole?.det && whole.noun?.counts && whole.noun.plural && !/^(?:injury|arrest)$/.test(whole.noun.singular) ? whole.noun.outcome : null);
      if (!whole || !outcome || opener?.kind !== "of" || at > 1 && !["stop", "comma", "colon"].includes(chunks[at - 2]?.kind ?? "")) return [];
      let i = at + 1;
      if (chunks[i]?.kind === "comma") i++;
      while (chunks[i]?.kind === "adv") i++;
      const part = nounPhraseAt(chunks, i);
      if (!part?.quantity || part.quantity.read.kind === "zero" || part.cls !== "bare" && part.cls !== "person") return [];
      const rest = [i, ...coordinatedAfter(chunks, i)];
      return nps(chunks, rest).filter((np) => np.quantity !== null).map((np) => ({ np, outcome, trigger: at, victims: "any" as const, subset: true }));
    },
    examples: ["Of the wounded, [15|injured 15 subset] were soldiers.", "Of the dead, [nine|killed 9 subset] were children."],
    counterExamples: ["Of the wounded, most were soldiers."],
  },
];
